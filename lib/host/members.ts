/** What somebody is in a room: a member, an owner, a moderator, a leader. */
import { toText, toTexts } from '../util/guards';
import type { HostPorts } from './ports';

/** Who asks, as the engine hands them over: records that are old or imported come without `roles`, against the engine's types. */
export interface Sender {
	readonly id: string;
	readonly roles?: unknown;
	readonly username?: unknown;
}

/** Who asks. `roles`: ids of workspace roles. */
export interface Caller extends Sender {
	readonly roles: readonly string[];
	/** Empty where there is none. */
	readonly username?: string;
}

/** Reads who asks. Without a list of roles they count as holding none. */
export function toCaller({ id, roles, username }: Sender): Caller {
	return { id, roles: toTexts(roles) ?? [], username: toText(username) };
}

/** What the caller is in the room. */
export interface Membership {
	readonly member: boolean;
	readonly roomRoles: readonly string[];
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
	/** The ids of its owners, moderators and leaders; undefined where a look-up failed. */
	readonly staff: readonly string[] | undefined;
	/** Whether a look-up failed: the caller may be a member, or have more roles in the room than `roomRoles` says. */
	readonly uncertain: boolean;
}

/** Whether somebody has the workspace role `admin`. */
export function isAdmin({ roles }: Pick<Caller, 'roles'>): boolean {
	return roles.includes('admin');
}

/**
 * Looks up what the caller is in the room. Owners, moderators and leaders are members. For anybody else the count of unread
 * messages is asked for: `getUserUnreadMessageCount` rejects for users who are not in the room, and asking for it is far
 * cheaper than the list of all members. A workspace admin counts as a member. A look-up that fails lets nobody in.
 */
export async function lookUpMembership(caller: Caller, roomId: string, rooms: HostPorts['rooms']): Promise<Membership> {
	const [owners, moderators, leaders] = await Promise.all([
		orUnknown(rooms.getOwners(roomId)),
		orUnknown(rooms.getModerators(roomId)),
		orUnknown(rooms.getLeaders(roomId)),
	]);
	const byRole = { owner: owners, moderator: moderators, leader: leaders };
	const roomRoles = Object.entries(byRole).flatMap(([role, users]) => (users?.some(({ id }) => id === caller.id) ? [role] : []));
	const member = roomRoles.length > 0 || isAdmin(caller) || (await isMember(caller.id, roomId, rooms));
	return {
		member: member === true,
		roomRoles,
		owners: owners?.map(toName).filter((name) => name !== '') ?? [],
		staff: owners && moderators && leaders && [...owners, ...moderators, ...leaders].map(({ id }) => id),
		uncertain: !owners || !moderators || !leaders || member === undefined,
	};
}

/** Whether a user is in a room; undefined where that could not be looked up. The engine rejects with this text for one who is not. */
export async function isMember(
	userId: string,
	roomId: string,
	rooms: Pick<HostPorts['rooms'], 'getUserUnreadMessageCount'>,
): Promise<boolean | undefined> {
	return rooms.getUserUnreadMessageCount(roomId, userId).then(
		(count) => (typeof count === 'number' ? true : undefined),
		(error: unknown) => (error instanceof Error && error.message.includes('not subscribed') ? false : undefined),
	);
}

/** Undefined where the look-up failed. */
async function orUnknown<T>(question: Promise<T>): Promise<T | undefined> {
	return question.catch(() => undefined);
}

/** Empty for a deactivated owner, who cannot help, and where an old server (before 7.0) hands over ids without names. */
function toName({ username, isEnabled }: { readonly username?: string; readonly isEnabled?: boolean }): string {
	return isEnabled === false ? '' : (username ?? '');
}
