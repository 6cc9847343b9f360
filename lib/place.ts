/** The room that is asked about, as integrations may name it. */
import type { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Person, Place } from './reach';

export type AskedRoom = Pick<IRoom, 'id' | 'type' | 'slugifiedName' | 'displayName' | 'parentRoom' | 'userIds'>;

/** What kind of room it is; fails with `omnichannelRoom` for one that has no integrations of its own. */
export const kindOf = ({ type }: Pick<AskedRoom, 'type'>): Result<Place['kind']> => {
	const kinds = new Map<string, Place['kind']>([
		['c', 'channel'],
		['p', 'group'],
		['d', 'direct'],
	]);
	const kind = kinds.get(type);
	return kind ? success(kind) : fail({ kind: 'omnichannelRoom' });
};

/** A direct message has two people, seldom more; of one who cannot be looked up the id is known. */
const mostPeople = 10;

const lookUpPeople = async (ids: readonly string[], users: Pick<IUserRead, 'getById'>): Promise<Person[]> =>
	Promise.all(
		ids.slice(0, mostPeople).map(async (id) => ({
			id,
			username: await users
				.getById(id)
				.then((user) => user.username)
				.catch(() => ''),
		})),
	);

/** A discussion is named by its shown name in the server's list of a group, and by its slug everywhere else. */
export const placeOf = async (room: AskedRoom, kind: Place['kind'], users: Pick<IUserRead, 'getById'>): Promise<Place> => {
	const { id, slugifiedName: slug, displayName, parentRoom, userIds } = room;
	if (kind === 'direct') {
		return { id, kind, title: '', names: [], people: await lookUpPeople(userIds ?? [], users) };
	}
	const shownName = parentRoom && displayName ? [displayName] : [];
	return { id, kind, title: shownName[0] ?? slug, names: [slug, ...shownName], people: [] };
};

/** Whether what somebody typed behind `#` is this room. */
export const isCalled = (typed: string, { id, slugifiedName, displayName }: AskedRoom): boolean =>
	typed === id || [slugifiedName, displayName].some((name) => name?.toLowerCase() === typed.toLowerCase());
