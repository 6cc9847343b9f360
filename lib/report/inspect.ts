/** Looks up what records do not say: whether users are still there, how runs ended, who posted lately. What is not known is counted. */
import type { PeopleMemory } from '../host/people';
import type { PlaceMemory } from '../host/places';
import type { HostPorts } from '../host/ports';
import { readRoomActivity } from '../host/roomActivity';
import type { Audience } from '../integrations/audience';
import { type LastRuns, type People, posterKey } from '../integrations/evidence';
import { type RecentPosts, toRecentPosts } from '../integrations/recentPosts';
import { whyNeverFires } from '../integrations/firing';
import { findFindings, type Findings } from '../integrations/findFindings';
import { singlePlaces } from '../integrations/places';
import type { Row } from '../integrations/reach';
import { fetchLastRun } from '../rest/fetchLastRun';
import { lookUpRights, type RightsPorts, type RightsRequest } from './lookUpRights';

/** What looking up needs. `now`: epoch, milliseconds. */
export interface InspectPorts extends RightsPorts, Pick<HostPorts, 'users'> {
	readonly people: PeopleMemory;
	readonly places: PlaceMemory;
	readonly now: () => number;
}

/** What is to be looked up. */
export interface InspectRequest extends Omit<RightsRequest, 'places'> {
	readonly audience: Audience;
	/** All rows that the reader may see; `about` are some of them. */
	readonly rows: readonly Row[];
	/** Whether the room's messages are read for who posted, if it is asked in depth. */
	readonly readsActivity: boolean;
	/** The caller's id, and that of the room that is asked in. */
	readonly caller: string;
	readonly room: string;
}

/** How many users, places, last runs and rights to post are not known, how many integrations have words that were not compared, and more than is read. */
interface Unchecked {
	readonly people: number;
	readonly places: number;
	readonly runs: number;
	readonly rights: number;
	readonly words: number;
	readonly shortened: number;
}

/** What was found out. */
export interface Inspection {
	readonly findings: Findings;
	readonly people: People;
	readonly lastRuns: LastRuns;
	readonly unchecked: Unchecked;
	/** Undefined where it was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
	/** How many scripts Rocket.Chat 9.0 runs otherwise, where the server is older, and that was asked for. */
	readonly oldScripts: number;
}

/** Looks everything up at once, and finds what is wrong with the rows in `about`. Never rejects: what fails is counted in `unchecked`. */
export async function inspect(asked: InspectRequest, ports: InspectPorts): Promise<Inspection> {
	const { subject, audience, rows, about, inDepth, caller, room, fresh, thorough } = asked;
	const rules = {
		fresh,
		keepFor: ports.source.keepFor,
		most: thorough || subject.kind === 'workspace' ? mostOfWorkspace : mostOfRoom,
	};
	const keys = peopleBehind(about);
	const named = subject.kind === 'workspace' ? placesOf(about) : [];
	const runsOf = inDepth ? outgoingOf(about) : [];
	const lookedUp = ports.places.lookUp(named, { caller, room, ...rules }, ports);
	const [people, places, lastRuns, { rights, unknown, isBefore9 }, recent] = await Promise.all([
		ports.people.lookUp(keys, { caller, ...rules }, ports.users),
		lookedUp,
		fetchRuns(runsOf, asked, ports),
		lookUpRights({ ...asked, places: lookedUp }, ports),
		readRecent(asked, ports),
	]);
	const { findings, uncompared } = findFindings(about, { subject, audience, rows, people, lastRuns, rights, places });
	const answered = [...lastRuns.values()].filter(({ ok }) => ok).length;
	return {
		findings,
		people,
		lastRuns,
		unchecked: {
			people: keys.length - people.size,
			places: named.length - places.size,
			runs: runsOf.length - answered,
			rights: unknown,
			words: uncompared,
			shortened: about.filter(({ integration }) => integration.shortened).length,
		},
		recent,
		oldScripts:
			isBefore9 && subject.kind === 'workspace' ? about.filter(({ integration }) => integration.scriptWillChange).length : 0,
	};
}

/** So many people, and places, are looked up for one answer, the second also for a watched room: each is a round trip to the engine. */
const [mostOfRoom, mostOfWorkspace] = [50, 200];

function peopleBehind(rows: readonly Row[]): string[] {
	const keys = rows.flatMap(({ integration }) => [posterKey(integration), integration.createdById]);
	return [...new Set(keys)].filter((key) => key !== '');
}

function placesOf(rows: readonly Row[]): string[] {
	return [...new Set(rows.flatMap(({ reach }) => singlePlaces(reach.elsewhere)))];
}

/**
 * The rows with a history. Those that are switched on come first: the history of others only tells whether it was the server that
 * switched them off.
 */
function outgoingOf(rows: readonly Row[]): Row[] {
	const outgoing = rows.filter(({ integration }) => integration.type === 'outgoing' && !whyNeverFires(integration));
	return [
		...outgoing.filter(({ integration }) => integration.enabled),
		...outgoing.filter(({ integration }) => !integration.enabled),
	];
}

/** The server takes ten requests a minute for an endpoint (docs/endpoint.md): this leaves two for the next question. */
const mostRuns = 8;

async function fetchRuns(rows: readonly Row[], { fresh }: InspectRequest, ports: InspectPorts): Promise<LastRuns> {
	const { get, keepFor, connectionKey } = ports.source;
	return new Map(
		await Promise.all(
			rows.slice(0, mostRuns).map(async ({ integration: { id } }) => {
				const key = `${connectionKey} ${id}`;
				return [id, await ports.lookUps.lastRuns.get(key, async () => fetchLastRun(id, get), { keepFor, fresh })] as const;
			}),
		),
	);
}

async function readRecent(asked: InspectRequest, ports: InspectPorts): Promise<RecentPosts | undefined> {
	const { subject, rows, inDepth, readsActivity } = asked;
	const isRead = inDepth && readsActivity && subject.kind !== 'workspace';
	const activity = isRead ? await readRoomActivity(subject.id, ports.rooms) : undefined;
	const known = rows.map(({ integration }) => integration.id);
	return activity && toRecentPosts(activity, known, ports.now());
}
