/** A report in words: the summary. */
import { attentionSections } from './attentionSections';
import { contactsLine } from './contactsLine';
import { type Message, toMessage } from './message';
import { gapLines } from './gapLines';
import { deedOf, type Part, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import { attentionCount, renderHead } from './renderHead';
import { renderRow } from './renderRow';
import type { Translate } from './translate';
import { unfiltered } from '../query/query';
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

/** The way on where nothing is shown that was asked for; the panel has a button instead. */
function noMatch(report: Report, t: Translate): string[] {
	const words = wordsToType(unfiltered(report.query));
	return report.noMatch ? [t('none_match', { words })] : [];
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

/** Empty for the whole workspace, all of which is asked about. */
function everywhereHeading({ everywhere, subject }: Report, t: Translate): string {
	const parts = [String(everywhere.count), ...attentionCount(everywhere, t)].join(', ');
	return subject.kind === 'workspace' ? '' : t(`group_everywhere_${subject.kind}`, { parts });
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

/** The groups, as one paragraph: their headings keep them apart. */
function groups(report: Report, t: Translate): string[] {
	const part = (name: Part): Row[] => report.rows.filter(({ reach }) => reach.part === name);
	const listens = (row: Row): boolean => deedOf(row) === 'outgoing';
	const group = (heading: string, rows: readonly Row[]): string[] =>
		rows.length > 0 ? [[heading, ...rows.map((row) => renderRow(row, report, t))].join('\n')] : [];
	const [posting, listening] =
		report.subject.kind === 'workspace' ? [t('group_incoming'), t('group_outgoing')] : [t('group_posting'), t('group_listening')];
	const all = [
		...group(
			posting,
			part('here').filter((row) => !listens(row)),
		),
		...group(listening, part('here').filter(listens)),
		...group(everywhereHeading(report, t), part('everywhere')),
		...group(t('group_remote'), part('remote')),
	];
	return all.length > 0 ? [all.join('\n')] : [];
}

function footer({ query, pages }: Report, t: Translate): string[] {
	const { page } = query;
	const words = wordsToType({ ...query, page: page + 1 });
	return pages < 2 ? [] : [page < pages ? t('page_more', { page, pages, words }) : t('page_last', { page, pages })];
}
