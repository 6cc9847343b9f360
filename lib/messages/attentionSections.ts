/** What needs attention, in words: each integration with all its findings, and how to mend them. */
import type { Finding } from '../integrations/finding';
import { findingLine, isToldCure } from './findingLine';
import { lastPostedLine, unlistedLine } from './lastPostedLine';
import { deedOf, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import { renderKind } from './renderRow';
import type { Translate } from './translate';
import { writer } from './nameWidths';

/** Names are shown long: each integration has a paragraph of its own. */
const layout = { width: 60, named: 5 };

/** The paragraph of one integration: its name, its findings, its last post. `isCured`: which of them are told with their cure. */
export function renderAttentionRow(row: Row, report: Report, { t, isCured }: AttentionStyle): string {
	const { integration } = row;
	const { findings, recent, links } = report;
	const write = writer(layout, t);
	const name = write.name(integration.name) || `${t('row_unnamed')} ${write.name(integration.id)}`;
	const url = links.get(integration.id);
	const isTwin = report.rows.some((other) => other !== row && other.integration.name === integration.name);
	const isPlaced = report.subject.kind === 'workspace';
	const head = t('attention_row', { name, kind: isTwin || isPlaced ? renderKind(row, t) : t(`row_${deedOf(row)}`) });
	return [
		url === undefined ? head : `${head} ·\u00a0${t('attention_open', { url })}`,
		...(findings.get(integration.id) ?? []).map((finding) => findingLine(finding, isCured(finding), write)),
		...(recent ? lastPostedLine(integration, recent, t) : []),
	].join('\n');
}

interface AttentionStyle {
	readonly t: Translate;
	readonly isCured: (finding: Finding) => boolean;
}

/** Which cures a reader is told: each once in an answer, however many rows need it. */
export function curesFor({ audience }: Pick<Report, 'audience'>): AttentionStyle['isCured'] {
	const told = new Set<string>();
	return (finding) => {
		const cure = finding.kind === 'neverFires' ? `${finding.kind} ${finding.why}` : finding.kind;
		const isNews = isToldCure(finding, audience) && !told.has(cure);
		told.add(cure);
		return isNews;
	};
}

/** The paragraphs of a page; on the last one also how many integrations posted that are in no list. */
export function attentionSections(report: Report, t: Translate): string[] {
	const { rows, recent, query, pages } = report;
	const unlisted = recent && query.page === pages ? unlistedLine(recent, t) : [];
	const style = { t, isCured: curesFor(report) };
	return [...rows.map((row) => renderAttentionRow(row, report, style)), ...unlisted];
}
