/** A failure in words: one sentence for each kind says what happened; remedy.ts adds who can mend it and how. */
import type { Failure, FailureKind, Twin } from '../failure';
import { code } from '../util/inlineCode';
import { missingLines } from './gapLines';
import { type Message, toMessage } from './message';
import { day, label, labels, quote, quoted, typed, waitOf, wordsToType } from './names';
import { command, isWord, ruleOf, type Rule } from '../query/grammar';
import { remedy } from './remedy';
import type { Translate } from './translate';

/** The private message for a failure, in the reader's language. */
export function renderFailure(failure: Failure, t: Translate): Message {
	const unread = failure.kind === 'noSuchIntegration' && failure.missing ? missingLines(failure.missing, t) : [];
	return toMessage([[sentence(failure.kind, failure, t), ...remedy(failure, t)].join(' '), ...unread]);
}

type Sentences = { readonly [K in FailureKind]: (failure: Failure<K>, t: Translate) => string };

const sentences: Sentences = {
	lineTooLong: ({ letters, words }, t) => t('failure_lineTooLong', { letters, words }),
	unknownWord: ({ word, nearest: near }, t) =>
		near
			? t('failure_unknownWord', { word: quote(word), nearest: quote(near) })
			: t('failure_unknownWord_far', { word: quote(word) }),
	missingValue: ({ word }, t) =>
		t('failure_missingValue', { word: quote(word), expected: expected(word, t), example: example(word) }),
	badValue: ({ word, value }, t) =>
		t('failure_badValue', { word: quote(word), value: quote(value), expected: expected(word, t), example: example(word) }),
	repeatedValue: ({ word }, t) => t('failure_repeatedValue', { word: quote(word), example: example(word) }),
	conflictingWords: ({ word, other }, t) =>
		t('failure_conflictingWords', { word: quote(word), other: quote(other), example: example(word) }),
	otherRoom: ({ room }, t) => t('failure_otherRoom', { room: quote(`#${room}`) }),
	omnichannelRoom: (_, t) => t('failure_omnichannelRoom'),
	shareNotAllowed: (_, t) =>
		t('failure_shareNotAllowed', {
			setting: label('reply_visibility', t),
			value: `**${t('setting_reply_visibility_sender')}**`,
		}),
	shareInDirect: (_, t) => t('failure_shareInDirect'),
	workspaceForAdmins: (_, t) => t('failure_workspaceForAdmins'),
	noSuchIntegration: ({ name, nearest, among }, t) =>
		nearest.length > 0
			? t(among ? 'failure_noSuchIntegration_workspace_near' : 'failure_noSuchIntegration_near', {
					name: quote(name),
					nearest: quoted(nearest, 'or', t),
				})
			: t(among ? 'failure_noSuchIntegration_workspace' : 'failure_noSuchIntegration', { name: quote(name) }),
	severalIntegrations: ({ name, twins, among }, t) =>
		[
			t(among ? 'failure_severalIntegrations_workspace' : 'failure_severalIntegrations', { name: quote(name) }),
			...twins.slice(0, mostTwins).map((twin) => twinLine(twin, among, t)),
		].join('\n'),
	fileRefused: ({ why, words }, t) => `${t(`failure_fileRefused_${why}`)} ${t('shown_in_panel', { words: typed(words) })}`,
	fileDenied: ({ permission, words }, t) =>
		`${t('failure_fileDenied', { permission: quote(permission) })} ${t('shown_in_panel', { words: typed(words) })}`,
	notByIntegration: ({ by, name }, t) =>
		by === 'unknown' ? t('failure_notByIntegration_unknown') : t(`failure_notByIntegration_${by}`, { user: quote(name) }),
	unlistedIntegration: (_, t) => t('failure_unlistedIntegration'),
	noSuchPage: ({ page, pages, words }, t) => t('failure_noSuchPage', { page, count: pages, words: typed(words) }),
	watchNowhere: (_, t) => t('failure_watchNowhere'),
	watchOff: (_, t) =>
		t('failure_watchOff', { setting: label('watch_interval', t), value: `**${t('setting_watch_interval_off')}**` }),
	notWatched: (_, t) => t('failure_notWatched'),
	listNotWhole: (_, t) => t('failure_listNotWhole'),
	notKept: ({ permission }, t) => t('failure_notKept', { permission: quote(permission) }),
	stale: (_, t) => t('failure_stale'),
	notMember: (_, t) => t('failure_notMember'),
	notAllowed: ({ roles }, t) =>
		roles.length === 0 ? t('failure_notAllowed_nobody') : t('failure_notAllowed', { roles: quoted(roles, 'or', t) }),
	settingsMissing: ({ settings }, t) => t('failure_settingsMissing', { count: settings.length, settings: labels(settings, t) }),
	credentialsMalformed: ({ settings }, t) =>
		t('failure_credentialsMalformed', { count: settings.length, settings: labels(settings, t) }),
	serverUrlUnusable: (_, t) => t('failure_serverUrlUnusable'),
	networkingDenied: (_, t) => t('failure_networkingDenied'),
	serverNotFound: (_, t) => t('failure_serverNotFound'),
	connectionRefused: (_, t) => t('failure_connectionRefused'),
	unreachable: (_, t) => t('failure_unreachable'),
	noTls: (_, t) => t('failure_noTls'),
	certificateRefused: (_, t) => t('failure_certificateRefused'),
	redirected: (_, t) => t('failure_redirected'),
	connectionFailed: (_, t) => t('failure_connectionFailed'),
	tooSlow: ({ seconds }, t) => t('failure_tooSlow', { count: seconds }),
	ssrfRefused: (_, t) => t('failure_ssrfRefused'),
	outOfHandles: (_, t) => t('failure_outOfHandles'),
	proxyRefuses: (_, t) => t('failure_proxyRefuses'),
	proxyLimits: ({ seconds }, t) => t('failure_proxyLimits', { wait: waitOf(seconds, t) }),
	proxyBroken: ({ status }, t) => t('failure_proxyBroken', { status }),
	notRocketChat: (_, t) => t('failure_notRocketChat'),
	answerTooLarge: ({ most }, t) => t('failure_answerTooLarge', { most }),
	unauthorized: ({ deactivated }, t) =>
		deactivated === undefined
			? t('failure_unauthorized', { userId: label('user_id', t), token: label('auth_token', t) })
			: t('failure_unauthorized_deactivated', { user: quote(deactivated) }),
	totpRequired: (_, t) => t('failure_totpRequired'),
	permissionMissing: ({ user }, t) => t('failure_permissionMissing', { user: tokenUser(user, t) }),
	forbidden: ({ user }, t) => t('failure_forbidden', { user: tokenUser(user, t) }),
	channelNotFound: (_, t) => t('failure_channelNotFound'),
	groupNotFound: ({ user }, t) => t('failure_groupNotFound', { user: tokenUser(user, t) }),
	pagingRefused: (_, t) => t('failure_pagingRefused'),
	listTooLong: ({ most }, t) => t('failure_listTooLong', { most }),
	rateLimited: ({ seconds }, t) => t('failure_rateLimited', { wait: waitOf(seconds, t) }),
	serverError: ({ status }, t) => t('failure_serverError', { status }),
	requestRejected: ({ status }, t) => t('failure_requestRejected', { status }),
	appUserMissing: (_, t) => t('failure_appUserMissing'),
	hostSilent: (_, t) => t('failure_hostSilent'),
	unforeseen: ({ id }, t) => t('failure_unforeseen', { id: quote(id) }),
};

