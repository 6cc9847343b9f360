/** What somebody is in a room: a member, an owner, a moderator, a leader. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { HostPorts } from './ports';

/** Who asks. `roles`: ids of workspace roles. */
export type Caller = Pick<IUser, 'id' | 'roles'>;

/** What the caller is in the room. */
export interface Membership {
	readonly member: boolean;
	readonly roomRoles: readonly string[];
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
	/** Whether a look-up failed: the caller may have more roles in the room than `roomRoles` says. */
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
	const among = async (users: Promise<IUser[]>): Promise<boolean | undefined> =>
		orUnknown(users.then((found) => found.some(({ id }) => id === caller.id)));
	const foundOwners = rooms.getOwners(roomId);
	const [owners, owner, moderator, leader] = await Promise.all([
		foundOwners.then((found) => found.map(toName).filter((name) => name !== '')).catch(() => []),
		among(foundOwners),
		among(rooms.getModerators(roomId)),
		among(rooms.getLeaders(roomId)),
	]);
	const held = { owner, moderator, leader };
	const roomRoles = Object.entries(held).flatMap(([role, isHeld]) => (isHeld ? [role] : []));
	const isKnown = roomRoles.length > 0 || isAdmin(caller);
	const counted = async (): Promise<boolean | undefined> =>
		orUnknown(rooms.getUserUnreadMessageCount(roomId, caller.id).then((count) => typeof count === 'number'));
	const member = isKnown || (await counted()) === true;
	return { member, roomRoles, owners, uncertain: Object.values(held).includes(undefined) };
}

/** Undefined where the look-up failed. */
async function orUnknown(question: Promise<boolean>): Promise<boolean | undefined> {
	return question.catch(() => undefined);
}

/** Empty for a deactivated owner, who cannot help, and where an old server (before 7.0) hands over ids without names. */
function toName({ username, isEnabled }: { readonly username?: string; readonly isEnabled?: boolean }): string {
	return isEnabled === false ? '' : (username ?? '');
}
