/** Reads what was typed after the command. */
import { fail, type Result, success } from '../failure';
import { type Entry, isWord, normalise, ruleOf, type Value } from './grammar';
import type { Query } from './query';
import { type Mistake, readTerms } from './terms';
import { opensQuote, tidy, toWords } from './tidy';

/** What was typed: a query, and the rooms named with `#`, which are not checked here. */
export interface Typed {
	readonly query: Query;
	readonly rooms: readonly string[];
}

/** How much is read of a line. A name has at most 100 letters, so no question needs as much. */
const [mostLetters, mostWords] = [2000, 100];

/**
 * Reads the arguments of the command. A line that is too long is not looked into. Where `help` is among them, all the rest is ignored, even mistakes; but after `find` and
 * `show` it is part of a text. Fails with the first mistake.
 */
export function parseQuery(parts: readonly string[]): Result<Typed, Mistake | 'lineTooLong'> {
	const isLong = parts.length > mostWords || parts.join(' ').length > mostLetters;
	const typed = isLong ? [] : toWords(parts);
	if (isLong || typed.length > mostWords) {
		return fail({ kind: 'lineTooLong', letters: mostLetters, words: mostWords });
	}
	if (asksForHelp(typed)) {
		return success({ query: { action: 'help', page: 1 }, rooms: [] });
	}
	const { entries, rooms } = takeApart(typed);
	const query = readTerms(entries);
	return query.ok ? success({ query: query.value, rooms }) : query;
}

/** Words after `find` and `show` are part of a text. */
function asksForHelp(typed: readonly string[]): boolean {
	const words = typed.map(normalise);
	const text = words.findIndex((word) => isWord(word) && ruleOf(word).takes === 'rest');
	return (text < 0 ? words : words.slice(0, text)).includes('help');
}

function takeApart(typed: readonly string[]): { entries: Entry[]; rooms: string[] } {
	const rest = [...typed];
	const entries: Entry[] = [];
	const rooms: string[] = [];
	for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
		const word = normalise(next);
		if (word.startsWith('#')) {
			const named = tidy(next);
			rooms.push(named.slice(named.indexOf('#') + 1));
		} else if (word !== '') {
			const value = isWord(word) ? takeValue(ruleOf(word).takes, rest) : undefined;
			entries.push(value === undefined ? [word] : [word, value]);
		}
	}
	return { entries, rooms };
}

function takeValue(takes: Value | undefined, rest: string[]): string | undefined {
	const taken = takes ? rest.splice(0, takes === 'rest' ? rest.length : lengthOfOne(rest)) : [];
	return taken.length > 0 ? taken.join(' ') : undefined;
}

/** A value of one word is three where blanks stand between it and its quotes. */
function lengthOfOne([first = '']: readonly string[]): number {
	return opensQuote(first) ? 3 : 1;
}
