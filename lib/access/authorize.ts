/** Everything that must hold before the server is asked: the room, the caller's access, the audience. */
import { fail, type Result, success } from '../failure';
import { type AskedRoom, isCalled, kindOf, lookUpRoom } from '../host/lookUpRoom';
import { type Caller, lookUpMembership } from '../host/members';
import type { HostPorts } from '../host/ports';
import { readServerSettings, type ServerSettings } from '../host/workspaceSettings';
import type { Audience } from '../integrations/audience';
import type { Place } from '../integrations/room';
import type { Query } from '../query/query';
import type { Settings } from '../settings';
import { checkAccess, pickAudience } from './checkAccess';

export interface Question {
	readonly query: Query;
	/** What was typed behind `#`. */
	readonly namedRooms: readonly string[];
	readonly caller: Caller;
	readonly room: AskedRoom;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
	/** A click: what was kept is new enough, and only *Refresh* asks the server. */
	readonly isClick: boolean;
}

/** A question that may be answered, with what was looked up for it. */
export interface Permit extends Question {
	readonly audience: Audience;
	readonly place: Place;
	readonly settings: Settings;
	readonly server: ServerSettings;
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
}

export interface AuthorizePorts extends HostPorts {
	readonly readSettings: () => Promise<Settings>;
}

/**
 * Lets a question pass, with what was looked up for it, all at once. Fails with `otherRoom`, `omnichannelRoom`, or as access
 * and audience do.
 */
export async function authorize(question: Question, ports: AuthorizePorts): Promise<Result<Permit>> {
	const kind = whichRoom(question);
	return kind.ok ? lookUp(question, kind.value, ports) : kind;
}

function whichRoom({ room, namedRooms }: Question): Result<Place['kind'], 'otherRoom' | 'omnichannelRoom'> {
	const other = namedRooms.find((name) => !isCalled(name, room));
	return other === undefined ? kindOf(room) : fail({ kind: 'otherRoom', room: other });
}

async function lookUp(question: Question, kind: Place['kind'], ports: AuthorizePorts): Promise<Result<Permit>> {
	const { caller, room } = question;
	const [settings, server, membership, place] = await Promise.all([
		ports.readSettings(),
		readServerSettings(ports.serverSettings),
		lookUpMembership(caller, room.id, ports.rooms),
		lookUpRoom(room, kind, ports.users),
	]);
	const { allowedRoles, replyVisibility } = settings;
	const access = await checkAccess({ caller, membership, allowedRoles }, ports);
	const audience = access.ok
		? pickAudience({ caller, kind, replyVisibility, visibility: visibilityFor(question.query) })
		: access;
	return audience.ok
		? success({ ...question, audience: audience.value, place, settings, server, owners: membership.owners })
		: audience;
}

/** One integration in full, what needs attention, the panel and the check of the set-up are never for the room. */
function visibilityFor({ action, attention, show, visibility }: Query): Query['visibility'] {
	return show === undefined && !attention && action === 'list' ? visibility : 'private';
}
