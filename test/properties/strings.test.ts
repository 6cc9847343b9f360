import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { locales } from '../../lib/generated/locales';
import { type Locale, pickLocale, type Translate, translator } from '../../lib/messages/translate';
import { anyName } from './names';

const tags = Object.keys(locales) as Locale[];
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = locales;
const placeholders = /\{(\w+)\}/;

/** A sentence that has no forms, and a value for each of its placeholders. */
const filled = fc
	.constantFrom(...tags.flatMap((tag) => Object.entries(tables[tag] ?? {}).map(([key, sentence]) => ({ tag, key, sentence }))))
	.filter(({ key }) => !/_(one|few|many|other)$/.test(key))
	.chain((one) => fc.tuple(fc.constant(one), fc.array(anyName, { minLength: 9, maxLength: 9 })));

test('a value is put in as it is: nothing in it is a placeholder or a pattern', () => {
	fc.assert(
		fc.property(filled, ([{ tag, key, sentence }, values]) => {
			// Texts at even places, names of values at odd ones.
			const parts = sentence.split(placeholders);
			const names = [...new Set(parts.filter((_, index) => index % 2 === 1))];
			const given = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
			const expected = parts.map((part, index) => (index % 2 === 1 ? (given[part] ?? '') : part)).join('');
			const t = translator(tag) as unknown as (key: string, values: object) => string;
			expect(t(key, given)).toBe(expected);
		}),
		{ numRuns: 500 },
	);
});

test('a count has a form in each language, whatever the number', () => {
	fc.assert(
		fc.property(fc.constantFrom(...tags), fc.oneof(fc.nat(), fc.double()), (tag, count) => {
			const t: Translate = translator(tag);
			expect(t('count_posting', { count })).toContain(String(count));
			expect(t('count_posting', { count })).not.toMatch(/[{}]|count_/);
		}),
	);
});

test('any language tags give a language that there is', () => {
	const tag = fc.oneof(
		fc.anything(),
		fc.string(),
		fc.constantFrom(undefined, '', 'de-AT', 'PT_br', '__proto__', 'constructor', '-', ...tags),
	);
	fc.assert(
		fc.property(fc.array(tag), (wanted) => {
			expect(tags).toContain(pickLocale(wanted));
		}),
	);
});
