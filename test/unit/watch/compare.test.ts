import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Change, changedFindings, compare, compareSnapshots } from '../../../lib/watch/compare';
import type { Kept, Snapshot } from '../../../lib/watch/snapshot';
import { kept } from '../../support/kept';

const later = '2024-06-01T10:00:00.000Z';

test('where nothing changed there is nothing to tell', () => {
	expect(compare([kept(), kept({ id: 'id2' })], [kept({ id: 'id2' }), kept()])).toEqual([]);
	expect(compare([], [])).toEqual([]);
});

describe('what is told', () => {
	test('new, gone, changed, in this order', () => {
		const before = [kept({ id: 'a', enabled: false }), kept({ id: 'b' }), kept({ id: 'c' })];
		const now = [kept({ id: 'd' }), kept({ id: 'c' }), kept({ id: 'a' })];
		expect(compare(before, now).map(({ kind, row }) => [kind, row.id])).toEqual([
			['new', 'd'],
			['gone', 'b'],
			['changed', 'a'],
		]);
	});

	test('and of each kind by id', () => {
		const [a, b, c] = ['a', 'b', 'c'].map((id) => kept({ id }));
		expect(compare([], [kept({ id: 'c' }), kept({ id: 'a' }), kept({ id: 'b' })]).map(({ row }) => row)).toEqual([a, b, c]);
	});

	test.each<[string, Partial<Kept>, string[]]>([
		['switched off', { enabled: false }, ['enabled']],
		['renamed', { name: 'Other' }, ['name']],
		['another event', { event: 'roomJoined' }, ['event']],
		['other words', { words: ['a'] }, ['words']],
		['other hosts', { hosts: ['b.example.com'] }, ['hosts']],
		['another poster', { poster: 'x' }, ['poster']],
		['another reason to be here', { reach: 'publicChannels' }, ['reach']],
		['other channels', { channels: ['#support', '#a'] }, ['channels']],
		['a finding that came', { findings: ['plainHttp'] }, ['findings']],
		['several at once', { name: 'Other', words: ['a'] }, ['name', 'words']],
		['only what is not shown', { updatedAt: later }, []],
		['switched off, with a finding that came', { enabled: false, findings: ['noTarget'] }, ['enabled', 'findings']],
	])('%s', (_, fields, told) => {
		const [change] = compare([kept()], [kept({ updatedAt: later, ...fields })]);
		expect(change).toMatchObject({ kind: 'changed', fields: told });
	});

	test('why it reaches the room is no change where that was not known before', () => {
		expect(compare([kept({ reach: '' })], [kept()])).toEqual([]);
	});

	test('of what was switched off not which findings went with that, but which came', () => {
		const before = kept({ findings: ['plainHttp'] });
		expect(compare([before], [kept({ enabled: false })])).toMatchObject([{ fields: ['enabled'] }]);
		const came = kept({ enabled: false, findings: ['posterMissing'] });
		expect(changedFindings(before, came)).toEqual({ came: ['posterMissing'], went: [] });
	});

	test('which findings came, and which went', () => {
		expect(
			changedFindings(kept({ findings: ['plainHttp', 'sameWords'] }), kept({ findings: ['sameWords', 'noTarget'] })),
		).toEqual({
			came: ['noTarget'],
			went: ['plainHttp'],
		});
	});
});

