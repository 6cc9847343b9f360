import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { entriesOf, printQuery } from '../../../lib/query/printQuery';
import { parseQuery } from '../../../lib/query/parseQuery';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';
import { wordsToType } from '../../../lib/messages/names';

describe('the words in their order, a text last', () => {
	test.each([
		[query(), ''],
		[query({ page: 2 }), ' page 2'],
		[query({ scope: 'all', page: 2 }), ' all page 2'],
		[query({ by: 'ana', sort: 'updated', descending: true }), ' by @ana sort updated desc'],
		[query({ find: 'GitHub deploys', page: 2, visibility: 'private' }), ' page 2 private find GitHub deploys'],
		[query({ show: 'GitHub deploys' }), ' show GitHub deploys'],
		// Each of both takes the rest of the line.
		[query({ find: 'deploys', show: 'GitHub deploys' }), ' show GitHub deploys'],
		[query({ visibility: 'share', fresh: true }), ' share fresh'],
		[query({ action: 'status' }), ' status'],
		[query({ action: 'browse', type: 'outgoing', page: 2 }), ' outgoing page 2 browse'],
		[query({ action: 'help' }), ' help'],
	])('the question %j is printed so that it can be typed', (asked, words) => {
		expect(printQuery(asked)).toBe(`/integrations${words}`);
	});
});

describe('word by word, whether it can be typed so or not', () => {
	test.each<[Parameters<typeof entriesOf>[0], string[][]]>([
		[{}, []],
		[query(), []],
		[
			query({ action: 'browse', find: 'a  b', show: 'page 2', by: 'ana' }),
			[['by', '@ana'], ['browse'], ['find', 'a  b'], ['show', 'page 2']],
		],
		[{ page: 0 }, [['page', '0']]],
		[{ page: 1, find: '', show: undefined, descending: undefined }, []],
		[{ type: 'all', state: 'nonsense', scope: 'all', action: 'list' }, [['all']]],
	])('the question %j is printed word by word', (slots, entries) => {
		expect(entriesOf(slots)).toEqual(entries);
	});
});

test('for typing: as code, and without `fresh`, which was for one answer', () => {
	expect(wordsToType(query({ type: 'outgoing', fresh: true, find: '`@all`\nx @all' }))).toBe(
		"`/integrations outgoing find '@all' x \u2060@all`",
	);
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
	// Only the first that is not: of all together, the difference takes minutes to print.
	const wrong = all.find((asked) => {
		const again = valueOf(parseQuery(printQuery(asked).split(' ').slice(1))).query;
		return !isDeepStrictEqual(again, asked);
	});
	expect(wrong).toBeUndefined();
});
