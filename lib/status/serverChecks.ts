/** What the server's answers say about the set-up: its version, the token and its user, the two lists, the rate limit. */
import { fail, type Failure, type Result, success } from '../failure';
import { isLimit } from '../rest/rateLimits';
import { withTokenUser } from '../host/tokenUser';
import type { SetUpAnswers } from '../rest/fetchSetUp';
import type { Page } from '../rest/page';
import type { List } from '../rest/paging';
import type { Reply } from '../rest/response';
import { isFrom, readVersion } from '../rest/serverVersion';
import { readTokenPermissions, type TokenUser, toTokenUser } from './tokenPermissions';
import { clickTime } from '../util/timeout';
import type { Check, Dependent, ListSize, State } from './checks';

/** A check, or the name of one that makes no sense because another failed. */
type Checked = Check | Dependent;

/** How the server was asked. */
interface Asking {
	/** Whether it was asked at all. */
	readonly connected: boolean;
	/** Milliseconds until the last answer was there. */
	readonly took: number;
	/** Whether the reader may know whose token it is. */
	readonly namesUser: boolean;
}

/**
 * Turns the server's answers into checks. Checks that make no sense because another
 * failed are listed in one, `skipped`.
 */
export function toServerChecks(found: SetUpAnswers, { connected, took, namesUser }: Asking): Check[] {
	const server = serverCheck(found, took);
	const checked: Checked[] = server.outcome.ok
		? [server, ...scriptsCheck(found), ...tokenChecks(found, namesUser)]
		: [connected ? server : 'server', 'token', 'permissions', ...listChecks(found, '', true), 'limit'];
	const skipped = checked.filter((one) => typeof one === 'string');
	return [
		...checked.filter((one) => typeof one !== 'string'),
		...(skipped.length > 0 ? [{ check: 'skipped', state: 'unknown', checks: skipped } as const] : []),
	];
}

/** A version shows that it is Rocket.Chat; so does an answer of `v1/me` that knows the token, or refuses it. */
function serverCheck({ info, me }: SetUpAnswers, took: number): Check<'server'> {
	const version = readVersion(info);
	const knowsToken = me.ok ? typeof me.value.body._id === 'string' : me.failure.kind === 'unauthorized';
	if (version !== '' || knowsToken) {
		const slow = took > clickTime ? Math.round(took / 1000) : undefined;
		return { check: 'server', state: slow === undefined ? 'ok' : 'warning', outcome: success(version), slow };
	}
	const failure: Failure = info.ok ? { kind: 'notRocketChat' } : info.failure;
	return { check: 'server', state: stateOf(failure), outcome: fail(failure), slow: undefined };
}

/** Rocket.Chat 9.0 no longer transpiles scripts: a remark before that update, where it concerns any. */
function scriptsCheck({ info, room }: SetUpAnswers): Check[] {
	const concerned = room?.ok ? room.value.integrations.filter(({ scriptWillChange }) => scriptWillChange) : [];
	const isBefore = isFrom(readVersion(info), [9, 0]) === false;
	return isBefore && concerned.length > 0 ? [{ check: 'scripts', state: 'warning', count: concerned.length }] : [];
}

/** A limit says nothing about the set-up. */
function stateOf(failure: Failure): State {
	return isLimit(failure) ? 'unknown' : 'problem';
}

function tokenChecks(found: SetUpAnswers, namesUser: boolean): Checked[] {
	const { me, permissions } = found;
	if (!me.ok) {
		const token: Check = { check: 'token', state: stateOf(me.failure), outcome: me };
		return [token, 'permissions', ...listChecks(found, '', me.failure.kind === 'unauthorized'), limitCheck(me)];
	}
	const { username: known, roles } = toTokenUser(me.value.body);
	const username = namesUser ? known : '';
	const seen = permissionsCheck({ username, roles }, permissions);
	return [
		{ check: 'token', state: 'ok', outcome: success(username) },
		seen,
		...listChecks(found, username, seen.granted?.held.length === 0),
		limitCheck(me),
	];
}

/** `explained`: another check already says why a list cannot be read. `user`: the username of the token's user, or empty. */
function listChecks({ room, workspace }: SetUpAnswers, user: string, explained: boolean): Checked[] {
	const toCheck = (check: 'room' | 'workspace', list: Result<ListSize> | undefined): Checked =>
		list && !list.ok && explained ? check : listCheck(check, list, user);
	return [toCheck('room', room && roomList(room)), toCheck('workspace', workspace && workspaceList(workspace))];
}

function listCheck(check: 'room' | 'workspace', list: Result<ListSize> | undefined, user: string): Check {
	if (!list) {
		return { check, state: 'ok', list };
	}
	if (list.ok) {
		return { check, state: list.value.cutShort ? 'warning' : 'ok', list };
	}
	return { check, state: stateOf(list.failure), list: fail(withTokenUser(list.failure, user)) };
}

function roomList(room: Result<List>): Result<ListSize> {
	if (!room.ok) {
		return room;
	}
	const { integrations, unreadable, total, cutShort } = room.value;
	return success({ read: integrations.length + unreadable, total, ...(cutShort && { cutShort }) });
}

/** The workspace's list belongs to no room: a 403 can only mean a missing permission. Only its size is known here. */
function workspaceList(workspace: Result<Page>): Result<ListSize> {
	if (!workspace.ok) {
		return workspace.failure.kind === 'forbidden' ? fail({ kind: 'permissionMissing' }) : workspace;
	}
	return success({ read: workspace.value.total, total: workspace.value.total });
}

function limitCheck(me: Result<Reply>): Checked {
	if (!me.ok && me.failure.kind !== 'rateLimited') {
		return 'limit';
	}
	const limited = !me.ok || me.value.remaining !== Number.POSITIVE_INFINITY;
	return { check: 'limit', state: 'ok', limited };
}

function permissionsCheck({ username: user, roles }: TokenUser, permissions: Result<Reply>): Check<'permissions'> {
	const granted = permissions.ok ? readTokenPermissions(roles, permissions.value.body) : undefined;
	if (!granted) {
		return { check: 'permissions', state: 'unknown', user, granted };
	}
	const { incoming, outgoing, held } = granted;
	const some: State = incoming === 'all' && outgoing === 'all' ? 'ok' : 'warning';
	return { check: 'permissions', state: held.length === 0 ? 'problem' : some, user, granted };
}
