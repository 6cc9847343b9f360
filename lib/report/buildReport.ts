/** The summary as data: integrations sorted, counted and cut into pages. `lib/messages/` puts it into words. */
import type { Permit } from '../access/authorize';
import { fail, type Result, success } from '../failure';
import type { Audience } from '../integrations/audience';
import { type Contacts, contactsOf } from '../integrations/contacts';
import type { RecentPosts } from '../integrations/recentPosts';
import type { Findings } from '../integrations/findFindings';
import { deedOf, type Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import { printQuery } from '../query/printQuery';
import type { Query } from '../query/query';
import type { Fetched, Gap } from '../rest/combineLists';
import { sortRows, type Filtered } from './filter';
import type { Inspection } from './inspect';
import { pageSizeFor } from './pageSize';
import { type Counted, select } from './selection';

/** One page of the list of integrations. */
export interface Report {
	readonly place: Place;
	readonly query: Query;
	readonly audience: Audience;
	/** The two settings of these names: they say what an empty list means. */
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	/** How many integrations reach the room, as the server says, and how many of them were read. */
	readonly total: number;
	readonly read: number;
	/** How many match the query; the next three are counted among these. */
	readonly matching: number;
	readonly posting: number;
	readonly listening: number;
	readonly disabled: number;
	/** The rows of this page: grouped by `Part`, what posts before what listens, then in the order asked for; with `attention` the worst first. */
	readonly rows: readonly Row[];
	/** What is not shown row by row. */
	readonly counted: Counted;
	readonly pages: number;
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
	/** Milliseconds since the server was asked. */
	readonly age: number;
	/** Seconds until it may be asked again, where it was asked in vain. */
	readonly retryIn: number | undefined;
	readonly findings: Findings;
	/** How many of those that match have findings. */
	readonly troubled: number;
	/** Whom to ask about the rows of this page. */
	readonly contacts: Contacts;
	readonly unchecked: Inspection['unchecked'];
	/** Who posted lately; undefined where that was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
}

/** What a report is made of. */
interface ReportData {
	readonly fetched: Fetched;
	readonly filtered: Filtered;
	readonly inspection: Inspection;
}

/** What a report needs of the question that it answers. */
interface ReportPermit extends Pick<Permit, 'place' | 'query' | 'audience' | 'owners'> {
	readonly settings: Pick<Permit['settings'], 'includeGlobal' | 'workspaceScan' | 'pageSize'>;
	readonly server: Pick<Permit['server'], 'messageLimit'>;
}

/** Builds the report of one page. `noSuchPage`: it is beyond the last one. */
export function buildReport(permit: ReportPermit, { fetched, filtered, inspection }: ReportData): Result<Report, 'noSuchPage'> {
	const { place, query, audience, settings, server, owners } = permit;
	const { findings, people, unchecked, recent } = inspection;
	const matching = sortRows(
		query.attention ? filtered.matching.filter((row) => isTroubled(row, findings)) : filtered.matching,
		query,
	);
	const { rows, counted } = select({ query, audience, matching, hiddenMatching: filtered.hiddenMatching, findings });
	const { pageSize: wanted, includeGlobal, workspaceScan } = settings;
	const pageSize = pageSizeFor({ query, wanted, messageLimit: server.messageLimit, fetched, inspection, counted });
	const pages = Math.max(1, Math.ceil(rows.length / pageSize));
	if (query.page > pages) {
		const words = printQuery({ ...query, page: pages, fresh: undefined });
		return fail({ kind: 'noSuchPage', page: query.page, pages, words });
	}
	const shown = rows.slice((query.page - 1) * pageSize, query.page * pageSize);
	return success({
		place,
		query,
		audience,
		includeGlobal,
		workspaceScan,
		...countRows(matching),
		total: fetched.total - filtered.hidden,
		read: filtered.visible.length,
		rows: shown,
		counted,
		pages,
		unreadable: fetched.unreadable,
		gaps: fetched.gaps,
		age: fetched.age,
		retryIn: fetched.retryIn,
		findings,
		troubled: matching.filter((row) => isTroubled(row, findings)).length,
		contacts: contactsOf(shown, findings, { people, owners }),
		unchecked,
		recent,
	});
}

function isTroubled({ integration }: Row, findings: Findings): boolean {
	return findings.has(integration.id);
}

function countRows(rows: readonly Row[]): Pick<Report, 'matching' | 'posting' | 'listening' | 'disabled'> {
	const listening = rows.filter((row) => deedOf(row) === 'outgoing').length;
	const disabled = rows.filter(({ integration }) => !integration.enabled).length;
	return { matching: rows.length, posting: rows.length - listening, listening, disabled };
}
