/**
 * Makes the documents' pictures from the page that `npm start` serves, and beside them the fingerprints of the texts that they show:
 * `npm run pictures`. It needs Chromium. For pictures as small and with the letters of those that are there, it also takes:
 * apt-get install pngquant fonts-inter
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { noBrowser } from '../test/browser/browser';
import { fingerprintOf, showPictures } from '../test/browser/pictures';
import { runScript } from './runScript';
import { REPOSITORY } from './stage';

const FOLDER = join(REPOSITORY, 'docs');

/** Of the system, not of npm. A palette makes a third of the size, and looks the same. */
const PALETTE = 'pngquant';
const hasPalette = spawnSync(PALETTE, ['--version']).status === 0;

// The page shows hours: the same everywhere.
process.env.TZ = 'UTC';

runScript(main);

async function main(): Promise<void> {
	if (noBrowser !== undefined) throw new Error(noBrowser);
	mkdirSync(FOLDER, { recursive: true });
	const fingerprints: Record<string, string> = {};
	await showPictures(async (page, name) => {
		await take(page, name);
		fingerprints[name] = await fingerprintOf(page);
	});
	writeFileSync(join(FOLDER, 'pictures.json'), `${JSON.stringify(fingerprints, undefined, '\t')}\n`);
}

async function take(page: Page, name: string): Promise<void> {
	const path = join(FOLDER, `${name}.png`);
	// No picture shows where the pointer happened to be.
	await page.mouse.move(0, 0);
	await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	if (hasPalette) execFileSync(PALETTE, ['--force', '--strip', '--output', path, '256', path]);
	console.log(`docs/${name}.png`);
}
