import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { authorize } from '../../../lib/access/authorize';
import { describeWatch } from '../../../lib/watch/describeWatch';
import { saveWatch, type StorePorts } from '../../../lib/watch/store';
import { query, valueOf } from '../../support/builders';
import { host, question, type Typed } from '../../support/host';
import { memoryStore } from '../../support/store';
import { watchOf } from '../../support/watched';

async function storeWith(...roomIds: readonly string[]): Promise<StorePorts> {
	const store = memoryStore();
	for (const roomId of roomIds) await saveWatch(watchOf({ roomId }), store);
	return store;
}

/** What is told in `#support`, whose id is R1. */
async function tell(store: StorePorts, typed: Partial<Typed> = {}, settings = {}) {
	const permit = valueOf(await authorize(question({ query: query({ action: 'status' }), ...typed }), host(settings).ports));
	return describeWatch(permit, { store, now: () => 77 });
}

const root = { id: 'root', roles: ['admin'] };

describe('the check of the set-up tells', () => {
	test('that this room is watched, and since when', async () => {
		expect(await tell(await storeWith('R2', 'R1'))).toEqual({
			watched: watchOf(),
			isOff: false,
			rooms: undefined,
			now: 77,
		});
	});

	test('that it is not, though others are', async () => {
		expect(await tell(await storeWith('R2'))).toMatchObject({ watched: undefined });
	});

	test('how many rooms are, to a workspace admin alone', async () => {
		expect(await tell(await storeWith('R2', 'R3'), { caller: root })).toMatchObject({ rooms: 2 });
	});

	test.each([
		['off', true],
		['hourly', false],
		['daily', false],
	])('whether the setting switches all watching off: %s', async (watch_interval, isOff) => {
		expect(await tell(memoryStore(), {}, { watch_interval })).toMatchObject({ isOff });
	});
});

test('nothing is told in a direct message, which cannot be watched', async () => {
	expect(await tell(await storeWith('R1'), { room: { type: RoomType.DIRECT_MESSAGE } })).toBeUndefined();
});

test('nor where what is kept could not be read', async () => {
	const store = memoryStore();
	const reader = { ...store.reader, readByAssociation: async () => Promise.reject(new Error('CANARY')) };
	expect(await tell({ ...store, reader })).toBeUndefined();
});
