/** The words after the command as a question, and a question as words. */
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Slot, Word } from './grammar';
import { command, isWord, normalise, ruleOf, words } from './grammar';
import { nearest } from './nearest';

export interface Query {
	readonly action: 'list' | 'help';
	readonly type?: 'incoming' | 'outgoing';
	readonly state?: 'enabled' | 'disabled';
	readonly scope?: 'here';
	/** Counted from 1. */
	readonly page: number;
	readonly visibility?: 'private' | 'share';
}

/** Pages are counted from 1; four digits are more pages than any room has. */
const isPageNumber = (value: string): boolean => /^[1-9]\d{0,3}$/.test(value);

interface Chosen {
	readonly word: Word;
	readonly value: string;
}

type Slots = ReadonlyMap<Slot, Chosen>;

const readWord = (word: Word, value: string | undefined, slots: Slots): Result<Chosen> => {
	const { slot, takesNumber } = ruleOf(word);
	const earlier = slots.get(slot);
	if (earlier && earlier.word !== word) {
		return fail({ kind: 'conflictingWords', word, other: earlier.word });
	}
	if (!takesNumber) {
		return success({ word, value: word });
	}
	if (value === undefined) {
		return fail({ kind: 'missingValue', word });
	}
	if (earlier) {
		return fail({ kind: 'repeatedValue', word });
	}
	return isPageNumber(value) ? success({ word, value }) : fail({ kind: 'badValue', word, value });
};

const pick = <T extends string>(slots: Slots, slot: Slot, values: readonly T[]): T | undefined =>
	values.find((value) => value === slots.get(slot)?.value);

const toQuery = (slots: Slots): Query => {
	const type = pick(slots, 'type', ['incoming', 'outgoing']);
	const state = pick(slots, 'state', ['enabled', 'disabled']);
	const scope = pick(slots, 'scope', ['here']);
	const visibility = pick(slots, 'visibility', ['private', 'share']);
	return {
		action: 'list',
		...(type && { type }),
		...(state && { state }),
		...(scope && { scope }),
		page: Number(slots.get('page')?.value ?? 1),
		...(visibility && { visibility }),
	};
};

/**
 * Reads what was typed after the command. `help` wins over everything else, right or wrong.
 * Fails with `unknownWord` (and the nearest one), `missingValue`, `badValue`, `repeatedValue` or `conflictingWords`.
 */
export const parseQuery = (typed: readonly string[]): Result<Query> => {
	const rest = typed.filter((entry) => normalise(entry) !== '');
	if (rest.map(normalise).includes('help')) {
		return success({ action: 'help', page: 1 });
	}
	const slots = new Map<Slot, Chosen>();
	for (let entry = rest.shift(); entry !== undefined; entry = rest.shift()) {
		const word = normalise(entry);
		if (!isWord(word)) {
			return fail({ kind: 'unknownWord', word, nearest: nearest(word, ['list', ...words]) });
		}
		const chosen = readWord(word, ruleOf(word).takesNumber && rest.shift(), slots);
		if (!chosen.ok) {
			return chosen;
		}
		slots.set(ruleOf(word).slot, chosen.value);
	}
	return success(toQuery(slots));
};

/** The words that ask for this query, command included: what to type for it. The first page and `list` need no word. */
export const printQuery = (query: Query): string => {
	const said = words.filter((word) => word !== 'list' && query[ruleOf(word).slot] === word);
	const page = query.page > 1 ? ['page', String(query.page)] : [];
	return [`/${command}`, ...said, ...page].join(' ');
};
