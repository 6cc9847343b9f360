/** What a reader is told: the integrations filtered, sorted, counted and cut into pages. Knows no words. */
import type { Audience } from './access';
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Fetched, Gap } from './fetchIntegrations';
import { matches, sorted } from './filter';
import type { Query } from './query';
import type { Part, Place, Reason, Row } from './reach';

/** The longest that the line of one integration may be, in UTF-16 units as the server counts a message. */
export const rowLimit = 180;

/** What a page has beside its rows: head line, headings, footer. */
const frameLimit = 320;

/** How many rows a page holds: `wanted`, or fewer where a message of `messageLimit` units would not take them, but one. */
export const fitPage = (wanted: number, messageLimit: number, frame = frameLimit): number =>
	Math.min(wanted, Math.max(1, Math.floor((messageLimit - frame) / (rowLimit + 1))));

/** What reaches the room only as it reaches all of its kind is told row by row up to so many. */
const mostEverywhere = 5;

/** Integrations that are counted and not shown one by one, by the reason why they reach the room. */
export type Counted = Partial<Readonly<Record<Reason, number>>>;

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
}

const partOf = (rows: readonly Row[], part: Part): Row[] => rows.filter(({ reach }) => reach.part === part);

const byType = (rows: readonly Row[]): Row[] => [
	...rows.filter(({ integration }) => integration.type === 'incoming'),
	...rows.filter(({ integration }) => integration.type === 'outgoing'),
];

const countReasons = (rows: readonly Row[]): Counted => {
	const counted: Partial<Record<Reason, number>> = {};
	for (const { reach } of rows) {
		counted[reach.reason] = (counted[reach.reason] ?? 0) + 1;
	}
	return counted;
};

interface Shown {
	readonly rows: readonly Row[];
	readonly counted: Counted;
}

/** Who sees what: what names no room is named to a workspace admin in private alone; to everyone else it is a count. */
const show = (rows: readonly Row[], { scope, find, by }: Query, audience: Audience): Shown => {
	const [here, everywhere, remote] = [partOf(rows, 'here'), partOf(rows, 'everywhere'), partOf(rows, 'remote')];
	const searched = find !== undefined || by !== undefined;
	const oneByOne = everywhere.length <= mostEverywhere || scope === 'all' || searched;
	const named = audience === 'admin';
	// A count under a text would tell whether another room has something of that name.
	const told = named || searched ? [] : remote;
	return {
		rows: [...byType(here), ...(oneByOne ? byType(everywhere) : []), ...(named ? byType(remote) : [])],
		counted: countReasons([...(oneByOne ? [] : everywhere), ...told]),
	};
};

const countRows = (rows: readonly Row[]): Pick<Report, 'matching' | 'incoming' | 'outgoing' | 'disabled'> => {
	const incoming = rows.filter(({ integration }) => integration.type === 'incoming').length;
	const disabled = rows.filter(({ integration }) => !integration.enabled).length;
	return { matching: rows.length, incoming, outgoing: rows.length - incoming, disabled };
};

/** The longest that the lines beside the rows get: texts that are searched for, counts, and notes on what was not read. */
const frameOf = ({ gaps, unreadable, age }: Fetched, { find, by }: Query, counted: Counted): number => {
	const notes = gaps.length * 260 + (unreadable > 0 ? 120 : 0) + (age > 0 ? 60 : 0);
	const searched = (find === undefined ? 0 : 60) + (by === undefined ? 0 : 70);
	return frameLimit + notes + searched + (Object.keys(counted).length > 0 ? 320 : 0);
};

/** Builds the report of one page. Fails with `noSuchPage` for a page beyond the last. */
export const buildReport = (fetched: Fetched, { pageSize: wanted, messageLimit, ...frame }: ReportFrame): Result<Report> => {
	const { query, audience } = frame;
	const { rows: all, total, unreadable, gaps, age } = fetched;
	const matching = sorted(
		all.filter((row) => matches(row, query)),
		query,
	);
	const { rows, counted } = show(matching, query, audience);
	const pageSize = fitPage(wanted, messageLimit, frameOf(fetched, query, counted));
	const pages = Math.max(1, Math.ceil(rows.length / pageSize));
	if (query.page > pages) {
		return fail({ kind: 'noSuchPage', query, pages });
	}
	const remote = audience === 'admin' ? 0 : partOf(all, 'remote').length;
	return success({
		...frame,
		...countRows(matching.filter(({ reach }) => audience === 'admin' || reach.part !== 'remote')),
		total: total - remote,
		read: all.length - remote,
		rows: rows.slice((query.page - 1) * pageSize, query.page * pageSize),
		counted,
		pages,
		unreadable,
		gaps,
		age,
	});
};
