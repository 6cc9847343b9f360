/** Turns a query back into words: for buttons, examples and "what to type". */
import { command, type Entry, ruleOf, type Slot, type Word, words } from './grammar';

/** The values of a query by slot, not checked: a button may change one before it is printed. */
export type Slots = Readonly<Partial<Record<Slot, string | number | true | undefined>>>;

/**
 * What to type for a query, with the command. `find` is left out beside `show`: each takes the rest of the line, so they cannot
 * both be typed, and `show` needs no search.
 */
export function printQuery(slots: Slots): string {
	const typed = slots.show === undefined ? slots : { ...slots, find: undefined };
	return [`/${command}`, ...entriesOf(typed).flat()].join(' ');
}

/** The words of a query with their values, in the order of the grammar. `list` and `page 1` are the default and left out. */
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
