import { describe, expect, test } from '@jest/globals';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { findRoomObstacle } from '../../../lib/host/roomObstacle';
import { type PortChange, ports } from '../../support/setUpWorld';

const mia = { id: 'MIA1', username: 'mia', roles: ['user'] } as unknown as IUser;

/** What stands in the way of a message for mia in a room with these fields and flags. */
async function obstacle(
	room: object,
	flags: object = {},
	{ caller = mia, change = {} }: { caller?: IUser; change?: PortChange } = {},
) {
	return findRoomObstacle({ id: 'R1', ...room, _unmappedProperties_: flags } as unknown as IRoom, caller, ports(change));
}

const readOnly = { isReadOnly: true };
async function among() {
	return Promise.resolve([{ id: 'MIA1', username: 'mia' } as IUser]);
}
async function broken() {
	return Promise.reject(new Error('CANARY'));
}

describe('the room takes it', () => {
	test.each<[string, object, object]>([
		['an ordinary one', {}, {}],
		['where others are muted', {}, { muted: ['li', 'miam'] }],
		['flags of other types', { isReadOnly: false }, { archived: 'no', muted: 'mia', encrypted: 0 }],
		['read-only, but she is unmuted', readOnly, { unmuted: ['mia'] }],
	])('%s', async (_, room, flags) => {
		expect(await obstacle(room, flags)).toBeUndefined();
	});

	test('without any flags', async () => {
		expect(await findRoomObstacle({ id: 'R1' } as IRoom, mia, ports())).toBeUndefined();
	});

	test.each<[string, PortChange]>([
		['its owner', { rooms: { getOwners: among } }],
		['its moderator', { rooms: { getModerators: among } }],
		['its moderator, though owners cannot be looked up', { rooms: { getOwners: broken, getModerators: among } }],
	])('read-only, from %s', async (_, change) => {
		expect(await obstacle(readOnly, {}, { change })).toBeUndefined();
	});

	test('read-only, from a workspace admin', async () => {
		expect(await obstacle(readOnly, {}, { caller: { ...mia, roles: ['admin'] } })).toBeUndefined();
	});

	test('encrypted, where the workspace allows plain text', async () => {
		const change = { serverSettings: { getValueById: async () => Promise.resolve(true) } };
		expect(await obstacle({}, { encrypted: true }, { change })).toBeUndefined();
	});
});

describe('the app posts nothing', () => {
	test.each<[string, object, object]>([
		['archived', {}, { archived: true }],
		['callerMuted', {}, { muted: ['li', 'mia'] }],
		['callerMuted', readOnly, { muted: ['mia'], unmuted: ['mia'] }],
		['readOnly', readOnly, {}],
		['readOnly', readOnly, { unmuted: ['li'] }],
		['encrypted', {}, { encrypted: true }],
	])('%s', async (expected, room, flags) => {
		expect(await obstacle(room, flags)).toBe(expected);
	});

	test.each<[string, PortChange]>([
		['its leader', { rooms: { getLeaders: among } }],
		['somebody who cannot be looked up', { rooms: { getOwners: broken, getModerators: broken } }],
	])('read-only, from %s', async (_, change) => {
		expect(await obstacle(readOnly, {}, { change })).toBe('readOnly');
	});

	test('for a muted admin', async () => {
		expect(await obstacle({}, { muted: ['mia'] }, { caller: { ...mia, roles: ['admin'] } })).toBe('callerMuted');
	});
});
