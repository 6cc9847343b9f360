/** What must hold before the REST API is asked: the room is one that can be answered for, the caller may ask, the audience is allowed. */
import { fail, type Result, success } from '../failure';
import { type AskedRoom, isCalled, kindOf, lookUpRoom } from '../host/lookUpRoom';
import { type Caller, isAdmin, lookUpMembership, type Sender, toCaller } from '../host/members';
import type { Author } from '../host/messageAuthor';
import type { HostPorts } from '../host/ports';
import { readServerSettings, type ServerSettings } from '../host/workspaceSettings';
import type { Audience } from '../integrations/audience';
import type { Place, Subject } from '../integrations/room';
import type { Typed } from '../query/parseQuery';
import type { Query } from '../query/query';
import type { Settings } from '../settings';
import { checkAccess, checkStanding, pickAudience } from './checkAccess';

/** What was asked, by whom and where: not checked yet. */
export interface Question {
	/** The query, or why there is none: that is told to who stands in the room alone. */
	readonly asked: Result<Typed>;
	readonly caller: Sender;
	/** The room as the engine hands it over. */
	readonly room: AskedRoom;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
	/** Who posted the message that is asked about, if one is. */
	readonly about?: Author;
	/** Whether it comes from a click: then a kept answer is used, unless *Refresh* was clicked. */
	readonly isClick: boolean;
}

/** A question that may be answered, with what was looked up for it. */
export interface Permit extends Omit<Question, 'asked'> {
	readonly query: Query;
	readonly caller: Caller;
	readonly audience: Audience;
	/** The room as integrations may name it. */
	readonly place: Place;
	/** That room, or the whole workspace: for its admins alone. */
	readonly subject: Subject;
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
 * Decides whether a question may be answered, and looks up what its answer needs. Whoever does not stand in the room is told just
 * that (`notMember`), whatever was asked: nothing else may depend on whether a room, or what is in it, exists. Fails also as the
 * question does. Rejects only where the settings cannot be read.
 */
export async function authorize(question: Question, ports: AuthorizePorts): Promise<Result<Permit>> {
	const asked = readAsked(question);
	if (asked.ok) {
		return lookUp(question, asked.value, ports);
	}
	const standing = checkStanding(await lookUpMembership(toCaller(question.caller), question.room.id, ports.rooms));
	return standing.ok ? asked : standing;
}

/** What is asked, and in which kind of room. */
interface Asked {
	readonly query: Query;
	readonly kind: Place['kind'];
}

/** Fails where what was asked could not be read, where another room was named, and in omnichannel rooms, but for the whole workspace. */
function readAsked({ asked, room }: Question): Result<Asked> {
	if (!asked.ok) {
		return asked;
	}
	const { query, rooms } = asked.value;
	const other = rooms.find((name) => !isCalled(name, room));
	const kind = kindOf(room);
	if (other !== undefined) {
		return fail({ kind: 'otherRoom', room: other });
	}
	if (!kind.ok && query.scope === 'workspace') {
		// It may be asked for in any room, of which nothing counts then.
		return success({ query, kind: 'direct' });
	}
	return kind.ok ? success({ query, kind: kind.value }) : kind;
}

async function lookUp(question: Question, { query, kind }: Asked, ports: AuthorizePorts): Promise<Result<Permit>> {
	const { room, deadline, isClick, about } = question;
	const caller = toCaller(question.caller);
	const [settings, server, membership, place] = await Promise.all([
		ports.readSettings(),
		readServerSettings(ports.serverSettings),
		lookUpMembership(caller, room.id, ports.rooms),
		lookUpRoom(room, kind, ports.users),
	]);
	const { allowedRoles, replyVisibility } = settings;
	const access = await checkAccess({ caller, membership, kind, allowedRoles }, ports);
	const isWorkspace = query.scope === 'workspace';
	if (access.ok && isWorkspace && !isAdmin(caller)) {
		return fail({ kind: 'workspaceForAdmins' });
	}
	const audience = access.ok ? pickAudience({ caller, kind, replyVisibility, visibility: visibilityFor(query) }) : access;
	return audience.ok
		? success({
				query,
				caller,
				room,
				deadline,
				isClick,
				...(about && { about }),
				audience: audience.value,
				place,
				subject: isWorkspace ? { kind: 'workspace' } : place,
				settings,
				server,
				owners: membership.owners,
				staff: membership.staff,
			})
		: audience;
}

/** The audience that the question asks for: all but the summary and who watches is private, searches unless shared. */
function visibilityFor({ action, scope, attention, show, find, by, visibility }: Query): Query['visibility'] {
	if (action === 'watch' || action === 'unwatch') {
		// That a room is told of changes, the room is told.
		return undefined;
	}
	if (show !== undefined || attention || action !== 'list' || scope === 'workspace') {
		return 'private';
	}
	return visibility ?? (find !== undefined || by !== undefined ? 'private' : undefined);
}
