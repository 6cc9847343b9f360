/** Words with their values, one after the other, as a question: the same check for what is typed and for what a control carries. */
import { fail, type Failure, type Result, success } from '../failure';
import { type Entry, isWord, orders, ruleOf, type Slot, type Value, type Word, words } from './grammar';
import { nearest } from './nearest';
import type { Query } from './parseQuery';

interface Chosen {
	readonly word: Word;
	readonly value: string;
}

/** What was said of each slot so far. */
export type Slots = Map<Slot, Chosen>;

/** What is copied from a message may hold the joiner that keeps a name in it from mentioning anybody. */
export function withoutJoiners(value: string): string {
	return value.replace(/\u2060/g, '').trim();
}

/** Reads one word with its value into its slot; gives what is wrong with it. */
export function readEntry([word, value]: Entry, slots: Slots): Failure | undefined {
	if (!isWord(word)) {
		return { kind: 'unknownWord', word, nearest: nearest(word, ['list', ...words]) };
	}
	const chosen = checkWord(word, value === undefined ? undefined : withoutJoiners(value), slots);
	if (!chosen.ok) {
		return chosen.failure;
	}
	slots.set(ruleOf(word).slot, chosen.value);
	return undefined;
}

const isValue: Readonly<Record<Value, (value: string) => boolean>> = {
	number: (value) => /^[1-9]\d{0,3}$/.test(value),
	person: (value) => /^@?\S+$/.test(value) && value !== '@',
	order: (value) => orders.some((order) => order === value.toLowerCase()),
	rest: (value) => value !== '',
};

/** Longer than any name: a value is cut here, so that it can be printed again. */
const longestValue = 100;

/** Checks one word with the value that was typed for it, undefined where none was. */
function checkWord(word: Word, value: string | undefined, slots: Slots): Result<Chosen> {
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
	const bare = takes === 'person' ? value.replace(/^@/, '') : value;
	return isValue[takes](value)
		? success({ word, value: bare.slice(0, longestValue).trim() })
		: fail({ kind: 'badValue', word, value });
}

/** The question that the slots make. */
export function toQuery(slots: Slots): Query {
	const type = pick(slots, 'type', ['incoming', 'outgoing']);
	const state = pick(slots, 'state', ['enabled', 'disabled']);
	const scope = pick(slots, 'scope', ['here', 'all']);
	const sort = pick(slots, 'sort', orders);
	const visibility = pick(slots, 'visibility', ['private', 'share']);
	const [find, by, show] = [slots.get('find')?.value, slots.get('by')?.value, slots.get('show')?.value];
	return {
		action: pick(slots, 'action', ['status', 'browse']) ?? 'list',
		...(type && { type }),
		...(state && { state }),
		...(scope && { scope }),
		...(slots.has('attention') && { attention: true }),
		...(find && { find }),
		...(by && { by }),
		...(show && { show }),
		...(sort && { sort }),
		...(slots.has('descending') && { descending: true }),
		page: Number(slots.get('page')?.value ?? 1),
		...(visibility && { visibility }),
		...(slots.has('fresh') && { fresh: true }),
	};
}

function pick<T extends string>(slots: Slots, slot: Slot, values: readonly T[]): T | undefined {
	return values.find((value) => value === slots.get(slot)?.value.toLowerCase());
}

/** Reads what a control carries: words that were taken apart already. Fails as `parseQuery` does. */
export function readEntries(entries: readonly Entry[]): Result<Query> {
	const slots: Slots = new Map();
	for (const entry of entries) {
		const failure = readEntry(entry, slots);
		if (failure) {
			return fail(failure);
		}
	}
	return success(toQuery(slots));
}
