/** Looks behind the rows: who made them, whom they post as, how they ran and when they posted last. What cannot be told is counted. */
import type { IRoomRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Audience } from '../access/checkAccess';
import { type Activity, readActivity } from '../host/roomActivity';
import { type Recent, toRecent } from '../integrations/evidence';
import type { Result } from '../failure';
import { type Findings, judge } from '../integrations/findFindings';
import { fetchLastRun, type LastRun } from '../rest/fetchLastRun';
import type { People, PeopleMemory, PeopleRules } from '../host/people';
import type { Place, Row } from '../integrations/reach';
import type { Get } from '../rest/client';

export interface ScrutinyPorts {
	readonly people: PeopleMemory;
	readonly users: Pick<IUserRead, 'getById'>;
	readonly rooms: Pick<IRoomRead, 'getMessages'>;
	readonly now: () => number;
}

/** By integration id; undefined where the server's history holds none. */
type LastRuns = ReadonlyMap<string, Result<LastRun | undefined>>;

export interface Scrutiny {
	readonly findings: Findings;
	readonly people: People;
	readonly lastRuns: LastRuns;
	/** How many users, and how many last runs that matter, were not looked up. */
	readonly unchecked: { readonly people: number; readonly runs: number };
	/** Undefined where it was not asked for, or cannot be told. */
	readonly recent: Recent | undefined;
}

export interface Scrutinised {
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
}

/** Looks everything up together, and judges the rows that are asked about. */
export async function scrutinise(asked: Scrutinised, rules: PeopleRules, get: Get, ports: ScrutinyPorts): Promise<Scrutiny> {
	const { place, audience, rows, about, runsOf, asksRuns } = asked;
	const ids = peopleBehind(about);
	const [people, lastRuns, recent] = await Promise.all([
		ports.people.lookUp(ids, rules, ports.users),
		fetchRuns(asksRuns ? runsOf : [], get),
		readRecent(asked, ports),
	]);
	const answered = [...lastRuns.values()].filter(({ ok }) => ok).length;
	return {
		findings: judge(about, rows, { place, audience, people, lastRuns }),
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

async function readRecent({ place, rows, readsActivity }: Scrutinised, ports: ScrutinyPorts): Promise<Recent | undefined> {
	const activity: Activity | undefined = readsActivity ? await readActivity(place.id, ports.rooms) : undefined;
	const known = rows.map(({ integration }) => integration.id);
	return activity && toRecent(activity, known, ports.now());
}