describe('two looks at a room', () => {
	const look = (rows: readonly Kept[], fields: Partial<Snapshot> = {}): Snapshot => ({
		...{ view: 'one', isSure: true, at: 1, more: 0 },
		...fields,
		rows,
	});

	test('where what reaches all rooms counts since, or no longer, that is neither new nor gone; all else is told', () => {
		const everywhere = kept({ id: 'a', reach: 'publicChannels' });
		const [named, answering] = [kept({ id: 'b' }), kept({ id: 'c', reach: 'answersHere' })];
		const [on, off] = [{ view: 'one true' }, { view: 'one false' }];
		const told = (...looks: Parameters<typeof compareSnapshots>) =>
			compareSnapshots(...looks).map(({ kind, row }) => `${kind} ${row.id}`);
		expect(told(look([everywhere, named], on), look([answering], off))).toEqual(['new c', 'gone b']);
		expect(told(look([named], off), look([everywhere, kept({ id: 'b', name: 'Other' })], on))).toEqual(['changed b']);
		expect(told(look([everywhere], on), look([], on))).toEqual(['gone a']);
		// Of older records it is not known whether it named the room.
		expect(told(look([kept({ reach: '' })], on), look([], off))).toEqual([]);
	});

	test('of another server or user are not compared', () => {
		expect(compareSnapshots(look([kept()]), look([], { view: 'other' }))).toEqual([]);
		expect(compareSnapshots(undefined, look([kept()]))).toEqual([]);
	});

	test('of more integrations than are kept, only those that both know of', () => {
		const [a, b, c] = [kept({ id: 'a' }), kept({ id: 'b' }), kept({ id: 'c' })];
		expect(compareSnapshots(look([a, c], { more: 1 }), look([a, b], { more: 2 })).map(({ row }) => row.id)).toEqual(['b']);
		expect(compareSnapshots(look([a, b], { more: 1 }), look([a, b, c]))).toEqual([]);
	});

	test('that says of more integrations, and holds none, all are compared', () => {
		expect(compareSnapshots(look([], { more: 1 }), look([kept()]))).toMatchObject([{ kind: 'new' }]);
	});

	test('where it was not known what is wrong with people, that is not new; what a row itself tells is', () => {
		const now = look([kept({ findings: ['posterMissing'], enabled: false })]);
		expect(compareSnapshots(look([kept()], { isSure: false }), now)).toMatchObject([{ fields: ['enabled'] }]);
		const plain = look([kept({ findings: ['plainHttp', 'posterMissing'] })]);
		expect(compareSnapshots(look([kept()], { isSure: false }), plain)).toMatchObject([
			{ fields: ['findings'], row: { findings: ['plainHttp'] } },
		]);
		expect(compareSnapshots(look([kept()]), look([kept({ findings: ['posterMissing'] })]))).toMatchObject([
			{ fields: ['findings'] },
		]);
	});
});

const anyKept: fc.Arbitrary<Kept> = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
		enabled: fc.boolean(),
		name: fc.string({ maxLength: 3 }),
		words: fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
		hosts: fc.array(fc.constantFrom('x.example.com', 'y.example.com'), { maxLength: 2 }),
		poster: fc.constantFrom('', 'x', 'y'),
		updatedAt: fc.constantFrom('', later),
	})
	.map((fields) => kept(fields));
const anyRows = fc.uniqueArray(anyKept, { selector: ({ id }) => id, maxLength: 6 });

function byId(rows: readonly Kept[]): Kept[] {
	return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Applies what was told, and nothing else, to what was before. */
function apply(before: readonly Kept[], changes: readonly Change[]): Kept[] {
	const rows = new Map(before.map((row) => [row.id, row]));
	for (const change of changes) {
		if (change.kind === 'gone') rows.delete(change.row.id);
		else if (change.kind === 'new') rows.set(change.row.id, change.row);
		else {
			const told = Object.fromEntries(change.fields.map((field) => [field, change.row[field]]));
			rows.set(change.row.id, { ...change.before, ...told, updatedAt: change.row.updatedAt });
		}
	}
	return byId([...rows.values()]);
}

test('applying what is told to what was gives what is', () => {
	fc.assert(
		fc.property(anyRows, anyRows, (before, now) => {
			expect(apply(before, compare(before, now))).toEqual(byId(now));
		}),
	);
});

test('the order of rows does not matter', () => {
	fc.assert(
		fc.property(anyRows, anyRows, (before, now) => {
			expect(compare([...before].reverse(), [...now].reverse())).toEqual(compare(before, now));
		}),
	);
});
