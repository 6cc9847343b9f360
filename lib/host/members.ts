/** What somebody is in a room: asked of the engine. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { HostPorts } from './ports';

export type Caller = Pick<IUser, 'id' | 'roles'>;

/** What is known of the caller's standing in the room. */
export interface Membership {
	readonly member: boolean;
	readonly roomRoles: readonly string[];
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
	/** A look-up of the room's roles failed: the caller may have more of them. */
	readonly uncertain: boolean;
}

/** Whether somebody has the workspace role `admin`. */
export function isAdmin({ roles }: Pick<Caller, 'roles'>): boolean {
	return roles.includes('admin');
}

/**
 * Looks up the caller's standing in the room. An owner, moderator or leader is a member; for everybody else, and only then,
 * the count of unread messages tells, which the server refuses to give for somebody who is not in the room (engine-host.md,
 * section 9). A look-up that fails proves nothing: it lets nobody in, and is remembered as such. The workspace role `admin`
 * need not be a member.
 */
export async function lookUpMembership(caller: Caller, roomId: string, rooms: HostPorts['rooms']): Promise<Membership> {
	const among = async (users: Promise<IUser[]>): Promise<boolean | undefined> =>
		orUnknown(users.then((found) => found.some(({ id }) => id === caller.id)));
	const looked = rooms.getOwners(roomId);
	const [owners, owner, moderator, leader] = await Promise.all([
		looked.then((found) => found.map(toName).filter((name) => name !== '')).catch(() => []),
		among(looked),
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

/** Undefined where the host does not tell. */
async function orUnknown(question: Promise<boolean>): Promise<boolean | undefined> {
	return question.catch(() => undefined);
}

/** Old servers hand over people without their names (server-contract.md, section 12); who is deactivated cannot be asked. */
function toName({ username, isEnabled }: { readonly username?: string; readonly isEnabled?: boolean }): string {
	return isEnabled === false ? '' : (username ?? '');
}
