/** Everything that must hold before the server is asked: the room, the caller's access, the audience. */
import type { IServerSettingRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type AccessPorts, type Audience, checkAccess, lookUpStanding, pickAudience } from './checkAccess';
import { fail, type Result, success } from '../failure';
import { type AskedRoom, isCalled, kindOf, placeOf } from '../host/lookUpRoom';
import type { Query } from '../query/parseQuery';
import type { Place } from '../integrations/reach';
import { readServerSettings, type ServerSettings } from '../host/workspaceSettings';
import type { Settings } from '../settings';

export interface PermitPorts extends AccessPorts {
	readonly users: Pick<IUserRead, 'getById'>;
	readonly readSettings: () => Promise<Settings>;
	readonly serverSettings: Pick<IServerSettingRead, 'getValueById'>;
}

export interface Question {
	readonly query: Query;
	/** What was typed behind `#`. */
	readonly namedRooms: readonly string[];
	readonly caller: Pick<IUser, 'id' | 'roles'>;
	readonly room: AskedRoom;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
	/** A click: what was kept is new enough, and only *Refresh* asks the server. */
	readonly click?: true;
}

/** What a caller who may ask goes on with. */
export interface Permit {
	readonly audience: Audience;
	readonly place: Place;
	readonly settings: Settings;
	readonly server: ServerSettings;
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
}

/**
 * Lets a question pass, with what was looked up for it, all at once. Fails with `otherRoom`, `omnichannelRoom`, or as access
 * and audience do.
 */
export async function permit(question: Question, ports: PermitPorts): Promise<Result<Permit>> {
	const kind = whichRoom(question);
	return kind.ok ? gather(question, kind.value, ports) : kind;
}

function whichRoom({ room, namedRooms }: Question): Result<Place['kind']> {
	const other = namedRooms.find((name) => !isCalled(name, room));
	return other === undefined ? kindOf(room) : fail({ kind: 'otherRoom', room: other });
}

async function gather(question: Question, kind: Place['kind'], ports: PermitPorts): Promise<Result<Permit>> {
	const { query, caller, room } = question;
	const [settings, server, standing, place] = await Promise.all([
		ports.readSettings(),
		readServerSettings(ports.serverSettings),
		lookUpStanding(caller, room.id, ports),
		placeOf(room, kind, ports.users),
	]);
	const access = await checkAccess(caller, standing, settings.allowedRoles, ports);
	const audience = access.ok ? pickAudience(caller, kind, settings.replyVisibility, wishOf(query)) : access;
	return audience.ok ? success({ audience: audience.value, place, settings, server, owners: standing.owners }) : audience;
}

/** One integration in full, what needs attention, the panel and the check of the set-up are never for the room. */
function wishOf({ action, attention, show, visibility }: Query): Query['visibility'] {
	return show === undefined && !attention && action === 'list' ? visibility : 'private';
}
