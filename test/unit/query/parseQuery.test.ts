import { describe, expect, test } from '@jest/globals';
import { printQuery } from '../../../lib/query/printQuery';
import { parseQuery } from '../../../lib/query/parseQuery';
import { failureOf, query, valueOf } from '../../support/builders';

function parse(typed: string) {
	return parseQuery(typed.split(' ').filter((word) => word !== ''));
}

const combined = query({
	type: 'outgoing',
	state: 'disabled',
	scope: 'here',
	by: 'ana',
	sort: 'name',
	descending: true,
	page: 3,
	visibility: 'private',
	fresh: true,
});

/** What is typed, and what it asks for. */
const understood: [string, ReturnType<typeof query>][] = [
	['', query()],
	['list', query()],
	['incoming', query({ type: 'incoming' })],
	['outgoing', query({ type: 'outgoing' })],
	['enabled', query({ state: 'enabled' })],
	['disabled', query({ state: 'disabled' })],
	['here', query({ scope: 'here' })],
	['all', query({ scope: 'all' })],
	['find deploy', query({ find: 'deploy' })],
	['find GitHub Deploys', query({ find: 'GitHub Deploys' })],
	['find page 2', query({ find: 'page 2' })],
	['find help', query({ find: 'help' })],
	['find --x', query({ find: '--x' })],
	['find x-y', query({ find: 'x-y' })],
	['find #support', query({ find: '#support' })],
	['find @ana', query({ find: '@ana' })],
	['by ana', query({ by: 'ana' })],
	['by @ana', query({ by: 'ana' })],
	['by a@na', query({ by: 'a@na' })],
	['by @Ana.Maria-2', query({ by: 'Ana.Maria-2' })],
	['by @help', query({ by: 'help' })],
	['by private', query({ by: 'private' })],
	['show GitHub Deploys', query({ show: 'GitHub Deploys' })],
	['show jTSWLxe6mpCNHSNSz', query({ show: 'jTSWLxe6mpCNHSNSz' })],
	['sort name', query({ sort: 'name' })],
	['sort created', query({ sort: 'created' })],
	['sort updated', query({ sort: 'updated' })],
	['sort NAME', query({ sort: 'name' })],
	['desc', query({ descending: true })],
	['sort name desc', query({ sort: 'name', descending: true })],
	['desc sort name', query({ sort: 'name', descending: true })],
	['page 1', query()],
	['page 2', query({ page: 2 })],
	['page 9999', query({ page: 9999 })],
	['private', query({ visibility: 'private' })],
	['share', query({ visibility: 'share' })],
	['fresh', query({ fresh: true })],
	['status', query({ action: 'status' })],
	['browse', query({ action: 'browse' })],
	['watch', query({ action: 'watch' })],
	['unwatch', query({ action: 'unwatch' })],
	['changes', query({ action: 'changes' })],
	['workspace export', query({ action: 'export', scope: 'workspace' })],
	['--browse page 2 outgoing', query({ action: 'browse', type: 'outgoing', page: 2 })],
	['browse browse', query({ action: 'browse' })],
	['find browse', query({ find: 'browse' })],
	['page 3 fresh disabled here outgoing private by @ana desc sort name', combined],
	['private sort name outgoing desc here disabled by ana page 3 fresh', combined],
	['disabled page 2 find a b', query({ state: 'disabled', page: 2, find: 'a b' })],
	['outgoing outgoing', query({ type: 'outgoing' })],
	['OUTGOING Page 2', query({ type: 'outgoing', page: 2 })],
	['--outgoing -disabled', query({ type: 'outgoing', state: 'disabled' })],
	['—outgoing –fresh', query({ type: 'outgoing', fresh: true })],
	['--find --x', query({ find: '--x' })],
	['-', query()],
];

describe('what is understood, and what is printed is understood as the same', () => {
	test.each(understood)('the words %j are understood', (typed, expected) => {
		expect(valueOf(parse(typed))).toEqual({ query: expected, rooms: [] });
		expect(valueOf(parse(printQuery(expected).replace('/integrations', '')))).toEqual({ query: expected, rooms: [] });
	});
});

describe('help wins over everything before a text', () => {
	test.each(['help', '--help', '-h', '?', 'HELP', 'outgoing nonsense help', 'page two help', 'by @ana help', 'by help'])(
		'%j',
		(typed) => {
			expect(valueOf(parse(typed))).toEqual({ query: query({ action: 'help' }), rooms: [] });
		},
	);
});

describe('a room behind #', () => {
	test.each([
		['#support', { query: query(), rooms: ['support'] }],
		['#Support', { query: query(), rooms: ['Support'] }],
		['outgoing #support page 2', { query: query({ type: 'outgoing', page: 2 }), rooms: ['support'] }],
		['--#support', { query: query(), rooms: ['support'] }],
		['#', { query: query(), rooms: [''] }],
		['#x#y', { query: query(), rooms: ['x#y'] }],
		['find #support', { query: query({ find: '#support' }), rooms: [] }],
	])('the room %j is this one, or another', (typed, expected) => {
		expect(valueOf(parse(typed))).toEqual(expected);
	});

	test('all of them are for the caller to check', () => {
		expect(valueOf(parse('#support #sales')).rooms).toEqual(['support', 'sales']);
	});
});

