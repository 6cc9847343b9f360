import type { Generation } from '../model';
import type { Body } from './answers';
import type { Endpoint } from './call';

/** Section 12, `/api/v1/me`. */
export const meEndpoint: Endpoint = {
	name: 'me',
	permissions: [],
	handle: ({ user: { id, username, name, roles, active } }) => ({ _id: id, username, name, roles, active }),
};

/** Section 12, `/api/v1/permissions.listAll`. */
export const permissionsEndpoint: Endpoint = {
	name: 'permissions.listAll',
	permissions: [],
	handle: ({ workspace }) => ({
		update: Object.entries(workspace.permissions).map(([id, roles]) => ({ _id: id, roles })),
		remove: [],
	}),
};

/** A release of each generation; but for its schemas, the variant `strict` is 8.8. */
const VERSIONS: Readonly<Record<Generation, string>> = { '7': '7.13', '8.8': '8.8', '9': '9.0', strict: '8.8' };

/** Section 12, `/api/info`: without the patch number, as for those not logged in. */
export function infoOf(generation: Generation): Body {
	return { version: VERSIONS[generation] };
}
