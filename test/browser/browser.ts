import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, or the one that the environment names. */
const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Why there is no browser to test with; undefined where there is one. */
export const noBrowser = existsSync(path)
	? undefined
	: `The browser tests are skipped: there is no Chromium at ${path} (apt-get install chromium, or CHROMIUM_PATH=...).`;

/** Without what calls home: a request that leaves the machine would be the page's own. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: path, args: FLAGS });
}
