/** Looks behind the rows: who made them, whom they post as, how they ran and when they posted last. What cannot be told is counted. */
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

export interface InspectPorts extends Pick<HostPorts, 'users' | 'rooms'> {
	readonly people: PeopleMemory;
	readonly now: () => number;
	readonly get: Get;
	/** Milliseconds for which what was looked up may be used again. */
	readonly keepFor: number;
}

export interface InspectRequest {
	readonly place: Place;
	readonly audience: Audience;
	/** All rows that the reader may see. */
	readonly rows: readonly Row[];
	/** Those of them that are asked about. */
	readonly about: readonly Row[];
	/** Those of them whose last run matters, and whether it is asked for: each is a request. */
	readonly runsOf: readonly Row[];
	readonly asksRuns: boolean;
	/** Whether the room's messages are looked through. */
	readonly readsActivity: boolean;
	/** The id of the one who asks. */
	readonly caller: string;
	/** Whether what was kept does not count. */
	readonly fresh: boolean;
}

export interface Inspection {
	readonly findings: Findings;
	readonly people: People;
	readonly lastRuns: LastRuns;
	/** How many users, and how many last runs that matter, were not looked up. */
	readonly unchecked: { readonly people: number; readonly runs: number };
	/** Undefined where it was not asked for, or cannot be told. */
	readonly recent: RecentPosts | undefined;
}

/** Looks everything up together, and judges the rows that are asked about. */
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

/** The server allows ten requests a minute, and somebody else may ask, too. */
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
