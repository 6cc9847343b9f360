/** The set-up check: everything that an answer depends on, looked at all at once. It knows no words. */
import type { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { type Activity, readActivity } from '../host/roomActivity';
import type { Connection } from '../rest/connection';
import { fail, type Failure, type Result, success } from '../failure';
import { askServer, isDenied } from '../rest/fetchSetUp';
import { type Grant, type GrantPorts, type Outcome, tryGrants } from '../host/permissions';
import type { Place } from '../integrations/reach';
import type { Get } from '../rest/client';
import { toServerChecks } from './serverChecks';
import { findUnknownRoles, type Option, optionsOf, type Transport, transportOf } from '../host/roles';
import type { Settings } from '../settings';
import type { Sight } from './tokenPermissions';

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
	permissions: { user: string; sight: Sight | undefined };
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
	grants: { grants: readonly (readonly [Grant, Outcome])[] };
}

export type CheckName = keyof CheckFacts;

export type Check<K extends CheckName = CheckName> = {
	readonly [P in K]: { readonly check: P; readonly state: State } & Readonly<CheckFacts[P]>;
}[K];

export interface Status {
	/** In the order in which they are shown. */
	readonly checks: readonly Check[];
}

export interface StatusPorts extends GrantPorts {
	readonly rooms: GrantPorts['rooms'] & Pick<IRoomRead, 'getMessages'>;
}

export interface SetUp {
	readonly place: Place;
	readonly callerId: string;
	readonly settings: Settings;
	readonly connection: Result<Connection>;
}

/**
 * Checks the set-up for a caller who may ask in this room. `get` is undefined where the connection failed. All that is
 * looked up is under way at once; what fails is part of the result.
 */
export async function checkSetUp(about: SetUp, get: Get | undefined, ports: StatusPorts): Promise<Status> {
	const { place, callerId, settings, connection } = about;
	const refuse: Get = async () => Promise.resolve(connection.ok ? fail({ kind: 'connectionFailed' }) : connection);
	const [found, unknownRoles, grants, activity] = await Promise.all([
		askServer(place, settings, get ?? refuse),
		findUnknownRoles(settings.allowedRoles, ports),
		tryGrants(place.id, callerId, ports),
		settings.readActivity ? readActivity(place.id, ports.rooms) : undefined,
	]);
	const networking: Outcome = get === undefined ? 'unknown' : isDenied(found) ? 'missing' : 'granted';
	const rolesReadable = grants.some(([grant, outcome]) => grant === 'role.read' && outcome === 'granted');
	const own = connectionChecks(about);
	return {
		checks: [
			own.connection,
			rolesCheck(settings.allowedRoles, unknownRoles, rolesReadable),
			{ check: 'options', state: 'ok', options: optionsOf(settings) },
			...own.transport,
			...toServerChecks(found, get !== undefined),
			activityCheck(settings.readActivity, activity),
			grantsCheck([['networking', networking], ...grants]),
		],
	};
}

function connectionChecks({ settings, connection }: SetUp): { connection: Check; transport: Check[] } {
	const usesSiteUrl = settings.serverUrl === '';
	if (!connection.ok) {
		return { connection: { check: 'connection', state: 'problem', usesSiteUrl, outcome: connection }, transport: [] };
	}
	const transport = transportOf(connection.value.baseUrl);
	return {
		connection: { check: 'connection', state: 'ok', usesSiteUrl, outcome: success(true) },
		transport: [{ check: 'transport', state: transport === 'plain' ? 'warning' : 'ok', transport }],
	};
}

function rolesCheck(names: readonly string[], unresolved: readonly string[] | undefined, readable: boolean): Check {
	return unresolved && (readable || unresolved.length === 0)
		? { check: 'roles', state: unresolved.length > 0 ? 'warning' : 'ok', names, unresolved }
		: { check: 'roles', state: 'unknown', names, unresolved: undefined };
}

function activityCheck(reads: boolean, activity: Activity | undefined): Check {
	return {
		check: 'activity',
		state: reads && !activity ? 'warning' : 'ok',
		messages: activity?.messages,
		reads,
	};
}

function grantsCheck(grants: Check<'grants'>['grants']): Check {
	const has = (outcome: Outcome): boolean => grants.some(([, found]) => found === outcome);
	return { check: 'grants', state: has('missing') ? 'problem' : has('unknown') ? 'unknown' : 'ok', grants };
}
