/** The summary as data: integrations sorted, counted and cut into pages. `lib/messages/` puts it into words. */
import type { Permit } from '../access/authorize';
import { fail, type Failure, type Missing, type Result, success } from '../failure';
import type { Audience } from '../integrations/audience';
import { type Contacts, contactsOf } from '../integrations/contacts';
import type { RecentPosts } from '../integrations/recentPosts';
import type { Findings } from '../integrations/findFindings';
import type { Row } from '../integrations/reach';
import type { Subject } from '../integrations/room';
import { printQuery } from '../query/printQuery';
import { isFiltered, type Query } from '../query/query';
import type { Fetched } from '../rest/combineLists';
import { type Counts, countParts, isTroubled } from './counts';
import { adminUrl } from './details';
import { sortRows, type Filtered } from './filter';
import type { Inspection } from './inspect';
import { missingOf } from './missing';
import { cutIntoPages, type LineLength } from './pageSize';
import { type Counted, partOf, select } from './selection';

/** One page of the list of integrations. */
export interface Report extends Missing {
	readonly subject: Subject;
	readonly query: Query;
	readonly audience: Audience;
	/** The two settings of these names: they say what an empty list means. */
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	/** How many of those that were read name this room. */
	readonly ownRead: number;
	/** How many of all match the query. */
	readonly matching: number;
	/** Those of them that name this room, and those that reach all rooms of its kind; beside them, what may only be pointed here. */
	readonly own: Counts;
	readonly everywhere: Counts;
	readonly remote: Counts;
	/** Whether there are integrations, but none that was asked for. */
	readonly noMatch: boolean;
	/** The rows of this page: grouped by `Part`, what posts before what listens, then in the order asked for; with `attention` the worst first. */
	readonly rows: readonly Row[];
	/** What is not shown row by row. */
	readonly counted: Counted;
	readonly pages: number;
	/** Milliseconds since the server was asked. */
	readonly age: number;
	/** Seconds until it may be asked again, where it was asked in vain. */
	readonly retryIn: number | undefined;
	readonly findings: Findings;
	/** How many of those that match have findings, also such that are only worth a look. */
	readonly found: number;
	/** Whom to ask about the rows of this page; undefined where there is nothing to ask, or for a workspace admin, who can fix it. */
	readonly contacts: Contacts | undefined;
	/** By id, for the rows of this page: where a workspace admin finds them in the administration; empty for everybody else. */
	readonly links: ReadonlyMap<string, string>;
	readonly unchecked: Inspection['unchecked'];
	/** Who posted lately; undefined where that was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
	readonly oldScripts: Inspection['oldScripts'];
}

/** What a report is made of. */
interface ReportData {
	readonly fetched: Fetched;
	readonly filtered: Filtered;
	readonly inspection: Inspection;
	readonly lineLength: LineLength;
}

/** What a report needs of the question that it answers. */
interface ReportPermit extends Pick<Permit, 'subject' | 'query' | 'audience' | 'owners'> {
	/** Who reads it alone, if it is not for the room. */
	readonly caller?: Pick<Permit['caller'], 'username'>;
	readonly settings: Pick<Permit['settings'], 'includeGlobal' | 'workspaceScan' | 'pageSize'>;
	readonly server: Pick<Permit['server'], 'messageLimit' | 'siteUrl'>;
}

/** Builds the report of one page. `noSuchPage`: it is beyond the last one. */
export function buildReport(permit: ReportPermit, data: ReportData): Result<Report, 'noSuchPage'> {
	const { fetched, filtered, inspection } = data;
	const { subject, query, audience, server, settings } = permit;
	const { findings, unchecked, recent, oldScripts } = inspection;
	const hasFinding = ({ integration }: Row): boolean => findings.has(integration.id);
	const matching = sortRows(query.attention ? filtered.matching.filter(hasFinding) : filtered.matching, query);
	const { rows, counted } = select({ query, audience, matching, hiddenMatching: filtered.hiddenMatching, findings });
	const pages = cutIntoPages(rows, { ...data, query, counted, wanted: settings.pageSize, messageLimit: server.messageLimit });
	const shown = pages[query.page - 1];
	if (!shown) {
		return fail(noSuchPage(query, pages.length));
	}
	const missing = missingOf(fetched, filtered.visible);
	return success({
		subject,
		query,
		audience,
		includeGlobal: settings.includeGlobal,
		workspaceScan: settings.workspaceScan,
		...countParts(matching, findings),
		...missing,
		ownRead: partOf(filtered.visible, 'here').length,
		noMatch: isFiltered(query) && rows.length === 0 && missing.read > 0,
		rows: shown,
		counted,
		pages: pages.length,
		age: fetched.age,
		retryIn: fetched.retryIn,
		findings,
		found: matching.filter(hasFinding).length,
		...helpFor(shown, permit, inspection),
		unchecked,
		recent,
		oldScripts,
	});
}

/** A workspace admin is led to what can be fixed; everybody else is told whom to ask about it. */
function helpFor(
	shown: readonly Row[],
	{ query, audience, owners, caller, server }: ReportPermit,
	{ findings, people }: Inspection,
): Pick<Report, 'contacts' | 'links'> {
	if (audience === 'admin') {
		return { contacts: undefined, links: new Map(shown.flatMap((row) => linkTo(row, server.siteUrl))) };
	}
	const about = shown.filter((row) => (query.attention ? findings.has(row.integration.id) : isTroubled(row, findings)));
	const except = audience === 'room' ? undefined : caller?.username;
	return { contacts: contactsOf(about, { people, owners, except }), links: new Map() };
}

function noSuchPage(query: Query, pages: number): Failure<'noSuchPage'> {
	return { kind: 'noSuchPage', page: query.page, pages, words: printQuery({ ...query, page: pages, fresh: undefined }) };
}

function linkTo(row: Row, siteUrl: string): [string, string][] {
	const url = adminUrl(siteUrl, row);
	return url === undefined ? [] : [[row.integration.id, url]];
}
