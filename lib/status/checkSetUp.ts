/** The check of the set-up: everything that an answer depends on, as data. `renderStatus` puts it into words. */
import type { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { readRoomActivity } from '../host/roomActivity';
import { type Connection, transportOf } from '../rest/connection';
import { fail, type Result, success } from '../failure';
import { fetchSetUp, isDenied, type SetUpAnswers } from '../rest/fetchSetUp';
import { type Caller, isAdmin } from '../host/members';
import { type Outcome, type PermissionPorts, tryPermissions } from '../host/permissions';
import type { Get } from '../rest/client';
import { toServerChecks } from './serverChecks';
import { nameTokenUser } from '../host/tokenUser';
import { findUnknownRoles } from '../host/roles';
import type { Settings } from '../settings';
import type { Place } from '../integrations/room';
import type { Activity } from '../integrations/recentPosts';
import { isRecord } from '../util/guards';
import type { Check, Option, Status } from './checks';
import { watchCheck } from './watchCheck';

/** What is checked, for whom and in which room. */
interface SetUp {
	readonly place: Place;
	readonly caller: Caller;
	readonly settings: Settings;
	readonly connection: Result<Connection>;
	/** Undefined where no room can be watched, or that could not be read. */
	readonly watching?: Promise<Watching | undefined>;
}

/** What is known of watched rooms. */
type Watching = Parameters<typeof watchCheck>[0];

/** What checking needs. `now`: epoch, milliseconds. */
export interface StatusPorts extends PermissionPorts {
	/** Where the app's own user is looked up. */
	readonly self: Pick<IUserRead, 'getAppUser'>;
	readonly now: () => number;
}

/**
 * Checks the set-up, everything at once. `get` is undefined where the connection's settings are wrong. Never rejects: what fails
 * is a check with that result.
 */
export async function checkSetUp(about: SetUp, get: Get | undefined, ports: StatusPorts): Promise<Status['checks']> {
	const { place, caller, settings, connection } = about;
	const refuse: Get = async () => Promise.resolve(connection.ok ? fail({ kind: 'connectionFailed' }) : connection);
	const [{ found, took }, unknownRoles, grants, activity, hasUser, watching] = await Promise.all([
		timed(fetchSetUp(place, settings, get ?? refuse), ports.now).then(async (asked) => withUser(asked, settings.userId, ports)),
		findUnknownRoles(settings.allowedRoles, ports),
		tryPermissions(place.id, caller.id, ports),
		settings.readActivity ? readRoomActivity(place.id, ports.rooms) : undefined,
		hasAppUser(ports.self),
		about.watching,
	]);
	const networking: Outcome = get === undefined ? 'unknown' : isDenied(found) ? 'missing' : 'granted';
	const rolesReadable = grants.some(([permission, outcome]) => permission === 'role.read' && outcome === 'granted');
	const own = connectionChecks(about);
	const server = toServerChecks(found, { connected: get !== undefined, took, namesUser: isAdmin(caller) });
	return [
		own.connection,
		rolesCheck(settings.allowedRoles, unknownRoles, rolesReadable),
		...settings.outOfBounds.map((number) => ({ check: 'bounds', state: 'warning', ...number }) as const),
		{ check: 'options', state: 'ok', options: optionsOf(settings) },
		...own.transport,
		...server,
		...(watching ? [watchCheck(watching, server)] : []),
		activityCheck(settings.readActivity, activity),
		...(hasUser ? [] : [{ check: 'appUser', state: 'problem' } as const]),
		grantsCheck([['networking', networking], ...grants]),
	];
}

/** Says of refused credentials whether their user is deactivated. */
async function withUser<T extends { readonly found: SetUpAnswers }>(asked: T, userId: string, ports: StatusPorts): Promise<T> {
	const { me } = asked.found;
	return me.ok ? asked : { ...asked, found: { ...asked.found, me: fail(await nameTokenUser(me.failure, userId, ports.users)) } };
}

/** What the work gives, and how many milliseconds it took. */
async function timed<T>(work: Promise<T>, now: () => number): Promise<{ found: T; took: number }> {
	const startedAt = now();
	const found = await work;
	return { found, took: now() - startedAt };
}

/** Whether the app's own user is there; where that cannot be looked up it counts as there. */
async function hasAppUser(self: StatusPorts['self']): Promise<boolean> {
	return self
		.getAppUser()
		.then((user) => isRecord(user))
		.catch(() => true);
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

/** The settings that cannot be wrong, as cleaned, in the order of the settings page. */
export function optionsOf(settings: Settings): Option[] {
	return [
		['reply_visibility', settings.replyVisibility],
		['page_size', settings.pageSize],
		['include_global', settings.includeGlobal],
		['watch_interval', settings.watchInterval],
		['workspace_scan', settings.workspaceScan],
		['read_activity', settings.readActivity],
		['request_timeout', settings.requestTimeout],
		['cache_seconds', settings.cacheSeconds],
	];
}
