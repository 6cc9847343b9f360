/** One check of the set-up in words: what was found, and who can mend it and how. */
import type { Outcome } from '../host/permissions';
import type { Check, CheckName } from '../status/checks';
import { code } from '../util/inlineCode';
import { label, list, quote, quoted } from './names';
import { optionsLine } from './optionsLine';
import { permissionsLine } from './permissionsLine';
import { longestAddress } from './remedy';
import type { StatusWords } from './statusWords';
import { watchStatus } from './watchStatus';

/** The text of a check, for its reader. */
export function statusLine(check: Check, words: StatusWords): string {
	return line(check.check, check, words);
}

type Lines = { readonly [K in CheckName]: (check: Check<K>, words: StatusWords) => string };

const lines: Lines = {
	connection,
	roles,
	bounds,
	options: (check, { t }) => optionsLine(check, t),
	server,
	scripts: ({ count }, { t }) => t('status_scripts', { count }),
	transport,
	token,
	permissions: permissionsLine,
	room,
	workspace,
	limit: ({ limited }, { t, forAdmin }) =>
		limited ? [t('status_limited'), ...(forAdmin ? [t('mend_limit')] : [])].join(' ') : t('status_unlimited'),
	skipped: ({ checks }, { t }) => {
		const names = checks.map((check) => t(`status_name_${check}`));
		return t('status_skipped', { checks: list(names, 'and', t) });
	},
	activity,
	watch: watchStatus,
	appUser: (_, { tell }) => tell({ kind: 'appUserMissing' }),
	grants,
};

function line<K extends CheckName>(name: K, check: Check<K>, words: StatusWords): string {
	return lines[name](check, words);
}

function connection({ usesSiteUrl, outcome }: Check<'connection'>, { t, tell, forAdmin }: StatusWords): string {
	if (!outcome.ok) {
		return tell(outcome.failure);
	}
	const labels = { url: label('server_url', t), userId: label('user_id', t), token: label('auth_token', t) };
	const filled = usesSiteUrl ? t('status_connection_site', labels) : t('status_connection', labels);
	return forAdmin ? `${filled} ${t('asked_at', { address: code(forAdmin.address, longestAddress) })}` : filled;
}

function transport({ transport: way }: Check<'transport'>, { t, advise }: StatusWords): string {
	const said = t(`status_transport_${way}`);
	return way === 'plain' ? `${said} ${advise((place) => t('mend_transport', { setting: label('server_url', t), place }))}` : said;
}

function token({ outcome }: Check<'token'>, { t, tell }: StatusWords): string {
	if (!outcome.ok) {
		return tell(outcome.failure);
	}
	return outcome.value === '' ? t('status_token_unnamed') : t('status_token', { user: quote(outcome.value) });
}

function roles({ names, unresolved }: Check<'roles'>, { t, advise }: StatusWords): string {
	const setting = label('allowed_roles', t);
	if (!unresolved) {
		return t('status_roles_unknown', { setting, roles: quoted(names, 'and', t) });
	}
	if (unresolved.length > 0) {
		const said = t('status_roles_unresolved', { setting, roles: quoted(unresolved, 'or', t) });
		return `${said} ${advise((place) => t('mend_correct', { place }))}`;
	}
	return names.includes('*')
		? t('status_roles_everyone', { setting })
		: t('status_roles', { setting, roles: quoted(names, 'and', t) });
}

function bounds({ id, saved, counts }: Check<'bounds'>, { t, advise }: StatusWords): string {
	const setting = label(id, t);
	const said =
		saved === undefined ? t('status_bounds_text', { setting, counts }) : t('status_bounds', { setting, saved, counts });
	return `${said} ${advise((place) => t('mend_correct', { place }))}`;
}

function server({ outcome, slow }: Check<'server'>, { t, tell }: StatusWords): string {
	if (!outcome.ok) {
		return tell(outcome.failure);
	}
	const answers = outcome.value === '' ? t('status_server_no_version') : t('status_server', { version: outcome.value });
	return slow === undefined ? answers : t('status_slow', { seconds: slow });
}

function room({ list: found }: Check<'room'>, { t, tell }: StatusWords): string {
	if (!found) {
		return t('status_room_direct');
	}
	if (!found.ok) {
		return t('status_room_failed', { reason: tell(found.failure) });
	}
	const { read, total, cutShort } = found.value;
	return cutShort ? t('status_room_partial', { shown: read, total, reason: tell(cutShort) }) : t('status_room', { count: total });
}

/** How many integrations the workspace has is for a workspace admin alone. */
function workspace({ list: found }: Check<'workspace'>, { t, tell, forAdmin }: StatusWords): string {
	if (!found) {
		return t('status_switched_off', { setting: label('workspace_scan', t) });
	}
	if (!found.ok) {
		return t('status_workspace_failed', { reason: tell(found.failure) });
	}
	return forAdmin ? t('status_workspace', { count: found.value.total }) : t('status_workspace_read');
}

function grants({ grants: all }: Check<'grants'>, { t, advise }: StatusWords): string {
	const having = (outcome: Outcome): string =>
		quoted(
			all.filter(([, found]) => found === outcome).map(([grant]) => grant),
			'and',
			t,
		);
	const [missing, unknown] = [having('missing'), having('unknown')];
	if (missing !== '') {
		return `${t('status_grants_missing', { names: missing })} ${advise(() => t('mend_install'))}`;
	}
	return unknown === '' ? t('status_grants', { names: having('granted') }) : t('status_grants_unknown', { names: unknown });
}

function activity({ messages, reads }: Check<'activity'>, { t }: StatusWords): string {
	if (!reads) {
		return t('status_switched_off', { setting: label('read_activity', t) });
	}
	return messages === undefined ? t('status_activity_unknown') : t('status_activity', { count: messages });
}
