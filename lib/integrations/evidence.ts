/** What is looked up about integrations beside their records: the users behind them, their last runs, their recent posts. */
import type { Result } from '../failure';
import type { Integration } from './integration';

/** What a finding needs to know of a user; `there`: whether the user exists; `roles`: ids of workspace roles. */
export type KnownPerson =
	| { readonly there: false }
	| { readonly there: true; readonly username: string; readonly active: boolean; readonly roles: readonly string[] };

/** By `posterKey` or user id; one who is missing was not looked up, or could not be. */
export type People = ReadonlyMap<string, KnownPerson>;

/**
 * Under what the server looks up the user that an integration posts as: an incoming one's by id, an outgoing one's by the stored
 * username, here with `@`. Empty: the record names nobody, or the outgoing one answers as whoever triggers it.
 */
export function posterKey(integration: Integration): string {
	if (integration.type === 'incoming') {
		return integration.userId;
	}
	return integration.impersonates || integration.username === '' ? '' : `@${integration.username}`;
}

/** Who may post into the room, as far as it was looked up. */
export interface PostingRights {
	/** By `posterKey`: whether that user is in the private group; a missing one was not looked up, or could not be. */
	readonly members: ReadonlyMap<string, boolean>;
	/** Ids of the roles that hold `message-impersonate`, which servers demand of posters from 8.6 on; undefined: not known, or not demanded. */
	readonly impersonators: readonly string[] | undefined;
	/** Ids of the roles that hold `post-readonly`; undefined: not known. */
	readonly readOnlyPosters: readonly string[] | undefined;
	/** Ids of the room's owners, moderators and leaders; undefined: not known. */
	readonly staff: readonly string[] | undefined;
}

/** How a run of an outgoing integration ended; `emptyAnswer`: the target's answer was empty; `gone`: it was 410 Gone. */
export interface LastRun {
	/** ISO date and time. */
	readonly at: string;
	readonly outcome: 'succeeded' | 'failed' | 'emptyAnswer' | 'gone' | 'unfinished';
	/** The server's name for the step that it reached; empty where unknown. */
	readonly step: string;
}

/** By integration id, for those that were asked about; a value of undefined: the server's history holds no run. */
export type LastRuns = ReadonlyMap<string, Result<LastRun | undefined>>;

/** Who posted the newest messages of a room. */
export interface Activity {
	/** How many of the room's newest messages were looked at. */
	readonly messages: number;
	/** By integration id: when it last posted, an epoch in milliseconds. */
	readonly lastPosts: ReadonlyMap<string, number>;
}

/** The activity, compared with the integrations that are known. */
export interface RecentPosts {
	readonly activity: Activity;
	/** How many integrations posted that are in no list of the server, and when the last of them did (epoch, milliseconds). */
	readonly unlisted: { readonly count: number; readonly at: number };
	/** Epoch, milliseconds. */
	readonly now: number;
}

/** The form of the server's own ids: bots write other marks, like `js.SDK`, into the same field of a message. */
const serverId = /^[A-Za-z0-9]{17,24}$/;

/** Compares who posted with the ids of the known integrations; `now`: epoch, milliseconds. */
export function toRecentPosts(activity: Activity, known: readonly string[], now: number): RecentPosts {
	const others = [...activity.lastPosts].filter(([id]) => serverId.test(id) && !known.includes(id));
	return { activity, unlisted: { count: others.length, at: Math.max(0, ...others.map(([, at]) => at)) }, now };
}
