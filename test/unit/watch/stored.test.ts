import { describe, expect, test } from '@jest/globals';
import type { Kept } from '../../../lib/watch/snapshot';
import { toSnapshot, toWatch } from '../../../lib/watch/stored';
import { kept } from '../../support/kept';
import { titled } from '../../support/titled';
import { look, watchOf } from '../../support/watched';

const watch = watchOf({ failures: 2, untold: true });
const full: Kept = kept({
	type: 'outgoing',
	event: 'sendMessage',
	words: ['!a', 'b'],
	hosts: ['a.example'],
	updatedBy: 'mo',
	findings: ['plainHttp', 'noTarget'],
});
const snapshot = { ...look([], { more: 3 }), rows: [full, kept({ id: 'id2' })] };

test('what was kept is read as it was', () => {
	expect(toWatch({ version: 1, ...watch })).toEqual([watch]);
	expect(toSnapshot({ version: 1, ...snapshot })).toEqual([snapshot]);
});

describe('a record is no watch', () => {
	test.each(
		titled<unknown>([
			...[undefined, null, 7, [], {}],
			watch,
			{ version: 2, ...watch },
			{ version: 1, ...watch, roomId: 7 },
			{ version: 1, ...watch, byId: null },
		]),
	)('%s', (_, record) => {
		expect(toWatch(record)).toEqual([]);
	});
});

test('a watch that was changed by hand counts as never looked at', () => {
	const wrong = { since: '5', looked: Infinity, told: NaN, failures: null, untold: 'yes', by: 7 };
	expect(toWatch({ version: 1, ...watch, ...wrong })).toEqual([
		{ ...watch, by: '', since: 0, looked: 0, told: 0, failures: 0, untold: false },
	]);
});

describe('a record is no look at a room', () => {
	test.each(
		titled<unknown>([
			...[undefined, null, {}, snapshot],
			{ version: 2, ...snapshot },
			{ version: 1, ...snapshot, rows: {} },
			{ version: 1, ...snapshot, rows: 'abc' },
		]),
	)('%s', (_, record) => {
		expect(toSnapshot(record)).toEqual([]);
	});
});

describe('a look that was changed by hand', () => {
	const empty = kept({ id: '', name: '', enabled: false, reach: '', channels: [], poster: '', createdBy: '', updatedAt: '' });

	test('is of nothing that is known, where its own fields have other types', () => {
		expect(toSnapshot({ version: 1, rows: [], view: 7, isSure: 'yes', at: 'now', more: [] })).toEqual([
			{ view: '', isSure: false, at: 0, more: 0, rows: [] },
		]);
	});

	test('has rows without what has another type, and none for what is no row', () => {
		const wrong = Object.fromEntries(Object.keys(full).map((field) => [field, 7]));
		expect(toSnapshot({ version: 1, rows: [wrong, 7, null, {}] })[0]?.rows).toEqual([empty, empty]);
	});

	test.each(['toString', 'other', undefined])('does not know why it reaches the room where that is no reason: %s', (reach) => {
		expect(toSnapshot({ version: 1, rows: [{ reach }] })[0]?.rows).toEqual([empty]);
	});

	test('switches nothing on but by `true`', () => {
		expect(toSnapshot({ version: 1, rows: [{ enabled: 'yes' }] })[0]?.rows).toEqual([empty]);
	});

	test('has no findings but those that there are: what every object has is none', () => {
		const findings = ['plainHttp', 'toString', '__proto__', 7, 'other'];
		expect(toSnapshot({ version: 1, rows: [{ findings }] })[0]?.rows).toEqual([{ ...empty, findings: ['plainHttp'] }]);
	});

	test('holds no more rows than are kept', () => {
		const rows = Array.from({ length: 501 }, (_, index) => kept({ id: String(index) }));
		expect(toSnapshot({ version: 1, rows })[0]?.rows).toHaveLength(500);
	});
});
