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
import { toSnapshot, toWatch } from '../../../lib/watch/stored';
import { toKept } from '../../../lib/watch/snapshot';
import { isDue, type Watch } from '../../../lib/watch/watch';
import { incoming, outgoing, place, rowsIn } from '../../support/builders';
import { kept } from '../../support/kept';
import { memoryStore } from '../../support/store';
import { findingsOf, oneOfEach } from '../../support/troubled';

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

describe('a record that is none', () => {
	test.each([
		undefined,
		null,
		7,
		[],
		{},
		{ version: 2, ...watch },
		{ version: 1, ...watch, roomId: 7 },
		{ version: 1, roomId: 'R1' },
	])('%j', (record) => {
		expect(toWatch(record)).toEqual([]);
	});

	test.each([undefined, {}, { version: 2, ...snapshot }, { version: 1, rows: {} }])('nor a list: %j', (record) => {
		expect(toSnapshot(record)).toEqual([]);
	});

	test('fields of other types are empty', () => {
		const [read] = toSnapshot({
			version: 1,
			rows: [{ id: 7, enabled: 'yes', words: 'a', findings: ['plainHttp', 'toString', 7] }, 7],
		});
		expect(read?.rows).toEqual([
			kept({ id: '', name: '', enabled: false, channels: [], poster: '', createdBy: '', updatedAt: '', findings: ['plainHttp'] }),
		]);
	});
});

describe('of an integration is kept what its row shows', () => {
	const rows = rowsIn(place, [outgoing({ id: 'b' }), incoming({ id: 'a', alias: '', username: 'monitor' })]);
	const findings = findingsOf({ a: [oneOfEach.disabled, oneOfEach.posterMissing] });

	test('by id, and nothing else of it', () => {
		const [first, second] = toKept(rows, findings, undefined);
		expect(first).toMatchObject({ id: 'a', poster: 'monitor', findings: ['posterMissing'], words: [], hosts: [] });
		expect(second).toMatchObject({
			id: 'b',
			type: 'outgoing',
			words: ['!guggy', 'guggy', 'gif+'],
			hosts: ['text2gif.guggy.com'],
		});
		expect(Object.keys(first ?? {}).sort()).toEqual(Object.keys(kept()).sort());
	});

	test('where not everybody could be looked up, its findings are those of before', () => {
		const [first, second] = toKept(rows, findings, [kept({ id: 'a', findings: ['noTarget'] })]);
		expect([first?.findings, second?.findings]).toEqual([['noTarget'], []]);
	});

	test('no more than 500 integrations, 20 entries of a list, 120 letters of a text', () => {
		const long = outgoing({ id: 'x', name: 'n'.repeat(300), triggerWords: Array.from({ length: 99 }, () => 'w'.repeat(300)) });
		const [row] = toKept(rowsIn(place, [long]), findings, undefined);
		expect([row?.name.length, row?.words.length, row?.words[0]?.length]).toEqual([120, 20, 120]);
		const many = rowsIn(
			place,
			Array.from({ length: 600 }, (_, index) => incoming({ id: String(index) })),
		);
		expect(toKept(many, findings, undefined)).toHaveLength(500);
	});
});

test.each([
	[{ looked: 0, untold: false }, 99, false],
	[{ looked: 0, untold: false }, 100, true],
	[{ looked: 99, untold: true }, 100, true],
])('%j is due at %i: %j', (fields, now, due) => {
	expect(isDue({ ...watch, ...fields }, 100, now)).toBe(due);
});
