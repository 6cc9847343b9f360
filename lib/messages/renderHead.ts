/** The first line of a list: the room, what was asked for, and how many integrations there are. */
import type { Gap } from '../failure';
import type { Subject } from '../integrations/room';
import type { Query } from '../query/query';
import type { Report } from '../report/buildReport';
import { code } from '../util/inlineCode';
import { apart, quote } from './names';
import type { Translate } from './translate';

/** The first line: the room, what was asked for, and how many integrations there are. */
export function renderHead(report: Report, t: Translate): string {
	const room = roomName(report.subject, t);
	const isWorkspace = report.subject.kind === 'workspace';
	const asked = filters(report.query, t);
	const { matching, total, read, query, found } = report;
	// Only without other filters: with them "nothing needs attention" would be said of all integrations.
	if (query.attention && asked.length === 1 && found === 0 && read > 0) {
		return t('attention_none', { room, count: read });
	}
	if (query.attention && found > 0) {
		return t('head_attention', { room, parts: apart(attentionParts(report, t), t) });
	}
	if (asked.length > 0 && (read > 0 || total > 0)) {
		const { own, ownRead } = report;
		if (isWorkspace) {
			return t('head_workspace_filtered', { room, count: own.count, total: ownRead, filters: asked.join(', ') });
		}
		return ownRead === 0
			? noneOwn(report, asked, t)
			: t('head_filtered', { room, count: own.count, total: ownRead, filters: asked.join(', ') });
	}
	if (read === 0 && total > 0) {
		return t('head_unread', { room, total });
	}
	if (report.own.count === 0) {
		return matching > 0 || !isWhole(report) ? noneOwn(report, [], t) : none(report, room, t);
	}
	return [headOfAll(report, room, t), ...(isWorkspace ? attentionCounts : attentionCount)(report.own, t)].join(', ');
}

/** All that is of this room. Of those that could not be read it is not known whether they are: there are at least so many. */
function headOfAll({ subject, own, read, total }: Report, room: string, t: Translate): string {
	const { count } = own;
	const isWorkspace = subject.kind === 'workspace';
	const parts = (isWorkspace ? totals : counts)(own, t);
	if (read < total) {
		return t('head_partial', { room, count, parts });
	}
	return t(isWorkspace ? 'head_workspace' : 'head_all', { room, count, parts });
}

/** What is asked about. A slug is shown as a link to the room; any other name of a room is free text, and shown as inline code. */
export function roomName(subject: Subject, t: Translate): string {
	if (subject.kind === 'direct' || subject.kind === 'workspace') {
		return t(`room_${subject.kind}`);
	}
	const { discussion, title } = subject;
	return !discussion && /^[\w.-]{1,60}$/.test(title) ? `#${title}` : code(title, 60) || '…';
}

function filters(query: Query, t: Translate): string[] {
	const asked = otherFilters(query, t);
	return query.attention ? [...asked, t('filter_attention')] : asked;
}

/** What was asked for, but for what needs attention. */
function otherFilters({ type, state, scope, find, by }: Query, t: Translate): string[] {
	return [
		...[type, state, scope === 'here' ? scope : undefined].flatMap((word) => (word === undefined ? [] : [t(`filter_${word}`)])),
		...(find === undefined ? [] : [t('filter_find', { text: quote(find) })]),
		...(by === undefined ? [] : [t('filter_by', { user: quote(by) })]),
	];
}

function counts({ posting, listening }: Report['own'], t: Translate): string {
	return [
		...(posting > 0 ? [t('count_posting', { count: posting })] : []),
		...(listening > 0 ? [t('count_listening', { count: listening })] : []),
	].join(', ');
}

/** By type and by state. */
function totals(own: Report['own'], t: Translate): string {
	return [counts(own, t), ...(own.disabled > 0 ? [t('count_disabled', { count: own.disabled })] : [])].join(', ');
}

/** What was found of this room's own, so that it is one number in every view; then of what reaches all rooms, and of what may act here. */
function attentionParts({ subject: { kind }, query, own, everywhere, remote }: Report, t: Translate): string[] {
	const ofAll = attentionCounts(everywhere, t).join(', ');
	const ofOthers = attentionCounts(remote, t).join(', ');
	return [
		[...attentionCounts(own, t), ...otherFilters(query, t)].join(', '),
		kind === 'workspace' || ofAll === '' ? '' : t(`group_everywhere_${kind}`, { parts: ofAll }),
		ofOthers === '' ? '' : t('list_named', { name: t('group_remote'), text: ofOthers }),
	].filter((part) => part !== '');
}

/** What needs attention, and what is only worth a look. */
function attentionCounts({ troubled, look }: Report['own'], t: Translate): string[] {
	return [...attentionCount({ troubled }, t), ...(look > 0 ? [t('count_look', { count: look })] : [])];
}

/** How many need attention; nothing where none does. */
export function attentionCount({ troubled }: Pick<Report['own'], 'troubled'>, t: Translate): string[] {
	return troubled > 0 ? [t('count_attention', { count: troubled })] : [];
}

/** Nothing names this room, though something may reach it; that none does is only said where a whole list was read. */
function noneOwn(report: Report, asked: readonly string[], t: Translate): string {
	const room = roomName(report.subject, t);
	if (!isWhole(report)) {
		return [t('head_none_read', { room }), ...asked].join(', ');
	}
	return asked.length > 0 ? t('head_none_own_filtered', { room, filters: asked.join(', ') }) : t('head_none_own', { room });
}

/** Whether one list was read to its end that holds all that names this room. */
function isWhole({ subject: { kind }, gaps, unreadable, read, total }: Report): boolean {
	const has = (wanted: Gap['what']): boolean => gaps.some(({ what }) => what === wanted);
	const isOnlyList = kind === 'direct' || has('room');
	return unreadable === 0 && read >= total && !has('rest') && !has('discussion') && !(isOnlyList && has('workspaceRest'));
}

function none({ subject: { kind }, includeGlobal, workspaceScan, gaps }: Report, room: string, t: Translate): string {
	if (kind === 'workspace' || (workspaceScan && includeGlobal && gaps.length === 0)) {
		return t('head_none_workspace', { room });
	}
	return includeGlobal && kind !== 'direct' ? t(`head_none_global_${kind}`, { room }) : t('head_none_here', { room });
}
