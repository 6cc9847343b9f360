import type { Membership, Room, RoomRole } from '../model';
import { roomIds, userIds } from './ids';

type Person = keyof typeof userIds;

function member(key: Person, ...roles: RoomRole[]): Membership {
	return { userId: userIds[key], roles };
}
function plain(...keys: Person[]): Membership[] {
	return keys.map((key) => member(key));
}

const STAFF = [member('li', 'owner'), member('mo', 'moderator'), member('lea', 'leader')];

const publicRooms: Room[] = [
	{
		id: roomIds.general,
		type: 'c',
		name: 'general',
		displayName: 'general',
		members: [member('ana', 'owner'), ...plain('li', 'mo', 'lea', 'mia', 'bia', 'olga', 'vera', 'service', 'cat')],
	},
	{
		id: roomIds.support,
		type: 'c',
		name: 'support',
		displayName: 'Support',
		topic: 'Customers first',
		members: [...STAFF, ...plain('ana', 'mia', 'bia', 'vera', 'service')],
	},
	{ id: roomIds.empty, type: 'c', name: 'empty', members: [...STAFF, ...plain('ana', 'mia')] },
	{ id: roomIds.busy, type: 'c', name: 'busy', members: [...STAFF, ...plain('ana', 'mia')] },
	{
		id: roomIds.troubles,
		type: 'c',
		name: 'troubles',
		displayName: 'Troubles',
		muted: ['monitor'],
		members: [...STAFF, ...plain('ana', 'mia', 'bia', 'olga', 'service')],
	},
	{ id: roomIds.hostile, type: 'c', name: 'hostile', members: [...STAFF, ...plain('ana', 'mia')] },
	{
		id: roomIds.announcements,
		type: 'c',
		name: 'announcements',
		readOnly: true,
		members: [member('ana', 'owner'), ...plain('li', 'mia', 'service')],
	},
	{ id: roomIds.old, type: 'c', name: 'old', archived: true, members: [member('li', 'owner'), ...plain('ana', 'mia')] },
];

/** The service user is in all of them but one: membership is what the group endpoint asks for. */
const privateRooms: Room[] = [
	{ id: roomIds.secretOps, type: 'p', name: 'secret-ops', members: [...STAFF, ...plain('ana', 'mia', 'service', 'cat')] },
	{ id: roomIds.hidden, type: 'p', name: 'hidden', members: [member('li', 'owner'), ...plain('ana', 'mia', 'cat')] },
	{
		id: roomIds.vault,
		type: 'p',
		name: 'vault',
		encrypted: true,
		members: [member('li', 'owner'), ...plain('ana', 'service', 'cat')],
	},
	{
		id: roomIds.team,
		type: 'p',
		name: 'field-team',
		teamId: 'team4Hq7ZsXc9Lm2K',
		teamMain: true,
		members: [...STAFF, ...plain('ana', 'mia', 'service')],
	},
	{
		id: roomIds.discussion,
		type: 'p',
		name: 'hT4kZq8WnXc2Rb7Lm',
		displayName: 'Broken webhooks',
		parentRoomId: roomIds.secretOps,
		members: [member('li', 'owner'), ...plain('ana', 'service')],
	},
];

export const rooms: Room[] = [
	...publicRooms,
	...privateRooms,
	{ id: roomIds.direct, type: 'd', members: plain('ana', 'li') },
	{ id: roomIds.omnichannel, type: 'l', displayName: 'Visitor 42', members: plain('li') },
];
