import { describe, expect, test } from '@jest/globals';
import { fail, success } from '../../../lib/failure';
import type { Get } from '../../../lib/rest/client';
import { fetchSeesAll } from '../../../lib/rest/fetchSeesAll';
import type { Change } from '../../../lib/watch/compare';
import { readWhole, withoutUnseen } from '../../../lib/watch/wholeList';
import { failureOf, valueOf } from '../../support/builders';
import { kept } from '../../support/kept';

function answering(bodies: Readonly<Record<string, object>>): Get {
	return async (path) => {
		const body = bodies[path];
		return Promise.resolve(
			body
				? success({ body: { success: true, ...body }, remaining: undefined, resetIn: undefined } as never)
				: fail({ kind: 'unauthorized' }),
		);
	};
}

describe('a list is compared only if it was read whole', () => {
	const row = { _id: 'a', type: 'webhook-incoming', name: 'A', channel: ['#support'], username: 'x', userId: 'X', enabled: true };

	test('one that is', async () => {
		const get = answering({ 'v1/integrations.list': { integrations: [row], count: 1, total: 1, offset: 0 } });
		expect(valueOf(await readWhole({ get })).integrations.map(({ id }) => id)).toEqual(['a']);
	});

	test('one of which the server gives no more', async () => {
		const get = answering({ 'v1/integrations.list': { integrations: [row], count: 1, total: 3, offset: 0 } });
		expect(failureOf(await readWhole({ get })).kind).toBe('listNotWhole');
	});

	test('one that could not be read', async () => {
		expect(failureOf(await readWhole({ get: answering({}) })).kind).toBe('unauthorized');
	});
});

describe('what is gone is told only where the token’s user sees all', () => {
	const changes: Change[] = [
		{ kind: 'new', row: kept() },
		{ kind: 'gone', row: kept({ id: 'b' }) },
	];

	test.each([
		[true, 2],
		[false, 1],
	])('seeing all: %j', async (sees, count) => {
		expect(await withoutUnseen(changes, async () => Promise.resolve(sees))).toHaveLength(count);
	});

	test('it is asked only where something is gone', async () => {
		const asked = async () => Promise.reject(new Error('asked'));
		expect(await withoutUnseen(changes.slice(0, 1), asked)).toHaveLength(1);
	});

	const both = ['manage-incoming-integrations', 'manage-outgoing-integrations'].map((_id) => ({ _id, roles: ['reader'] }));
	test.each<[string, Readonly<Record<string, object>>, boolean]>([
		['who holds both', { 'v1/me': { roles: ['user', 'reader'] }, 'v1/permissions.listAll': { update: both } }, true],
		['who holds one', { 'v1/me': { roles: ['reader'] }, 'v1/permissions.listAll': { update: both.slice(1) } }, false],
		['who has another role', { 'v1/me': { roles: ['user'] }, 'v1/permissions.listAll': { update: both } }, false],
		['of whom nothing is known', { 'v1/permissions.listAll': { update: both } }, false],
		['where the permissions are not told', { 'v1/me': { roles: ['reader'] } }, false],
	])('%s', async (_, bodies, sees) => {
		expect(await fetchSeesAll(answering(bodies))).toBe(sees);
	});
});
