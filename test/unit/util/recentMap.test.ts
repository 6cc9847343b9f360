import { expect, test } from '@jest/globals';
import { createRecentMap } from '../../../lib/util/recentMap';

test('what was asked for longest ago goes first', () => {
	const map = createRecentMap<number>(2);
	map.set('a', 1);
	map.set('b', 2);
	expect(map.get('a')).toBe(1);
	map.set('c', 3);
	expect(['a', 'b', 'c'].map(map.get)).toEqual([1, undefined, 3]);
});

test('a new value takes the place of the old one, and counts as asked for', () => {
	const map = createRecentMap<number>(2);
	map.set('a', 1);
	map.set('b', 2);
	map.set('a', 9);
	map.set('c', 3);
	expect(['a', 'b', 'c'].map(map.get)).toEqual([9, undefined, 3]);
});

test('what is falsy is kept, keys of objects are keys, and nothing is left after clearing', () => {
	const map = createRecentMap<number | string | false>(5);
	map.set('zero', 0);
	map.set('empty', '');
	map.set('__proto__', false);
	expect(['zero', 'empty', '__proto__', 'constructor'].map(map.get)).toEqual([0, '', false, undefined]);
	map.clear();
	expect(map.get('zero')).toBeUndefined();
});
