/** Who may ask, and who sees the answer: decided here and nowhere else, before any request is made. */
import type { IRoleRead, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { fail, type Result, success } from '../failure';
import type { Place } from '../integrations/reach';

/** Into the room, to the caller alone, or to a caller who is a workspace admin alone. */
export type Audience = 'room' | 'caller' | 'admin';

export interface AccessPorts {
	readonly rooms: Pick<IRoomRead, 'getOwners' | 'getModerators' | 'getLeaders' | 'getUserUnreadMessageCount'>;
	readonly roles: Pick<IRoleRead, 'getOneByIdOrName'>;
	readonly appId: string;
}

/** What is known of the caller's standing in the room. */
export interface Standing {
	readonly member: boolean;
	readonly roomRoles: readonly string[];
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
	/** A look-up of the room's roles failed: the caller may have more of them. */
	readonly uncertain: boolean;
}

type Caller = Pick<IUser, 'id' | 'roles'>;

/**
 * Looks up the caller's standing in the room. An owner, moderator or leader is a member; for everybody else, and only then,
 * the count of unread messages tells, which the server refuses to give for somebody who is not in the room (engine-host.md,
 * section 9). A look-up that fails proves nothing: it lets nobody in, and is remembered as such. The workspace role `admin` need not be a member.
 */
export async function lookUpStanding(caller: Caller, roomId: string, { rooms }: AccessPorts): Promise<Standing> {
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

function isAdmin({ roles }: Caller): boolean {
	return roles.includes('admin');
}

/**
 * Decides whether the caller may ask about the room. `allowedRoles` are ids or names of workspace roles, or `owner`,
 * `moderator`, `leader` of the room; `*` lets in every member. Fails with `notMember` or `notAllowed`, and with `hostSilent`
 * where a look-up failed that might have let the caller in: nobody is told to lack a role that could not be looked up.
 */
export async function checkAccess(
	caller: Caller,
	{ member, roomRoles, uncertain }: Standing,
	allowedRoles: readonly string[],
	ports: AccessPorts,
): Promise<Result<true>> {
	if (!member) {
		return fail({ kind: uncertain ? 'hostSilent' : 'notMember' });
	}
	const held = [...caller.roles, ...roomRoles];
	const known = allowedRoles.some((role) => role === '*' || held.includes(role) || held.includes(role.toLowerCase()));
	const holds = known || (await holdsByName(caller, allowedRoles, ports));
	if (holds) {
		return success(true);
	}
	return uncertain || holds === undefined ? fail({ kind: 'hostSilent' }) : fail({ kind: 'notAllowed', roles: allowedRoles });
}

/** Custom roles have random ids, and the setting may hold their names: the server knows which id a name has. */
async function holdsByName(
	caller: Caller,
	names: readonly string[],
	{ roles, appId }: AccessPorts,
): Promise<boolean | undefined> {
	const held = await Promise.all(
		names.map(async (name) =>
			orUnknown(roles.getOneByIdOrName(name, appId).then((role) => role !== null && caller.roles.includes(role.id))),
		),
	);
	return held.includes(true) || (held.includes(undefined) ? undefined : false);
}

/**
 * Who sees the summary: the room, unless the workspace's setting or the caller says otherwise; a direct message is never
 * answered into. Fails with `shareNotAllowed` or `shareInDirect` where the caller asks for more than that.
 */
export function pickAudience(
	caller: Caller,
	kind: Place['kind'],
	replyVisibility: 'room' | 'sender',
	wish: 'private' | 'share' | undefined,
): Result<Audience> {
	if (wish === 'share' && kind === 'direct') {
		return fail({ kind: 'shareInDirect' });
	}
	if (wish === 'share' && replyVisibility === 'sender') {
		return fail({ kind: 'shareNotAllowed' });
	}
	const alone = wish === 'private' || replyVisibility === 'sender' || kind === 'direct';
	return success(alone ? (isAdmin(caller) ? 'admin' : 'caller') : 'room');
}
