import { expect, test } from '@jest/globals';
import { translator } from '../../../lib/messages/translate';
import { layouts, writer } from '../../../lib/messages/nameWidths';

const t = translator('en');

test.each([
	[['a', 'b'], '`a`, `b`'],
	[['a', 'b', 'c', 'd', 'e'], '`a`, `b`, `c` +2'],
	[['a', '', '\u202e'], '`a`, (none), (none)'],
	[[], ''],
])('the names %j are listed, and of many the first ones', (texts, shown) => {
	expect(writer({ width: 10, named: 3, brief: false }, t).names(texts, '(none)')).toBe(shown);
});

test('each layout takes less room than the one before', () => {
	const long = Array.from({ length: 9 }, () => 'W'.repeat(99));
	const lengths = layouts.map((layout) => {
		const { names, name, brief, terse } = writer(layout, t);
		// What is left out at each step takes more than the width that names get back.
		return names(long, '').length + name('W'.repeat(99)).length + (brief ? 0 : 30) - terse * 40;
	});
	expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
});

test('only the last layouts leave out what was found, and who it is by', () => {
	const tersest = layouts.map((layout) => writer(layout, t).terse);
	expect(tersest).toEqual([...tersest].sort());
	expect([tersest[0], tersest[tersest.length - 1]]).toEqual([0, 2]);
	expect(writer({ width: 10, named: 3, brief: false }, t)).toMatchObject({ brief: false, terse: 0 });
});
