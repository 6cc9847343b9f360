import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, noBrowser } from './browser';
import { fingerprintOf, showPictures } from './pictures';

const shown: unknown = JSON.parse(readFileSync(join(__dirname, '../../docs/pictures.json'), 'utf8'));

if (noBrowser !== undefined) process.stderr.write(`${noBrowser}\n`);

(noBrowser === undefined ? describe : describe.skip)('the pictures', () => {
	test('those in docs/ show the texts of today; if not: npm run pictures', async () => {
		const fingerprints: Record<string, string> = {};
		await showPictures(async (page, name) => {
			fingerprints[name] = await fingerprintOf(page);
		});
		expect(fingerprints).toEqual(shown);
	});

	describe('a fingerprint', () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launchBrowser();
		});
		afterAll(async () => browser.close());

		const page = '<p>One <b>two</b> 09:41 http://127.0.0.1:3000/</p><input placeholder="P"><select><option>A<option>B</select>';
		const printed = async (html: string): Promise<string> => {
			const tab = await browser.newPage();
			await tab.setContent(html);
			return fingerprintOf(tab).finally(async () => tab.close());
		};

		test.each([
			['a text', page.replace('two', 'three')],
			['the text in an empty field', page.replace('"P"', '"Q"')],
			['what a field holds', page.replace('<input', '<input value="V"')],
			['a choice', page.replace('<option>B', '<option selected>B')],
		])('is another one with %s', async (_, html) => {
			expect(html).not.toBe(page);
			expect(await printed(html)).not.toBe(await printed(page));
		});

		test.each([
			['white space', page.replace(' <b>', '\n\t<b>')],
			['what is hidden', `${page}<p hidden>three</p><p style="display: none">four</p>`],
			['a choice that is not made', page.replace('<option>B', '<option>C')],
			['the hour and the port', page.replace('09:41', '21:05').replace(':3000', ':43210')],
			['where it stands', page.replace('<p>', '<p style="margin-top: 5000px">')],
		])('stays the same with %s', async (_, html) => {
			expect(html).not.toBe(page);
			expect(await printed(html)).toBe(await printed(page));
		});
	});
});
