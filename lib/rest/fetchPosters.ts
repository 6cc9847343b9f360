/** Which roles may post where not everybody may, by `permissions.listAll`, and what the server's version says of it. */
import { fail, type Result, success } from '../failure';
import { isRecord, toTexts } from '../util/guards';
import type { Get } from './client';
import { isFrom, readVersion } from './serverVersion';

/** Ids of roles by what they may do; undefined: not known. */
export interface Posters {
	/** May post in the name that an incoming webhook gives; undefined also where the server does not demand it yet. */
	readonly impersonators: readonly string[] | undefined;
	/** May post into read-only rooms. */
	readonly readOnlyPosters: readonly string[] | undefined;
	/** Whether the server is older than 9.0, from which on some scripts run otherwise; undefined: not known. */
	readonly isBefore9: boolean | undefined;
}

/**
 * Fetches the roles. Servers demand `message-impersonate` of those whom an incoming webhook posts as from 8.6.0 on
 * (docs/endpoint.md). Fails where that cannot be told: as the request does, or with `notRocketChat`.
 */
export async function fetchPosters(get: Get): Promise<Result<Posters>> {
	const [info, permissions] = await Promise.all([get('info', {}), get('v1/permissions.listAll', {})]);
	const version = readVersion(info);
	const demands = isFrom(version, [8, 6]);
	const is9 = isFrom(version, [9, 0]);
	const rows = permissions.ok ? permissions.value.body.update : undefined;
	const impersonators = demands === true ? readHolders(rows, 'message-impersonate') : undefined;
	if (demands === false || impersonators) {
		return success({
			impersonators,
			readOnlyPosters: readHolders(rows, 'post-readonly'),
			isBefore9: is9 === undefined ? undefined : !is9,
		});
	}
	if (!info.ok) {
		return info;
	}
	return permissions.ok ? fail({ kind: 'notRocketChat' }) : permissions;
}

/** Ids of the roles that hold a permission, by the rows `{ _id, roles }` of `permissions.listAll`; undefined where it is not among them. */
function readHolders(rows: unknown, permission: string): string[] | undefined {
	const row = Array.isArray(rows) ? rows.filter(isRecord).find(({ _id }) => _id === permission) : undefined;
	return row && toTexts(row.roles);
}

/** Whether one of these roles (ids) holds a permission, by the same rows; false also where that cannot be told. */
export function isHeld(rows: unknown, permission: string, roles: readonly string[] | undefined): boolean {
	return readHolders(rows, permission)?.some((role) => roles?.includes(role)) === true;
}
