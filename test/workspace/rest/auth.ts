import type { User, Workspace } from '../model';
import { plainRefusal, Refusal } from './answers';
import type { Call, Endpoint } from './call';

const LOGIN = 'You must be logged in to do this.';
const DENIED = 'User does not have the permissions required for this action [error-unauthorized]';

/** Whoever holds one of these may read integrations; section 1, "Permission scoping". */
export const INTEGRATION_PERMISSIONS = [
	'manage-outgoing-integrations',
	'manage-incoming-integrations',
	'manage-own-outgoing-integrations',
	'manage-own-incoming-integrations',
] as const;

/** Section 12: a permission is held when one of the user's roles is listed under it. */
export function holds(workspace: Workspace, user: User, permission: string): boolean {
	return user.roles.some((role) => workspace.permissions[permission]?.includes(role));
}

/** Section 1, "bad token, bad user id, either header missing": a token is good for its own user only. */
export function authenticate(workspace: Workspace, userId: string | undefined, token: string | undefined): User {
	const user = workspace.users.find(({ id, tokens, active }) => active && id === userId && tokens.includes(token ?? ''));
	if (user) {
		return user;
	}
	const old = { status: 'error', message: LOGIN };
	throw new Refusal({ status: 401, body: { success: false, error: LOGIN, ...(workspace.generation !== '9' && old) } });
}

/** Section 1, "token user lacks all 4 permissions". */
export function checkPermissions({ permissions }: Endpoint, { workspace, user }: Call): void {
	if (permissions.length > 0 && !permissions.some((permission) => holds(workspace, user, permission))) {
		throw plainRefusal(403, workspace.generation === '9' ? 'forbidden' : DENIED);
	}
}
