/**
 * Which rows a page holds, so that the summary never exceeds the longest message that the server takes. All lengths are in
 * UTF-16 units, as the server counts.
 */
import type { Findings } from '../integrations/findFindings';
import type { Row } from '../integrations/reach';
import type { Fetched } from '../rest/combineLists';
import type { Query } from '../query/query';
import type { Inspection } from './inspect';
import type { Counted } from './selection';

/** The longest that the line of one integration may be. */
export const rowLimit = 180;

/** What the line of a row depends on beside it. */
export interface Listing {
	readonly findings: Findings;
	readonly query: Pick<Query, 'sort'>;
}

/** How long the line of a row is, in the language of its reader. */
export type LineLength = (row: Row, listing: Listing) => number;

/** What the length of a page depends on. */
interface PageFrame {
	readonly query: Query;
	/** The setting `page_size`. */
	readonly wanted: number;
	/** The longest message that the server takes. */
	readonly messageLimit: number;
	readonly fetched: Pick<Fetched, 'gaps' | 'unreadable' | 'age' | 'retryIn'>;
	readonly inspection: Pick<Inspection, 'findings' | 'unchecked'>;
	readonly counted: Counted;
	readonly lineLength: LineLength;
}

/** The most rows in the panel, and of `attention`, where each row is a paragraph. The message limit matters for neither. */
const [mostInPanel, mostFindings] = [20, 10];

/** Cuts rows into pages: of the wanted number, or of fewer where they would not fit; at least of one. There is always a page, and a file has one. */
export function cutIntoPages(rows: readonly Row[], frame: PageFrame): (readonly Row[])[] {
	const { query, wanted, messageLimit } = frame;
	if (query.action === 'export') {
		return [rows];
	}
	if (query.attention || query.action === 'browse') {
		return chunks(rows, Math.min(wanted, query.attention ? mostFindings : mostInPanel));
	}
	const space = messageLimit - otherLines(frame);
	return wanted * (rowLimit + 1) <= space ? chunks(rows, wanted) : fitted(rows, space, frame);
}

function chunks(rows: readonly Row[], size: number): (readonly Row[])[] {
	const count = Math.max(1, Math.ceil(rows.length / size));
	return Array.from({ length: count }, (_, page) => rows.slice(page * size, (page + 1) * size));
}

/** Only here the lines are measured. */
function fitted(rows: readonly Row[], space: number, frame: PageFrame): (readonly Row[])[] {
	const { query, wanted, inspection, lineLength } = frame;
	const listing = { query, findings: inspection.findings };
	const pages: Row[][] = [[]];
	let left = space;
	for (const row of rows) {
		const length = lineLength(row, listing) + 1;
		const page = pages[pages.length - 1];
		if (page && (page.length === 0 || (page.length < wanted && length <= left))) {
			page.push(row);
			left -= length;
		} else {
			pages.push([row]);
			left = space - length;
		}
	}
	return pages;
}

/** The longest that each of the other parts of a summary gets, in any language. */
const lineLimits = {
	/** The first line, the headings and the page number. */
	frame: 320,
	/** Each gap. */
	gap: 260,
	unreadable: 120,
	age: 60,
	/** The age of what was asked for in vain. */
	refused: 150,
	/** The sentence around a text that is searched for. */
	search: 70,
	/** Whom to ask. */
	contacts: 340,
	/** Each thing that was not looked up. */
	unchecked: 125,
	/** What is counted instead of shown. */
	counted: 320,
} as const;

function otherLines({ query, fetched, inspection, counted }: PageFrame): number {
	const { gaps, unreadable, age, retryIn } = fetched;
	const { findings, unchecked } = inspection;
	// A text stands in the first line, cut, and in the words for the next page, at full length and with a joiner after some blanks.
	const texts = [query.find, query.by].filter((text) => text !== undefined);
	const searched = texts.reduce((sum, text) => sum + lineLimits.search + Math.ceil(text.length * 1.5), 0);
	return [
		lineLimits.frame,
		gaps.length * lineLimits.gap,
		unreadable > 0 ? lineLimits.unreadable : 0,
		retryIn !== undefined ? lineLimits.refused : age > 0 ? lineLimits.age : 0,
		searched,
		findings.size > 0 ? lineLimits.contacts : 0,
		[unchecked.people, unchecked.places, unchecked.rights, unchecked.words, unchecked.shortened].filter((count) => count > 0)
			.length * lineLimits.unchecked,
		Object.keys(counted).length > 0 ? lineLimits.counted : 0,
	].reduce((sum, length) => sum + length);
}
