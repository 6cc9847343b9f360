import { describe, expect, test } from '@jest/globals';
import { type Change, compareSnapshots } from '../../../lib/watch/compare';
import type { Snapshot } from '../../../lib/watch/snapshot';
import { readSnapshot, readWatch, removeWatch, saveSnapshot, saveWatch } from '../../../lib/watch/store';
import { type Digest, keep, tellRoom, type TellPorts } from '../../../lib/watch/tellRoom';
import { memoryStore } from '../../support/store';
import { keptOf, look, roomOf, watchOf } from '../../support/watched';

const watch = watchOf({ failures: 2, untold: true });
const before = look(['a']);
const seen = look(['a', 'b'], { at: 50 });
const news: Change = { kind: 'new', row: keptOf('b') };
const gone: Change = { kind: 'gone', row: keptOf('aa') };

interface World {
	readonly changes?: readonly Change[];
	readonly found?: readonly Change[];
	readonly before?: Snapshot | undefined;
	/** How many of the changes the room is told; undefined where it does not take them. */
	readonly count?: number | undefined;
	/** What somebody does just before the room is told, and just after. */
	readonly meanwhile?: (store: TellPorts['store']) => Promise<unknown>;
	readonly afterwards?: (store: TellPorts['store']) => Promise<unknown>;
	readonly now?: number;
	readonly seen?: Snapshot;
}

/** What was told, and what is kept after it. The round's deadline is at 1,000. */
async function tell(world: World = {}) {
	const { changes = [news], found = changes, now = 60 } = world;
	const store = memoryStore();
	await saveWatch(watch, store);
	await saveSnapshot('R1', before, store);
	await world.meanwhile?.(store);
	const told: Digest[] = [];
	const ports: TellPorts = {
		store,
		now: () => now,
		deadline: 1000,
		tell: async (digest) => {
			told.push(digest);
			await world.afterwards?.(store);
			return 'count' in world ? world.count : digest.changes.length;
		},
	};
	const digest = { room: roomOf(), watch, changes, more: 4 };
	await tellRoom(digest, { found, before: 'before' in world ? world.before : before, seen: world.seen ?? seen }, ports);
	const [watched, rows] = [await readWatch('R1', store), await readSnapshot('R1', store)];
	return { told, digest, watched, rows };
}

const looked = { ...watch, looked: 50, failures: 0, untold: false };

describe('where something changed', () => {
	test('the room is told, and what was seen is kept', async () => {
		const { told, digest, watched, rows } = await tell();
		expect(told).toEqual([digest]);
		expect(watched).toEqual({ ...looked, told: 50 });
		expect(rows).toEqual(seen);
	});

	test('and the room does not take it, it stays to be told: the next round tries again', async () => {
		const { told, watched, rows } = await tell({ count: undefined });
		expect(told).toHaveLength(1);
		expect(watched).toEqual({ ...watch, failures: 0, untold: true });
		expect(rows).toEqual(before);
	});

	test('what may not be told as gone is kept on, in its order', async () => {
		const { rows } = await tell({ found: [news, gone] });
		expect(rows?.rows.map(({ id }) => id)).toEqual(['a', 'aa', 'b']);
	});

	test('what was too much for one message is found again, at the next look that is due', async () => {
		const [one, other] = [keptOf('a'), keptOf('a', { name: 'Renamed' })];
		const changed: Change = { kind: 'changed', row: other, before: one, fields: ['name'] };
		const changes = [news, gone, changed];
		const known = look(['a', 'aa']);
		const now = { ...seen, rows: [other, keptOf('b')] };
		const left = async (count: number) => {
			const { rows, watched } = await tell({ changes, before: known, seen: now, count });
			expect(watched).toEqual({ ...looked, told: 50 });
			return compareSnapshots(rows, now);
		};
		expect([await left(0), await left(1), await left(2), await left(10)]).toEqual([changes, [gone, changed], [changed], []]);
	});
});

test('where people were not known before, they are not known of what was left out, either', async () => {
	const changed: Change = { kind: 'changed', row: keptOf('a', { name: 'Renamed' }), before: keptOf('a'), fields: ['name'] };
	const unsure = { before: look(['a'], { isSure: false }), changes: [changed] };
	expect([(await tell({ ...unsure, count: 0 })).rows?.isSure, (await tell(unsure)).rows?.isSure]).toEqual([false, true]);
	expect((await tell({ changes: [changed], count: 0 })).rows?.isSure).toBe(true);
});

describe('where nothing changed', () => {
	test('nobody is told; that the room was looked at is kept, and no more is written', async () => {
		const { told, watched, rows } = await tell({ changes: [] });
		expect(told).toEqual([]);
		expect(watched).toEqual(looked);
		expect(rows).toEqual(before);
	});

	test.each<[string, Snapshot | undefined]>([
		['at the first look', undefined],
		['of another server or setting', look(['a'], { view: 'other' })],
		['as people could be looked up again', look(['a'], { isSure: false })],
	])('but %s what was seen is kept', async (_, known) => {
		const { told, rows } = await tell({ changes: [], before: known });
		expect([told, rows]).toEqual([[], seen]);
	});
});

describe('where somebody ended the watch meanwhile', () => {
	const end = async (store: TellPorts['store']) => removeWatch('R1', store);

	test('the room is not told', async () => {
		expect(await tell({ meanwhile: end })).toMatchObject({ told: [], watched: undefined, rows: undefined });
	});

	test('or just as it was told, nothing is kept of it', async () => {
		expect(await tell({ afterwards: end })).toMatchObject({ watched: undefined, rows: undefined });
	});

	test('and nothing changed, nothing is kept', async () => {
		expect(await tell({ meanwhile: end, changes: [], before: undefined })).toMatchObject({ watched: undefined, rows: undefined });
	});

	test('and began it anew, that is what counts', async () => {
		const anew = { ...watch, since: 6 };
		const { told, watched } = await tell({ meanwhile: async (store) => saveWatch(anew, store) });
		expect([told, watched]).toEqual([[], anew]);
	});
});

describe('a round that hung', () => {
	test.each([
		['is ended within five seconds after its deadline', 5999, 1, 50],
		['does nothing more after them', 6000, 0, 9],
	])('%s', async (_, now, told, lookedAt) => {
		const done = await tell({ now });
		expect([done.told.length, done.watched?.looked]).toEqual([told, lookedAt]);
		expect((await tell({ now, changes: [] })).watched?.looked).toBe(lookedAt);
	});
});

test('of a watch that was ended nothing is kept', async () => {
	const store = memoryStore();
	await keep(watch, { store, now: () => 0, deadline: 1000, tell: async () => Promise.resolve(0) });
	expect(store.records.size).toBe(0);
});
