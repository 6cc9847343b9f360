import { expect, test } from '@jest/globals';
import { translator } from '../../lib/strings';
import { layouts, writer } from '../../lib/writer';

const t = translator('en');

test.each([
	[['a', 'b'], '`a`, `b`'],
	[['a', 'b', 'c', 'd', 'e'], '`a`, `b`, `c` +2'],
	[['a', '', '\u202e'], '`a`, (none), (none)'],
	[[], ''],
])('%j', (texts, shown) => {
	expect(writer({ width: 10, named: 3, brief: false }, t).names(texts, '(none)')).toBe(shown);
});

test('each layout takes less room than the one before', () => {
	const long = Array.from({ length: 9 }, () => 'W'.repeat(99));
	const lengths = layouts.map((layout) => {
		const { names, name, brief } = writer(layout, t);
		return names(long, '').length + name('W'.repeat(99)).length + (brief ? 0 : 30);
	});
	expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
});
