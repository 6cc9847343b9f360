/** Whether the token's user sees all integrations: one that is no longer seen is not gone. */
import type { Get } from './client';
import { isHeld } from './fetchPosters';
import { toTexts } from '../util/guards';

/** Whoever holds both sees all (the server's mountQueriesBasedOnPermission; docs/admin-guide.md). False also where that cannot be told. */
export async function fetchSeesAll(get: Get): Promise<boolean> {
	const [me, permissions] = await Promise.all([get('v1/me', {}), get('v1/permissions.listAll', {})]);
	const roles = me.ok ? toTexts(me.value.body.roles) : undefined;
	const rows = permissions.ok ? permissions.value.body.update : undefined;
	return ['manage-incoming-integrations', 'manage-outgoing-integrations'].every((permission) => isHeld(rows, permission, roles));
}
