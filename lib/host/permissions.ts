/** Which of the app's permissions were granted: the engine offers no list, so those that only read are tried out. */
import type { IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
	RocketChatAssociationModel as Model,
	RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata/RocketChatAssociations';
import { isRecord } from '../util/guards';
import type { HostPorts } from './ports';

/** Permissions of the app, as `app.json` names them. */
export type Permission = 'networking' | 'server-setting.read' | 'room.read' | 'user.read' | 'role.read' | 'persistence';

/** `unknown`: the attempt failed for another reason. */
export type Outcome = 'granted' | 'missing' | 'unknown';

type Trial = readonly [Permission, Outcome];

/** What trying needs. */
export interface PermissionPorts extends HostPorts {
	/** What the app keeps. */
	readonly store: { readonly reader: Pick<IPersistenceRead, 'readByAssociation'> };
}

/** Tries out the five permissions to read; never rejects. `networking` is tried by the requests themselves. */
export async function tryPermissions(roomId: string, callerId: string, ports: PermissionPorts): Promise<Trial[]> {
	const { roles, rooms, users, serverSettings, store, appId } = ports;
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
		attempt('persistence', store.reader.readByAssociation(new Association(Model.ROOM, roomId)), Array.isArray),
	]);
}

/** The permission is missing where the engine gives nothing for something that certainly exists. */
async function attempt(permission: Permission, answer: Promise<unknown>, isThere: (value: unknown) => boolean): Promise<Trial> {
	return answer
		.then((value): Trial => [permission, isThere(value) ? 'granted' : 'missing'])
		.catch((): Trial => [permission, 'unknown']);
}
