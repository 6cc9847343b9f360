/** Who can mend a failure, and how: a workspace admin is told what to do and which address was asked, everybody else whom to ask. */
import type { Failure, FailureKind } from '../failure';
import { code } from '../util/inlineCode';
import { inSettings, label, quoted } from './names';
import type { Translate } from './translate';

/** What a workspace admin can do about a failure. */
interface Remedy {
	/** `place`: where the app's settings are. */
	readonly mend: (t: Translate, place: string, failure: Failure) => string;
	/** Whom everybody else asks, where that is not any workspace admin. */
	readonly ask?: (t: Translate, failure: Failure) => string;
	/** Whether it may pass by itself: its own sentence says to try again. */
	readonly mayPass?: true;
	/** Whether the address that was asked helps. */
	readonly aboutAddress?: true;
}

const fill: Remedy = { mend: (t, place) => t('mend_fill', { place }) };
const paste: Remedy = { mend: (t, place) => t('mend_paste', { place }) };
const install: Remedy = { mend: (t) => t('mend_install') };
const address: Remedy = { mend: (t, place) => t('mend_address', { setting: label('server_url', t), place }), aboutAddress: true };
const inside: Remedy = { mend: (t, place) => t('mend_inside', { setting: label('server_url', t), place }), aboutAddress: true };
const redirect: Remedy = {
	mend: (t, place) => t('mend_redirect', { setting: label('server_url', t), place }),
	aboutAddress: true,
};
const ssrf: Remedy = { mend: (t, place) => t('mend_ssrf', { setting: label('server_url', t), place }), aboutAddress: true };
const slow: Remedy = {
	mend: (t, place) => t('mend_slow', { setting: label('request_timeout', t), place }),
	mayPass: true,
	aboutAddress: true,
};
const lookUp: Remedy = { mend: (t) => t('mend_lookUp') };
const handles: Remedy = { mend: (t) => t('mend_handles'), mayPass: true };
const files: Remedy = { mend: (t) => t('mend_files') };
const log: Remedy = { mend: (t) => t('mend_log'), mayPass: true };
const appLog: Remedy = { mend: (t) => t('mend_appLog'), mayPass: true };
const limit: Remedy = { mend: (t) => t('mend_limit'), mayPass: true };
const token: Remedy = { mend: (t, place) => t('mend_token', { place }) };
const credentials: Remedy = {
	mend: (t, place, failure) => t(isDeactivated(failure) ? 'mend_activate' : 'mend_token', { place }),
	aboutAddress: true,
};
const roles: Remedy = {
	mend: (t, place) => t('mend_allowed', { setting: label('allowed_roles', t), place }),
	ask: (t, failure) => askWhoMay(failure, t),
};
const permissions: Remedy = { mend: (t) => t('mend_permissions') };

/** Those that a workspace admin can mend; the other sentences say themselves what to do. */
const remedies: Readonly<Partial<Record<FailureKind, Remedy>>> = {
	settingsMissing: fill,
	credentialsMalformed: paste,
	serverUrlUnusable: address,
	networkingDenied: install,
	serverNotFound: address,
	connectionRefused: address,
	unreachable: address,
	noTls: address,
	certificateRefused: inside,
	redirected: redirect,
	connectionFailed: { ...address, mayPass: true },
	tooSlow: slow,
	ssrfRefused: ssrf,
	outOfHandles: handles,
	proxyRefuses: inside,
	proxyLimits: { ...inside, mayPass: true },
	proxyBroken: { ...inside, mayPass: true },
	notRocketChat: address,
	answerTooLarge: address,
	unauthorized: credentials,
	totpRequired: token,
	permissionMissing: permissions,
	forbidden: permissions,
	channelNotFound: address,
	rateLimited: limit,
	serverError: log,
	requestRejected: address,
	notAllowed: roles,
	unlistedIntegration: lookUp,
	fileRefused: files,
	fileDenied: install,
	notKept: install,
	appUserMissing: install,
	hostSilent: log,
	unforeseen: appLog,
};

/** The sentences that follow the failure's own; none where that says all. */
export function remedy(failure: Failure, t: Translate): string[] {
	const { kind, forAdmin } = failure;
	const known = remedies[kind];
	if (!known) {
		return [];
	}
	const { mend, ask, mayPass, aboutAddress } = known;
	if (!forAdmin) {
		return [ask ? ask(t, failure) : mayPass ? t('ask_admin_later') : t('ask_admin')];
	}
	const asked =
		aboutAddress && forAdmin.address !== '' ? [t('asked_at', { address: code(forAdmin.address, longestAddress) })] : [];
	return [...asked, mend(t, inSettings(forAdmin, t), failure)];
}

function askWhoMay(failure: Failure, t: Translate): string {
	const owners = failure.kind === 'notAllowed' ? failure.owners : [];
	return owners.length === 0
		? t('ask_change', { setting: label('allowed_roles', t) })
		: t('ask_owners', { owners: quoted(owners.slice(0, 3), 'or', t), count: owners.length });
}

/** Nobody can log in as the token's user then. */
function isDeactivated(failure: Failure): boolean {
	return failure.kind === 'unauthorized' && failure.deactivated !== undefined;
}

/** UTF-16 units of an address that are shown. */
export const longestAddress = 200;
