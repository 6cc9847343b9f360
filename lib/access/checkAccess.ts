/** Who may ask, and who sees the answer: decided here and nowhere else, before any request is made. */
import { fail, type Failure, type Result, success } from '../failure';
import { type Caller, isAdmin, type Membership } from '../host/members';
import type { HostPorts } from '../host/ports';
import { holdsRoleByName, isRoomRole } from '../host/roles';
import type { Audience } from '../integrations/audience';
import type { Place } from '../integrations/room';

/** Who asks, what they are in the room, and whom the settings allow. */
interface AccessRequest {
	readonly caller: Caller;
	readonly membership: Membership;
	readonly kind: Place['kind'];
	/** Ids or names of workspace roles, or `owner`, `moderator`, `leader` of the room; `*` lets in every member. */
	readonly allowedRoles: readonly string[];
}

/** What decides who sees an answer. */
interface AudienceRequest {
	readonly caller: Caller;
	readonly kind: Place['kind'];
	/** The workspace's setting. */
	readonly replyVisibility: 'room' | 'sender';
	/** What the caller asks for; undefined: nothing, so the setting decides. */
	readonly visibility: 'private' | 'share' | undefined;
}

/** Decides whether the caller stands in the room at all. `hostSilent`: a look-up failed, so that is not known. */
export function checkStanding({ member, uncertain }: Membership): Result<true, 'notMember' | 'hostSilent'> {
	return member ? success(true) : fail(uncertain ? { kind: 'hostSilent' } : { kind: 'notMember' });
}

/**
 * Decides whether the caller may ask about the room: a member (or workspace admin) with one of the allowed roles may.
 * `hostSilent`: a look-up failed, so it is not known whether the caller has the role.
 */
export async function checkAccess(
	{ caller, membership, kind, allowedRoles }: AccessRequest,
	ports: Pick<HostPorts, 'roles' | 'appId'>,
): Promise<Result<true, 'notMember' | 'notAllowed' | 'hostSilent'>> {
	const { roomRoles, uncertain } = membership;
	const standing = checkStanding(membership);
	if (!standing.ok) {
		return standing;
	}
	const roles = [...caller.roles, ...roomRoles];
	const known = allowedRoles.some((role) => role === '*' || roles.includes(role) || roles.includes(role.toLowerCase()));
	const holds = known || (await holdsRoleByName(caller.roles, allowedRoles, ports));
	if (holds) {
		return success(true);
	}
	return fail(uncertain || holds === undefined ? { kind: 'hostSilent' } : refusal(allowedRoles, kind, membership));
}

/** Only with roles that somebody can have in such a room: a direct message has no owner, moderator or leader. */
function refusal(allowedRoles: readonly string[], kind: Place['kind'], { owners }: Membership): Failure<'notAllowed'> {
	const roles = kind === 'direct' ? allowedRoles.filter((role) => !isRoomRole(role)) : allowedRoles;
	const mayOwnersAsk = roles.some((role) => role.toLowerCase() === 'owner');
	return { kind: 'notAllowed', roles, owners: mayOwnersAsk ? owners : [] };
}

/**
 * Who sees the answer: the room, unless the setting or the caller wants it private; in a direct message always the caller.
 * Fails where the caller asks to share more than the setting or the room allows.
 */
export function pickAudience({
	caller,
	kind,
	replyVisibility,
	visibility,
}: AudienceRequest): Result<Audience, 'shareInDirect' | 'shareNotAllowed'> {
	if (visibility === 'share' && kind === 'direct') {
		return fail({ kind: 'shareInDirect' });
	}
	if (visibility === 'share' && replyVisibility === 'sender') {
		return fail({ kind: 'shareNotAllowed' });
	}
	const alone = visibility === 'private' || replyVisibility === 'sender' || kind === 'direct';
	return success(alone ? (isAdmin(caller) ? 'admin' : 'caller') : 'room');
}
