/**
 * Makes the README's pictures from the page that `npm start` serves: `npm run pictures`. It needs Chromium. For pictures as small
 * and with the letters of those that are there, it also takes: apt-get install pngquant fonts-inter
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { noBrowser } from '../test/browser/browser';
import { messages, panel, say, setUp } from '../test/browser/stand';
import { runScript } from './runScript';
import { REPOSITORY } from './stage';

const FOLDER = join(REPOSITORY, 'docs');

/** The time of everything that is shown. */
const NOW = new Date(2026, 0, 15, 9, 41);

interface Picture {
	readonly height: number;
	readonly path: string;
	readonly show?: (page: Page) => Promise<unknown>;
}

/** Of the system, not of npm. A palette makes a third of the size, and looks the same. */
const PALETTE = 'pngquant';
const hasPalette = spawnSync(PALETTE, ['--version']).status === 0;

/** As wide as a README shows it; each as high as what it is about. */
const WIDTH = 1000;

const pictures: Record<string, Picture> = {
	summary: {
		height: 940,
		path: '/?as=li&in=support',
		show: async (page) => {
			await say(page, '/integrations outgoing');
			await messages(page).getByText('Integrations in #support').waitFor();
		},
	},
	panel: {
		height: 700,
		path: '/?as=li&in=support',
		show: async (page) => {
			await messages(page).getByRole('button', { name: 'Browse' }).last().click();
			await panel(page).getByText('Integrations in #support').waitFor();
		},
	},
	failure: {
		height: 420,
		path: '/?as=li&in=secret-ops',
		show: async (page) => {
			await page.getByRole('combobox', { name: 'The server’s mood' }).selectOption('401');
			await say(page, '/integrations fresh');
			await messages(page, 'private').waitFor();
		},
	},
	settings: { height: 780, path: '/settings?as=ana' },
};

runScript(main);

async function main(): Promise<void> {
	if (noBrowser !== undefined) throw new Error(noBrowser);
	mkdirSync(FOLDER, { recursive: true });
	const stand = await setUp({ now: () => NOW });
	try {
		for (const [name, { height, path, show }] of Object.entries(pictures)) {
			const page = await stand.open(path, { viewport: { width: WIDTH, height } });
			await show?.(page);
			stand.date(NOW);
			await page.locator('time').filter({ hasNotText: '09:41' }).first().waitFor({ state: 'detached' });
			await take(page, name);
			await stand.clear();
		}
	} finally {
		await stand.close();
	}
}

async function take(page: Page, name: string): Promise<void> {
	const path = join(FOLDER, `${name}.png`);
	// No picture shows where the pointer happened to be.
	await page.mouse.move(0, 0);
	await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	if (hasPalette) execFileSync(PALETTE, ['--force', '--strip', '--output', path, '256', path]);
	console.log(`docs/${name}.png`);
}
