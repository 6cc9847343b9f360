import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../lib/query/grammar';
import { codeToType } from '../../lib/util/inlineCode';
import { entriesOf, printQuery } from '../../lib/query/printQuery';
import { parseQuery } from '../../lib/query/parseQuery';
import { query, valueOf } from '../support/builders';
import { anyName } from './names';
import { typedQuery } from './queries';
import { wordsToType } from '../../lib/messages/names';

function parse(printed: string) {
	return parseQuery(printed.split(' ').slice(1));
}

/** Right words, words with a slip, values, and anything else. */
const word = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...words) },
	fc.constantFrom('--help', '-h', '?', '—', '-', '#support', '#', '@ana', '@', '2', '0', 'name', 'constructor', '__proto__', ''),
	fc.constantFrom(...words).map((one) => `${one.slice(1)}X`),
	anyName,
);

/** What keyboards and people add. */
interface Decoration {
	readonly blank: string;
	readonly quotes: string;
	readonly dashes: string;
	readonly comma: string;
	readonly form: 'NFC' | 'NFD';
	readonly capitals: boolean;
}
const decoration: fc.Arbitrary<Decoration> = fc.record({
	blank: fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\u2009', '\u3000', '\n', ' \u00a0 '),
	quotes: fc.constantFrom('', '“”', '„“', '«»', '»«', '‹›', '‘’', '‚‘', '""', "''"),
	dashes: fc.constantFrom('', '-', '--', '—', '–', '−'),
	comma: fc.constantFrom('', ',', ',,'),
	form: fc.constantFrom('NFC', 'NFD'),
	capitals: fc.boolean(),
});

/** A word with its value as somebody may type it. A value that holds quotes gets no more of them. */
function decorate(word: string, value: string | undefined, stream: Iterator<Decoration>): string[] {
	const next = (): Decoration => stream.next().value as Decoration;
	const one = next();
	const typed = one.dashes + (one.capitals ? word.toUpperCase() : word) + (value === undefined ? one.comma : '') + one.blank;
	const other = next();
	const [open = '', close = ''] = /["'“„”«»‹›‘‚’]/.test(value ?? '') ? '' : other.quotes;
	return value === undefined ? [typed] : [typed, `${open}${value.normalize(other.form)}${close}${other.comma}`, other.blank];
}

test('any words are a question or a failure, and what is understood is understood again', () => {
	fc.assert(
		fc.property(fc.array(word, { maxLength: 12 }), (typed) => {
			const read = parseQuery(typed);
			if (read.ok) {
				expect(valueOf(parse(printQuery(read.value.query)))).toEqual({ query: read.value.query, rooms: [] });
			} else {
				expect(read.failure.kind).toMatch(/^(unknownWord|missingValue|badValue|repeatedValue|conflictingWords|lineTooLong)$/);
			}
		}),
		{ numRuns: 1000 },
	);
});

describe('any question', () => {
	test('is the same after it was printed and read', () => {
		fc.assert(
			fc.property(typedQuery, (asked) => {
				expect(valueOf(parse(printQuery(asked)))).toEqual({ query: asked, rooms: [] });
			}),
			{ numRuns: 1000 },
		);
	});

	test('is the same however it was typed', () => {
		fc.assert(
			fc.property(typedQuery, fc.infiniteStream(decoration), (asked, decorations) => {
				const typed = entriesOf(asked).map(([word, value]) => decorate(word, value, decorations));
				expect(valueOf(parseQuery(typed.flat().join('').split(' ')))).toEqual({ query: asked, rooms: [] });
			}),
			{ numRuns: 1000 },
		);
	});

	test('help is only help', () => {
		expect(valueOf(parse(printQuery(query({ action: 'help' }))))).toEqual({ query: query({ action: 'help' }), rooms: [] });
	});

	test('is shown for typing as it is printed, without `fresh`', () => {
		fc.assert(
			fc.property(typedQuery, (asked) => {
				const printed = printQuery(asked);
				expect(wordsToType(asked)).toBe(codeToType(asked.fresh ? printed.replace(' fresh', '') : printed, 300));
			}),
		);
	});
});
