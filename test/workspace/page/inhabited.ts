import type { Host } from '../host';
import type { User, Workspace } from '../model';

/** What the page shows: a workspace with the app at work in it. */
export interface Inhabited {
	readonly workspace: Workspace;
	readonly host: Host;
	readonly appId: string;
}

/** Names a user by id, as a message does. */
export function nameOf({ users }: Workspace, userId: string): string {
	return users.find(({ id }) => id === userId)?.username ?? userId;
}

/** The user that the app posts as. */
export function appUserOf({ workspace, appId }: Inhabited): User | undefined {
	return workspace.users.find((user) => user.appId === appId);
}
