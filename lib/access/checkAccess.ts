/** Who may ask, and who sees the answer: decided here and nowhere else, before any request is made. */
import { fail, type Result, success } from '../failure';
import { type Caller, isAdmin, type Membership } from '../host/members';
import type { HostPorts } from '../host/ports';
import { holdsRoleByName } from '../host/roles';
import type { Audience } from '../integrations/audience';
import type { Place } from '../integrations/room';

/** Who asks, and what is known of it. */
export interface AccessRequest {
	readonly caller: Caller;
	readonly membership: Membership;
	/** Ids or names of workspace roles, or `owner`, `moderator`, `leader` of the room; `*` lets in every member. */
	readonly allowedRoles: readonly string[];
}

/** What decides who sees an answer. */
export interface AudienceRequest {
	readonly caller: Caller;
	readonly kind: Place['kind'];
	/** The workspace's setting. */
	readonly replyVisibility: 'room' | 'sender';
	/** What the caller asks for. */
	readonly visibility: 'private' | 'share' | undefined;
}

/**
 * Decides whether the caller may ask about the room. Fails with `hostSilent` where a look-up failed that might have let the
 * caller in: nobody is told to lack a role that could not be looked up.
 */
export async function checkAccess(
	{ caller, membership: { member, roomRoles, uncertain }, allowedRoles }: AccessRequest,
	ports: Pick<HostPorts, 'roles' | 'appId'>,
): Promise<Result<true, 'notMember' | 'notAllowed' | 'hostSilent'>> {
	if (!member) {
		return fail(uncertain ? { kind: 'hostSilent' } : { kind: 'notMember' });
	}
	const held = [...caller.roles, ...roomRoles];
	const known = allowedRoles.some((role) => role === '*' || held.includes(role) || held.includes(role.toLowerCase()));
	const holds = known || (await holdsRoleByName(caller.roles, allowedRoles, ports));
	if (holds) {
		return success(true);
	}
	return fail(uncertain || holds === undefined ? { kind: 'hostSilent' } : { kind: 'notAllowed', roles: allowedRoles });
}

/**
 * Who sees the summary: the room, unless the workspace's setting or the caller says otherwise; a direct message is never
 * answered into. Fails where the caller asks for more than that.
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
