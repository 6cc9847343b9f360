/** What is looked up about integrations beside their records: the users behind them, and how their last runs ended. */
import type { Result } from '../failure';
import type { Integration } from './integration';
import type { Place } from './room';

/** What a finding needs to know of a user; `there`: whether the user exists; `roles`: ids of workspace roles. */
export type KnownPerson =
	| { readonly there: false }
	| {
			readonly there: true;
			readonly id: string;
			readonly username: string;
			readonly active: boolean;
			readonly roles: readonly string[];
	  };

/** A person that an integration names; `id`: the server's. */
interface KnownAddressee {
	readonly there: true;
	readonly kind: 'person';
	readonly id: string;
}

/** A room that an integration names, as far as that decides who may post there. */
export interface KnownRoom extends Pick<Place, 'id' | 'kind' | 'discussion' | 'muted' | 'encrypted'> {
	readonly there: true;
}

/** A room or a person that an integration names. */
export type KnownPlace = { readonly there: false } | KnownAddressee | KnownRoom;

/** What is known of places, by entry as integrations store it; one that is missing was not looked up, or could not be. */
export type Places = ReadonlyMap<string, KnownPlace>;

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

/** The key of a user in a room, by their ids. */
export function membership(userId: string, roomId: string): string {
	return `${userId} ${roomId}`;
}

/** Who may post into the room, as far as it was looked up. */
export interface PostingRights {
	/** By `membership`: whether that user is in the private group; a missing one was not looked up, or could not be. */
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
