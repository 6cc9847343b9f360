/** What needs attention, in words: each integration with all its findings, and how to mend them. */
import { findingLine } from './findingLine';
import { lastPostedLine, unlistedLine } from './lastPostedLine';
import { deedOf, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import type { Translate } from './translate';
import { writer } from './nameWidths';

/** Names are shown long: each integration has a paragraph of its own. */
const layout = { width: 60, named: 5, brief: false };

/** The paragraph of one integration: its name, its findings, its last post. */
export function renderAttentionRow(row: Row, { findings, recent }: Report, t: Translate): string {
	const { integration } = row;
	const write = writer(layout, t);
	const name = write.name(integration.name) || t('row_unnamed');
	return [
		t(`attention_row_${deedOf(row)}`, { name }),
		...(findings.get(integration.id) ?? []).map((finding) => findingLine(finding, write)),
		...(recent ? lastPostedLine(integration, recent, t) : []),
	].join('\n');
}

/** The paragraphs of a page; on the last one also how many integrations posted that are in no list. */
export function attentionSections(report: Report, t: Translate): string[] {
	const { rows, recent, query, pages } = report;
	const unlisted = recent && query.page === pages ? unlistedLine(recent, t) : [];
	return [...rows.map((row) => renderAttentionRow(row, report, t)), ...unlisted];
}
