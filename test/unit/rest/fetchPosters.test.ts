import { describe, expect, test } from '@jest/globals';
import { fail, type Failure, success } from '../../../lib/failure';
import { fetchPosters, isHeld } from '../../../lib/rest/fetchPosters';
import { failureOf, valueOf } from '../../support/builders';

const rows = [
	null,
	{ _id: 'create-c', roles: ['user'] },
	{ _id: 'message-impersonate', roles: ['bot', 7, 'app'] },
	{ _id: 'post-readonly', roles: ['admin', 'owner'] },
];

function isFailure(answer: object): answer is Failure {
	return 'kind' in answer;
}

/** A server that answers `info` and `permissions.listAll` so. */
async function ask(info: object | Failure, permissions: object | Failure) {
	return fetchPosters(async (endpoint) => {
		const answer = endpoint === 'info' ? info : permissions;
		return Promise.resolve(isFailure(answer) ? fail(answer) : success({ body: { success: true, ...answer }, remaining: 9 }));
	});
}

describe('who may post where not everybody may', () => {
	test('from 8.6 on, in the names of integrations only roles that may impersonate', async () => {
		expect(valueOf(await ask({ version: '8.6.0' }, { update: rows }))).toEqual({
			impersonators: ['bot', 'app'],
			readOnlyPosters: ['admin', 'owner'],
			isBefore9: true,
		});
	});

	test('before that the server does not demand it', async () => {
		expect(valueOf(await ask({ version: '8.5.1' }, { update: rows }))).toEqual({
			impersonators: undefined,
			readOnlyPosters: ['admin', 'owner'],
			isBefore9: true,
		});
	});

	test('into read-only rooms, that is not known where the server does not tell the permissions', async () => {
		expect(valueOf(await ask({ version: '7.0.0' }, { kind: 'forbidden' }))).toMatchObject({ readOnlyPosters: undefined });
	});

	test.each([
		['8.9.0', true],
		['9.0.0', false],
		['10.1.0', false],
	])('%s runs scripts as before 9.0: %j', async (version, isBefore9) => {
		expect(valueOf(await ask({ version }, { update: rows }))).toMatchObject({ isBefore9 });
	});
});

describe('nothing can be told', () => {
	test.each<[string, object | Failure, object | Failure, Failure]>([
		[
			'where the version could not be asked for',
			{ kind: 'tooSlow', seconds: 9 },
			{ update: rows },
			{ kind: 'tooSlow', seconds: 9 },
		],
		['where it is none', { version: 'CANARY' }, { update: rows }, { kind: 'notRocketChat' }],
		['where the permissions are refused', { version: '8.6.0' }, { kind: 'forbidden' }, { kind: 'forbidden' }],
		['where they are no list', { version: '8.6.0' }, { update: 'CANARY' }, { kind: 'notRocketChat' }],
		['where that permission is not among them', { version: '8.6.0' }, { update: rows.slice(0, 2) }, { kind: 'notRocketChat' }],
		['where its roles are none', { version: '8.6.0' }, { update: [{ _id: 'message-impersonate' }] }, { kind: 'notRocketChat' }],
	])('%s', async (_, info, permissions, failure) => {
		expect(failureOf(await ask(info, permissions))).toEqual(failure);
	});
});

describe('a permission is held', () => {
	test.each<[string, readonly string[] | undefined, boolean]>([
		['by one of several roles', ['user', 'owner'], true],
		['by nobody without such a role', ['user'], false],
		['by nobody whose roles are not known', undefined, false],
	])('%s', (_, roles, held) => {
		expect(isHeld(rows, 'post-readonly', roles)).toBe(held);
	});

	test('by nobody where the server does not tell', () => {
		expect(isHeld(undefined, 'post-readonly', ['admin'])).toBe(false);
	});
});
