/** The panel beside the room, for one person alone: a form to search with and the list, or one integration in full. */
import type { ButtonElement, LayoutBlock, PlainText } from '@rocket.chat/ui-kit';
import type { Answer } from '../answer';
import { renderAttentionRow } from '../messages/attentionSections';
import { actionBlocks, button, contextBlocks, plainText, sectionBlocks } from './blocks';
import { controlMaker, linkControls, pageControls, problemControls } from './buttons';
import type { Result } from '../failure';
import { noteLines } from '../messages/gapLines';
import type { Asked } from './buttonValue';
import { form, type Maker } from './searchForm';
import type { Query } from '../query/parseQuery';
import type { Row } from '../integrations/reach';
import { renderReply } from '../messages/renderReply';
import { strangersLine } from '../messages/lastPostedLine';
import type { Report } from '../report/buildReport';
import { ageLine, countedLine, renderHead } from '../messages/renderSummary';
import { renderPanelRow } from '../messages/renderRow';
import type { Translate } from '../messages/translate';

/** A view as the engine opens it in a contextual bar. */
export interface View {
	readonly title: PlainText;
	readonly blocks: LayoutBlock[];
	readonly close: ButtonElement;
	/** Sends what was typed. */
	readonly submit?: ButtonElement;
}

/** The panel with an answer, or with what went wrong, in its reader's language. */
export function renderPanel(reply: Result<Answer>, { query, origin }: Asked, appId: string, t: Translate): View {
	const maker = { appId, make: controlMaker(query, origin, t), t };
	return frame(content(reply, query, maker), reply.ok && reply.value.kind === 'report', maker);
}

function frame(blocks: LayoutBlock[], submits: boolean, { appId, make, t }: Maker): View {
	return {
		title: plainText(t('panel_title', {})),
		blocks,
		close: { type: 'button', appId, blockId: 'frame', actionId: 'close', text: plainText(t('button_close', {})) },
		...(submits && { submit: button(appId, 'frame', make('search')) }),
	};
}

function content(reply: Result<Answer>, query: Query, maker: Maker): LayoutBlock[] {
	const { appId, make, t } = maker;
	if (reply.ok && reply.value.kind === 'report') {
		return list(reply.value.report, query, maker);
	}
	const { sections } = renderReply(reply, t);
	const back = query.show === undefined ? [] : [make('back')];
	// The list became shorter: it begins anew.
	const first = !reply.ok && reply.failure.kind === 'noSuchPage' ? [make('browse')] : [];
	const link = reply.ok && reply.value.kind === 'details' ? linkControls(reply.value.details, make) : [];
	// Nothing can follow a question that cannot be read.
	const controls = !reply.ok && reply.failure.kind === 'stale' ? [] : [...back, ...first, make('refresh'), ...link];
	return [...sectionBlocks(appId, sections), ...actionBlocks(appId, controls)];
}

function list(report: Report, query: Query, maker: Maker): LayoutBlock[] {
	const { appId, make, t } = maker;
	const page = t('page_last', { page: query.page, pages: report.pages });
	const strangers = report.recent && query.page === report.pages ? strangersLine(report.recent, t) : [];
	return [
		...sectionBlocks(appId, [renderHead(report, t)]),
		...form(query, maker),
		...report.rows.map((row, index) => listRow(row, index, report, maker)),
		...contextBlocks(appId, [
			...countedLine(report, t),
			...noteLines(report, t),
			...strangers,
			page,
			...ageLine(report.age, 'panel', t),
		]),
		...actionBlocks(appId, [
			...pageControls(report, make),
			...problemControls(report, make),
			...(query.attention ? [make('everything')] : []),
			make('refresh'),
		]),
	];
}

function listRow(row: Row, index: number, report: Report, { appId, make, t }: Maker): LayoutBlock {
	const blockId = `row-${index + 1}`;
	return {
		...{ type: 'section', appId, blockId, text: { type: 'mrkdwn', text: rowText(row, report, t) } },
		accessory: button(appId, blockId, make('details', row.integration.id)),
	};
}

function rowText(row: Row, report: Report, t: Translate): string {
	return report.query.attention
		? renderAttentionRow(row, report, t)
		: renderPanelRow(row, report.audience, t, report.findings.get(row.integration.id));
}

/** The panel while the server keeps it waiting: nothing can be shown in it later but by a click. */
export function renderWaiting({ query, origin }: Asked, appId: string, t: Translate): View {
	const maker = { appId, make: controlMaker(query, origin, t), t };
	return frame([...sectionBlocks(appId, [t('panel_waiting', {})]), ...actionBlocks(appId, [maker.make('again')])], false, maker);
}
