import { describe, expect, test } from '@jest/globals';
import { readTokenPermissions, toTokenUser } from '../../../lib/status/tokenPermissions';
import { permissionList } from '../../support/setUpWorld';

const [allIn, allOut] = ['manage-incoming-integrations', 'manage-outgoing-integrations'];
const [ownIn, ownOut] = ['manage-own-incoming-integrations', 'manage-own-outgoing-integrations'];

describe('what the server shows for a mixture of permissions', () => {
	test.each([
		[[], 'none', 'none'],
		[[allIn], 'all', 'none'],
		[[allOut], 'none', 'all'],
		[[ownIn], 'own', 'none'],
		[[ownOut], 'none', 'own'],
		[[allIn, allOut], 'all', 'all'],
		[[allIn, ownOut], 'all', 'own'],
		[[allOut, ownIn], 'own', 'all'],
		[[allIn, ownIn], 'all', 'none'],
		[[allOut, ownOut], 'none', 'all'],
		[[ownIn, ownOut], 'own', 'own'],
		[[allIn, ownIn, ownOut], 'own', 'own'],
		[[allOut, ownIn, ownOut], 'own', 'own'],
		[[allIn, allOut, ownIn, ownOut], 'all', 'all'],
	])('%j: incoming %s, outgoing %s', (held, incoming, outgoing) => {
		expect(readTokenPermissions(['user', 'viewer'], permissionList(...held))).toEqual({ held, incoming, outgoing });
	});
});

describe('a permission is held where a role of the user is listed', () => {
	test.each([
		[['admin'], [allIn, allOut]],
		[['viewer'], [ownOut]],
		[['user'], []],
		[[], []],
	])('roles %j: %j', (roles, held) => {
		expect(readTokenPermissions(roles, permissionList(ownOut))?.held).toEqual(held);
	});

	test('rows of another shape hold nothing', () => {
		const update = [null, 'CANARY', { _id: allIn }, { _id: allIn, roles: 'viewer' }, { _id: allOut, roles: [{ viewer: true }] }];
		expect(readTokenPermissions(['viewer'], { update })).toEqual({ held: [], incoming: 'none', outgoing: 'none' });
	});

	test.each([{}, { update: 'CANARY' }, { update: {} }])('the answer %j is no list of permissions', (body) => {
		expect(readTokenPermissions(['viewer'], body)).toBeUndefined();
	});

	test('without roles nothing can be told', () => {
		expect(readTokenPermissions(undefined, permissionList(allIn))).toBeUndefined();
	});
});

test.each([
	[
		{ username: 'reader', roles: ['user'], email: 'CANARY' },
		{ username: 'reader', roles: ['user'] },
	],
	[
		{ username: 5, roles: 'admin' },
		{ username: '', roles: undefined },
	],
	[{ roles: ['user', null] }, { username: '', roles: ['user'] }],
])('the token’s user of %j', (body, user) => {
	expect(toTokenUser(body)).toEqual(user);
});
