/** The check of the set-up in words: a line for each check, with its result and what to do. */
import { type Failure, toReader } from '../failure';
import type { Outcome } from '../host/permissions';
import { type Message, toMessage } from './message';
import type { Translate } from './translate';
import { optionsLine } from './optionsLine';
import { permissionsLine } from './permissionsLine';
import { renderFailure } from './renderFailure';
import { label, list, quote, quoted } from './names';
import type { Check, CheckName, State, Status } from '../status/checks';

/** The check of the set-up, in the caller's language. */
export function renderStatus(status: Status, t: Translate): Message {
	const said: Words = { t, tell: (failure) => renderFailure(toReader(failure, status.forAdmin), t).text };
	return toMessage([
		head(status, t),
		status.checks
			.map((check) => ({ name: `**${t(`status_${check.state}`)}**`, text: line(check.check, check, said) }))
			.map((named) => `- ${t('list_named', named)}`)
			.join('\n'),
	]);
}

function head({ checks }: Status, t: Translate): string {
	const count = (state: State): number => checks.filter((check) => check.state === state).length;
	const [problems, warnings, unknown] = [count('problem'), count('warning'), count('unknown')];
	if (problems > 0) {
		return t('status_head_problem', { count: problems });
	}
	if (warnings > 0) {
		return t('status_head_warning', { count: warnings });
	}
	return unknown > 0 ? t('status_head_unknown') : t('status_head_ok');
}

/** How to say things to this reader. `tell`: a failure in words. */
interface Words {
	readonly t: Translate;
	readonly tell: (failure: Failure) => string;
}

type Lines = { readonly [K in CheckName]: (check: Check<K>, words: Words) => string };

const lines: Lines = {
	connection,
	roles,
	options: (check, { t }) => optionsLine(check, t),
	server,
	scripts: ({ count }, { t }) => t('status_scripts', { count }),
	transport: ({ transport }, { t }) => t(`status_transport_${transport}`, { setting: label('server_url', t) }),
	token,
	permissions: (check, { t }) => permissionsLine(check, t),
	room,
	workspace,
	limit: ({ limited }, { t }) => (limited ? t('status_limited') : t('status_unlimited')),
	skipped: ({ checks }, { t }) =>
		t('status_skipped', {
			checks: list(
				checks.map((check) => t(`status_name_${check}`)),
				'and',
				t,
			),
		}),
	activity,
	appUser: (_, { tell }) => tell({ kind: 'appUserMissing' }),
	grants,
};

function line<K extends CheckName>(name: K, check: Check<K>, words: Words): string {
	return lines[name](check, words);
}

function connection({ usesSiteUrl, outcome }: Check<'connection'>, { t, tell }: Words): string {
	const labels = { url: label('server_url', t), userId: label('user_id', t), token: label('auth_token', t) };
	const filled = usesSiteUrl ? t('status_connection_site', labels) : t('status_connection', labels);
	return outcome.ok ? filled : tell(outcome.failure);
}

function token({ outcome }: Check<'token'>, { t, tell }: Words): string {
	if (!outcome.ok) {
		return tell(outcome.failure);
	}
	return outcome.value === '' ? t('status_token_unnamed') : t('status_token', { user: quote(outcome.value) });
}

function roles({ names, unresolved }: Check<'roles'>, { t }: Words): string {
	const setting = label('allowed_roles', t);
	if (!unresolved) {
		return t('status_roles_unknown', { setting, roles: quoted(names, 'and', t) });
	}
	if (unresolved.length > 0) {
		return t('status_roles_unresolved', { setting, roles: quoted(unresolved, 'and', t), count: unresolved.length });
	}
	return names.includes('*')
		? t('status_roles_everyone', { setting })
		: t('status_roles', { setting, roles: quoted(names, 'and', t) });
}

function server({ outcome, slow }: Check<'server'>, { t, tell }: Words): string {
	if (!outcome.ok) {
		return tell(outcome.failure);
	}
	const answers = outcome.value === '' ? t('status_server_no_version') : t('status_server', { version: outcome.value });
	return slow === undefined ? answers : `${t('status_slow', { seconds: slow })} ${answers}`;
}

function room({ list: found }: Check<'room'>, { t, tell }: Words): string {
	if (!found) {
		return t('status_room_direct');
	}
	if (!found.ok) {
		return t('status_room_failed', { reason: tell(found.failure) });
	}
	const { read, total, cutShort } = found.value;
	return cutShort ? t('status_room_partial', { shown: read, total, reason: tell(cutShort) }) : t('status_room', { count: total });
}

function workspace({ list: found }: Check<'workspace'>, { t, tell }: Words): string {
	if (!found) {
		return t('status_workspace_off', { setting: label('workspace_scan', t) });
	}
	return found.ok
		? t('status_workspace', { count: found.value.total })
		: t('status_workspace_failed', { reason: tell(found.failure) });
}

function grants({ grants: all }: Check<'grants'>, { t }: Words): string {
	const having = (outcome: Outcome): string[] => all.filter(([, found]) => found === outcome).map(([grant]) => grant);
	const [missing, unknown] = [having('missing'), having('unknown')];
	if (missing.length > 0) {
		return t('status_grants_missing', { count: missing.length, names: quoted(missing, 'and', t) });
	}
	return unknown.length > 0
		? t('status_grants_unknown', { count: unknown.length, names: quoted(unknown, 'and', t) })
		: t('status_grants', { names: quoted(having('granted'), 'and', t) });
}

function activity({ messages, reads }: Check<'activity'>, { t }: Words): string {
	if (!reads) {
		return t('status_activity_off', { setting: label('read_activity', t) });
	}
	return messages === undefined ? t('status_activity_unknown') : t('status_activity', { count: messages });
}
