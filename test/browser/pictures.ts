/** What the pictures in the documents show, and the fingerprint of its texts: by it a test sees a picture that is older than they are. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { messages, panel, say, setUp } from './stand';

/** The time of everything that is shown. */
const NOW = new Date(Date.UTC(2026, 0, 15, 9, 41));

/** As wide as a README shows it; each as high as what it is about. */
const WIDTH = 1000;

interface Picture {
	readonly height: number;
	readonly path: string;
	readonly show?: (page: Page) => Promise<unknown>;
}

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
	menu: {
		height: 560,
		path: '/?as=li&in=troubles',
		show: async (page) => {
			const posted = messages(page).first();
			await posted.getByLabel('Options of the message').click();
			await page.getByRole('button', { name: 'Which integration posted this?' }).first().waitFor();
		},
	},
	changes: {
		height: 620,
		path: '/?as=ana&in=general',
		show: async (page) => {
			await say(page, '/integrations watch');
			await messages(page).filter({ hasText: 'switched on watching for this room' }).waitFor();
			await page.getByLabel('Webhook of this room').fill('Build bot');
			await page.getByRole('button', { name: 'Add' }).click();
			await page.getByRole('button', { name: 'A day later' }).click();
			await messages(page).filter({ hasText: 'Build bot new' }).waitFor();
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
	workspace: {
		height: 752,
		path: '/?as=ana&in=general',
		show: async (page) => {
			await say(page, '/integrations workspace attention');
			await messages(page, 'private').waitFor();
			// A page goes along to the end of what comes; here the beginning tells more.
			await messages(page, 'private').evaluate((one: { scrollIntoView: () => void }) => {
				one.scrollIntoView();
			});
		},
	},
};

/** Has the page show each picture in turn, in the one state that the pictures before it leave behind. */
export async function showPictures(visit: (page: Page, name: string) => Promise<void>): Promise<void> {
	const stand = await setUp({ stopAt: NOW });
	try {
		for (const [name, { height, path, show }] of Object.entries(pictures)) {
			const page = await stand.open(path, { viewport: { width: WIDTH, height } });
			await show?.(page);
			stand.date(NOW);
			await page.locator(`time:not([datetime="${NOW.toISOString()}"])`).first().waitFor({ state: 'detached' });
			// What was sent is answered, and nothing says any more that the app is at work.
			await page.locator('#working:not(:empty)').waitFor({ state: 'detached' });
			await visit(page, name);
			await stand.clear();
		}
	} finally {
		await stand.close();
	}
}

/** All texts of a page that are not hidden, in view or further down: so they depend on neither fonts nor the browser's version. */
const TEXTS = `[...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()).flatMap((one) => {
	if (one.matches('option')) return [];
	if (one.matches('select')) return [...one.selectedOptions].map(({ text }) => text);
	if (one.matches('input, textarea')) return [one.value || one.placeholder];
	return [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data);
})`;

/** The fingerprint of all texts that a page shows, but for what differs from machine to machine: the port, and hours, by time zone. */
export async function fingerprintOf(page: Page): Promise<string> {
	const texts = await page.evaluate<string[]>(TEXTS);
	const text = texts
		.join(' ')
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1')
		.replaceAll(/\b\d\d:\d\d\b/g, 'hh:mm');
	return createHash('sha256').update(text).digest('hex');
}
