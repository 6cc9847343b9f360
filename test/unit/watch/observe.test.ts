import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { readWhole } from '../../../lib/watch/wholeList';
import { type Look, observe, type ObservePorts } from '../../../lib/watch/observe';
import { failureOf, valueOf } from '../../support/builders';
import { host } from '../../support/host';
import { keptOf, look, record, roomOf, serverWith, silentUsers } from '../../support/watched';

/** What is seen in `#support` of a server's integrations, and what was asked of the server after its list. */
async function see(records: readonly object[], asked: Partial<Look> = {}, ports: Partial<ObservePorts> = {}) {
	const { source, requests } = serverWith(records);
	const list = valueOf(await readWhole(source));
	const seen = await observe(
		{ room: roomOf(), list, includeGlobal: true, before: undefined, caller: 'li', ...asked },
		{ ...host().ports, source, ...ports },
	);
	return { seen, requests: requests.slice(1) };
}

async function seeWell(...given: Parameters<typeof see>) {
	return valueOf((await see(...given)).seen);
}

describe('what is seen in a room', () => {
	test('its rows, by the workspace’s list alone: nothing more is asked of the server', async () => {
		const elsewhere = record('c', { channel: ['#other'] });
		const { seen, requests } = await see([record('b'), elsewhere, record('a')]);
		expect(valueOf(seen)).toEqual({
			...{ view: 'I true', isSure: true, at: 1_000_000, more: 0 },
			rows: [keptOf('a'), keptOf('b')],
		});
		expect(requests).toEqual([]);
	});

	test('also what serves it without naming it as a channel', async () => {
		const answers = record('a', { type: 'webhook-outgoing', event: 'sendMessage', channel: ['#other'], targetRoom: '#support' });
		expect((await seeWell([answers])).rows).toMatchObject([{ id: 'a', type: 'outgoing', channels: ['#other'] }]);
	});

	test('only what everybody there may see', async () => {
		const redirectable = record('CANARY', { channel: ['#other'], overrideDestinationChannelEnabled: true });
		expect((await seeWell([redirectable])).rows).toEqual([]);
	});

	test.each([
		[true, ['a']],
		[false, []],
	])('what serves all channels, if that is wanted: %j', async (includeGlobal, ids) => {
		const { rows, view } = await seeWell([record('a', { channel: ['all_public_channels'] })], { includeGlobal });
		expect(rows.map(({ id }) => id)).toEqual(ids);
		expect(view).toBe(`I ${String(includeGlobal)}`);
	});

	test('of more than 500, how many are not kept', async () => {
		const records = Array.from({ length: 503 }, (_, index) => record(String(index)));
		const { rows, more } = await seeWell(records);
		expect([rows.length, more]).toEqual([500, 3]);
	});
});

describe('what is wrong with the people behind the rows', () => {
	const known = keptOf('a', { findings: ['creatorMissing'] });
	const gone = (...ids: string[]): ObservePorts['users'] => ({
		...host().ports.users,
		getById: async (id) => Promise.resolve((ids.includes(id) ? undefined : { id, username: id.toLowerCase() }) as IUser),
	});

	test('is looked up anew, and kept', async () => {
		const seen = await seeWell([record('a')], {}, { users: gone('BOT') });
		expect(seen).toMatchObject({ isSure: true, rows: [{ findings: ['posterMissing'] }] });
	});

	test('takes the place of what was known before', async () => {
		const seen = await seeWell([record('a')], { before: look([], { rows: [known] }) });
		expect(seen).toMatchObject({ isSure: true, rows: [{ findings: [] }] });
	});

	test.each([true, false])(
		'stays as it was where nobody could be looked up; so it is surely known as before: %j',
		async (isSure) => {
			const before = look([], { rows: [known], isSure });
			const seen = await seeWell([record('a')], { before }, { users: silentUsers });
			expect(seen).toMatchObject({ isSure, rows: [{ findings: ['creatorMissing'] }] });
		},
	);

	test.each([
		[200, true],
		[201, false],
	])('is looked up of 200 people: %i', async (people, isSure) => {
		const creators = Array.from({ length: people - 1 }, (_, index) => ({ _id: `U${String(index)}`, username: 'u' }));
		const records = creators.map((_createdBy, index) => record(String(index), { _createdBy }));
		expect(await seeWell(records, {}, { users: gone() })).toMatchObject({ isSure });
		const members = creators.map(({ _id }, index) => record(String(index), { userId: _id }));
		const room = roomOf({ type: RoomType.PRIVATE_GROUP });
		expect(await seeWell(members, { room }, { users: gone() })).toMatchObject({ isSure });
	});

	test('is not surely known where nobody could be looked up at the first time', async () => {
		expect(await seeWell([record('a')], {}, { users: silentUsers })).toMatchObject({ isSure: false, rows: [{ findings: [] }] });
	});

	test('is surely known where nobody but the caller is there: look-ups work', async () => {
		const seen = await seeWell([record('a')], { caller: 'mo' }, { users: gone('BOT', 'ANA', 'li') });
		expect(seen).toMatchObject({ isSure: true, rows: [{ findings: ['creatorMissing', 'posterMissing'] }] });
	});

	test('nor is it where the members of a private group could not be looked up', async () => {
		const { rooms } = host().ports;
		const getUserUnreadMessageCount = async () => Promise.reject(new Error('no answer'));
		const room = roomOf({ type: RoomType.PRIVATE_GROUP });
		const ports = { rooms: { ...rooms, getUserUnreadMessageCount } };
		expect(await seeWell([record('a')], { room }, ports)).toMatchObject({ isSure: false });
		expect(await seeWell([record('a')], { room })).toMatchObject({ isSure: true });
	});
});

test('an omnichannel room has no integrations to look at', async () => {
	const { seen } = await see([record('a')], { room: roomOf({ type: RoomType.LIVE_CHAT }) });
	expect(failureOf(seen)).toEqual({ kind: 'omnichannelRoom' });
});
