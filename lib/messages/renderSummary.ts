/** A report in words: the summary. */
import { attentionSections } from './attentionSections';
import { contactsLine } from './contactsLine';
import { code } from '../util/inlineCode';
import { type Message, toMessage } from './message';
import { gapLines } from './gapLines';
import { deedOf, type Part, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import { renderRow } from './renderRow';
import type { Translate } from './translate';
import { type Query, unfiltered } from '../query/query';
import type { Place } from '../integrations/room';
import { waitOf, wordsToType } from './names';

/** The summary of one page, in the reader's language. */
export function renderSummary(report: Report, t: Translate): Message {
	return toMessage(
		[
			renderHead(report, t),
			...noMatch(report, t),
			...(report.query.attention ? attentionSections(report, t) : groups(report, t)),
			...countedLines(report, t),
			...gapLines(report, t),
			...contactsLine(report.contacts, t),
		],
		[...footer(report, t), ...ageLine(report, 'page', t)],
	);
}

/** The first line: the room, what was asked for, and how many integrations there are. */
export function renderHead(report: Report, t: Translate): string {
	const room = roomName(report.place, t);
	const asked = filters(report.query, t);
	const { matching, total, read, query } = report;
	// Only without other filters: with them "nothing needs attention" would be said of all integrations.
	if (query.attention && asked.length === 1 && matching === 0 && read > 0) {
		return t('attention_none', { room, count: read });
	}
	if (asked.length > 0 && (read > 0 || total > 0)) {
		return t('head_filtered', { room, count: matching, total: read, filters: asked.join(', ') });
	}
	if (read < total) {
		return read > 0
			? t('head_partial', { room, shown: read, total, parts: counts(report.own, t) })
			: t('head_unread', { room, total });
	}
	if (report.own.count === 0) {
		return matching > 0 ? t('head_none_own', { room }) : none(report, room, t);
	}
	const head = t('head_all', { room, count: report.own.count, parts: counts(report.own, t) });
	return [head, ...attention(report.own, t)].join(', ');
}

/** A slug is shown as a link to the room; any other name of a room is free text, and shown as inline code. */
function roomName({ kind, discussion, title }: Place, t: Translate): string {
	if (kind === 'direct') {
		return t('room_direct');
	}
	return !discussion && /^[\w.-]{1,60}$/.test(title) ? `#${title}` : code(title, 60) || '…';
}

function filters({ type, state, scope, attention, find, by }: Query, t: Translate): string[] {
	return [
		...[type, state, scope === 'here' ? scope : undefined, attention ? ('attention' as const) : undefined]
			.filter((word) => word !== undefined)
			.map((word) => t(`filter_${word}`)),
		...(find === undefined ? [] : [t('filter_find', { text: code(find, 40) || '…' })]),
		...(by === undefined ? [] : [t('filter_by', { user: code(by, 40) || '…' })]),
	];
}

/** The way on where nothing is shown that was asked for; the panel has a button instead. */
function noMatch(report: Report, t: Translate): string[] {
	const words = wordsToType(unfiltered(report.query));
	return report.noMatch ? [t('none_match', { words })] : [];
}

function counts({ posting, listening }: Report['own'], t: Translate): string {
	return [
		...(posting > 0 ? [t('count_posting', { count: posting })] : []),
		...(listening > 0 ? [t('count_listening', { count: listening })] : []),
	].join(', ');
}

function attention({ troubled }: Report['own'], t: Translate): string[] {
	return troubled > 0 ? [t('count_attention', { count: troubled })] : [];
}

function none({ place, includeGlobal, workspaceScan, gaps }: Report, room: string, t: Translate): string {
	if (workspaceScan && includeGlobal && gaps.length === 0) {
		return t('head_none_workspace', { room });
	}
	return includeGlobal && place.kind !== 'direct' ? t(`head_none_global_${place.kind}`, { room }) : t('head_none_here', { room });
}

/** On the last page, a line for each kind of what is counted instead of shown. */
export function countedLines(report: Report, t: Translate): string[] {
	const { counted, query, pages, everywhere, rows } = report;
	const { redirectable = 0, workspaceEvent = 0, ...others } = counted;
	const remote = redirectable + workspaceEvent;
	const words = wordsToType({ ...query, scope: 'all', page: 1 });
	const isCounted =
		Object.keys(others).length > 0 && everywhere.count > 0 && !rows.some(({ reach }) => reach.part === 'everywhere');
	return query.page === pages
		? [
				...(isCounted ? [`${everywhereHeading(report, t)}${t('everywhere_words', { words })}`] : []),
				...(remote > 0 ? [t('counted_remote', { count: remote })] : []),
			]
		: [];
}

function everywhereHeading({ everywhere, place }: Report, t: Translate): string {
	const parts = [String(everywhere.count), ...attention(everywhere, t)].join(', ');
	return t(`group_everywhere_${place.kind}`, { parts });
}

/** A line that says how old an answer is, and whether a newer one was asked for in vain; none within a minute, if it was not. */
export function ageLine({ age, retryIn }: Pick<Report, 'age' | 'retryIn'>, where: 'page' | 'panel', t: Translate): string[] {
	const seconds = Math.max(1, Math.round(age / 1000));
	const told = seconds < 120 ? t('age_seconds', { count: seconds }) : t('age_minutes', { count: Math.round(seconds / 60) });
	if (retryIn !== undefined) {
		return [t('age_refused', { age: told, wait: waitOf(retryIn, t) })];
	}
	return age >= 60_000 ? [where === 'page' ? t('page_age', { age: told }) : `${told}.`] : [];
}

function groups(report: Report, t: Translate): string[] {
	const part = (name: Part): Row[] => report.rows.filter(({ reach }) => reach.part === name);
	const listens = (row: Row): boolean => deedOf(row) === 'outgoing';
	const group = (heading: string, rows: readonly Row[]): string[] =>
		rows.length > 0 ? [[heading, ...rows.map((row) => renderRow(row, report, t))].join('\n')] : [];
	return [
		...group(
			t('group_posting'),
			part('here').filter((row) => !listens(row)),
		),
		...group(t('group_listening'), part('here').filter(listens)),
		...group(everywhereHeading(report, t), part('everywhere')),
		...group(t('group_remote'), part('remote')),
	];
}

function footer({ query, pages }: Report, t: Translate): string[] {
	const { page } = query;
	const words = wordsToType({ ...query, page: page + 1 });
	return pages < 2 ? [] : [page < pages ? t('page_more', { page, pages, words }) : t('page_last', { page, pages })];
}
