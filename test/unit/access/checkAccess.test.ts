import { describe, expect, test } from '@jest/globals';
import type { Place } from '../../../lib/integrations/room';
import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { checkAccess, pickAudience } from '../../../lib/access/checkAccess';
import { failureOf, valueOf } from '../../support/builders';
import { lookUpMembership } from '../../../lib/host/members';
import type { HostPorts } from '../../../lib/host/ports';

async function boom() {
	return Promise.reject(new Error('User not subscribed to room'));
}
function users(...ids: string[]) {
	return async () => Promise.resolve(ids.map((id) => ({ id }) as IUser));
}
const defaults = ['admin', 'owner', 'moderator', 'leader'];

type AccessPorts = Pick<HostPorts, 'appId' | 'rooms' | 'roles'>;

/** A room with owner `li`, moderator `mo`, leader `le`, member `mia`. */
function ports(rooms: Partial<HostPorts['rooms']> = {}): AccessPorts {
	return {
		appId: 'app',
		rooms: {
			getById: async () => Promise.resolve(undefined),
			getByName: async () => Promise.resolve(undefined),
			getOwners: async () => Promise.resolve([{ id: 'li', username: 'li' } as IUser]),
			getModerators: users('mo'),
			getLeaders: users('le'),
			getMessages: async () => Promise.resolve([]),
			getUserUnreadMessageCount: async (_room, id) => (['li', 'mo', 'le', 'mia'].includes(id) ? Promise.resolve(0) : boom()),
			...rooms,
		},
		roles: {
			getOneByIdOrName: async (name) =>
				Promise.resolve(name === 'Integration Viewer' ? ({ id: 'k3Jd9sLq', name } as IRole) : null),
		},
	};
}

async function check(id: string, roles: string[], allowed: string[], given = ports(), kind: Place['kind'] = 'channel') {
	const caller = { id, roles };
	const membership = await lookUpMembership(caller, 'room', given.rooms);
	return checkAccess({ caller, membership, kind, allowedRoles: allowed }, given);
}

describe('may ask', () => {
	test.each([
		['li', ['user'], defaults],
		['mo', ['user'], defaults],
		['le', ['user'], defaults],
		['mia', ['user'], ['*']],
		['mia', ['user'], ['user']],
		['mia', ['k3Jd9sLq'], ['k3Jd9sLq']],
		['mia', ['k3Jd9sLq'], ['nobody', 'Integration Viewer']],
		['ana', ['admin'], defaults],
		['ana', ['admin'], ['*']],
		['li', ['admin'], ['owner']],
		['li', ['user'], ['Owner']],
	])('%s with roles %j where %j may', async (id, roles, allowed) => {
		expect(valueOf(await check(id, roles, allowed))).toBe(true);
	});
});

test.each([
	['li', ['user'], 0],
	['mo', ['user'], 0],
	['le', ['user'], 0],
	['ana', ['admin'], 0],
	['mia', ['user'], 1],
	['otto', ['user'], 1],
])('the count of unread messages is asked for only where nothing else tells: %s with roles %j', async (id, roles, times) => {
	const counted: string[] = [];
	const getUserUnreadMessageCount = async (_room: string, who: string): Promise<number> => Promise.resolve(counted.push(who));
	await lookUpMembership({ id, roles }, 'room', ports({ getUserUnreadMessageCount }).rooms);
	expect(counted).toEqual(Array.from({ length: times }, () => id));
});

describe('may not ask', () => {
	test.each([
		['mia', ['user'], defaults, { kind: 'notAllowed', roles: defaults, owners: ['li'] }],
		['mia', ['user'], ['Integration Viewer'], { kind: 'notAllowed', roles: ['Integration Viewer'], owners: [] }],
		['ana', ['admin'], ['owner'], { kind: 'notAllowed', roles: ['owner'], owners: ['li'] }],
		['otto', ['user'], ['user'], { kind: 'notMember' }],
		['otto', ['user'], ['*'], { kind: 'notMember' }],
		['otto', ['k3Jd9sLq'], ['Integration Viewer'], { kind: 'notMember' }],
		['otto', [], defaults, { kind: 'notMember' }],
	])('%s with roles %j where %j may', async (id, roles, allowed, failure) => {
		expect(failureOf(await check(id, roles, allowed))).toEqual(failure);
	});
});

test.each([
	[defaults, ['admin']],
	[['Owner', 'leader'], []],
	[['bot'], ['bot']],
])('in a direct message, where nobody owns anything, %j comes down to %j', async (allowed, roles) => {
	const refused = failureOf(await check('mia', ['user'], allowed, ports(), 'direct'));
	expect(refused).toEqual({ kind: 'notAllowed', roles, owners: [] });
});

test.each(['li', 'mo', 'le'])('%s, who has a role in the room, is a member, whatever else is known', async (id) => {
	expect(valueOf(await check(id, ['user'], defaults, ports({ getUserUnreadMessageCount: boom })))).toBe(true);
});

