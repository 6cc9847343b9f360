/** What a reader is told: the integrations filtered, sorted, counted and cut into pages. Knows no words. */
import type { Audience } from '../access/checkAccess';
import type { Recent } from '../integrations/evidence';
import { type Contacts, contactsOf } from '../integrations/contacts';
import { fail, type Result, success } from '../failure';
import type { Fetched, Gap } from '../rest/fetchIntegrations';
import { matches, sorted } from './filter';
import type { Findings } from '../integrations/findFindings';
import type { Query } from '../query/parseQuery';
import type { Place, Row } from '../integrations/reach';
import type { Scrutiny } from './inspect';
import { type Counted, select, visibleTo } from './selection';

/** The longest that the line of one integration may be, in UTF-16 units as the server counts a message. */
export const rowLimit = 180;

export interface Report {
	readonly place: Place;
	readonly query: Query;
	readonly audience: Audience;
	/** Whether what reaches all rooms of the kind was asked for, too, and whether the workspace was looked through. */
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	/** What reaches the room as far as the server says, and how much of it was read. */
	readonly total: number;
	readonly read: number;
	/** Of those that match the query. */
	readonly matching: number;
	readonly incoming: number;
	readonly outgoing: number;
	readonly disabled: number;
	/** This page's rows: by part, incoming before outgoing, each in the order asked for. */
	readonly rows: readonly Row[];
	readonly counted: Counted;
	readonly pages: number;
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
	/** Milliseconds. */
	readonly age: number;
	readonly findings: Findings;
	/** How many of those that match have a finding. */
	readonly troubled: number;
	/** Whom to ask about this page's rows. */
	readonly contacts: Contacts;
	readonly unchecked: Scrutiny['unchecked'];
	/** Who posted of late, where that was asked for. */
	readonly recent?: Recent | undefined;
}

export interface ReportFrame {
	readonly place: Place;
	readonly query: Query;
	readonly audience: Audience;
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	/** How many rows a page may hold, and how long a message may be, in UTF-16 units. */
	readonly pageSize: number;
	readonly messageLimit: number;
	readonly scrutiny?: Scrutiny;
	/** The usernames of the room's owners. */
	readonly owners?: readonly string[];
}

/** What a page has beside its rows: head line, headings, footer. */
const frameLimit = 320;

/** How many rows a page holds: `wanted`, or fewer where a message of `messageLimit` units would not take them, but one. */
export function fitPage(wanted: number, messageLimit: number, frame = frameLimit): number {
	return Math.min(wanted, Math.max(1, Math.floor((messageLimit - frame) / (rowLimit + 1))));
}

/** Where nothing was looked up behind the rows. */
const unlooked: Scrutiny = {
	...{ findings: new Map(), people: new Map(), lastRuns: new Map() },
	...{ unchecked: { people: 0, runs: 0 }, recent: undefined },
};

/** Builds the report of one page. Fails with `noSuchPage` for a page beyond the last. */
export function buildReport(fetched: Fetched, frame: ReportFrame): Result<Report> {
	const { place, query, audience, includeGlobal, workspaceScan, scrutiny = unlooked, owners = [] } = frame;
	const { rows: all, total, unreadable, gaps, age } = fetched;
	const { findings, people, unchecked, recent } = scrutiny;
	const isAsked = (row: Row): boolean => matches(row, query) && (!query.attention || findings.has(row.integration.id));
	const matching = sorted(all.filter(isAsked), query);
	const { rows, counted } = select(matching, query, audience, findings);
	const pageSize = pageSizeOf(fetched, frame, counted);
	const pages = Math.max(1, Math.ceil(rows.length / pageSize));
	if (query.page > pages) {
		return fail({ kind: 'noSuchPage', query, pages });
	}
	const hidden = all.length - visibleTo(audience, all).length;
	const visible = visibleTo(audience, matching);
	const shown = rows.slice((query.page - 1) * pageSize, query.page * pageSize);
	return success({
		...{
			place,
			query,
			audience,
			includeGlobal,
			workspaceScan,
			counted,
			pages,
			unreadable,
			gaps,
			age,
			findings,
			unchecked,
			recent,
		},
		...countRows(visible),
		total: total - hidden,
		read: all.length - hidden,
		rows: shown,
		troubled: visible.filter(({ integration }) => findings.has(integration.id)).length,
		contacts: contactsOf(shown, findings, people, owners),
	});
}

/** A panel is scrolled, and so is a list of findings; more rows than these are too much for a click. */
const [mostInPanel, mostFindings] = [20, 10];

function pageSizeOf(fetched: Fetched, frame: ReportFrame, counted: Counted): number {
	const { query, pageSize, messageLimit } = frame;
	if (query.attention) {
		return Math.min(pageSize, mostFindings);
	}
	return query.action === 'browse'
		? Math.min(pageSize, mostInPanel)
		: fitPage(pageSize, messageLimit, frameOf(fetched, frame, counted));
}

/** The longest that the lines beside the rows get: texts that are searched for, counts, and notes on what was not read. */
function frameOf({ gaps, unreadable, age }: Fetched, { query, scrutiny = unlooked }: ReportFrame, counted: Counted): number {
	// Cut at the top, and at full length in the words for the next page, where a joiner may stand after each blank.
	const texts = [query.find, query.by].filter((text) => text !== undefined);
	const searched = texts.reduce((sum, text) => sum + 70 + Math.ceil(text.length * 1.5), 0);
	const { findings, unchecked } = scrutiny;
	const notes = gaps.length * 260 + (unreadable > 0 ? 120 : 0) + (age > 0 ? 60 : 0);
	const troubles = (findings.size > 0 ? 340 : 0) + (unchecked.people > 0 ? 110 : 0);
	return frameLimit + notes + searched + troubles + (Object.keys(counted).length > 0 ? 320 : 0);
}

function countRows(rows: readonly Row[]): Pick<Report, 'matching' | 'incoming' | 'outgoing' | 'disabled'> {
	const incoming = rows.filter(({ integration }) => integration.type === 'incoming').length;
	const disabled = rows.filter(({ integration }) => !integration.enabled).length;
	return { matching: rows.length, incoming, outgoing: rows.length - incoming, disabled };
}
