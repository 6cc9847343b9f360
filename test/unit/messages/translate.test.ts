import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { locales } from '../../../lib/generated/locales';
import { pickLocale, translator } from '../../../lib/messages/translate';

const root = join(__dirname, '../../..');
const files = readdirSync(join(root, 'i18n'));
function read(file: string): Record<string, string> {
	return JSON.parse(readFileSync(join(root, 'i18n', file), 'utf8')) as Record<string, string>;
}
const english = read('en.json');
function placeholders(text: string | undefined) {
	return [...new Set(text?.match(/\{\w+\}/g))].sort();
}

/** The base of a key with a plural form, and the form. */
const plural = /^(.+)_(one|few|many|other)$/;

/** The forms that counts take in a language; `other` always, for what is no whole number. */
function formsOf(locale: string) {
	const rules = new Intl.PluralRules(locale);
	const used = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
	return ['one', 'few', 'many', 'other'].filter((form) => form === 'other' || used.has(form as Intl.LDMLPluralRule));
}

/** Where a form stands for one alone (none is never said), it may leave the number out: "there is only one". */
function isForOne(locale: string, form: string | undefined) {
	return form === 'one' && new Intl.PluralRules(locale).select(21) !== 'one';
}

/** What the placeholders of a sentence may be. */
function allowedIn(locale: string, key: string): string[][] {
	const [, base, form] = plural.exec(key) ?? [];
	const models = base === undefined ? [key] : [`${base}_other`, ...(isForOne(locale, form) ? [key] : [])];
	return models.map((model) => placeholders(english[model]));
}

/** The keys that a locale must have, in English's order, each with its language's plural forms. */
function keysIn(locale: string) {
	return [
		...new Set(
			Object.keys(english).flatMap((key) => {
				const [, base] = plural.exec(key) ?? [];
				return base === undefined ? [key] : formsOf(locale).map((form) => `${base}_${form}`);
			}),
		),
	];
}

describe('the reader’s language', () => {
	test.each([
		[['pt-BR', 'en'], 'pt-BR'],
		[['pt-br'], 'pt-BR'],
		[['pt_BR'], 'pt-BR'],
		[['pt'], 'pt-BR'],
		[['pt-PT'], 'pt-BR'],
		[['en-GB'], 'en'],
		[[undefined, 'pt-BR'], 'pt-BR'],
		[['', 'pt-BR'], 'pt-BR'],
		[['tlh', 'pt-BR'], 'en'],
		[['constructor'], 'en'],
		[[], 'en'],
		[[7, 'de'], 'de'],
		[[{ language: 'fr' }, 'de'], 'de'],
		[[['fr'], 'de'], 'de'],
		[[null, 'de'], 'de'],
		[[true, null], 'en'],
	])('who reads %j reads %s', (languages, locale) => {
		expect(pickLocale(languages)).toBe(locale);
	});
});

test('counts pick the form', () => {
	expect([0, 1, 2].map((count) => translator('en')('count_attention', { count }))).toEqual([
		'0 need attention',
		'1 needs attention',
		'2 need attention',
	]);
	expect([0, 1, 2].map((count) => translator('pt-BR')('count_attention', { count }))).toEqual([
		'0 precisa de atenção',
		'1 precisa de atenção',
		'2 precisam de atenção',
	]);
});

test('values are put in as they are, whatever they hold', () => {
	expect(translator('en')('row_by', { user: '{user} $& $1' })).toBe('by {user} $& $1');
});

describe.each(files)('%s', (file) => {
	const own = read(file);
	const locale = file.replace('.json', '');

	test('has every key of English, in the same order, with the plural forms of its language', () => {
		expect(Object.keys(own)).toEqual(keysIn(locale));
	});

	test('has the placeholders of English in each sentence', () => {
		const differs = ([key, text]: [string, string]) =>
			!allowedIn(locale, key).some((names) => names.join() === placeholders(text).join());
		expect(Object.entries(own).filter(differs)).toEqual([]);
	});

	test('says something in each sentence', () => {
		expect(Object.entries(own).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
	});
});

test('the tables in lib/generated are made of these files', () => {
	const source = execFileSync('npm', ['run', '-s', 'locales', '--', '--print'], { cwd: root, encoding: 'utf8' });
	expect(readFileSync(join(root, 'lib/generated/locales.ts'), 'utf8')).toBe(source);
	expect(Object.keys(locales).map((locale) => `${locale}.json`)).toEqual(files);
});
