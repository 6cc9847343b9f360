/** What could not be read, and why, in words. */
import type { Failure, FailureKind, Gap, Missing } from '../failure';
import type { Report } from '../report/buildReport';
import type { Translate } from './translate';

/** The lines under a summary that say what could not be read or looked through, and, of the whole workspace, what 9.0 changes. */
export function gapLines(report: Report, t: Translate): string[] {
	const { unchecked, oldScripts } = report;
	return [
		...missingLines(report, t),
		...uncheckedLines(unchecked, t),
		...(unchecked.runs > 0 ? [t('note_runs', { count: unchecked.runs })] : []),
		...(oldScripts > 0 ? [t('note_scripts', { count: oldScripts })] : []),
	];
}

/** What could not be read of the lists. */
export function missingLines(missing: Missing, t: Translate): string[] {
	const { gaps, read, total, unreadable } = missing;
	const unexplained = read + unreadable < total && !gaps.some(({ what }) => what === 'rest');
	return [
		...gaps.map((gap) => gapLine(gap, missing, t)),
		...(unexplained ? [t('note_partial', { shown: read, total, reason: t('reason_unknown') })] : []),
		...(unreadable > 0 ? [t('note_unreadable', { count: unreadable })] : []),
	];
}

/** The failures that have a reason of their own. */
const reasonKeys = {
	pagingRefused: 'reason_pagingRefused',
	rateLimited: 'reason_rateLimited',
	tooSlow: 'reason_tooSlow',
	proxyRefuses: 'reason_proxy',
	proxyLimits: 'reason_proxy',
	proxyBroken: 'reason_proxy',
	unauthorized: 'reason_unauthorized',
	groupNotFound: 'reason_groupNotFound',
	permissionMissing: 'reason_forbidden',
	forbidden: 'reason_forbidden',
} as const satisfies Partial<Record<FailureKind, string>>;

/** A failure as a short part of a sentence. */
export function failureReason(why: Failure, t: Translate): string {
	if (why.kind === 'listTooLong' || why.kind === 'answerTooLarge') {
		return t(`reason_${why.kind}`, { most: why.most });
	}
	return isKnown(why.kind) ? t(reasonKeys[why.kind]) : t('reason_unknown');
}

function isKnown(kind: FailureKind): kind is keyof typeof reasonKeys {
	return kind in reasonKeys;
}

/** A line for each thing that was not looked up of some integrations, but for last runs. */
export function uncheckedLines({ people, places, rights, words, shortened }: Report['unchecked'], t: Translate): string[] {
	return [
		...(people > 0 ? [t('note_people', { count: people })] : []),
		...(places > 0 ? [t('note_places', { count: places })] : []),
		...(rights > 0 ? [t('note_rights', { count: rights })] : []),
		...(words > 0 ? [t('note_words', { count: words })] : []),
		...(shortened > 0 ? [t('note_shortened', { count: shortened })] : []),
	];
}

function gapLine(gap: Gap, { read, total }: Missing, t: Translate): string {
	if (gap.what === 'discussion') {
		return t('note_discussion');
	}
	const { what, why } = gap;
	if (what === 'rest') {
		return t('note_partial', { shown: read, total, reason: failureReason(why, t) });
	}
	return t(`note_${what}`, { reason: failureReason(why, t) });
}
