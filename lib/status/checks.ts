/** What the check of the set-up looks at, and what each check found. */
import type { OutOfBounds, SettingId, Settings } from '../settings';
import type { Failure, ForAdmin, Result } from '../failure';
import type { Outcome, Permission as AppPermission } from '../host/permissions';
import type { Transport } from '../rest/connection';

/** A setting and its value after cleaning. */
export type Option = readonly [SettingId, number | boolean | Settings['replyVisibility'] | Settings['watchInterval']];

/** `warning`: it works, but perhaps not as intended. `unknown`: it could not be checked. */
export type State = 'ok' | 'warning' | 'problem' | 'unknown';

/** How many rows of a list could be read, of how many, and why not all. */
export interface ListSize {
	readonly read: number;
	readonly total: number;
	readonly cutShort?: Failure;
}

/** The checks that make no sense where another one failed. */
export type Dependent = 'server' | 'token' | 'permissions' | 'room' | 'workspace' | 'limit';

/** The server's permissions of which one at least is needed to see integrations. */
export const permissions = [
	'manage-incoming-integrations',
	'manage-outgoing-integrations',
	'manage-own-incoming-integrations',
	'manage-own-outgoing-integrations',
] as const;

/** What each check found. None may hold a secret or an address (`forAdmin` does). */
interface CheckFacts {
	/** The settings for requests; `usesSiteUrl`: the address is the workspace's own, because `server_url` is empty. */
	connection: { usesSiteUrl: boolean; outcome: Result<true> };
	/** Who may ask; `unresolved`: entries that are no role, undefined where roles cannot be looked up. */
	roles: { names: readonly string[]; unresolved: readonly string[] | undefined };
	options: { options: readonly Option[] };
	/** One for each number that counts otherwise than it is saved. */
	bounds: OutOfBounds;
	/**
	 * `outcome`: the server's version, empty where it does not tell. `slow`: how many seconds it took to answer, where that is
	 * longer than a click can wait.
	 */
	server: { outcome: Result<string>; slow: number | undefined };
	transport: { transport: Transport };
	/** `outcome`: the username of the token's user; empty where the server does not tell, and for everybody but a workspace admin. */
	token: { outcome: Result<string> };
	/** What the token's user (a username, or empty as above) may see; `granted`: undefined where the server does not tell. */
	permissions: { user: string; granted: TokenPermissions | undefined };
	/** The room's own list; undefined for a direct message, which has none. */
	room: { list: Result<ListSize> | undefined };
	/** The workspace's whole list; undefined where it is switched off. */
	workspace: { list: Result<ListSize> | undefined };
	/** Whether the server's rate limit counts the token's user. */
	limit: { limited: boolean };
	/** How many scripts of the room's own list will run differently from 9.0 on; only before that release. */
	scripts: { count: number };
	/** What was not checked, because another check failed. */
	skipped: { checks: readonly Dependent[] };
	/** How many messages were read; undefined where they do not say who posted, or where `reads`, the setting, is off. */
	activity: { messages: number | undefined; reads: boolean };
	/** Whether the room is watched, and, for a workspace admin, how many are; `crowded`: the rate limit does not allow to look. */
	watch: {
		watched: { by: string; since: number; looked: number; untold: boolean } | undefined;
		isOff: boolean;
		rooms: number | undefined;
		crowded: boolean;
		/** Epoch, milliseconds. */
		now: number;
	};
	/** There only where the app's own user was deleted. */
	appUser: object;
	/** The app's own permissions, as far as they could be tried out. */
	grants: { grants: readonly (readonly [AppPermission, Outcome])[] };
}

export type CheckName = keyof CheckFacts;

export type Check<K extends CheckName = CheckName> = {
	readonly [P in K]: { readonly check: P; readonly state: State } & Readonly<CheckFacts[P]>;
}[K];

/** The result of the whole check. */
export interface Status {
	/** In the order in which they are shown within a state. */
	readonly checks: readonly Check[];
	/** Whether those that are well are told one by one, too; else they are counted. */
	readonly isFull: boolean;
	/** What the reader is told of failures, where that is a workspace admin. */
	readonly forAdmin?: ForAdmin;
}

export type Permission = (typeof permissions)[number];

/** Which integrations of a type a user sees: all, only those that the user made, or none. */
export type Extent = 'all' | 'own' | 'none';

/** Whoever holds both sees all integrations. */
export const fullPermissions = ['manage-incoming-integrations', 'manage-outgoing-integrations'] as const;

/** Which of the permissions a user holds, and what that shows. */
export interface TokenPermissions {
	readonly held: readonly Permission[];
	readonly incoming: Extent;
	readonly outgoing: Extent;
}
