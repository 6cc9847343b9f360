/** Whether somebody who asked some time ago may still ask: nobody else is told what came of it later. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { checkAccess } from './checkAccess';
import { type AskedRoom, kindOf } from '../host/lookUpRoom';
import { lookUpMembership, toCaller } from '../host/members';
import type { HostPorts } from '../host/ports';

/** What decides that. */
export type StillPorts = Pick<HostPorts, 'rooms' | 'users' | 'roles' | 'appId'>;

/** Who asked, where, and whom the settings allow. */
interface StillAsked {
	readonly userId: string;
	readonly room: AskedRoom;
	/** Of the settings. */
	readonly allowedRoles: readonly string[];
}

/** Whether somebody is active, in the room, and may ask there. `unknown`: a look-up failed. */
export async function mayStillAsk(
	{ userId, room, allowedRoles }: StillAsked,
	ports: StillPorts,
): Promise<'yes' | 'no' | 'unknown'> {
	const kind = kindOf(room);
	const user = await ports.users.getById(userId).then(
		(found: Partial<IUser> | undefined) => found ?? 'gone',
		() => undefined,
	);
	if (user === undefined || !kind.ok) {
		return 'unknown';
	}
	if (user === 'gone' || user.isEnabled === false) {
		return 'no';
	}
	const caller = toCaller({ id: userId, roles: user.roles });
	const membership = await lookUpMembership(caller, room.id, ports.rooms);
	const access = await checkAccess({ caller, membership, kind: kind.value, allowedRoles }, ports);
	if (access.ok) {
		return 'yes';
	}
	return access.failure.kind === 'hostSilent' ? 'unknown' : 'no';
}
