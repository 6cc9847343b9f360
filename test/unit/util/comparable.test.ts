import { expect, test } from '@jest/globals';
import { comparable, sameName } from '../../../lib/util/comparable';

test.each([
	['Ana', 'ANA'],
	['Café', 'Cafe\u0301'],
	['a\u00a0b', 'a  b'],
	['O’Brien', "o'brien"],
	['‘x`', "'x'"],
	['„x“', '"x"'],
	['a\u200b b', 'a b'],
	['x @all', 'x \u2060@all'],
])('%j and %j are the same to a reader', (one, other) => {
	expect(sameName(one, other)).toBe(true);
});

test.each([
	['Café', 'Cafe'],
	['ana', 'an'],
	['a b', 'ab'],
	['', ''],
	['\u200b', '\u2060'],
])('%j and %j are not', (one, other) => {
	expect(sameName(one, other)).toBe(false);
});

test('nothing is left of what cannot be seen', () => {
	expect(comparable(' \u200b\n')).toBe('');
});
