/** The words after the command as a question, and a question as words. */
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Order, Slot, Value, Word } from './grammar';
import { isWord, normalise, orders, ruleOf, words } from './grammar';
import { nearest } from './nearest';

export interface Query {
	readonly action: 'list' | 'status' | 'help';
	readonly type?: 'incoming' | 'outgoing';
	readonly state?: 'enabled' | 'disabled';
	/** `here`: only what names this room. `all`: row by row what reaches all rooms of its kind. */
	readonly scope?: 'here' | 'all';
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
interface Typed {
	readonly query: Query;
	readonly rooms: readonly string[];
}

/** Longer than any name: a value is cut here, so that it can be printed again. */
const longestValue = 100;

const isValue: Readonly<Record<Value, (value: string) => boolean>> = {
	number: (value) => /^[1-9]\d{0,3}$/.test(value),
	person: (value) => /^@?\S+$/.test(value) && value !== '@',
	order: (value) => orders.some((order) => order === value.toLowerCase()),
	rest: (value) => value.trim() !== '',
};

interface Chosen {
	readonly word: Word;
	readonly value: string;
}

type Slots = ReadonlyMap<Slot, Chosen>;

/** What is copied from a message may hold the joiner that keeps a name in it from mentioning anybody. */
const withoutJoiners = (value: string): string => value.replace(/\u2060/g, '');

/** Reads one word with the value that was typed for it, undefined where none was. */
const readWord = (word: Word, value: string | undefined, slots: Slots): Result<Chosen> => {
	const { slot, takes } = ruleOf(word);
	const earlier = slots.get(slot);
	if (earlier && earlier.word !== word) {
		return fail({ kind: 'conflictingWords', word, other: earlier.word });
	}
	if (!takes) {
		return success({ word, value: word });
	}
	if (earlier) {
		return fail({ kind: 'repeatedValue', word });
	}
	if (value === undefined) {
		return fail({ kind: 'missingValue', word });
	}
	return isValue[takes](value)
		? success({ word, value: value.slice(0, longestValue).trim() })
		: fail({ kind: 'badValue', word, value });
};

const pick = <T extends string>(slots: Slots, slot: Slot, values: readonly T[]): T | undefined =>
	values.find((value) => value === slots.get(slot)?.value.toLowerCase());

const toQuery = (slots: Slots): Query => {
	const type = pick(slots, 'type', ['incoming', 'outgoing']);
	const state = pick(slots, 'state', ['enabled', 'disabled']);
	const scope = pick(slots, 'scope', ['here', 'all']);
	const sort = pick(slots, 'sort', orders);
	const visibility = pick(slots, 'visibility', ['private', 'share']);
	const [find, by, show] = [slots.get('find')?.value, slots.get('by')?.value.replace(/^@/, ''), slots.get('show')?.value];
	return {
		action: pick(slots, 'action', ['status']) ?? 'list',
		...(type && { type }),
		...(state && { state }),
		...(scope && { scope }),
		...(find && { find }),
		...(by && { by }),
		...(show && { show }),
		...(sort && { sort }),
		...(slots.has('descending') && { descending: true }),
		page: Number(slots.get('page')?.value ?? 1),
		...(visibility && { visibility }),
		...(slots.has('fresh') && { fresh: true }),
	};
};

const valueOf = (takes: Value | undefined, rest: string[]): string | undefined => {
	const taken = rest.splice(0, takes === 'rest' ? rest.length : takes ? 1 : 0);
	return taken.length > 0 ? withoutJoiners(taken.join(' ')).trim() : undefined;
};

/** After `find` and `show` comes a text, which may hold any word. */
const asksForHelp = (typed: readonly string[]): boolean => {
	const words = typed.map(normalise);
	const text = words.findIndex((word) => isWord(word) && ruleOf(word).takes === 'rest');
	return (text < 0 ? words : words.slice(0, text)).includes('help');
};

/**
 * Reads what was typed after the command. `help` wins over everything before `find` and `show`, right or wrong.
 * Fails with `unknownWord` (and the nearest one), `missingValue`, `badValue`, `repeatedValue` or `conflictingWords`.
 */
export const parseQuery = (typed: readonly string[]): Result<Typed> => {
	const rest = [...typed];
	if (asksForHelp(rest)) {
		return success({ query: { action: 'help', page: 1 }, rooms: [] });
	}
	const slots = new Map<Slot, Chosen>();
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
		if (!isWord(word)) {
			return fail({ kind: 'unknownWord', word, nearest: nearest(word, ['list', ...words]) });
		}
		const chosen = readWord(word, valueOf(ruleOf(word).takes, rest), slots);
		if (!chosen.ok) {
			return chosen;
		}
		slots.set(ruleOf(word).slot, chosen.value);
	}
	return success({ query: toQuery(slots), rooms });
};