describe('a look-up that fails proves nothing', () => {
	const none = async () => Promise.resolve(null as unknown as IUser[]);
	test.each([
		['the member look-up says no', ports({ getUserUnreadMessageCount: boom }), 'mia', 'notMember'],
		[
			'the member look-up rejects',
			ports({ getUserUnreadMessageCount: async () => Promise.reject(new Error('mongo is away')) }),
			'mia',
			'hostSilent',
		],
		[
			'it gives nothing',
			ports({ getUserUnreadMessageCount: async () => Promise.resolve(null as unknown as number) }),
			'mia',
			'hostSilent',
		],
		['the owners reject', ports({ getOwners: boom }), 'li', 'hostSilent'],
		['the owners are nothing', ports({ getOwners: none }), 'li', 'hostSilent'],
		['the owners reject, and it is nobody known', ports({ getOwners: boom }), 'otto', 'hostSilent'],
		['the moderators reject', ports({ getModerators: boom }), 'mo', 'hostSilent'],
		['the leaders reject', ports({ getLeaders: boom }), 'mia', 'hostSilent'],
		['roles reject', { ...ports(), roles: { getOneByIdOrName: boom } }, 'mia', 'hostSilent'],
	])('%s', async (_, given, id, kind) => {
		expect(failureOf(await check(id, ['user'], defaults, given))).toMatchObject({ kind });
	});
});

test('who is let in by what could be looked up is let in', async () => {
	const given = { ...ports({ getModerators: boom, getLeaders: boom }), roles: { getOneByIdOrName: boom } };
	expect(valueOf(await check('li', ['user'], ['nobody', 'owner'], given))).toBe(true);
	expect(valueOf(await check('mia', ['user'], ['*'], given))).toBe(true);
});

describe('who sees the summary', () => {
	const [user, almost, admin] = [
		{ id: 'mia', roles: ['user'] },
		{ id: 'li', roles: ['Admin', 'administrator', 'owner'] },
		{ id: 'root', roles: ['user', 'admin'] },
	];
	test.each([
		[user, 'channel', 'room', undefined, 'room'],
		[user, 'group', 'room', 'share', 'room'],
		[user, 'channel', 'room', 'private', 'caller'],
		[user, 'channel', 'sender', undefined, 'caller'],
		[user, 'group', 'sender', 'private', 'caller'],
		[user, 'direct', 'room', undefined, 'caller'],
		[user, 'direct', 'sender', 'private', 'caller'],
		[admin, 'channel', 'room', undefined, 'room'],
		[admin, 'group', 'room', 'share', 'room'],
		[admin, 'channel', 'room', 'private', 'admin'],
		[admin, 'group', 'sender', undefined, 'admin'],
		[admin, 'direct', 'room', undefined, 'admin'],
		[almost, 'channel', 'room', 'private', 'caller'],
	] as const)('%j in a %s, setting %s, word %s: %s', (caller, kind, setting, visibility, audience) => {
		expect(valueOf(pickAudience({ caller, kind, replyVisibility: setting, visibility }))).toBe(audience);
	});

	test.each([
		['channel', 'sender', 'shareNotAllowed'],
		['direct', 'room', 'shareInDirect'],
		['direct', 'sender', 'shareInDirect'],
	] as const)('share in a %s, setting %s: %s, for an admin, too', (kind, setting, failure) => {
		for (const caller of [user, admin]) {
			expect(failureOf(pickAudience({ caller, kind, replyVisibility: setting, visibility: 'share' }))).toEqual({ kind: failure });
		}
	});
});

describe('who owns the room, for a footer', () => {
	const owners = async (given: AccessPorts) =>
		(await lookUpMembership({ id: 'mia', roles: ['user'] }, 'room', given.rooms)).owners;
	const named =
		(...found: unknown[]) =>
		async () =>
			Promise.resolve(found as IUser[]);

	test('by their names, all of them', async () => {
		const getOwners = named({ id: 'LI1', username: 'li', emails: ['CANARY'] }, { id: 'ROOT1', username: 'root' });
		expect(await owners(ports({ getOwners }))).toEqual(['li', 'root']);
	});

	test.each<[string, () => Promise<IUser[]>]>([
		['there are none', named()],
		['they cannot be looked up', boom],
		['null', async () => Promise.resolve(null as unknown as IUser[])],
		['undefined', async () => Promise.resolve(undefined as unknown as IUser[])],
	])('nobody is named as an owner: %s', async (_, getOwners) => {
		expect(await owners(ports({ getOwners }))).toEqual([]);
	});

	test('it is looked up once, and also for who is none of them', async () => {
		let calls = 0;
		const getOwners = async () => {
			calls += 1;
			return named({ id: 'LI1', username: 'li' })();
		};
		const membership = await lookUpMembership({ id: 'ana', roles: ['admin'] }, 'room', ports({ getOwners }).rooms);
		expect([membership.owners, membership.roomRoles, calls]).toEqual([['li'], [], 1]);
	});

	test('one without a name is left out', async () => {
		expect(await owners(ports({ getOwners: named({ id: 'LI1' }, { id: 'ROOT1', username: 'root' }, {}) }))).toEqual(['root']);
	});
});
