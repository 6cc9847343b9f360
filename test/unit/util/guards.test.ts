import { expect, test } from '@jest/globals';
import { isRecord, toText, toTexts } from '../../../lib/util/guards';

test.each([
	[{}, true],
	[Object.create(null), true],
	[[], false],
	[null, false],
	[undefined, false],
	['x', false],
	[() => undefined, false],
])('%j is a record: %s', (value, is) => {
	expect(isRecord(value)).toBe(is);
});

test.each([
	['x', 'x'],
	['', ''],
	[7, ''],
	[null, ''],
	[['x'], ''],
	[{ toString: () => 'CANARY' }, ''],
])('%j as a text is %j', (value, text) => {
	expect(toText(value)).toBe(text);
});

test.each([
	[
		[' a ', '', 'b', 7, null],
		[' a ', '', 'b'],
	],
	[[], []],
	['a', undefined],
	[undefined, undefined],
	[{ 0: 'a', length: 1 }, undefined],
])('%j as texts is %j', (value, texts) => {
	expect(toTexts(value)).toEqual(texts);
});
