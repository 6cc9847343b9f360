/** Which of the app's own permissions the workspace granted: each is tried, as the engine does not tell. */
import type { IRoleRead, IRoomRead, IServerSettingRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isRecord } from '../rest/decodeIntegrations';

export interface GrantPorts {
	readonly roles: Pick<IRoleRead, 'getOneByIdOrName'>;
	readonly rooms: Pick<IRoomRead, 'getOwners'>;
	readonly users: Pick<IUserRead, 'getById'>;
	readonly serverSettings: Pick<IServerSettingRead, 'getValueById'>;
	readonly appId: string;
}

/** As app.json names them. */
export type Grant = 'networking' | 'server-setting.read' | 'room.read' | 'user.read' | 'role.read';

/** `unknown`: what was tried broke off, which says nothing of the permission. */
export type Outcome = 'granted' | 'missing' | 'unknown';

type Trial = readonly [Grant, Outcome];

/** Tries the permissions to read, all at once. */
export async function tryGrants(roomId: string, callerId: string, ports: GrantPorts): Promise<Trial[]> {
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
async function attempt(grant: Grant, answer: Promise<unknown>, isThere: (value: unknown) => boolean): Promise<Trial> {
	return answer.then((value): Trial => [grant, isThere(value) ? 'granted' : 'missing']).catch((): Trial => [grant, 'unknown']);
}
