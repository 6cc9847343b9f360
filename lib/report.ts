/** What a reader is told: the integrations filtered, sorted, counted and cut into pages. Knows no words. */
import type { FailureKind, Result } from './failure';
import { fail, success } from './failure';
import type { Fetched } from './fetchIntegrations';
import type { Integration } from './integration';
import type { Query } from './query';
import type { Reach, RoomNames } from './reach';
import { reachOf } from './reach';

/** The longest that the line of one integration may be, in UTF-16 units as the server counts a message. */
export const rowLimit = 180;

/** What a page has beside its rows: head line, two headings, footer. Notes are rare, and lines are seldom that long. */
const frameLimit = 320;

/** How many rows a page holds: `wanted`, or fewer where a message of `messageLimit` units would not take them, but one. */
export const fitPage = (wanted: number, messageLimit: number): number =>
	Math.min(wanted, Math.max(1, Math.floor((messageLimit - frameLimit) / (rowLimit + 1))));

/** An integration as it stands in a room. */
export interface Row {
	readonly integration: Integration;
	readonly reach: Reach;
}

export interface Report {
	readonly room: RoomNames & { readonly kind: 'channel' | 'group' };
	readonly query: Query;
	/** Whether what reaches all rooms of the kind was asked for, too. */
	readonly includeGlobal: boolean;
	/** What reaches the room by the server's count, and how much of it was read. */
	readonly total: number;
	readonly read: number;
	/** Of those that match the query. */
	readonly matching: number;
	readonly incoming: number;
	readonly outgoing: number;
	readonly disabled: number;
	/** This page's rows: incoming before outgoing, each the oldest first. */
	readonly rows: readonly Row[];
	readonly pages: number;
	readonly unreadable: number;
	/** Why not all was read. */
	readonly cutShort?: FailureKind;
}

export interface ReportFrame {
	readonly room: Report['room'];
	readonly query: Query;
	readonly includeGlobal: boolean;
	/** How many rows a page may hold. */
	readonly pageSize: number;
}

const matches = ({ integration, reach }: Row, { type, state, scope }: Query): boolean =>
	(type === undefined || integration.type === type) &&
	(state === undefined || integration.enabled === (state === 'enabled')) &&
	(scope === undefined || reach.here);

const byAge = ({ integration: one }: Row, { integration: other }: Row): number =>
	one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id);

/** Builds the report of one page. Fails with `noSuchPage` for a page beyond the last. */
export const buildReport = (fetched: Fetched, { room, query, includeGlobal, pageSize }: ReportFrame): Result<Report> => {
	const all = fetched.integrations.map((integration) => ({ integration, reach: reachOf(integration, room) }));
	const matching = all.filter((row) => matches(row, query)).sort(byAge);
	const incoming = matching.filter(({ integration }) => integration.type === 'incoming');
	const outgoing = matching.filter(({ integration }) => integration.type === 'outgoing');
	const pages = Math.max(1, Math.ceil(matching.length / pageSize));
	if (query.page > pages) {
		return fail({ kind: 'noSuchPage', query, pages });
	}
	return success({
		room,
		query,
		includeGlobal,
		total: Math.max(fetched.total, all.length + fetched.unreadable),
		read: all.length,
		matching: matching.length,
		incoming: incoming.length,
		outgoing: outgoing.length,
		disabled: matching.filter(({ integration }) => !integration.enabled).length,
		rows: [...incoming, ...outgoing].slice((query.page - 1) * pageSize, query.page * pageSize),
		pages,
		unreadable: fetched.unreadable,
		...(fetched.cutShort && { cutShort: fetched.cutShort.kind }),
	});
};
