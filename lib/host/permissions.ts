/** Which of the app's permissions were granted: the engine offers no list, so each is tried out. */
import { isRecord } from '../util/guards';
import type { HostPorts } from './ports';

/** Permissions of the app, as `app.json` names them. */
export type Permission = 'networking' | 'server-setting.read' | 'room.read' | 'user.read' | 'role.read';

/** `unknown`: the attempt failed for another reason. */
export type Outcome = 'granted' | 'missing' | 'unknown';

type Trial = readonly [Permission, Outcome];

/** Tries out the four permissions to read; never rejects. `networking` is tried by the requests themselves. */
export async function tryPermissions(roomId: string, callerId: string, ports: HostPorts): Promise<Trial[]> {
	const { roles, rooms, users, serverSettings, appId } = ports;
	return Promise.all([
		// Without this permission the engine rejects; without the others it gives nothing.
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

/** The permission is missing where the engine gives nothing for something that certainly exists. */
async function attempt(permission: Permission, answer: Promise<unknown>, isThere: (value: unknown) => boolean): Promise<Trial> {
	return answer
		.then((value): Trial => [permission, isThere(value) ? 'granted' : 'missing'])
		.catch((): Trial => [permission, 'unknown']);
}
