import { expect, test } from '@jest/globals';
import { opensQuote, tidy, toText, toWords } from '../../../lib/query/tidy';

test.each([
	['“a”', 'a'],
	['„a“', 'a'],
	['„a”', 'a'],
	['«a»', 'a'],
	['»a«', 'a'],
	['‹a›', 'a'],
	['‘a’', 'a'],
	['‚a‘', 'a'],
	['"a"', 'a'],
	["'a'", 'a'],
	['« a »', 'a'],
	['"‘a’", ,', 'a'],
	['a,，、،', 'a'],
	['', ''],
	['""', ''],
])('%j is tidied to %j', (typed, text) => {
	expect(tidy(typed)).toBe(text);
	expect(tidy(text)).toBe(text);
});

test.each([
	'“a',
	'a”',
	'"a\'',
	'“a" ',
	'x‹a›',
	'‹a›x',
	'x‘a’',
	'‘a’x',
	'O’Brien',
	"it's",
	'“a” “b”',
	"'a' 'b'",
	"'a','b'",
	',a',
	'a,b',
	'`a`',
	"'a'b'.",
])('%j keeps what does not stand around the whole', (typed) => {
	expect(tidy(typed)).toBe(typed.trim());
});

test('of a word without end only a part is looked at, however deep its quotes are', () => {
	const [word = ''] = toWords([`"'`.repeat(100_000)]);
	expect(word).toHaveLength(2000);
	expect(tidy(toText(`${`"'`.repeat(500)}a${`'"`.repeat(500)}${','.repeat(100_000)}`))).not.toContain(',');
	expect(toText('a'.repeat(100_000))).toHaveLength(2000);
});

test('blanks of every kind part words, and are one in a text', () => {
	expect(toWords([' a\u00a0b', '', 'c\u202fd\u2009\u3000e\nf'])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
	expect(toText(' a\u00a0\u202fb\n c ')).toBe('a b c');
	expect(toText('e\u2060\u0301')).toBe('\u00e9');
});

test.each(['«', '“', '„', '"', "'"])('%j alone opens a quote', (word) => {
	expect(opensQuote(word)).toBe(true);
});

test.each(['', '«a', 'a«', 'a', '@', '`'])('%j opens none', (word) => {
	expect(opensQuote(word)).toBe(false);
});