describe('what is refused', () => {
	test.each([
		['outgoign', { kind: 'unknownWord', word: 'outgoign', nearest: 'outgoing' }],
		['in', { kind: 'unknownWord', word: 'in', nearest: 'incoming' }],
		['disable', { kind: 'unknownWord', word: 'disable', nearest: 'disabled' }],
		['lst', { kind: 'unknownWord', word: 'lst', nearest: 'list' }],
		['all-here', { kind: 'unknownWord', word: 'all-here', nearest: undefined }],
		['stat', { kind: 'unknownWord', word: 'stat', nearest: 'status' }],
		['freshen', { kind: 'unknownWord', word: 'freshen', nearest: 'fresh' }],
		['incoming deploys', { kind: 'unknownWord', word: 'deploys', nearest: undefined }],
		['@ana', { kind: 'unknownWord', word: '@ana', nearest: undefined }],
		['constructor', { kind: 'unknownWord', word: 'constructor', nearest: undefined }],
		['__proto__', { kind: 'unknownWord', word: '__proto__', nearest: undefined }],
		['page', { kind: 'missingValue', word: 'page' }],
		['sort', { kind: 'missingValue', word: 'sort' }],
		['by', { kind: 'missingValue', word: 'by' }],
		['find', { kind: 'missingValue', word: 'find' }],
		['show', { kind: 'missingValue', word: 'show' }],
		['page two', { kind: 'badValue', word: 'page', value: 'two' }],
		['page 0', { kind: 'badValue', word: 'page', value: '0' }],
		['page -2', { kind: 'badValue', word: 'page', value: '-2' }],
		['page 1e3', { kind: 'badValue', word: 'page', value: '1e3' }],
		['page 10000', { kind: 'badValue', word: 'page', value: '10000' }],
		['page outgoing', { kind: 'badValue', word: 'page', value: 'outgoing' }],
		['sort size', { kind: 'badValue', word: 'sort', value: 'size' }],
		['sort constructor', { kind: 'badValue', word: 'sort', value: 'constructor' }],
		['by @', { kind: 'badValue', word: 'by', value: '@' }],
		['page 2 page 3', { kind: 'repeatedValue', word: 'page' }],
		['by ana by li', { kind: 'repeatedValue', word: 'by' }],
		['sort name sort name', { kind: 'repeatedValue', word: 'sort' }],
		['incoming outgoing', { kind: 'conflictingWords', word: 'outgoing', other: 'incoming' }],
		['disabled enabled', { kind: 'conflictingWords', word: 'enabled', other: 'disabled' }],
		['here all', { kind: 'conflictingWords', word: 'all', other: 'here' }],
		['share private', { kind: 'conflictingWords', word: 'private', other: 'share' }],
		['browse status', { kind: 'conflictingWords', word: 'status', other: 'browse' }],
		['list browse', { kind: 'conflictingWords', word: 'browse', other: 'list' }],
		['list status', { kind: 'conflictingWords', word: 'status', other: 'list' }],
	])('the words %j are refused', (typed, expected) => {
		expect(failureOf(parse(typed))).toEqual(expected);
	});
});

test.each([
	['browse find deploy', query({ action: 'browse', find: 'deploy' })],
	['page 2 browse find browse', query({ action: 'browse', page: 2, find: 'browse' })],
	['browse show GitHub deploys', query({ action: 'browse', show: 'GitHub deploys' })],
])('%j is understood, a panel with a text', (typed, expected) => {
	expect(valueOf(parse(typed)).query).toEqual(expected);
});

describe('a line that is too long is not looked into', () => {
	const tooLong = { kind: 'lineTooLong', letters: 2000, words: 100 };
	test.each([
		['100 words', Array.from({ length: 100 }, () => 'incoming')],
		['2,000 letters, blanks among them', ['find', 'x'.repeat(994), 'y'.repeat(1000)]],
	])('%s are read', (_, typed) => {
		expect(parseQuery(typed).ok).toBe(true);
	});

	test.each([
		['101 words', Array.from({ length: 101 }, () => 'incoming')],
		['2,001 letters', ['find', 'x'.repeat(995), 'y'.repeat(1000)]],
		['250,000 words, the first a question for help', ['help', ...Array.from({ length: 250_000 }, () => 'x')]],
		['101 words in one piece', ['incoming '.repeat(101)]],
		['250,000 words in one piece', ['find', 'x '.repeat(250_000)]],
		['empty words', Array.from({ length: 101 }, () => '')],
	])('%s are refused', (_, typed) => {
		expect(failureOf(parseQuery(typed))).toEqual(tooLong);
	});
});

