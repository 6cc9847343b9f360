/** What the set-up check looks at, and what each check found. */
import type { SettingId, Settings } from '../settings';
import type { Failure, Result } from '../failure';
import type { Outcome, Permission as AppPermission } from '../host/permissions';
import type { Transport } from '../rest/connection';

/** A setting and its value as the app counts it after cleaning. */
export type Option = readonly [SettingId, number | boolean | Settings['replyVisibility']];

/** `warning`: it works, but perhaps not as meant. `unknown`: it could not be checked. */
export type State = 'ok' | 'warning' | 'problem' | 'unknown';

/** How much of a list could be read, and why not all. */
export interface ListSize {
	readonly read: number;
	readonly total: number;
	readonly cutShort?: Failure;
}

/** The checks that need the good result of another one. */
export type Dependent = 'server' | 'token' | 'permissions' | 'room' | 'workspace' | 'limit';

/** The permissions that show integrations. */
export const permissions = [
	'manage-incoming-integrations',
	'manage-outgoing-integrations',
	'manage-own-incoming-integrations',
	'manage-own-outgoing-integrations',
] as const;

/** What each check found. Nothing in here may hold a secret or an address. */
interface CheckFacts {
	/** The settings that a request needs; `usesSiteUrl`: the address is the workspace's own. */
	connection: { usesSiteUrl: boolean; outcome: Result<true> };
	/** Who may ask; `unresolved`: undefined where roles cannot be looked up. */
	roles: { names: readonly string[]; unresolved: readonly string[] | undefined };
	options: { options: readonly Option[] };
	/** Holds the server's version, empty where it does not tell. */
	server: { outcome: Result<string> };
	transport: { transport: Transport };
	/** Holds a username, empty where the server does not say whose the token is. */
	token: { outcome: Result<string> };
	/** What that user may see; undefined where the server does not tell. */
	permissions: { user: string; granted: TokenPermissions | undefined };
	/** The room's own list; undefined for a direct message, which has none. */
	room: { list: Result<ListSize> | undefined };
	/** The workspace's whole list; undefined where it is switched off. */
	workspace: { list: Result<ListSize> | undefined };
	limit: { limited: boolean };
	/** What could not be checked because of what another check found. */
	skipped: { checks: readonly Dependent[] };
	/** How many messages were looked at; undefined where they do not tell who posted, or where that is switched off. */
	activity: { messages: number | undefined; reads: boolean };
	/** The app's own permissions. */
	grants: { grants: readonly (readonly [AppPermission, Outcome])[] };
}

export type CheckName = keyof CheckFacts;

export type Check<K extends CheckName = CheckName> = {
	readonly [P in K]: { readonly check: P; readonly state: State } & Readonly<CheckFacts[P]>;
}[K];

export interface Status {
	/** In the order in which they are shown. */
	readonly checks: readonly Check[];
}

export type Permission = (typeof permissions)[number];

/** All integrations of a type, those alone that the user made, or none. */
export type Extent = 'all' | 'own' | 'none';

/** Together they show everything. */
export const fullPermissions = ['manage-incoming-integrations', 'manage-outgoing-integrations'] as const;

export interface TokenPermissions {
	readonly held: readonly Permission[];
	readonly incoming: Extent;
	readonly outgoing: Extent;
}
