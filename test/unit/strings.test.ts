import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { locales } from '../../lib/generated/locales';
import { pickLocale, translator } from '../../lib/strings';

const root = join(__dirname, '../..');
const files = readdirSync(join(root, 'i18n'));
const read = (file: string): Record<string, string> =>
	JSON.parse(readFileSync(join(root, 'i18n', file), 'utf8')) as Record<string, string>;
const placeholders = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g))].sort();

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
	])('%j is %s', (languages, locale) => {
		expect(pickLocale(languages)).toBe(locale);
	});
});

test('counts pick the form', () => {
	expect([0, 1, 2].map((count) => translator('en')('row_other_rooms', { count }))).toEqual([
		'also 0 other places',
		'also 1 other place',
		'also 2 other places',
	]);
	expect([0, 1, 2].map((count) => translator('pt-BR')('row_other_rooms', { count }))).toEqual([
		'mais 0 outro lugar',
		'mais 1 outro lugar',
		'mais 2 outros lugares',
	]);
});

test('values are put in as they are, whatever they hold', () => {
	expect(translator('en')('row_by', { user: '{user} $& $1' })).toBe('by {user} $& $1');
});

describe.each(files)('%s', (file) => {
	test('has every key of English, in the same order', () => {
		expect(Object.keys(read(file))).toEqual(Object.keys(read('en.json')));
	});

	test('has the placeholders of English in each sentence', () => {
		const own = read(file);
		expect(Object.entries(own).map(([key, text]) => [key, placeholders(text)])).toEqual(
			Object.entries(read('en.json')).map(([key, text]) => [key, placeholders(text)]),
		);
	});
});

test('the tables in lib/generated are made of these files', () => {
	const source = execFileSync(process.execPath, [join(root, 'scripts/locales.mjs'), '--print'], { encoding: 'utf8' });
	expect(readFileSync(join(root, 'lib/generated/locales.ts'), 'utf8')).toBe(source);
	expect(Object.keys(locales).map((locale) => `${locale}.json`)).toEqual(files);
});
