import { expect, test } from '@jest/globals';
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

test('of two records of one room the newer counts', async () => {
	const store = memoryStore();
	const [older, newer] = [
		{ version: 1, ...watch },
		{ version: 1, ...watch, looked: 11, by: 'mo' },
	];
	const reader: StorePorts['reader'] = {
		readByAssociation: async () => Promise.resolve([newer, older]),
		readByAssociations: async () => Promise.resolve([older, newer]),
	};
	expect((await readWatches({ ...store, reader })).map(({ by }) => by)).toEqual(['mo']);
	expect((await readWatch('R1', { ...store, reader }))?.by).toBe('mo');
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
