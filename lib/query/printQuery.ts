/** A question as the words that ask for it. */
import { command, type Entry, ruleOf, type Slot, type Word, words } from './grammar';

/** What a query says of each slot, whether it can be typed so or not. */
export type Slots = Readonly<Partial<Record<Slot, string | number | true | undefined>>>;

/** A query word by word, in the order of the grammar. The first page and `list` need no word. */
export function entriesOf(slots: Slots): Entry[] {
	return words.filter((word) => word !== 'list').flatMap((word) => entryOf(word, slots));
}

function entryOf(word: Word, slots: Slots): Entry[] {
	const { slot, takes } = ruleOf(word);
	const value = slots[slot];
	if (takes) {
		const isPlain = value === undefined || value === '' || (slot === 'page' && value === 1);
		return isPlain ? [] : [[word, `${takes === 'person' ? '@' : ''}${String(value)}`]];
	}
	return value === true || value === word ? [[word]] : [];
}

/**
 * The words that ask for this query, command included: what to type for it. One in full is found without a search, as both would
 * take the rest of the line.
 */
export function printQuery(slots: Slots): string {
	const typed = slots.show === undefined ? slots : { ...slots, find: undefined };
	return [`/${command}`, ...entriesOf(typed).flat()].join(' ');
}
