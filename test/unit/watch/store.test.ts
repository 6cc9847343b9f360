import { describe, expect, test } from '@jest/globals';
import {
	readSnapshot,
	readWatch,
	readWatches,
	removeAll,
	removeWatch,
	saveSnapshot,
	saveWatch,
	updateWatch,
	type StorePorts,
} from '../../../lib/watch/store';
import type { Watch } from '../../../lib/watch/watch';
import { kept } from '../../support/kept';
import { memoryStore } from '../../support/store';

const watch: Watch = { roomId: 'R1', byId: 'LI1', by: 'li', since: 5, looked: 9, told: 7, failures: 1, untold: true };
const snapshot = { view: 'key true', isSure: true, at: 9, rows: [kept()], more: 0 };
const [watchKey, rowsKey] = ['misc watched-room|room R1', 'misc watched-room-rows|room R1'] as const;

test('what is kept comes back, room by room, and goes', async () => {
	const store = memoryStore();
	expect(await saveWatch(watch, store)).toBe(true);
	expect(await saveWatch({ ...watch, roomId: 'R2' }, store)).toBe(true);
	await saveSnapshot('R1', snapshot, store);
	expect(await readWatch('R1', store)).toEqual(watch);
	expect((await readWatches(store)).map(({ roomId }) => roomId)).toEqual(['R1', 'R2']);
	expect(await readSnapshot('R1', store)).toEqual(snapshot);
	expect(await readSnapshot('R2', store)).toBeUndefined();
	await removeWatch('R1', store);
	expect([await readWatch('R1', store), await readSnapshot('R1', store)]).toEqual([undefined, undefined]);
	await removeAll(store);
	expect(store.records.size).toBe(0);
});

describe('two servers may have made two records of one room', () => {
	const [older, newer] = [
		{ version: 1, ...watch },
		{ version: 1, ...watch, looked: 11, by: 'mo' },
	];

	test.each([
		['first', [newer, older]],
		['last', [older, newer]],
	])('the newer counts, if it comes %s', async (_, records) => {
		const store = memoryStore();
		store.records.set(watchKey, records);
		expect(await readWatches(store)).toMatchObject([{ by: 'mo' }]);
		expect(await readWatch('R1', store)).toMatchObject({ by: 'mo' });
	});

	test.each([
		['first', [4, 3]],
		['last', [3, 4]],
	])('so it is of what was seen, if it comes %s', async (_, times) => {
		const store = memoryStore();
		store.records.set(
			rowsKey,
			times.map((at) => ({ version: 1, ...snapshot, at })),
		);
		expect(await readSnapshot('R1', store)).toMatchObject({ at: 4 });
	});

	test('and one takes their place as soon as something is kept', async () => {
		const store = memoryStore();
		store.records.set(watchKey, [older, newer]);
		await updateWatch({ ...watch, looked: 20 }, store);
		expect(store.records.get(watchKey)).toEqual([{ version: 1, ...watch, looked: 20 }]);
	});

	test('of one record, nothing is removed: nobody sees the room unwatched meanwhile', async () => {
		const store = memoryStore();
		await saveWatch(watch, store);
		const removeByAssociations = async () => Promise.reject(new Error('removed'));
		await updateWatch({ ...watch, looked: 20 }, { ...store, writer: { ...store.writer, removeByAssociations } });
		expect(await readWatch('R1', store)).toEqual({ ...watch, looked: 20 });
	});
});

test('the places where it is kept stay as they are: an update of the app finds what the version before kept', async () => {
	const store = memoryStore();
	await saveWatch(watch, store);
	await saveSnapshot('R1', snapshot, store);
	expect([...store.records.keys()]).toEqual([watchKey, rowsKey]);
});

test('what was ended, or begun anew, is not kept again', async () => {
	const store = memoryStore();
	await updateWatch(watch, store);
	expect(await readWatch('R1', store)).toBeUndefined();
	await saveWatch({ ...watch, since: 6 }, store);
	await updateWatch({ ...watch, looked: 20 }, store);
	expect(await readWatch('R1', store)).toEqual({ ...watch, since: 6 });
	await updateWatch({ ...watch, since: 6, looked: 20 }, store);
	expect(await readWatch('R1', store)).toEqual({ ...watch, since: 6, looked: 20 });
});

test('without the permission nothing is kept, and that is known', async () => {
	const nothing = async () => Promise.resolve(undefined as never);
	const store: StorePorts = {
		reader: { readByAssociation: nothing, readByAssociations: nothing },
		writer: { updateByAssociations: nothing, removeByAssociation: nothing, removeByAssociations: nothing },
	};
	expect(await saveWatch(watch, store)).toBe(false);
	expect(await readWatches(store)).toEqual([]);
});
