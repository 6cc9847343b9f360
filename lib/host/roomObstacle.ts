/** Whether the app may post into a room for somebody: it is no way around what the room forbids that person. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type Caller, isAdmin, lookUpMembership, toCaller } from './members';
import type { HostPorts } from './ports';
import { readRoomFlags } from './roomFlags';
import { takesPlainText } from './workspaceSettings';

/** Why the app does not post into a room, whatever the server would say. */
export type RoomObstacle = 'archived' | 'callerMuted' | 'readOnly' | 'encrypted';

/**
 * Gives why the app does not post into a room for this caller; undefined where it does. The server looks at the app's own user
 * alone, takes an app's message into an archived room, and lets it change a message in any.
 */
export async function findRoomObstacle(
	room: IRoom,
	caller: IUser,
	{ rooms, serverSettings }: Pick<HostPorts, 'rooms' | 'serverSettings'>,
): Promise<RoomObstacle | undefined> {
	const { archived, encrypted, readOnly, muted, unmuted } = readRoomFlags(room);
	const { username } = caller;
	if (archived) {
		return 'archived';
	}
	if (muted.includes(username)) {
		return 'callerMuted';
	}
	if (readOnly && !unmuted.includes(username) && !(await writesAnyway(room, toCaller(caller), rooms))) {
		return 'readOnly';
	}
	return encrypted && !(await takesPlainText(serverSettings)) ? 'encrypted' : undefined;
}

/** Whether somebody has, by default, the permission `post-readonly`: the admins of the workspace, the room's owners and moderators. */
async function writesAnyway({ id }: IRoom, caller: Caller, rooms: HostPorts['rooms']): Promise<boolean> {
	if (isAdmin(caller)) {
		return true;
	}
	const { roomRoles } = await lookUpMembership(caller, id, rooms);
	return roomRoles.includes('owner') || roomRoles.includes('moderator');
}