describe('values from a keyboard', () => {
	test('several words in one argument are read as several', () => {
		expect(valueOf(parseQuery(['find', ' GitHub deploys ']))).toEqual({ query: query({ find: 'GitHub deploys' }), rooms: [] });
		expect(failureOf(parseQuery(['find', '  ']))).toEqual({ kind: 'missingValue', word: 'find' });
		expect(failureOf(parseQuery(['by', 'ana maria']))).toMatchObject({ kind: 'unknownWord', word: 'maria' });
	});

	test('a long one is cut', () => {
		expect(valueOf(parse(`find ${'x'.repeat(1000)}`)).query.find).toHaveLength(100);
		expect(valueOf(parse(`find ${'x'.repeat(99)} y`)).query.find).toBe('x'.repeat(99));
	});

	test.each(['find', 'show'] as const)('a dash in a text after `%s` stays', (word) => {
		expect(valueOf(parse(`${word} Jenkins - prod`)).query[word]).toBe('Jenkins - prod');
	});
});

describe('typing is forgiven', () => {
	const [noBreak, narrow, thin, wide] = ['\u00a0', '\u202f', '\u2009', '\u3000'];
	test.each<[string, ReturnType<typeof query>]>([
		['find “deploy”', query({ find: 'deploy' })],
		['find „deploy“', query({ find: 'deploy' })],
		['find «deploy»', query({ find: 'deploy' })],
		[`find «${noBreak}deploy${narrow}»`, query({ find: 'deploy' })],
		['find ‹deploy›', query({ find: 'deploy' })],
		['find "GitHub deploys"', query({ find: 'GitHub deploys' })],
		["find 'it's on'", query({ find: "it's on" })],
		['find ‘O’Brien’', query({ find: 'O’Brien' })],
		['find “‘deploy’,”,', query({ find: 'deploy' })],
		['show “GitHub deploys”', query({ show: 'GitHub deploys' })],
		['by ‘ana’', query({ by: 'ana' })],
		['by “@ana”', query({ by: 'ana' })],
		['by @“ana”', query({ by: 'ana' })],
		['by « ana » private', query({ by: 'ana', visibility: 'private' })],
		['by @ana, private,', query({ by: 'ana', visibility: 'private' })],
		['incoming, disabled', query({ type: 'incoming', state: 'disabled' })],
		['incoming , disabled', query({ type: 'incoming', state: 'disabled' })],
		['“incoming”, «page» "2"', query({ type: 'incoming', page: 2 })],
		["sort 'Name', desc,", query({ sort: 'name', descending: true })],
		['−−outgoing ‐fresh ―private', query({ type: 'outgoing', fresh: true, visibility: 'private' })],
		[`outgoing${noBreak}page${narrow}2${thin}by${wide}ana`, query({ type: 'outgoing', page: 2, by: 'ana' })],
		[`show${noBreak}GitHub${noBreak}deploys`, query({ show: 'GitHub deploys' })],
		[`find ${'café'.normalize('NFD')}`, query({ find: 'café'.normalize('NFC') })],
	])('%j', (typed, expected) => {
		expect(valueOf(parse(typed))).toEqual({ query: expected, rooms: [] });
	});

	test('also where a room is named, and help is asked for', () => {
		expect(valueOf(parse('“#support”, outgoing'))).toEqual({ query: query({ type: 'outgoing' }), rooms: ['support'] });
		expect(valueOf(parse('#support,')).rooms).toEqual(['support']);
		expect(valueOf(parse('“help”')).query.action).toBe('help');
		expect(valueOf(parse(`outgoing${noBreak}help,`)).query.action).toBe('help');
	});

	test.each(['O’Brien', "O'Brien's", 'the "old" one', '“a” and “b”', '"a", "b"', "'a' or 'b'", '"', '5"', 'a, b', '“', '»x«y»'])(
		'quotes and commas within a text stay: %j',
		(text) => {
			expect(valueOf(parse(`find ${text}`)).query.find).toBe(text);
			expect(valueOf(parse(`show ${text}`)).query.show).toBe(text);
		},
	);

	test.each([
		['find “”', { kind: 'badValue', word: 'find', value: '“”' }],
		['show ,', { kind: 'badValue', word: 'show', value: ',' }],
		['by “@”', { kind: 'badValue', word: 'by', value: '“@”' }],
		['by “ana maria”', { kind: 'unknownWord', word: 'maria”', nearest: undefined }],
		['page “two”', { kind: 'badValue', word: 'page', value: '“two”' }],
		['“outgoign”,', { kind: 'unknownWord', word: 'outgoign', nearest: 'outgoing' }],
	])('what is wrong stays wrong, and is named as it was typed: %j', (typed, failure) => {
		expect(failureOf(parse(typed))).toEqual(failure);
	});

	test('a long name is kept whole to be shown', () => {
		const name = `Deploys ${'x'.repeat(292)}`;
		expect(valueOf(parse(`show ${name}`)).query.show).toBe(name);
		expect(failureOf(parse(`show ${'x'.repeat(2000)}`)).kind).toBe('lineTooLong');
	});
});
