import { expect, test } from '@jest/globals';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Failure } from '../../../lib/failure';
import { nameTokenUser } from '../../../lib/host/tokenUser';

const users = {
	getById: async (id: string) =>
		id === 'u1' ? Promise.resolve({ username: 'reader' } as IUser) : Promise.reject(new Error('CANARY')),
};

test.each(['permissionMissing', 'forbidden', 'groupNotFound'] as const)('%s is about that user', async (kind) => {
	expect(await nameTokenUser({ kind }, 'u1', users)).toEqual({ kind, user: 'reader' });
	expect(await nameTokenUser({ kind }, 'gone', users)).toEqual({ kind });
});

test('other failures are not, and nobody is looked up', async () => {
	const failure: Failure = { kind: 'totpRequired' };
	const boom = { getById: async () => Promise.reject(new Error('was looked up')) };
	expect(await nameTokenUser(failure, 'u1', boom)).toBe(failure);
});

test.each<[string, unknown, Failure]>([
	['is deactivated', { username: 'reader', isEnabled: false }, { kind: 'unauthorized', deactivated: 'reader' }],
	['is well', { username: 'reader', isEnabled: true }, { kind: 'unauthorized' }],
	['cannot be looked up', undefined, { kind: 'unauthorized' }],
])('credentials are refused, and their user %s', async (_, user, expected) => {
	const found = { getById: async () => Promise.resolve(user as IUser) };
	expect(await nameTokenUser({ kind: 'unauthorized' }, 'u1', found)).toEqual(expected);
});

test('where the credentials are refused because token and id changed places, the token is not looked up', async () => {
	const boom = { getById: async () => Promise.reject(new Error('was looked up')) };
	const failure: Failure = { kind: 'unauthorized' };
	expect(await nameTokenUser(failure, 'CANARY'.padEnd(43, 'x'), boom)).toBe(failure);
});

test('where the engine gives nothing the name stays unknown', async () => {
	const nothing = { getById: async () => Promise.resolve(null as unknown as IUser) };
	expect(await nameTokenUser({ kind: 'forbidden' }, 'u1', nothing)).toEqual({ kind: 'forbidden' });
});
