/** The room that is asked about: from the engine's record to what integrations may call it. */
import type { IRoomRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { readRoomFlags } from './roomFlags';
import { fail, type Result, success } from '../failure';
import type { Person, Place } from '../integrations/room';
import { sameName } from '../util/comparable';

/** What is used of the engine's record of a room. */
export type AskedRoom = Pick<IRoom, 'id' | 'type' | 'slugifiedName' | 'displayName' | 'parentRoom' | 'userIds' | 'isReadOnly'>;

/** What kind of room it is, from the server's letter for it; every other letter is an omnichannel room, which has no integrations. */
export function kindOf({ type }: { readonly type: string }): Result<Place['kind'], 'omnichannelRoom'> {
	const kinds = new Map<string, Place['kind']>([
		['c', 'channel'],
		['p', 'group'],
		['d', 'direct'],
	]);
	const kind = kinds.get(type);
	return kind ? success(kind) : fail({ kind: 'omnichannelRoom' });
}

/**
 * Gives the room as integrations may name it: by id and slug, never by a discussion's shown name, which is free text and may
 * be another room's slug. For a direct message the two people are looked up; a username that cannot be is empty.
 */
export async function lookUpRoom(room: AskedRoom, kind: Place['kind'], users: Pick<IUserRead, 'getById'>): Promise<Place> {
	const { id, slugifiedName: slug, displayName = '', parentRoom, userIds } = room;
	const discussion = kind !== 'direct' && Boolean(parentRoom);
	const names = kind === 'direct' ? { title: '', names: [], shownName: '' } : namesOf(slug, displayName, discussion);
	const people = kind === 'direct' ? await lookUpPeople(userIds ?? [], users) : [];
	const { encrypted, readOnly, muted, unmuted } = readRoomFlags(room);
	return { id, kind, discussion, ...names, people, encrypted, readOnly, muted, unmuted };
}

function namesOf(slug: string, displayName: string, discussion: boolean): Pick<Place, 'title' | 'names' | 'shownName'> {
	const title = discussion && displayName !== '' ? displayName : slug;
	return { title, names: [slug], shownName: discussion || displayName === slug ? '' : displayName };
}

/** A direct message has two people, seldom more. */
const mostPeople = 10;

async function lookUpPeople(ids: readonly string[], users: Pick<IUserRead, 'getById'>): Promise<Person[]> {
	return Promise.all(
		ids.slice(0, mostPeople).map(async (id) => ({
			id,
			username: await users
				.getById(id)
				.then((user) => user.username)
				.catch(() => ''),
		})),
	);
}

/** Whether what somebody typed behind `#` is this room's id, or its slug or shown name in any capitals. */
export function isCalled(typed: string, { id, slugifiedName, displayName }: AskedRoom): boolean {
	return typed === id || [slugifiedName, displayName].some((name) => name !== undefined && sameName(name, typed));
}

/** Whether another room has this slug; undefined where that could not be looked up. */
export async function isSlug(name: string, rooms: Pick<IRoomRead, 'getByName'>): Promise<boolean | undefined> {
	// The engine gives undefined, against its types' older versions, where there is no such room.
	return rooms.getByName(name).then(Boolean, () => undefined);
}
