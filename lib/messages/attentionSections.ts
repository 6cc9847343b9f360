/** What needs attention, in words: each integration with all that was found, and how to mend it. */
import { findingLine } from './findingLine';
import { lastPostedLine, unlistedLine } from './lastPostedLine';
import type { Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import type { Translate } from './translate';
import { writer } from './nameWidths';

/** There is room: names are shown long. */
const layout = { width: 60, named: 5, brief: false };

/** One integration and what was found about it. */
export function renderAttentionRow({ integration }: Row, { findings, recent }: Report, t: Translate): string {
	const write = writer(layout, t);
	const name = write.name(integration.name) || t('row_unnamed');
	return [
		t(`attention_row_${integration.type}`, { name }),
		...(findings.get(integration.id) ?? []).map((finding) => findingLine(finding, write)),
		...(recent ? lastPostedLine(integration, recent, t) : []),
	].join('\n');
}

/** The integrations of a page, a paragraph each; on the last page also who posted without being known. */
export function attentionSections(report: Report, t: Translate): string[] {
	const { rows, recent, query, pages } = report;
	const unlisted = recent && query.page === pages ? unlistedLine(recent, t) : [];
	return [...rows.map((row) => renderAttentionRow(row, report, t)), ...unlisted];
}
