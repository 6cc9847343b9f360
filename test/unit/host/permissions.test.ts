import { expect, test } from '@jest/globals';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { tryPermissions } from '../../../lib/host/permissions';
import { type PortChange, ports } from '../../support/setUpWorld';

async function outcomes(given: PortChange) {
	return Object.fromEntries(await tryPermissions('SUPPORT1', 'ANA1', ports(given)));
}
const granted = {
	'server-setting.read': 'granted',
	'room.read': 'granted',
	'user.read': 'granted',
	'role.read': 'granted',
	persistence: 'granted',
};
async function boom() {
	return Promise.reject(new Error('CANARY'));
}
async function none() {
	return Promise.resolve(null as never);
}
async function nothing() {
	return Promise.resolve(undefined as never);
}

test('all granted; a room without owners and an empty setting prove it, too', async () => {
	expect(await outcomes({})).toEqual(granted);
	const empty = {
		rooms: { getOwners: async () => Promise.resolve([]) },
		serverSettings: { getValueById: async () => Promise.resolve('') },
	};
	expect(await outcomes(empty)).toEqual(granted);
});

test.each<[string, PortChange, object]>([
	['room.read', { rooms: { getOwners: none } }, { 'room.read': 'missing' }],
	['room.read, undefined', { rooms: { getOwners: nothing } }, { 'room.read': 'missing' }],
	['user.read', { users: { getById: none } }, { 'user.read': 'missing' }],
	['role.read', { roles: { getOneByIdOrName: none } }, { 'role.read': 'missing' }],
	['persistence', { store: { reader: { readByAssociation: nothing } } }, { persistence: 'missing' }],
	['server-setting.read', { serverSettings: { getValueById: boom } }, { 'server-setting.read': 'missing' }],
	['an error of the room reader', { rooms: { getOwners: boom } }, { 'room.read': 'unknown' }],
	['an error of the user reader', { users: { getById: boom } }, { 'user.read': 'unknown' }],
	['an error of the role reader', { roles: { getOneByIdOrName: boom } }, { 'role.read': 'unknown' }],
])('the app’s permissions are found out: %s', async (_, given, expected) => {
	expect(await outcomes(given)).toEqual({ ...granted, ...expected });
});

test('what is asked for is what is there for sure', async () => {
	const asked: string[] = [];
	const note = (what: string) => {
		asked.push(what);
	};
	await outcomes({
		rooms: {
			getOwners: async (id) => {
				note(id);
				return Promise.resolve([]);
			},
		},
		users: {
			getById: async (id) => {
				note(id);
				return Promise.resolve({ id } as IUser);
			},
		},
		roles: {
			getOneByIdOrName: async (name, appId) => {
				note(`${name} for ${appId}`);
				return Promise.resolve(null);
			},
		},
	});
	expect(asked.sort()).toEqual(['ANA1', 'SUPPORT1', 'admin for app']);
});
