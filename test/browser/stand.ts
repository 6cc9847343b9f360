import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { announceChange } from '../workspace/host/changes';
import { setWorkspaceLanguage } from '../workspace/page/languages';
import { createPage } from '../workspace/page/page';
import { valueOf } from '../workspace/page/settingField';
import { boot, type Running } from '../workspace/start/boot';
import { launchBrowser } from './browser';

/** The stand-in and a browser in front of it. */
export interface Stand {
	readonly running: Running;
	/** A tab of its own. */
	readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
	/** Has all messages have been posted at one time, for pictures that are alike. */
	readonly date: (at: Date) => void;
	/** What went wrong in the tabs: errors in the console or of a script, and requests that leave the machine. */
	readonly complaints: string[];
	/** Closes the tabs, and puts the server's mood, the languages and the settings back. */
	readonly clear: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** `stopAt` is the time at which the clocks of the app and of what only one person sees stand; without it, they go. */
export interface StandOptions {
	readonly stopAt?: Date;
}

function watch(page: Page, url: string, complaints: string[]): void {
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('request', (request) => {
		if (!request.url().startsWith(`${url}/`)) complaints.push(`asked ${request.url()}`);
	});
}

function tabsOf(browser: Browser, running: Running): Pick<Stand, 'open' | 'complaints' | 'clear'> {
	const complaints: string[] = [];
	const { url } = running.rest;
	const open: Stand['open'] = async (path, options = {}) => {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
		// Only what never comes should end it: a busy machine takes long for the rest.
		context.setDefaultTimeout(30_000);
		const page = await context.newPage();
		watch(page, url, complaints);
		await page.goto(url + path);
		return page;
	};
	const { host, workspace } = running;
	const kept = Object.entries(host.settings()).map(([id, setting]) => [id, valueOf(setting)] as const);
	const languages = new Map(workspace.users.map(({ id, language }) => [id, language]));
	const clear = async (): Promise<void> => {
		await Promise.all(browser.contexts().map(async (context) => context.close()));
		workspace.mood = 'well';
		if (workspace.settings.Language !== 'en') await setWorkspaceLanguage(running, 'en');
		for (const user of workspace.users) user.language = languages.get(user.id) ?? '';
		const settings = new Map(Object.entries(host.settings()).map(([id, setting]) => [id, valueOf(setting)]));
		for (const [id, value] of kept) if (settings.get(id) !== value) await host.setSetting(id, value);
	};
	return { open, complaints, clear };
}

/** Starts the app with its page, and a browser. */
export async function setUp({ stopAt }: StandOptions = {}): Promise<Stand> {
	const running = await boot(0, async (_, run) => run(), stopAt);
	try {
		// People ask less often than tests do.
		running.workspace.settings.API_Enable_Rate_Limiter = false;
		running.rest.mount(createPage(running, { port: running.rest.port, ...(stopAt && { now: () => stopAt }) }));
		const browser = await launchBrowser();
		const date: Stand['date'] = (at) => {
			for (const message of running.workspace.messages) message.createdAt = at;
			announceChange(running.workspace);
		};
		const close = async (): Promise<void> => {
			await browser.close();
			await running.close();
		};
		return { running, date, ...tabsOf(browser, running), close };
	} catch (error) {
		await running.close();
		throw error;
	}
}

export function messageField(page: Page): Locator {
	return page.getByRole('textbox', { name: 'Message', exact: true });
}

/** Waits until the page of a room listens: what is typed before that is lost. */
export async function listening(page: Page): Promise<void> {
	await page.getByRole('log').and(page.locator('[aria-busy="false"]')).waitFor();
}

/** Types something in the room and sends it. */
export async function say(page: Page, text: string): Promise<void> {
	await listening(page);
	await messageField(page).fill(text);
	await messageField(page).press('Enter');
}

/** The messages of the room; `private` are those that only this person sees. */
export function messages(page: Page, kind?: 'private'): Locator {
	return page.getByRole('log').locator(kind ? '.message.private' : '.message');
}

/** In which language something is, as a reader of the screen is told; for `evaluate`. */
export function languageAround(element: { closest: (selector: string) => { lang: string } | null }): string | undefined {
	return element.closest('[lang]')?.lang;
}

/** The contextual bar. */
export function panel(page: Page): Locator {
	return page.getByRole('complementary', { name: /^Integra/ });
}
