/** One integration as one line of the summary. */
import type { OutgoingIntegration } from '../integrations/integration';
import { whyNeverFires } from '../integrations/firing';
import type { Reach, Row } from '../integrations/reach';
import { type Listing, rowLimit } from '../report/pageSize';
import { code } from '../util/inlineCode';
import { shortFinding } from './findingLine';
import { day } from './names';
import { writer, type Writer } from './nameWidths';
import type { Translate } from './translate';
import { reasonText, triggerText } from './triggerText';

/** How a line is shortened: what gives way first is the creator, then further words, then the names, then whom it posts as. */
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
	{ ...full, creator: false },
	{ ...full, creator: false, named: 1 },
	...[30, 24, 16].map((width) => ({ ...full, width, named: 1, creator: false })),
	...[24, 16, 12, 8].map((width) => ({ ...full, width, named: 1, creator: false, poster: false })),
	...[12, 8, 4].map((width) => ({ ...full, width, named: 1, creator: false, poster: false, terse: true })),
];

/** UTF-16 units that take one line, and two lines, at Rocket.Chat's width for blocks. */
const [oneLine, twoLines] = [50, 100];

/**
 * The line of one integration, at most `rowLimit` UTF-16 units: one line of a message, else two, where that is to be had without
 * more than what gives way first. Its name is never cut below 40.
 */
export function renderRow(row: Row, listing: Listing, t: Translate): string {
	const draw = (layout: Layout): string =>
		`- ${renderName(row, t)} ${renderParts(row, listing, { ...layout, t }).reduce(joined, '')}`.trimEnd();
	return (
		firstWithin(oneLine, layouts.slice(0, 3), draw) ??
		firstWithin(twoLines, layouts.slice(0, 4), draw) ??
		firstWithin(rowLimit, layouts, draw) ??
		draw(full)
	);
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

/** One integration in the panel: its name and what is wrong; below them its kind and what it does. */
export function renderPanelRow(row: Row, listing: Listing, t: Translate): string {
	const wrong = troubles(row, listing, { ...full, t });
	return [[renderName(row, t), wrong].join(' ').trimEnd(), renderKind(row, t)].join('\n');
}

/** Which kind it is, and what it does: what tells two of one name apart. */
export function renderKind(row: Row, t: Translate): string {
	const kind = row.reach.answersOnly ? [] : [t(`row_${row.integration.type}`)];
	const reason = row.reach.part === 'here' ? '' : reasonText(row.reach.reason, t);
	const style = { ...full, t };
	return [...kind, served(row, style), ...deeds(row, style), reason].filter((part) => part !== '').join(', ');
}

/** A target goes on with the words before it. */
function joined(before: string, part: string): string {
	return [before, part].filter((words) => words !== '').join(part.startsWith('→') ? ' ' : ', ');
}

/** Its name; without one also its id, by which `show\` finds it. */
function renderName({ integration }: Row, t: Translate): string {
	return code(integration.name, 40) || `${t('row_unnamed')} ${code(integration.id, 40)}`;
}

interface Style extends Layout {
	readonly t: Translate;
	/** Its worst finding says already when it fires. */
	readonly isSaid?: boolean;
}

/** What is wrong comes first. */
function renderParts(row: Row, listing: Listing, style: Style): string[] {
	const { integration } = row;
	const { query, findings } = listing;
	const { t } = style;
	const [worst] = findings.get(integration.id) ?? [];
	const isSaid = worst?.kind === 'everyMessage' || worst?.kind === 'everyPrivateMessage';
	return [
		troubles(row, listing, style),
		served(row, style),
		...deeds(row, { ...style, isSaid: isSaid && !style.terse }),
		query.sort === 'created' ? t('row_since', { day: day(integration.createdAt) }) : '',
		query.sort === 'updated' ? t('row_changed', { day: day(integration.updatedAt) }) : '',
	].filter((part) => part !== '');
}

/** What it serves, where that is not one room that is asked about. */
function served({ reach }: Row, style: Style): string {
	return reach.reason === 'workspace' ? writer(style, style.t).places(reach.elsewhere) : '';
}

/** Its state, where it is switched off, and its worst finding. */
function troubles({ integration }: Row, { findings }: Listing, { t, terse }: Style): string {
	const [worst] = findings.get(integration.id) ?? [];
	return [integration.enabled ? '' : t('row_disabled'), worst && worst.kind !== 'disabled' ? shortFinding(worst, terse, t) : '']
		.filter((part) => part !== '')
		.join(', ');
}

/** As whom it posts, or when it fires and where it sends; and who made it. */
function deeds({ integration, reach }: Row, style: Style): string[] {
	const { t } = style;
	const write = writer(style, t);
	const creator = style.creator ? write.name(integration.createdBy) : '';
	const poster =
		style.poster && integration.type === 'incoming' ? write.name(integration.alias) || write.name(integration.username) : '';
	return [
		integration.type === 'outgoing' ? fires(integration, reach, { ...write, isSaid: style.isSaid === true }) : '',
		poster && t('row_as', { user: poster }),
		creator && t('row_by', { user: creator }),
	].filter((part) => part !== '');
}

/** That one never fires, its finding says, which it has while it is switched on. */
function fires(integration: OutgoingIntegration, { answersOnly }: Reach, write: Writer & { readonly isSaid: boolean }): string {
	const { t, isSaid } = write;
	if (whyNeverFires(integration)) {
		return integration.enabled ? '' : t('short_neverFires');
	}
	const when = triggerText(integration, write);
	if (answersOnly) {
		return integration.event === 'sendMessage' ? t('row_answersOnly') : t('row_answersOnly_event', { trigger: when });
	}
	const hosts = write.hosts([...new Set(integration.hosts)], t('row_unreadable_host'));
	return [isSaid ? '' : when, hosts && `→ ${hosts}`].filter((part) => part !== '').join(' ');
}
