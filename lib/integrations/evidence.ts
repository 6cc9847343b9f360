/** What is known beside the rows: the people behind them, how they ran last, who posted of late. */
import type { Result } from '../failure';

/** A user as far as a finding is about one. */
export type KnownPerson =
	{ readonly there: false } | { readonly there: true; readonly username: string; readonly active: boolean };

/** By user id; an id that is not in it could not be checked. */
export type People = ReadonlyMap<string, KnownPerson>;

export interface LastRun {
	/** ISO date and time. */
	readonly at: string;
	readonly outcome: 'succeeded' | 'failed' | 'unfinished';
	/** The server's word for where it was; empty where it said none. */
	readonly step: string;
}

/** By integration id, for those that were asked for; undefined where the server's history holds none. */
export type LastRuns = ReadonlyMap<string, Result<LastRun | undefined>>;

export interface Activity {
	/** How many of the room's newest messages were looked at. */
	readonly messages: number;
	/** By integration id: when its newest message was posted, an epoch in milliseconds. */
	readonly lastPosts: ReadonlyMap<string, number>;
}

/** Who posted, and how much of that is by integrations that are in no list. */
export interface RecentPosts {
	readonly activity: Activity;
	/** How many integrations posted that are not among them, and when the newest of their messages was posted. */
	readonly unlisted: { readonly count: number; readonly at: number };
	/** Epoch, milliseconds. */
	readonly now: number;
}

/** How the server makes ids: clients and bots write marks of their own, like `js.SDK`, into the same field. */
const serverId = /^[A-Za-z0-9]{17,24}$/;

/** Tells who posted from who is known; `now` is an epoch in milliseconds. */
export function toRecentPosts(activity: Activity, known: readonly string[], now: number): RecentPosts {
	const unlisted = [...activity.lastPosts].filter(([id]) => serverId.test(id) && !known.includes(id));
	return { activity, unlisted: { count: unlisted.length, at: Math.max(0, ...unlisted.map(([, at]) => at)) }, now };
}
