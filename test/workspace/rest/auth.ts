import type { User, Workspace } from '../model';
import { plainRefusal, Refusal } from './answers';
import type { Call, Endpoint } from './call';

const LOGIN = 'You must be logged in to do this.';
const DENIED = 'User does not have the permissions required for this action [error-unauthorized]';

/** Any one of these lets a user read integrations; which ones, section 1 tells under "Permission scoping". */
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

/** Section 1, "bad token, bad user id, either header missing": the user whose id and token these are; the only 401 that there is. */
export function authenticate(workspace: Workspace, userId: string | undefined, token: string | undefined): User {
	const user = workspace.users.find(({ id, tokens, active }) => active && id === userId && tokens.includes(token ?? ''));
	if (user) {
		return user;
	}
	const upTo8 = { status: 'error', message: LOGIN };
	throw new Refusal({ status: 401, body: { success: false, error: LOGIN, ...(workspace.generation !== '9' && upTo8) } });
}

/** Section 13: the permission middleware says the same in every generation; for 9 its exact body is not confirmed. */
export function checkPermissions({ permissions }: Endpoint, { workspace, user }: Call): void {
	if (permissions.length > 0 && !permissions.some((permission) => holds(workspace, user, permission))) {
		throw plainRefusal(403, DENIED);
	}
}
