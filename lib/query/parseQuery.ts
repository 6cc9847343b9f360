/** The words after the command as a question, and a question as words. */
import { readEntry, type Slots, toQuery } from './terms';
import { fail, type Result, success } from '../failure';
import { isWord, normalise, type Order, ruleOf, type Value } from './grammar';

export interface Query {
	/** `browse`: the list, in a panel. */
	readonly action: 'list' | 'browse' | 'status' | 'help';
	readonly type?: 'incoming' | 'outgoing';
	readonly state?: 'enabled' | 'disabled';
	/** `here`: only what names this room. `all`: row by row what reaches all rooms of its kind. */
	readonly scope?: 'here' | 'all';
	/** Only those with a finding. */
	readonly attention?: true;
	/** A text that some field holds. */
	readonly find?: string;
	/** A username, without `@`. */
	readonly by?: string;
	/** A name or an id: that one in full. */
	readonly show?: string;
	readonly sort?: Order;
	readonly descending?: true;
	/** Counted from 1. */
	readonly page: number;
	readonly visibility?: 'private' | 'share';
	readonly fresh?: true;
}

/** The rooms that were named among the words, if any, are for the caller to check. */
export interface Typed {
	readonly query: Query;
	readonly rooms: readonly string[];
}

/**
 * Reads what was typed after the command. `help` wins over everything before `find` and `show`, right or wrong.
 * Fails with `unknownWord` (and the nearest one), `missingValue`, `badValue`, `repeatedValue` or `conflictingWords`.
 */
export function parseQuery(typed: readonly string[]): Result<Typed> {
	const rest = [...typed];
	if (asksForHelp(rest)) {
		return success({ query: { action: 'help', page: 1 }, rooms: [] });
	}
	const slots: Slots = new Map();
	const rooms: string[] = [];
	for (let entry = rest.shift(); entry !== undefined; entry = rest.shift()) {
		const word = normalise(entry);
		if (word === '') {
			continue;
		}
		if (word.startsWith('#')) {
			rooms.push(entry.slice(entry.indexOf('#') + 1));
			continue;
		}
		const value = isWord(word) ? valueOf(ruleOf(word).takes, rest) : undefined;
		const failure = readEntry(value === undefined ? [word] : [word, value], slots);
		if (failure) {
			return fail(failure);
		}
	}
	return success({ query: toQuery(slots), rooms });
}

/** After `find` and `show` comes a text, which may hold any word. */
function asksForHelp(typed: readonly string[]): boolean {
	const words = typed.map(normalise);
	const text = words.findIndex((word) => isWord(word) && ruleOf(word).takes === 'rest');
	return (text < 0 ? words : words.slice(0, text)).includes('help');
}

function valueOf(takes: Value | undefined, rest: string[]): string | undefined {
	const taken = rest.splice(0, takes === 'rest' ? rest.length : takes ? 1 : 0);
	return taken.length > 0 ? taken.join(' ') : undefined;
}
