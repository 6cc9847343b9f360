/** A failure in words: for each kind the sentence that says what happened and who can mend it. */
import type { Failure, FailureKind } from './failure';
import { code } from './markdown';
import type { Message } from './message';
import type { Query } from './query';
import { command } from './grammar';
import { printQuery } from './query';
import type { SettingId } from './settings';
import type { Translate } from './strings';

/** A word that was typed, as it is quoted back. */
const typed = (word: string): string => code(word, 40) || '…';

const label = (id: SettingId, t: Translate): string => `**${t(`setting_${id}_label`, {})}**`;

const list = (items: readonly string[], kind: 'and' | 'or', t: Translate): string => {
	const last = items[items.length - 1] ?? '';
	return items.length < 2 ? last : t(`list_${kind}`, { items: items.slice(0, -1).join(', '), last });
};

const whatToType = (query: Query): string => `\`${printQuery(query)}\``;

const tokenUser = (user: string | undefined, t: Translate): string =>
	user ? t('token_user_named', { name: code(user, 40) }) : t('token_user', {});

type Sentences = { readonly [K in FailureKind]: (failure: Failure<K>, t: Translate) => string };

const sentences: Sentences = {
	unknownWord: ({ word, nearest }, t) => t('failure_unknownWord', { word: typed(word), nearest: typed(nearest) }),
	missingValue: ({ word }, t) => t('failure_missingValue', { word: typed(word) }),
	badValue: ({ word, value }, t) => t('failure_badValue', { word: typed(word), value: typed(value) }),
	repeatedValue: ({ word }, t) => t('failure_repeatedValue', { word: typed(word) }),
	conflictingWords: ({ word, other }, t) =>
		t('failure_conflictingWords', { word: typed(word), other: typed(other), example: `\`/${command} ${word}\`` }),
	directMessage: (_, t) => t('failure_directMessage', {}),
	omnichannelRoom: (_, t) => t('failure_omnichannelRoom', {}),
	shareNotAllowed: (_, t) =>
		t('failure_shareNotAllowed', {
			setting: label('reply_visibility', t),
			value: `"${t('setting_reply_visibility_sender', {})}"`,
		}),
	noSuchPage: ({ query, pages }, t) =>
		t('failure_noSuchPage', { page: query.page, count: pages, words: whatToType({ ...query, page: pages }) }),
	notMember: (_, t) => t('failure_notMember', {}),
	notAllowed: ({ roles }, t) =>
		t('failure_notAllowed', { roles: list(roles.map(typed), 'or', t), setting: label('allowed_roles', t) }),
	settingsMissing: ({ settings }, t) =>
		t('failure_settingsMissing', {
			count: settings.length,
			settings: list(
				settings.map((id) => label(id, t)),
				'and',
				t,
			),
		}),
	credentialsMalformed: ({ settings }, t) =>
		t('failure_credentialsMalformed', {
			count: settings.length,
			settings: list(
				settings.map((id) => label(id, t)),
				'and',
				t,
			),
		}),
	serverUrlUnusable: (_, t) => t('failure_serverUrlUnusable', { setting: label('server_url', t) }),
	networkingDenied: (_, t) => t('failure_networkingDenied', {}),
	serverNotFound: (_, t) => t('failure_serverNotFound', { setting: label('server_url', t) }),
	connectionRefused: (_, t) => t('failure_connectionRefused', { setting: label('server_url', t) }),
	certificateRefused: (_, t) => t('failure_certificateRefused', { setting: label('server_url', t) }),
	connectionFailed: (_, t) => t('failure_connectionFailed', { setting: label('server_url', t) }),
	tooSlow: ({ seconds }, t) => t('failure_tooSlow', { count: seconds, setting: label('request_timeout', t) }),
	notRocketChat: (_, t) => t('failure_notRocketChat', { setting: label('server_url', t) }),
	unauthorized: (_, t) => t('failure_unauthorized', { userId: label('user_id', t), token: label('auth_token', t) }),
	permissionMissing: ({ user }, t) => t('failure_permissionMissing', { user: tokenUser(user, t) }),
	forbidden: ({ user }, t) => t('failure_forbidden', { user: tokenUser(user, t) }),
	channelNotFound: (_, t) => t('failure_channelNotFound', { setting: label('server_url', t) }),
	groupNotFound: ({ user }, t) => t('failure_groupNotFound', { user: tokenUser(user, t) }),
	pagingRefused: (_, t) => t('failure_pagingRefused', {}),
	rateLimited: ({ seconds }, t) => t('failure_rateLimited', { count: seconds }),
	serverError: ({ status }, t) => t('failure_serverError', { status }),
	requestRejected: ({ status }, t) => t('failure_requestRejected', { status, setting: label('server_url', t) }),
	unforeseen: ({ id }, t) => t('failure_unforeseen', { id: typed(id) }),
};

const sentence = <K extends FailureKind>(kind: K, failure: Failure<K>, t: Translate): string => sentences[kind](failure, t);

/** The private message for a failure, in the reader's language. */
export const renderFailure = (failure: Failure, t: Translate): Message => ({ text: sentence(failure.kind, failure, t) });
