import { describe, expect, test } from '@jest/globals';
import { parseQuery, printQuery } from '../../lib/query';
import { failureOf, query, valueOf } from './builders';

const parse = (typed: string) => parseQuery(typed.split(' ').filter((word) => word !== ''));

describe('what is understood', () => {
	test.each([
		['', query()],
		['list', query()],
		['incoming', query({ type: 'incoming' })],
		['outgoing', query({ type: 'outgoing' })],
		['enabled', query({ state: 'enabled' })],
		['disabled', query({ state: 'disabled' })],
		['here', query({ scope: 'here' })],
		['page 2', query({ page: 2 })],
		['page 9999', query({ page: 9999 })],
		['private', query({ visibility: 'private' })],
		['share', query({ visibility: 'share' })],
		[
			'page 3 disabled here outgoing private',
			query({ type: 'outgoing', state: 'disabled', scope: 'here', page: 3, visibility: 'private' }),
		],
		[
			'private outgoing here disabled page 3',
			query({ type: 'outgoing', state: 'disabled', scope: 'here', page: 3, visibility: 'private' }),
		],
		['outgoing outgoing', query({ type: 'outgoing' })],
		['OUTGOING Page 2', query({ type: 'outgoing', page: 2 })],
		['--outgoing -disabled', query({ type: 'outgoing', state: 'disabled' })],
		['—outgoing', query({ type: 'outgoing' })],
		['-', query()],
		['help', query({ action: 'help' })],
		['--help', query({ action: 'help' })],
		['-h', query({ action: 'help' })],
		['?', query({ action: 'help' })],
		['outgoing nonsense help', query({ action: 'help' })],
	])('%j', (typed, expected) => {
		expect(valueOf(parse(typed))).toEqual(expected);
	});
});

describe('what is refused', () => {
	test.each([
		['outgoign', { kind: 'unknownWord', word: 'outgoign', nearest: 'outgoing' }],
		['in', { kind: 'unknownWord', word: 'in', nearest: 'incoming' }],
		['disable', { kind: 'unknownWord', word: 'disable', nearest: 'disabled' }],
		['incoming x', { kind: 'unknownWord', word: 'x', nearest: 'list' }],
		['constructor', { kind: 'unknownWord', word: 'constructor', nearest: 'list' }],
		['__proto__', { kind: 'unknownWord', word: '__proto__', nearest: 'private' }],
		['page', { kind: 'missingValue', word: 'page' }],
		['page two', { kind: 'badValue', word: 'page', value: 'two' }],
		['page 0', { kind: 'badValue', word: 'page', value: '0' }],
		['page -2', { kind: 'badValue', word: 'page', value: '-2' }],
		['page 1e3', { kind: 'badValue', word: 'page', value: '1e3' }],
		['page 10000', { kind: 'badValue', word: 'page', value: '10000' }],
		['page 2 page 3', { kind: 'repeatedValue', word: 'page' }],
		['incoming outgoing', { kind: 'conflictingWords', word: 'outgoing', other: 'incoming' }],
		['disabled enabled', { kind: 'conflictingWords', word: 'enabled', other: 'disabled' }],
		['share private', { kind: 'conflictingWords', word: 'private', other: 'share' }],
	])('%j', (typed, expected) => {
		expect(failureOf(parse(typed))).toEqual(expected);
	});
});

test('what is printed is understood as the same', () => {
	const asked = query({ type: 'outgoing', state: 'disabled', scope: 'here', page: 3, visibility: 'private' });
	expect(printQuery(asked)).toBe('/integrations outgoing disabled here private page 3');
	expect(valueOf(parse(printQuery(asked).replace('/integrations', '')))).toEqual(asked);
	expect(printQuery(query())).toBe('/integrations');
});
