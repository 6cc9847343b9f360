/** Whose token the app uses, and what the server shows that user (server-contract.md, sections 1 and 12). */
import type { Body } from '../rest/response';
import { isRecord } from '../util/guards';
import { type Extent, type Permission, permissions, type TokenPermissions } from './checks';

export interface TokenUser {
	/** Empty where the server does not say. */
	readonly username: string;
	/** Ids; undefined where the server does not say. */
	readonly roles: readonly string[] | undefined;
}

/** Reads the answer of `/api/v1/me`. */
export function toTokenUser({ username, roles }: Body): TokenUser {
	return {
		username: typeof username === 'string' ? username : '',
		roles: toTexts(roles),
	};
}

function toTexts(value: unknown): string[] | undefined {
	return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : undefined;
}

/**
 * What a user with these roles sees, by the answer of `/api/v1/permissions.listAll`: a permission is held where one of the
 * roles is listed under it. Undefined where roles or list cannot be read.
 */
export function readTokenPermissions(roles: readonly string[] | undefined, { update }: Body): TokenPermissions | undefined {
	if (!roles || !Array.isArray(update)) {
		return undefined;
	}
	const rows = update.filter(isRecord);
	const isHeld = (permission: Permission): boolean =>
		rows.some(({ _id, roles: holders }) => _id === permission && toTexts(holders)?.some((role) => roles.includes(role)));
	return toTokenPermissions(permissions.filter(isHeld));
}

/** Both own permissions outweigh one of the full ones; otherwise each permission counts for its own type. */
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
