import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Download, Locator, Page } from 'playwright-core';
import { faultsOf } from './accessibility';
import { messages, say, type Stand } from './stand';

/** The first line of a file, behind the mark by which a spreadsheet knows how it is written. */
const HEADINGS =
	'\uFEFFid,name,type,state,severity,findings,reason,places,other_places,posts_as,alias,event,trigger_words,targets,script,created_by,created_at,updated_by,updated_at,link';

const NOTICE = 'your direct message with the app';

/** The link to the direct message in the sidebar. */
function direct(page: Page): Locator {
	return page.getByRole('link', { name: 'channel-integrations.bot' });
}

/** Has the app make a file, and tells what it is called. */
async function exportAs(page: Page, words: string): Promise<string> {
	await say(page, `/integrations ${words}`);
	const notice = messages(page, 'private').filter({ hasText: NOTICE });
	await notice.waitFor();
	return notice.locator('code').first().innerText();
}

async function linesOf(download: Download): Promise<string[]> {
	return (await readFile(await download.path(), 'utf8')).split('\r\n');
}

/** What the words select, as a file. */
export function exportTests(stand: () => Stand): void {
	workspaceExportTest(stand);
	roomExportTest(stand);
}

function workspaceExportTest(stand: () => Stand): void {
	test('the whole workspace: the notice’s link leads to the file, which is downloaded', async () => {
		const { workspace } = stand().running;
		const page = await stand().open('/?as=ana&in=general');
		const name = await exportAs(page, 'workspace export');
		expect(name).toMatch(/^integrations-workspace-\d{4}-\d\d-\d\d\.csv$/);
		const link = messages(page, 'private').getByRole('link', { name: NOTICE });
		const path = new URL((await link.getAttribute('href')) ?? '').pathname;
		expect(path).toBe(`/direct/${String(workspace.uploads.at(-1)?.roomId)}`);
		const [room] = await Promise.all([page.waitForEvent('popup'), link.click()]);
		await room.getByRole('heading', { name: 'channel-integrations.bot' }).waitFor();
		expect(await direct(room).getAttribute('aria-current')).toBe('page');
		expect(new URL(room.url()).searchParams.get('as')).toBe('ana');
		const file = messages(room).getByRole('link', { name });
		const [download] = await Promise.all([room.waitForEvent('download'), file.click()]);
		expect(download.suggestedFilename()).toBe(name);
		const [first, ...rest] = await linesOf(download);
		expect(first).toBe(HEADINGS);
		expect(rest.length).toBeGreaterThanOrEqual(workspace.integrations.length);
		expect(await faultsOf(room)).toEqual([]);
	});
}

function roomExportTest(stand: () => Stand): void {
	test('a room’s: the direct message comes into the sidebar, and all is done by keyboard', async () => {
		const { running } = stand();
		const { workspace } = running;
		const page = await stand().open('/?as=li&in=support');
		expect(await direct(page).count()).toBe(0);
		const name = await exportAs(page, 'outgoing export');
		await direct(page).focus();
		await page.keyboard.press('Enter');
		const file = messages(page).getByRole('link', { name });
		await file.focus();
		const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
		expect((await linesOf(download))[0]).toBe(HEADINGS);
		const { roomId } = workspace.uploads.at(-1) ?? {};
		// To whoever is not in it, it is as if there were none.
		const answer = await page.request.get(`${running.rest.url}/direct/${String(roomId)}?as=mia`);
		expect(answer.status()).toBe(404);
		workspace.rooms = workspace.rooms.filter(({ id }) => id !== roomId);
	});
}
