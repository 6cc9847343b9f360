import { describe, expect, test } from '@jest/globals';
import { actOn } from '../../../lib/uikit/actions';
import { fail } from '../../../lib/failure';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';
import { titled } from '../../support/titled';

/** What is changed of the plain question; undefined for what is not there. */
type Changed = { readonly [K in keyof Query]?: Query[K] | undefined };

function offer(asked: Partial<Query> = {}, choice = '') {
	return {
		query: query(asked),
		origin: { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' },
		choice,
	};
}
function touched(action: string, text?: string) {
	return { action, value: '', ...(text !== undefined && { text }) };
}
const stale = fail({ kind: 'stale' });
const rich = { type: 'outgoing', state: 'disabled', scope: 'here', by: 'ana', sort: 'name', descending: true, page: 3 } as const;

describe('how a question changes', () => {
	const changes: [string, Partial<Query>, string | undefined, Changed][] = [
		['previous', rich, undefined, { ...rich, page: 2 }],
		['previous', { page: 2 }, undefined, {}],
		['next', rich, undefined, { ...rich, page: 4 }],
		['next', { find: 'page 2', show: 'x' }, undefined, { find: 'page 2', show: 'x', page: 2 }],
		['browse', rich, undefined, { ...rich, action: 'browse', page: 1 }],
		['browse', { visibility: 'share' }, undefined, { action: 'browse', visibility: 'share' }],
		['search', { ...rich, action: 'browse' }, 'deploy', { ...rich, action: 'browse', find: 'deploy', page: 1 }],
		['search', { find: 'old', page: 2 }, '', {}],
		['search', { find: 'old' }, undefined, {}],
		['type', { ...rich, find: 'x' }, 'incoming', { ...rich, find: 'x', type: 'incoming', page: 1 }],
		['type', rich, 'all', { ...rich, type: undefined, page: 1 }],
		['state', rich, 'enabled', { ...rich, state: 'enabled', page: 1 }],
		['state', rich, 'all', { ...rich, state: undefined, page: 1 }],
		['back', { ...rich, find: 'x', show: 'ID1' }, undefined, { ...rich, find: 'x' }],
		['back', rich, undefined, rich],
		['checks', { action: 'status' }, undefined, { action: 'status', scope: 'all' }],
		['recheck', { action: 'status', scope: 'all' }, undefined, { action: 'status', scope: 'all' }],
		['refresh', { ...rich, show: 'ID1' }, undefined, { ...rich, show: 'ID1', fresh: true }],
		['again', { ...rich, find: 'x' }, undefined, { ...rich, find: 'x' }],
		['open', { show: 'ID1' }, undefined, { show: 'ID1' }],
	];
	test.each(changes)('the action %s changes %j with %j', (action, asked, text, expected) => {
		expect(valueOf(actOn(touched(action, text), offer(asked)))).toEqual({ ...query(), ...expected });
	});

	test('details are of what the button chooses; the list that they came from stays', () => {
		const asked = { action: 'browse', find: 'x', page: 2 } as const;
		expect(valueOf(actOn(touched('details'), offer(asked, 'ID1')))).toEqual(query({ ...asked, show: 'ID1' }));
		expect(valueOf(actOn(touched('back'), offer({ ...asked, show: 'ID1' })))).toEqual(query(asked));
		expect(valueOf(actOn(touched('details'), offer({ show: 'ID1' }, 'ID2'))).show).toBe('ID2');
	});
});

test.each(['watch', 'unwatch'] as const)('no control does what %s does: the room would not be told', (action) => {
	expect(actOn(touched('again'), offer({ action }))).toEqual(stale);
	expect(actOn(touched('again'), offer({ action: 'changes' })).ok).toBe(true);
});

describe('what is typed and chosen is read like typed words', () => {
	test.each([
		['  two  words ', 'two words'],
		['“deploy”,', 'deploy'],
		['GitHub\u00a0deploys', 'GitHub deploys'],
		['cafe\u0301', 'caf\u00e9'],
		['“”', undefined],
		[',', undefined],
		['"'.repeat(3), '"""'],
		['\n\tlines\n', 'lines'],
		['page 2', 'page 2'],
		['@all `x` **y**', '@all `x` **y**'],
		['__proto__', '__proto__'],
		['a\u2060b', 'ab'],
		['ação "🙂"', 'ação "🙂"'],
		['x'.repeat(5000), 'x'.repeat(100)],
		[`${' '.repeat(300)}x`, 'x'],
		[' ', undefined],
		['\n\t', undefined],
	])('a search is read like typed words (row %#)', (typed, find) => {
		expect(valueOf(actOn(touched('search', typed), offer({ action: 'browse' }))).find).toBe(find);
	});

	test.each(
		titled(['nonsense', 'constructor', '__proto__', 'all', 'here', 'list', 'fresh', 'INCOMING', 'x'.repeat(5000), '', ' ']),
	)('%s is no type and no state: all of them', (_title, chosen) => {
		expect(valueOf(actOn(touched('type', chosen), offer({ type: 'outgoing' })))).toEqual(query());
		expect(valueOf(actOn(touched('state', chosen), offer({ state: 'disabled' })))).toEqual(query());
	});

	test('a state is no type', () => {
		expect(valueOf(actOn(touched('type', 'disabled'), offer()))).toEqual(query());
		expect(valueOf(actOn(touched('state', 'incoming'), offer()))).toEqual(query());
	});
});

describe('a control', () => {
	test.each<[string, Partial<Query>, string]>([
		['previous', {}, ''],
		['next', { page: 9999 }, ''],
		['details', {}, '  '],
		...['', ' next', 'Next', 'nonsense', 'list', 'x'.repeat(5000)].map((action): [string, object, string] => [action, {}, '']),
		...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'].map((action): [string, object, string] => [
			action,
			{},
			'ID1',
		]),
	])('an action that cannot be is stale (row %#)', (action, asked, choice) => {
		expect(actOn(touched(action), offer(asked, choice))).toEqual(stale);
	});
});
