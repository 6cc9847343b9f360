/**
 * How many rows a page holds, so that the summary never exceeds the longest message that the server takes. All lengths are in
 * UTF-16 units, as the server counts.
 */
import type { Fetched } from '../rest/combineLists';
import type { Query } from '../query/query';
import type { Inspection } from './inspect';
import type { Counted } from './selection';

/** The longest that the line of one integration may be. */
export const rowLimit = 180;

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
}

/** The most rows in the panel, and of `attention`, where each row is a paragraph. The message limit matters for neither. */
const [mostInPanel, mostFindings] = [20, 10];

/** How many rows a page holds: the wanted number, or fewer where they would not fit; at least one. */
export function pageSizeFor(frame: PageFrame): number {
	const { query, wanted, messageLimit } = frame;
	if (query.attention) {
		return Math.min(wanted, mostFindings);
	}
	if (query.action === 'browse') {
		return Math.min(wanted, mostInPanel);
	}
	const space = messageLimit - otherLines(frame);
	return Math.min(wanted, Math.max(1, Math.floor(space / (rowLimit + 1))));
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
		[unchecked.people, unchecked.rights, unchecked.words, unchecked.shortened].filter((count) => count > 0).length *
			lineLimits.unchecked,
		Object.keys(counted).length > 0 ? lineLimits.counted : 0,
	].reduce((sum, length) => sum + length);
}
