/** A report in words: the text of the summary, and the help. Plain data, never sent from here. */
import type { FailureKind } from './failure';
import { code } from './markdown';
import type { Query } from './query';
import { printQuery } from './query';
import type { Report, Row } from './report';
import { renderRow } from './row';
import type { SentenceKey, Translate } from './strings';

/** A message as it will be posted. */
export interface Message {
	readonly text: string;
}

/** A slug is shown as the link that it is; whatever else a room is called is data. */
const roomName = ({ name }: Report['room']): string => (/^[\w.-]{1,60}$/.test(name) ? `#${name}` : code(name, 60) || '…');

const filters = ({ type, state, scope }: Query, t: Translate): string[] =>
	[type, state, scope].filter((word) => word !== undefined).map((word) => t(`filter_${word}`, {}));

const counts = ({ incoming, outgoing, disabled }: Report, t: Translate): string =>
	[
		incoming > 0 ? t('count_incoming', { count: incoming }) : '',
		outgoing > 0 ? t('count_outgoing', { count: outgoing }) : '',
		disabled > 0 ? t('count_disabled', { count: disabled }) : '',
	]
		.filter((part) => part !== '')
		.join(', ');

const isPartial = ({ read, unreadable, total }: Report): boolean => read + unreadable < total;

const head = (report: Report, t: Translate): string => {
	const room = roomName(report.room);
	const asked = filters(report.query, t);
	const { matching, total, read, includeGlobal } = report;
	if (asked.length > 0) {
		return t('head_filtered', { room, count: matching, total: read, filters: asked.join(', ') });
	}
	if (read < total) {
		return read > 0
			? t('head_partial', { room, shown: read, total, parts: counts(report, t) })
			: t('head_unread', { room, total });
	}
	if (matching > 0) {
		return t('head_all', { room, count: matching, parts: counts(report, t) });
	}
	return t(includeGlobal ? `head_none_global_${report.room.kind}` : 'head_none_here', { room });
};

const reasonKeys: Partial<Record<FailureKind, SentenceKey & `reason_${string}`>> = {
	pagingRefused: 'reason_pagingRefused',
	rateLimited: 'reason_rateLimited',
	tooSlow: 'reason_tooSlow',
};

const notes = (report: Report, t: Translate): string[] => {
	const reason = t((report.cutShort && reasonKeys[report.cutShort]) ?? 'reason_unknown', {});
	return [
		...(isPartial(report) ? [t('note_partial', { shown: report.read, total: report.total, reason })] : []),
		...(report.unreadable > 0 ? [t('note_unreadable', { count: report.unreadable })] : []),
	];
};

const group = (type: 'incoming' | 'outgoing', rows: readonly Row[], t: Translate): string[] => {
	const lines = rows.filter(({ integration }) => integration.type === type).map((row) => renderRow(row, t));
	return lines.length > 0 ? [t(`group_${type}`, {}), ...lines] : [];
};

const footer = ({ query, pages, matching }: Report, t: Translate): string[] => {
	const { page } = query;
	if (matching === 0) {
		return [];
	}
	const next = `\`${printQuery({ ...query, page: page + 1 })}\``;
	return [page < pages ? t('page_more', { page, pages, words: next }) : t('page_last', { page, pages })];
};

/** The summary of one page, in the reader's language. */
export const renderReport = (report: Report, t: Translate): Message => ({
	text: [
		head(report, t),
		...group('incoming', report.rows, t),
		...group('outgoing', report.rows, t),
		...notes(report, t),
		...footer(report, t),
	].join('\n'),
});

/** Why a summary meant for the room comes to the caller alone. */
export type Obstacle = 'readOnly' | 'archived' | 'encrypted' | 'muted' | 'tooLong' | 'unknown';

/** The summary as its caller gets it where the room did not take it. */
export const renderForCallerOnly = ({ text }: Message, obstacle: Obstacle, t: Translate): Message => ({
	text: `${t(`only_you_${obstacle}`, {})}\n${text}`,
});
