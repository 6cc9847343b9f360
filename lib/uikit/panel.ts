/** The panel beside the room, for one person: a form to search with and the list, or one integration in full. */
import type { Answer } from '../answer';
import type { Result } from '../failure';
import type { Row } from '../integrations/reach';
import { contactsLine } from '../messages/contactsLine';
import { curesFor, renderAttentionRow } from '../messages/attentionSections';
import { gapLines } from '../messages/gapLines';
import { unlistedLine } from '../messages/lastPostedLine';
import { renderReply } from '../messages/renderReply';
import { renderPanelRow } from '../messages/renderRow';
import { renderHead } from '../messages/renderHead';
import { ageLine, countedLines } from '../messages/renderSummary';
import type { Translate } from '../messages/translate';
import type { Query } from '../query/query';
import type { Report } from '../report/buildReport';
import { actionBlocks, type Block, type BlockButton, toBlockButton, contextBlocks, plainText, sectionBlocks } from './blocks';
import { askedAgain, buttonMaker, clearButtons, linkButtons, pageButtons, problemButtons } from './buttons';
import type { Asked } from './buttonValue';
import type { PlainText } from '@rocket.chat/ui-kit';
import { type Maker, searchForm } from './searchForm';

/** What a panel shows. */
export interface Panel {
	readonly title: PlainText;
	readonly blocks: readonly Block[];
	readonly close: BlockButton;
	/** The button that sends the form. */
	readonly submit?: BlockButton;
}

/** The panel with an answer or a failure, in the reader's language. */
export function renderPanel(reply: Result<Answer>, { query, origin }: Asked, t: Translate): Panel {
	const asked = reply.ok ? askedAgain(reply.value, query) : query;
	const maker = { make: buttonMaker(asked, origin, t), t };
	const panel = frame(content(reply, asked, maker), maker);
	return reply.ok && reply.value.kind === 'report' ? { ...panel, submit: toBlockButton(maker.make('search')) } : panel;
}

function frame(blocks: readonly Block[], { t }: Maker): Panel {
	return {
		title: plainText(t('panel_title')),
		blocks,
		close: { type: 'button', actionId: 'close', text: plainText(t('button_close')) },
	};
}

function content(reply: Result<Answer>, query: Query, maker: Maker): Block[] {
	const { make, t } = maker;
	if (reply.ok && reply.value.kind === 'report') {
		return list(reply.value.report, query, maker);
	}
	const { sections } = renderReply(reply, t);
	const back = query.show === undefined ? [] : [make('back')];
	// The list became shorter than the page that was asked for: offer its first page.
	const first = !reply.ok && reply.failure.kind === 'noSuchPage' ? [make('browse')] : [];
	const link = reply.ok && reply.value.kind === 'details' ? linkButtons(reply.value.details, make) : [];
	// A control that cannot be read has no query to offer buttons for, and who is not in the room none that could be asked there.
	const isEnd = !reply.ok && (reply.failure.kind === 'stale' || reply.failure.kind === 'notMember');
	const buttons = isEnd ? [] : [...back, ...first, make('refresh'), ...link];
	return [...sectionBlocks(sections), ...actionBlocks(buttons)];
}

function list(report: Report, query: Query, maker: Maker): Block[] {
	const { make, t } = maker;
	const everything = query.attention ? [make('everything')] : [];
	const page = report.pages > 1 ? [t('page_last', { page: query.page, pages: report.pages })] : [];
	const unlisted = report.recent && query.page === report.pages ? unlistedLine(report.recent, t) : [];
	return [
		...sectionBlocks([renderHead(report, t)]),
		...searchForm(query, maker),
		...actionBlocks([...clearButtons(report, make), ...problemButtons(report, make), ...everything, make('refresh')]),
		...listRows(report, maker),
		...contextBlocks([
			...countedLines(report, t),
			...gapLines(report, t),
			...unlisted,
			...(query.attention ? contactsLine(report.contacts, t) : []),
			...page,
			...ageLine(report, 'panel', t),
		]),
		...actionBlocks(pageButtons(report, make), 'pages'),
	];
}

function listRows(report: Report, { make, t }: Maker): Block[] {
	const style = { t, isCured: curesFor(report) };
	return report.rows.map((row, index) => ({
		type: 'section',
		blockId: `row-${index + 1}`,
		text: { type: 'mrkdwn', text: rowText(row, report, style) },
		accessory: toBlockButton(make('details', row.integration.id)),
	}));
}

function rowText(row: Row, report: Report, style: Parameters<typeof renderAttentionRow>[2]): string {
	return report.query.attention ? renderAttentionRow(row, report, style) : renderPanelRow(row, report, style.t);
}

/** The panel where the answer takes too long: it says that it follows as a message, and has a button to ask again. */
export function renderWaiting({ query, origin }: Asked, t: Translate): Panel {
	const maker = { make: buttonMaker(query, origin, t), t };
	return frame([...sectionBlocks([t('panel_waiting')]), ...actionBlocks([maker.make('again')])], maker);
}
