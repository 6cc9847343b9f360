/** Which of the app's own permissions the workspace granted: each is tried, as the engine does not tell. */
import { isRecord } from '../util/guards';
import type { HostPorts } from './ports';

/** As app.json names them. */
export type Permission = 'networking' | 'server-setting.read' | 'room.read' | 'user.read' | 'role.read';

/** `unknown`: what was tried broke off, which says nothing of the permission. */
export type Outcome = 'granted' | 'missing' | 'unknown';

type Trial = readonly [Permission, Outcome];

/** Tries the permissions to read, all at once. */
export async function tryPermissions(roomId: string, callerId: string, ports: HostPorts): Promise<Trial[]> {
	const { roles, rooms, users, serverSettings, appId } = ports;
	return Promise.all([
		// This one alone answers with an error where the permission is missing.
		attempt(
			'server-setting.read',
			serverSettings.getValueById('Site_Url').catch(() => undefined),
			(value) => value !== undefined,
		),
		attempt('room.read', rooms.getOwners(roomId), Array.isArray),
		attempt('user.read', users.getById(callerId), isRecord),
		attempt('role.read', roles.getOneByIdOrName('admin', appId), isRecord),
	]);
}

/** Without the permission the engine gives nothing, where it would otherwise give what is asked for. */
async function attempt(permission: Permission, answer: Promise<unknown>, isThere: (value: unknown) => boolean): Promise<Trial> {
	return answer
		.then((value): Trial => [permission, isThere(value) ? 'granted' : 'missing'])
		.catch((): Trial => [permission, 'unknown']);
}
