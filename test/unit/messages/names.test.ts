import { expect, test } from '@jest/globals';
import { apart, label, list, minute, quote, quoted } from '../../../lib/messages/names';
import { translator } from '../../../lib/messages/translate';

const en = translator('en');

test.each([
	['reader', '`reader`'],
	['@all', '`@all`'],
	['a`b', "`a'b`"],
	['', '…'],
	['\u202e', '…'],
	['x'.repeat(99), `\`${'x'.repeat(39)}…\``],
])('the name %j is quoted', (name, expected) => {
	expect(quote(name)).toBe(expected);
});

test('a setting is called as on the settings page', () => {
	expect(label('allowed_roles', en)).toBe('**Who may ask**');
	expect(label('server_url', en)).toBe('**Server URL**');
});

test.each([
	[[], '', ''],
	[['a'], 'a', 'a'],
	[['a', 'b'], 'a and b', 'a or b'],
	[['a', 'b', 'c'], 'a, b and c', 'a, b or c'],
])('%j are listed in words', (items, all, oneOfThem) => {
	expect([list(items, 'and', en), list(items, 'or', en)]).toEqual([all, oneOfThem]);
});

test.each([
	[[], ''],
	[['a, b'], 'a, b'],
	[['a, b', 'c', 'd'], 'a, b; c; d'],
])('%j, which may have commas of their own, are kept apart', (items, all) => {
	expect(apart(items, en)).toBe(all);
});

test('of many names the first are shown, the others counted', () => {
	const names = Array.from({ length: 23 }, (_, index) => `r${index}`);
	expect(quoted(names.slice(0, 20), 'and', en)).toMatch(/`r18` and `r19`$/);
	expect(quoted(names, 'and', en)).toMatch(/`r18`, `r19` and \+3$/);
});

test('a time does not break at its hyphens', () => {
	expect(minute('2025-06-04T10:00:05.000Z')).toBe('2025\u2060-\u206006\u2060-\u206004 10:00');
});
