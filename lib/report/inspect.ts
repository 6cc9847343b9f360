/** Looks up what records do not say: whether users are still there, how runs ended, who posted lately. What is not known is counted. */
import type { PeopleMemory } from '../host/people';
import type { HostPorts } from '../host/ports';
import { readRoomActivity } from '../host/roomActivity';
import type { Audience } from '../integrations/audience';
import { type LastRuns, type People, type RecentPosts, toRecentPosts } from '../integrations/evidence';
import { findFindings, type Findings } from '../integrations/findFindings';
import type { Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import type { Get } from '../rest/client';
import { fetchLastRun } from '../rest/fetchLastRun';

/** What looking up needs. `now`: epoch, milliseconds. */
export interface InspectPorts extends Pick<HostPorts, 'users' | 'rooms'> {
	readonly people: PeopleMemory;
	readonly now: () => number;
	readonly get: Get;
	/** Milliseconds for which what was looked up may be used again. */
	readonly keepFor: number;
}

/** What is to be looked up. */
export interface InspectRequest {
	readonly place: Place;
	readonly audience: Audience;
	/** All rows that the reader may see. */
	readonly rows: readonly Row[];
	/** Those of them that findings are wanted for. */
	readonly about: readonly Row[];
	/** Those of them whose last run is wanted, and whether the server may be asked for it: each costs a request. */
	readonly runsOf: readonly Row[];
	readonly asksRuns: boolean;
	/** Whether the room's messages are read for who posted. */
	readonly readsActivity: boolean;
	/** The caller's id. */
	readonly caller: string;
	/** Whether users are looked up anew. */
	readonly fresh: boolean;
}

/** What was found out. */
export interface Inspection {
	readonly findings: Findings;
	readonly people: People;
	readonly lastRuns: LastRuns;
	/** How many users, and how many wanted last runs, are not known. */
	readonly unchecked: { readonly people: number; readonly runs: number };
	/** Undefined where it was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
}

/** Looks everything up at once, and finds what is wrong with the rows in `about`. Never rejects: what fails is counted in `unchecked`. */
export async function inspect(asked: InspectRequest, ports: InspectPorts): Promise<Inspection> {
	const { place, audience, rows, about, runsOf, asksRuns, caller, fresh } = asked;
	const ids = peopleBehind(about);
	const [people, lastRuns, recent] = await Promise.all([
		ports.people.lookUp(ids, { caller, fresh, keepFor: ports.keepFor }, ports.users),
		fetchRuns(asksRuns ? runsOf : [], ports.get),
		readRecent(asked, ports),
	]);
	const answered = [...lastRuns.values()].filter(({ ok }) => ok).length;
	return {
		findings: findFindings(about, { place, audience, rows, people, lastRuns }),
		people,
		lastRuns,
		unchecked: { people: ids.length - people.size, runs: runsOf.length - answered },
		recent,
	};
}

function peopleBehind(rows: readonly Row[]): string[] {
	return [...new Set(rows.flatMap(({ integration }) => [integration.userId, integration.createdById]))].filter((id) => id !== '');
}

/** The server takes ten requests a minute for an endpoint (docs/endpoint.md): this leaves two for the next question. */
const mostRuns = 8;

async function fetchRuns(rows: readonly Row[], get: Get): Promise<LastRuns> {
	return new Map(
		await Promise.all(rows.slice(0, mostRuns).map(async ({ integration: { id } }) => [id, await fetchLastRun(id, get)] as const)),
	);
}

async function readRecent({ place, rows, readsActivity }: InspectRequest, ports: InspectPorts): Promise<RecentPosts | undefined> {
	const activity = readsActivity ? await readRoomActivity(place.id, ports.rooms) : undefined;
	const known = rows.map(({ integration }) => integration.id);
	return activity && toRecentPosts(activity, known, ports.now());
}
