/** Words with their values become a query. Typed words and those that a button carries are checked in the same way. */
import { fail, type Failure, type Result, success } from '../failure';
import {
	contradictions,
	type Entry,
	isWord,
	orders,
	type Rule,
	ruleOf,
	type Slot,
	type Value,
	type Word,
	words,
} from './grammar';
import { distance, nearest } from './nearest';
import type { Query } from './query';
import { tidy, toText } from './tidy';

/** What was said of one slot. */
interface Chosen {
	readonly word: Word;
	readonly value: string;
}

/** What can be wrong with words and values. */
export type Mistake = 'unknownWord' | 'missingValue' | 'badValue' | 'repeatedValue' | 'conflictingWords';

/** What was said of each slot so far. */
type Choices = Map<Slot, Chosen>;

/**
 * Reads words with their values as a query. Fails with the first mistake.
 */
export function readTerms(entries: readonly Entry[]): Result<Query, Mistake> {
	const choices: Choices = new Map();
	for (const entry of entries) {
		const failure = readEntry(entry, choices);
		if (failure) {
			return fail(failure);
		}
	}
	const failure = findContradiction(choices);
	return failure ? fail(failure) : success(toQuery(choices));
}

function findContradiction(choices: Choices): Failure<Mistake> | undefined {
	const said = [...choices.values()].map(({ word }) => word);
	const pairs = contradictions.flatMap(([word, others]) => others.map((other) => ({ word, other })));
	const found = pairs.find(({ word, other }) => said.includes(word) && said.includes(other));
	return found && { kind: 'conflictingWords', ...found };
}

/** Puts one word with its value into its slot; gives what is wrong with it, if anything is. */
function readEntry([word, value]: Entry, choices: Choices): Failure<Mistake> | undefined {
	if (!isWord(word)) {
		const meant = nearest(word, ['list', ...words]);
		const isNear = meant.startsWith(word) || distance(word, meant) <= (word.length > 3 ? 2 : 1);
		return { kind: 'unknownWord', word, nearest: isNear ? meant : undefined };
	}
	const chosen = checkWord(word, value, choices);
	if (!chosen.ok) {
		return chosen.failure;
	}
	choices.set(ruleOf(word).slot, chosen.value);
	return undefined;
}

const isValue: Readonly<Record<Value, (value: string) => boolean>> = {
	number: (value) => /^[1-9]\d{0,3}$/.test(value),
	person: (value) => /^\S+$/.test(value),
	order: (value) => orders.some((order) => order === value.toLowerCase()),
	rest: (value) => value !== '',
};

/** Characters that are kept of a value: so it always fits into a button and a message. */
const longestValue = 100;

/** What is kept of a value. Only the name to `show` may be of any length: what it finds has an id, which buttons carry instead. */
function keep(value: string, { slot, takes }: Rule): string {
	const bare = takes === 'person' ? value.replace(/^@/, '') : value;
	return slot === 'show' ? bare : tidy(bare.slice(0, longestValue));
}

/** Checks one word with its value, undefined where none follows it. */
function checkWord(word: Word, value: string | undefined, choices: Choices): Result<Chosen, Mistake> {
	const rule = ruleOf(word);
	const { slot, takes } = rule;
	const earlier = choices.get(slot);
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
	const typed = toText(value);
	const kept = keep(tidy(typed), rule);
	return isValue[takes](kept) ? success({ word, value: kept }) : fail({ kind: 'badValue', word, value: typed });
}

/** The query that the slots make. */
function toQuery(choices: Choices): Query {
	const type = pick(choices, 'type', ['incoming', 'outgoing']);
	const state = pick(choices, 'state', ['enabled', 'disabled']);
	const scope = pick(choices, 'scope', ['here', 'all', 'workspace']);
	const sort = pick(choices, 'sort', orders);
	const visibility = pick(choices, 'visibility', ['private', 'share']);
	const [find, by, show] = [choices.get('find')?.value, choices.get('by')?.value, choices.get('show')?.value];
	return {
		action: pick(choices, 'action', ['status', 'browse', 'watch', 'unwatch', 'changes', 'export']) ?? 'list',
		...(type && { type }),
		...(state && { state }),
		...(scope && { scope }),
		...(choices.has('attention') && { attention: true }),
		...(find && { find }),
		...(by && { by }),
		...(show && { show }),
		...(sort && { sort }),
		...(choices.has('descending') && { descending: true }),
		page: Number(choices.get('page')?.value ?? 1),
		...(visibility && { visibility }),
		...(choices.has('fresh') && { fresh: true }),
	};
}

function pick<T extends string>(choices: Choices, slot: Slot, values: readonly T[]): T | undefined {
	return values.find((value) => value === choices.get(slot)?.value.toLowerCase());
}