function sentence<K extends FailureKind>(kind: K, failure: Failure<K>, t: Translate): string {
	return sentences[kind](failure, t);
}

/** The command with a word, and an example of its value. */
function example(word: string): string {
	return `\`${[`/${command}`, word, rule(word)?.shown ?? []].flat().join(' ')}\``;
}

/** What may stand after a word. */
function expected(word: string, t: Translate): string {
	return word === 'show' ? t('expected_name') : t(`expected_${rule(word)?.takes ?? 'rest'}`);
}

/** The rule of a word; undefined for one that the grammar does not know. */
function rule(word: string): Rule | undefined {
	return isWord(word) ? ruleOf(word) : undefined;
}

/** As many of one name as are told apart. */
const mostTwins = 10;

function twinLine({ id, type, createdBy, createdAt, ends }: Twin, scope: 'workspace' | undefined, t: Translate): string {
	const shown = ends.filter((end) => end !== '').slice(0, 3);
	const ending = type === 'incoming' ? shown.map((user) => t('row_as', { user: quote(user) })) : [];
	const kind =
		type === 'incoming' || shown.length === 0 ? t(`row_${type}`) : `${t(`row_${type}`)} → ${shown.map(quote).join(', ')}`;
	const parts = [
		kind,
		...ending,
		...(createdBy === '' ? [] : [t('row_by', { user: quote(createdBy) })]),
		...(createdAt === '' ? [] : [t('row_since', { day: day(createdAt) })]),
	];
	return `- ${t('list_named', { name: parts.join(', '), text: wordsToType({ action: 'list', page: 1, show: id, ...(scope && { scope }) }) })}`;
}

function tokenUser(user: string | undefined, t: Translate): string {
	return user ? t('token_user_named', { name: code(user, 40) }) : t('token_user');
}
