/** What must hold before the REST API is asked: the room is one that can be answered for, the caller may ask, the audience is allowed. */
import { fail, type Result, success } from '../failure';
import { type AskedRoom, isCalled, kindOf, lookUpRoom } from '../host/lookUpRoom';
import { type Caller, lookUpMembership, type Sender, toCaller } from '../host/members';
import type { HostPorts } from '../host/ports';
import { readServerSettings, type ServerSettings } from '../host/workspaceSettings';
import type { Audience } from '../integrations/audience';
import type { Place } from '../integrations/room';
import type { Query } from '../query/query';
import type { Settings } from '../settings';
import { checkAccess, pickAudience } from './checkAccess';

/** What was asked, by whom and where: not checked yet. */
export interface Question {
	readonly query: Query;
	/** Room names that were typed, without `#`. */
	readonly namedRooms: readonly string[];
	readonly caller: Sender;
	/** The room as the engine hands it over. */
	readonly room: AskedRoom;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
	/** Whether it comes from a click: then a kept answer is used, unless *Refresh* was clicked. */
	readonly isClick: boolean;
}

/** Why a question may not be answered. */
type Refusal = 'otherRoom' | 'omnichannelRoom' | 'notMember' | 'notAllowed' | 'hostSilent' | 'shareInDirect' | 'shareNotAllowed';

/** A question that may be answered, with what was looked up for it. */
export interface Permit extends Question {
	readonly caller: Caller;
	readonly audience: Audience;
	/** The room as integrations may name it. */
	readonly place: Place;
	readonly settings: Settings;
	readonly server: ServerSettings;
	/** The usernames of the room's owners. */
	readonly owners: readonly string[];
	/** The ids of its owners, moderators and leaders; undefined where a look-up failed. */
	readonly staff: readonly string[] | undefined;
}

/** What access is decided with. */
export interface AuthorizePorts extends HostPorts {
	readonly readSettings: () => Promise<Settings>;
}

/**
 * Decides whether a question may be answered, and looks up what its answer needs. Rejects only where the settings cannot be
 * read.
 */
export async function authorize(question: Question, ports: AuthorizePorts): Promise<Result<Permit, Refusal>> {
	const kind = whichRoom(question);
	return kind.ok ? lookUp(question, kind.value, ports) : kind;
}

function whichRoom({ room, namedRooms }: Question): Result<Place['kind'], 'otherRoom' | 'omnichannelRoom'> {
	const other = namedRooms.find((name) => !isCalled(name, room));
	return other === undefined ? kindOf(room) : fail({ kind: 'otherRoom', room: other });
}

async function lookUp(question: Question, kind: Place['kind'], ports: AuthorizePorts): Promise<Result<Permit, Refusal>> {
	const { room } = question;
	const caller = toCaller(question.caller);
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
		? success({
				...question,
				caller,
				audience: audience.value,
				place,
				settings,
				server,
				owners: membership.owners,
				staff: membership.staff,
			})
		: audience;
}

/** The audience that the question asks for: `show`, `attention`, the panel and `status` are always private, searches unless shared. */
function visibilityFor({ action, attention, show, find, by, visibility }: Query): Query['visibility'] {
	if (show !== undefined || attention || action !== 'list') {
		return 'private';
	}
	return visibility ?? (find !== undefined || by !== undefined ? 'private' : undefined);
}
