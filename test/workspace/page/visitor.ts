import type { Room, User, Workspace } from '../model';
import { roomIds, userIds } from '../sample';
import { findRoom, typedName } from '../start/places';

/** Who looks at the page, and which room is open: both stand in the address, so that two tabs can be two people. */
export interface Visitor {
	readonly user: User;
	readonly room: Room;
}

/** Whoever could log in. */
export function peopleOf({ users }: Workspace): User[] {
	return users.filter(({ active, type }) => active && type === 'user');
}

/** Reads `as` and `in` of an address; the owner of a channel in that channel, where they name nobody or nothing. */
export function visitorOf(workspace: Workspace, query: Readonly<Record<string, string>>): Visitor {
	const people = peopleOf(workspace);
	const user = people.find(({ username }) => username === query.as) ?? people.find(({ id }) => id === userIds.li);
	if (!user) throw new Error('The sample workspace has no li');
	const room = findRoom(workspace, query.in ?? '', user.id) ?? workspace.rooms.find(({ id }) => id === roomIds.support);
	if (!room) throw new Error('The sample workspace has no support');
	return { user, room };
}

/** The query string of a page as somebody in a room. */
export function queryOf({ user, room }: Visitor): string {
	return new URLSearchParams({ as: user.username, in: typedName(room) }).toString();
}

export function isMember({ user, room }: Visitor): boolean {
	return room.members.some(({ userId }) => userId === user.id);
}

/** What Rocket.Chat would let somebody read: public channels, and what one is a member of. */
export function canRead(visitor: Visitor): boolean {
	return visitor.room.type === 'c' || isMember(visitor);
}

/** The language in which somebody reads: one's own choice, or the workspace's. */
export function languageOf({ language }: User, workspace: Workspace): string {
	return language || workspaceLanguageOf(workspace);
}

/** The language in which the app posts. */
export function workspaceLanguageOf({ settings }: Workspace): string {
	return typeof settings.Language === 'string' ? settings.Language : 'en';
}
