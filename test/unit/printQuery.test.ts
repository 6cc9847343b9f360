import { describe, expect, test } from '@jest/globals';
import { printQuery } from '../../lib/printQuery';
import type { Query } from '../../lib/query';
import { parseQuery } from '../../lib/query';
import { query, valueOf } from './builders';

describe('the words in their order, a text last', () => {
	test.each([
		[query(), ''],
		[query({ page: 2 }), ' page 2'],
		[query({ scope: 'all', page: 2 }), ' all page 2'],
		[query({ by: 'ana', sort: 'updated', descending: true }), ' by @ana sort updated desc'],
		[query({ find: 'GitHub deploys', page: 2, visibility: 'private' }), ' page 2 private find GitHub deploys'],
		[query({ show: 'GitHub deploys' }), ' show GitHub deploys'],
		[query({ visibility: 'share', fresh: true }), ' share fresh'],
		[query({ action: 'status' }), ' status'],
		[query({ action: 'help' }), ' help'],
	])('%j', (asked, words) => {
		expect(printQuery(asked)).toBe(`/integrations${words}`);
	});
});

const choices: Partial<{ readonly [K in keyof Query]: readonly (Query[K] | undefined)[] }> = {
	type: [undefined, 'incoming', 'outgoing'],
	state: [undefined, 'disabled'],
	scope: [undefined, 'here', 'all'],
	find: [undefined, 'a page 2', '@all', '--x'],
	by: [undefined, 'ana', '@ana', 'find'],
	sort: [undefined, 'name'],
	descending: [undefined, true],
	page: [1, 7],
	visibility: [undefined, 'share'],
	fresh: [undefined, true],
};

test('every combination is understood as what it was printed from', () => {
	const all = Object.entries(choices).reduce<Query[]>(
		(queries, [key, values]) =>
			queries.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [key]: value }))),
		[query()],
	);
	expect(all).toHaveLength(9216);
	const again = all.map((asked) => valueOf(parseQuery(printQuery(asked).split(' ').slice(1))).query);
	expect(again).toEqual(all);
});
