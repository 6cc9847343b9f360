import type { Room, User, Workspace } from '../model';

/** The server's defaults for what a workspace does not set. */
const DEFAULTS: Record<string, string[]> = {
	'post-readonly': ['admin', 'owner', 'moderator'],
	'mention-all': ['admin', 'owner', 'moderator', 'user'],
	'mention-here': ['admin', 'owner', 'moderator', 'user'],
	'message-impersonate': ['bot', 'app'],
};

/** Whether a user holds a permission, by a role of the workspace or of the room. */
export function hasPermission(workspace: Workspace, user: User, permission: string, room: Room): boolean {
	const membership = room.members.find(({ userId }) => userId === user.id);
	const held: string[] = [...user.roles, ...(membership?.roles ?? [])];
	const granted = workspace.permissions[permission] ?? DEFAULTS[permission] ?? [];
	return held.some((role) => granted.includes(role));
}
