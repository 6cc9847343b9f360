/** The room that is asked about, as integrations may name it. */
import type { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { fail, type Result, success } from '../failure';
import type { Person, Place } from '../integrations/room';

export type AskedRoom = Pick<IRoom, 'id' | 'type' | 'slugifiedName' | 'displayName' | 'parentRoom' | 'userIds'>;

/** What kind of room it is; fails with `omnichannelRoom` for one that has no integrations of its own. */
export function kindOf({ type }: Pick<AskedRoom, 'type'>): Result<Place['kind'], 'omnichannelRoom'> {
	const kinds = new Map<string, Place['kind']>([
		['c', 'channel'],
		['p', 'group'],
		['d', 'direct'],
	]);
	const kind = kinds.get(type);
	return kind ? success(kind) : fail({ kind: 'omnichannelRoom' });
}

/** Integrations name a discussion by its slug: its shown name is free text, and may be another room's name. */
export async function lookUpRoom(room: AskedRoom, kind: Place['kind'], users: Pick<IUserRead, 'getById'>): Promise<Place> {
	const { id, slugifiedName: slug, displayName, parentRoom, userIds } = room;
	if (kind === 'direct') {
		return { id, kind, discussion: false, title: '', names: [], people: await lookUpPeople(userIds ?? [], users) };
	}
	const discussion = Boolean(parentRoom);
	return { id, kind, discussion, title: discussion ? (displayName ?? slug) : slug, names: [slug], people: [] };
}

/** A direct message has two people, seldom more; of one who cannot be looked up the id is known. */
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

/** Whether what somebody typed behind `#` is this room. */
export function isCalled(typed: string, { id, slugifiedName, displayName }: AskedRoom): boolean {
	return typed === id || [slugifiedName, displayName].some((name) => name?.toLowerCase() === typed.toLowerCase());
}
