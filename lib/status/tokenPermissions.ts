/** Whose token the app uses, and which integrations the server shows that user. */
import type { Body } from '../rest/response';
import { isHeld } from '../rest/fetchPosters';
import { toText, toTexts } from '../util/guards';
import { type Extent, type Permission, permissions, type TokenPermissions } from './checks';

/** The token's user. */
export interface TokenUser {
	/** Empty where the server does not say. */
	readonly username: string;
	/** Ids of workspace roles; undefined where the server does not say. */
	readonly roles: readonly string[] | undefined;
}

/** Reads the answer of `v1/me`. */
export function toTokenUser({ username, roles }: Body): TokenUser {
	return {
		username: toText(username),
		roles: toTexts(roles),
	};
}

/**
 * What a user with these roles (ids) sees, by the answer of `v1/permissions.listAll`, `{ update: [{ _id, roles }] }`: a permission
 * is held where one of the roles is listed under it. Undefined where roles or answer cannot be read.
 */
export function readTokenPermissions(roles: readonly string[] | undefined, { update }: Body): TokenPermissions | undefined {
	if (!roles || !Array.isArray(update)) {
		return undefined;
	}
	return toTokenPermissions(permissions.filter((permission) => isHeld(update, permission, roles)));
}

/**
 * As the server's mountQueriesBasedOnPermission: whoever holds both `own` permissions, and not both full ones, sees only their own
 * integrations (docs/admin-guide.md warns of it); otherwise each permission counts for its type.
 */
function toTokenPermissions(held: readonly Permission[]): TokenPermissions {
	const extent = (full: Permission, own: Permission): Extent => {
		if (held.includes(full)) {
			return 'all';
		}
		return held.includes(own) ? 'own' : 'none';
	};
	const incoming = extent('manage-incoming-integrations', 'manage-own-incoming-integrations');
	const outgoing = extent('manage-outgoing-integrations', 'manage-own-outgoing-integrations');
	const bothOwn = held.includes('manage-own-incoming-integrations') && held.includes('manage-own-outgoing-integrations');
	const everything = incoming === 'all' && outgoing === 'all';
	return bothOwn && !everything ? { held, incoming: 'own', outgoing: 'own' } : { held, incoming, outgoing };
}
