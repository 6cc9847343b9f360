import { describe, expect, test } from '@jest/globals';
import { readTerms } from '../../../lib/query/terms';
import type { Entry } from '../../../lib/query/grammar';
import { entriesOf } from '../../../lib/query/printQuery';
import { failureOf, query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';

describe('words that were taken apart already', () => {
	test.each<[Entry[], Partial<Query>]>([
		[[], {}],
		[[['list']], {}],
		[[['browse'], ['outgoing'], ['disabled'], ['all']], { action: 'browse', type: 'outgoing', state: 'disabled', scope: 'all' }],
		[[['find', 'page  2']], { find: 'page 2' }],
		[
			[
				['find', ' \n x '],
				['show', 'find y'],
			],
			{ find: 'x', show: 'find y' },
		],
		[[['find', 'a\u2060@b']], { find: 'a@b' }],
		[[['show', '\u2068שלום\u2069']], { show: 'שלום' }],
		[[['find', 'x'.repeat(5000)]], { find: 'x'.repeat(100) }],
		[[['find', '"@all" `x`\n**y**']], { find: '"@all" `x` **y**' }],
		[[['show', '__proto__']], { show: '__proto__' }],
		[[['by', '@ana']], { by: 'ana' }],
		[[['by', '@@ana']], { by: '@ana' }],
		[[['sort', 'NAME'], ['desc']], { sort: 'name', descending: true }],
		[[['page', '9999'], ['private'], ['fresh']], { page: 9999, visibility: 'private', fresh: true }],
		[[['incoming'], ['incoming']], { type: 'incoming' }],
	])('the terms %j are a question', (entries, asked) => {
		expect(valueOf(readTerms(entries))).toEqual(query(asked));
	});
});

describe('refused as typed words are', () => {
	test.each<[Entry[], object]>([
		[[['']], { kind: 'unknownWord', word: '' }],
		[[['lits']], { kind: 'unknownWord', word: 'lits', nearest: 'list' }],
		[[['x']], { kind: 'unknownWord', word: 'x', nearest: undefined }],
		[[['nonsense', 'x']], { kind: 'unknownWord', word: 'nonsense' }],
		[[['INCOMING']], { kind: 'unknownWord', word: 'INCOMING' }],
		[[['__proto__']], { kind: 'unknownWord', word: '__proto__' }],
		[[['constructor']], { kind: 'unknownWord', word: 'constructor' }],
		[[['page']], { kind: 'missingValue', word: 'page' }],
		[[['page', '0']], { kind: 'badValue', word: 'page', value: '0' }],
		[[['page', '1e3']], { kind: 'badValue', word: 'page', value: '1e3' }],
		[[['find', '\u2060 ']], { kind: 'badValue', word: 'find', value: '' }],
		[[['by', 'ana li']], { kind: 'badValue', word: 'by', value: 'ana li' }],
		[
			[
				['find', 'x'],
				['find', 'x'],
			],
			{ kind: 'repeatedValue', word: 'find' },
		],
		[[['incoming'], ['outgoing']], { kind: 'conflictingWords', word: 'outgoing', other: 'incoming' }],
		[[['browse'], ['help']], { kind: 'conflictingWords', word: 'help', other: 'browse' }],
		[[['workspace'], ['here']], { kind: 'conflictingWords', word: 'here', other: 'workspace' }],
		[[['share'], ['workspace']], { kind: 'conflictingWords', word: 'workspace', other: 'share' }],
		[[['watch'], ['workspace']], { kind: 'conflictingWords', word: 'workspace', other: 'watch' }],
		[[['unwatch'], ['workspace']], { kind: 'conflictingWords', word: 'workspace', other: 'unwatch' }],
		[[['changes'], ['workspace']], { kind: 'conflictingWords', word: 'workspace', other: 'changes' }],
		[[['watch'], ['private']], { kind: 'conflictingWords', word: 'watch', other: 'private' }],
		[[['outgoing'], ['unwatch']], { kind: 'conflictingWords', word: 'unwatch', other: 'outgoing' }],
		[[['changes'], ['share']], { kind: 'conflictingWords', word: 'changes', other: 'share' }],
		[[['watch'], ['show', 'x']], { kind: 'conflictingWords', word: 'watch', other: 'show' }],
		[[['workspace'], ['status']], { kind: 'conflictingWords', word: 'workspace', other: 'status' }],
		[[['export'], ['share']], { kind: 'conflictingWords', word: 'export', other: 'share' }],
		[[['page', '2'], ['export']], { kind: 'conflictingWords', word: 'export', other: 'page' }],
		[[['export'], ['show', 'x']], { kind: 'conflictingWords', word: 'export', other: 'show' }],
		[[['export'], ['browse']], { kind: 'conflictingWords', word: 'browse', other: 'export' }],
	])('the terms %j are refused', (entries, failure) => {
		expect(failureOf(readTerms(entries))).toMatchObject(failure);
	});
});

test('the longest name of a person is the same when it is read again', () => {
	const by = 'x'.repeat(100);
	expect(valueOf(readTerms([['by', by]])).by).toBe(by);
	expect(valueOf(readTerms([['by', `@${by}`]])).by).toBe(by);
});

describe('only what needs attention', () => {
	test.each<[Entry[], Partial<Query>]>([
		[[['attention']], { attention: true }],
		[[['attention'], ['attention']], { attention: true }],
		[[['browse'], ['attention'], ['incoming'], ['page', '2']], { action: 'browse', attention: true, type: 'incoming', page: 2 }],
		[
			[['attention'], ['here'], ['disabled'], ['share'], ['fresh']],
			{ attention: true, scope: 'here', state: 'disabled', visibility: 'share', fresh: true },
		],
		[[['find', 'attention']], { find: 'attention' }],
		[[['show', 'attention']], { show: 'attention' }],
	])('the terms %j ask for what needs attention', (entries, asked) => {
		expect(valueOf(readTerms(entries))).toEqual(query(asked));
	});

	test('it takes no value: one that is sent with it changes nothing', () => {
		expect(valueOf(readTerms([['attention', '@all `x`']]))).toEqual(query({ attention: true }));
	});

	test('it comes out of the words that it is printed as', () => {
		const asked = query({ action: 'browse', attention: true, state: 'enabled', page: 3 });
		expect(valueOf(readTerms(entriesOf({ ...asked })))).toEqual(asked);
	});
});

test('the whole workspace, with all that goes with it', () => {
	const entries = ['outgoing', 'disabled', 'attention', 'desc', 'private', 'fresh', 'export'].map((word): [string] => [word]);
	expect(valueOf(readTerms([['workspace'], ...entries, ['by', 'ana'], ['sort', 'name'], ['find', 'x']]))).toEqual({
		...{ action: 'export', scope: 'workspace', type: 'outgoing', state: 'disabled', attention: true, find: 'x', by: 'ana' },
		...{ sort: 'name', descending: true, page: 1, visibility: 'private', fresh: true },
	});
});
