import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { mayStillAsk, type StillPorts } from '../../../lib/access/mayStillAsk';
import { host } from '../../support/host';
import { roomOf } from '../../support/watched';

type Rooms = StillPorts['rooms'];

interface World {
	/** The user's record; an error: it could not be looked up. */
	readonly user?: Partial<IUser> | Error;
	readonly rooms?: Partial<Rooms>;
	readonly allowedRoles?: readonly string[];
	readonly type?: RoomType;
}

/** What holds for mia, a member of `#support` who is no owner of it. */
async function may({ rooms, allowedRoles = ['*'], type = RoomType.CHANNEL, ...world }: World = {}) {
	const { ports } = host();
	const user = 'user' in world ? world.user : { id: 'mia', roles: ['user'] };
	const getById = async () => (user instanceof Error ? Promise.reject(user) : Promise.resolve(user as IUser));
	return mayStillAsk(
		{ userId: 'mia', room: roomOf({ type }), allowedRoles },
		{ ...ports, users: { ...ports.users, getById }, rooms: { ...ports.rooms, ...rooms } },
	);
}

const silent = async () => Promise.reject(new Error('no answer'));
const outside = async () => Promise.reject(new Error('User is not subscribed to the room'));

describe('who asked may still ask', () => {
	test('as a member with one of the roles', async () => {
		expect(await may()).toBe('yes');
		expect(await may({ allowedRoles: ['user'] })).toBe('yes');
	});

	test('as one whose record does not say whether it is active', async () => {
		expect(await may({ user: { id: 'mia', isEnabled: undefined as never } })).toBe('yes');
	});

	test('by a role in the room, which the id decides', async () => {
		const getLeaders = async () => Promise.resolve([{ id: 'mia', username: 'mia' } as IUser]);
		expect(await may({ rooms: { getLeaders }, allowedRoles: ['leader'] })).toBe('yes');
	});
});

describe('who asked may not ask any more', () => {
	test.each<[string, World]>([
		['who does not exist any more', { user: undefined as never }],
		['who was deactivated', { user: { id: 'mia', roles: ['admin'], isEnabled: false } }],
		['who left the room', { rooms: { getUserUnreadMessageCount: outside } }],
		['who lost the role', { allowedRoles: ['owner'] }],
	])('%s', async (_, world) => {
		expect(await may(world)).toBe('no');
	});
});

describe('nothing is known', () => {
	test.each<[string, World]>([
		['where the user could not be looked up', { user: new Error('no answer') }],
		['of an omnichannel room', { type: RoomType.LIVE_CHAT }],
		['where it is not known whether somebody is a member', { rooms: { getUserUnreadMessageCount: silent } }],
		['where the roles in the room could not be looked up', { rooms: { getOwners: silent }, allowedRoles: ['owner'] }],
	])('%s', async (_, world) => {
		expect(await may(world)).toBe('unknown');
	});

	test('not of a member who lost the role, of whom it need not be asked again whether it is one', async () => {
		let asked = 0;
		const getUserUnreadMessageCount = async () => (asked++ === 0 ? Promise.resolve(0) : silent());
		expect(await may({ rooms: { getUserUnreadMessageCount }, allowedRoles: ['owner'] })).toBe('no');
	});
});
