/** One integration as one line of the summary. */
import type { OutgoingIntegration } from '../integrations/integration';
import { whyNeverFires } from '../integrations/firing';
import { deedOf, type Reach, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import { rowLimit } from '../report/pageSize';
import type { Query } from '../query/query';
import { code } from '../util/inlineCode';
import { shortFinding } from './findingLine';
import { day } from './names';
import { writer, type Writer } from './nameWidths';
import type { Translate } from './translate';
import { triggerText } from './triggerText';

/** What a row needs of its report. */
type Listing = Pick<Report, 'findings'> & { readonly query: Pick<Query, 'sort'> };

/** How a line is shortened: what gives way first is the creator, then whom it posts as, then further words, then the names. */
interface Layout {
	readonly width: number;
	readonly named: number;
	readonly creator: boolean;
	readonly poster: boolean;
	/** Of a finding, only how bad it is. */
	readonly terse: boolean;
}

const full: Layout = { width: 40, named: 3, creator: true, poster: true, terse: false };

/** From wide to tight. */
const layouts: readonly Layout[] = [
	full,
	{ ...full, named: 1 },
	{ ...full, named: 1, creator: false },
	...[30, 24, 16].map((width) => ({ ...full, width, named: 1, creator: false })),
	...[24, 16, 12, 8].map((width) => ({ ...full, width, named: 1, creator: false, poster: false })),
	...[12, 8, 4].map((width) => ({ ...full, width, named: 1, creator: false, poster: false, terse: true })),
];

/** UTF-16 units that take two lines at Rocket.Chat's width for blocks: what is left out for that is left out first. */
const twoLines = 100;

/** The line of one integration, at most `rowLimit` UTF-16 units, two lines where that is to be had. Its name is never cut below 40. */
export function renderRow(row: Row, listing: Listing, t: Translate): string {
	const draw = (layout: Layout): string =>
		`- ${renderName(row, t)} ${renderParts(row, listing, { ...layout, t }).join(', ')}`.trimEnd();
	return firstWithin(twoLines, layouts.slice(0, 4), draw) ?? firstWithin(rowLimit, layouts, draw) ?? draw(full);
}

/** The widest layout's line that fits; tighter ones are not drawn. */
function firstWithin(limit: number, from: readonly Layout[], draw: (layout: Layout) => string): string | undefined {
	for (const layout of from) {
		const line = draw(layout);
		if (line.length <= limit) {
			return line;
		}
	}
	return undefined;
}

/** One integration in the panel: name, kind and state; below them what it does, and its worst finding. */
export function renderPanelRow(row: Row, listing: Listing, t: Translate): string {
	const { integration } = row;
	const state = integration.enabled ? t('row_enabled') : t('row_disabled');
	const [worst] = listing.findings.get(integration.id) ?? [];
	return [
		t(`panel_row_${deedOf(row)}`, { name: renderName(row, t), state }),
		...[deeds(row, { ...full, t }).join(', ')].filter((line) => line !== ''),
		...(worst ? [shortFinding(worst, false, t)] : []),
	].join('\n');
}

function renderName({ integration }: Row, t: Translate): string {
	return code(integration.name, 40) || t('row_unnamed');
}

interface Style extends Layout {
	readonly t: Translate;
}

/** What is wrong comes first. */
function renderParts(row: Row, { findings, query }: Listing, style: Style): string[] {
	const { integration } = row;
	const { t } = style;
	const [worst] = findings.get(integration.id) ?? [];
	return [
		integration.enabled ? '' : t('row_disabled'),
		worst && worst.kind !== 'disabled' ? shortFinding(worst, style.terse, t) : '',
		...deeds(row, style),
		query.sort === 'created' ? t('row_since', { day: day(integration.createdAt) }) : '',
		query.sort === 'updated' ? t('row_changed', { day: day(integration.updatedAt) }) : '',
	].filter((part) => part !== '');
}

/** As whom it posts, or when it fires and where it sends; and who made it. */
function deeds({ integration, reach }: Row, style: Style): string[] {
	const { t } = style;
	const write = writer(style, t);
	const creator = style.creator ? write.name(integration.createdBy) : '';
	const poster =
		style.poster && integration.type === 'incoming' ? write.name(integration.alias) || write.name(integration.username) : '';
	return [
		integration.type === 'outgoing' ? fires(integration, reach, write) : '',
		poster && t('row_as', { user: poster }),
		creator && t('row_by', { user: creator }),
	].filter((part) => part !== '');
}

/** That one never fires, its finding says, which it has while it is switched on. */
function fires(integration: OutgoingIntegration, { answersOnly }: Reach, write: Writer): string {
	const { t } = write;
	if (whyNeverFires(integration)) {
		return integration.enabled ? '' : t('short_neverFires');
	}
	const when = triggerText(integration, write);
	if (answersOnly) {
		return integration.event === 'sendMessage' ? t('row_answersOnly') : t('row_answersOnly_event', { trigger: when });
	}
	const hosts = write.hosts([...new Set(integration.hosts)], t('row_unreadable_host'));
	return hosts ? `${when} → ${hosts}` : when;
}
