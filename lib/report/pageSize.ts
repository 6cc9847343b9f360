/** How many rows a page holds: what a reader can take in, and what a message can take. Lengths are in UTF-16 units, as the server counts. */
import type { Fetched } from '../rest/combineLists';
import type { Query } from '../query/query';
import type { Inspection } from './inspect';
import type { Counted } from './selection';

/** The longest that the line of one integration may be. */
export const rowLimit = 180;

/** What a page is made for. */
interface PageFrame {
	readonly query: Query;
	/** What the workspace's setting says. */
	readonly wanted: number;
	/** The longest message that the server takes. */
	readonly messageLimit: number;
	readonly fetched: Pick<Fetched, 'gaps' | 'unreadable' | 'age'>;
	readonly inspection: Pick<Inspection, 'findings' | 'unchecked'>;
	readonly counted: Counted;
}

/** A panel is scrolled, and so is a list of findings; more rows than these are too much for a click. */
const [mostInPanel, mostFindings] = [20, 10];

/** How many rows a page holds: those wanted, or fewer, but one, where the reader or the message would not take them. */
export function pageSizeFor(frame: PageFrame): number {
	const { query, wanted, messageLimit } = frame;
	if (query.attention) {
		return Math.min(wanted, mostFindings);
	}
	if (query.action === 'browse') {
		return Math.min(wanted, mostInPanel);
	}
	const room = messageLimit - otherLines(frame);
	return Math.min(wanted, Math.max(1, Math.floor(room / (rowLimit + 1))));
}

/** The longest that each of the other lines of a summary gets. */
const lineLimits = {
	/** Head, headings and page. */
	frame: 320,
	/** What was not read, each. */
	gap: 260,
	unreadable: 120,
	age: 60,
	/** A text that is searched for, beside its letters. */
	search: 70,
	/** Whom to ask. */
	contacts: 340,
	unchecked: 110,
	/** What is counted and not shown. */
	counted: 320,
} as const;

function otherLines({ query, fetched, inspection, counted }: PageFrame): number {
	const { gaps, unreadable, age } = fetched;
	const { findings, unchecked } = inspection;
	// Cut at the top, and at full length in the words for the next page, where a joiner may stand after each blank.
	const texts = [query.find, query.by].filter((text) => text !== undefined);
	const searched = texts.reduce((sum, text) => sum + lineLimits.search + Math.ceil(text.length * 1.5), 0);
	return [
		lineLimits.frame,
		gaps.length * lineLimits.gap,
		unreadable > 0 ? lineLimits.unreadable : 0,
		age > 0 ? lineLimits.age : 0,
		searched,
		findings.size > 0 ? lineLimits.contacts : 0,
		unchecked.people > 0 ? lineLimits.unchecked : 0,
		Object.keys(counted).length > 0 ? lineLimits.counted : 0,
	].reduce((sum, length) => sum + length);
}
