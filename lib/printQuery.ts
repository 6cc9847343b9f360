/** A question as the words that ask for it. */
import type { Word } from './grammar';
import { command, ruleOf, words } from './grammar';
import { code } from './markdown';
import type { Query } from './query';

const printWord = (word: Word, query: Query): string[] => {
	const { slot, takes } = ruleOf(word);
	const value = query[slot];
	if (takes) {
		return value === undefined || (slot === 'page' && query.page === 1)
			? []
			: [word, `${takes === 'person' ? '@' : ''}${String(value)}`];
	}
	return value === true || value === word ? [word] : [];
};

/** The words that ask for this query, command included: what to type for it. The first page and `list` need no word. */
export const printQuery = (query: Query): string =>
	[`/${command}`, ...words.filter((word) => word !== 'list').flatMap((word) => printWord(word, query))].join(' ');

/** Longer than any query that can be typed. */
const longest = 300;

/** The words as they are shown for typing: as code, because a query may hold names from outside. */
export const wordsToType = (query: Query): string => code(printQuery(query), longest);
