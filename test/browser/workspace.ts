import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { locales } from '../../lib/generated/locales';
import { faultsOf, sizes } from './accessibility';
import { expectDetailsByKeyboard } from './panel';
import { languageAround, messages, panel, say, type Stand } from './stand';

const HEAD = 'Integrations in the whole workspace';

/** The panel, whatever language it is in: there is one at most. */
function bar(page: Page): Locator {
	return page.getByRole('complementary');
}

/** The texts of all parts of the panel that are wider than they have place. */
const TOO_WIDE = `[...document.querySelectorAll('.contextual-bar, .contextual-bar *')]
	.filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
	.map(({ textContent }) => textContent)`;

async function browse(stand: Stand, viewport: { width: number; height: number } = sizes.desktop): Promise<Page> {
	const page = await stand.open('/?as=ana&in=general', { viewport });
	await say(page, '/integrations workspace browse');
	await bar(page).getByRole('textbox').waitFor();
	return page;
}

/** All integrations of the workspace, for its admins. */
export function workspaceTests(stand: () => Stand): void {
	answerTests(stand);
	panelTest(stand);
	keyboardTest(stand);
	everybodyTests(stand);
}

function answerTests(stand: () => Stand): void {
	test('an admin reads the totals alone, in any room', async () => {
		const [ana, li] = [await stand().open('/?as=ana&in=general'), await stand().open('/?as=li&in=general')];
		await say(ana, '/integrations workspace');
		const answer = messages(ana, 'private');
		await answer.getByText(/^Integrations in the whole workspace: \d+ \(\d+ post, \d+ listen, \d+ disabled\), /).waitFor();
		await answer.getByText('Incoming: they post').waitFor();
		expect(await answer.getByRole('listitem').count()).toBe(20);
		await say(ana, '/integrations workspace attention');
		await answer.getByRole('link', { name: 'Open' }).first().waitFor();
		expect(await faultsOf(ana)).toEqual([]);
		// Whoever else is in the room sees what is sent after it, and nothing of it.
		await say(ana, 'after it');
		await messages(li).getByText('after it').last().waitFor();
		expect(await messages(li).filter({ hasText: HEAD }).count()).toBe(0);
	});

	test.each(['workspace', 'workspace browse', 'workspace export'])('an owner of the room is refused: %s', async (words) => {
		const { running } = stand();
		const page = await stand().open('/?as=li&in=support');
		await say(page, `/integrations ${words}`);
		const told = messages(page, 'private');
		await told.getByText('Only workspace admins may ask for the whole workspace.').waitFor();
		// What is sent after it comes after all that the app had to say.
		await say(page, `after ${words}`);
		await messages(page).getByText(`after ${words}`, { exact: true }).waitFor();
		expect([await told.count(), await told.getByRole('button').count(), await bar(page).count()]).toEqual([1, 0, 0]);
		expect(running.workspace.uploads.filter(({ name }) => name.includes('workspace'))).toEqual([]);
	});
}

function panelTest(stand: () => Stand): void {
	test('the panel: found, looked at, back, and the next page', async () => {
		const page = await browse(stand());
		await panel(page).getByText(HEAD).waitFor();
		await panel(page).getByRole('textbox').fill('jenkins');
		await panel(page).getByRole('button', { name: 'Search' }).click();
		await panel(page)
			.getByText(/: 1 of \d+, matching jenkins$/)
			.waitFor();
		await panel(page).getByRole('button', { name: 'Details' }).click();
		await panel(page).getByText('Serves: #general, #announcements').waitFor();
		const link = panel(page).getByRole('link', { name: 'Open in administration' });
		expect(await link.getAttribute('href')).toMatch(/\/admin\/integrations\/edit\/incoming\/inJenkinsScript01$/);
		await panel(page).getByRole('button', { name: 'Back to the list' }).click();
		await panel(page)
			.getByText(/: 1 of \d+, matching jenkins$/)
			.waitFor();
		await panel(page).getByRole('textbox').fill('');
		await panel(page).getByRole('textbox').press('Enter');
		await panel(page).getByRole('button', { name: 'Next page' }).click();
		await panel(page)
			.getByText(/^Page 2 of \d/)
			.waitFor();
		expect(await panel(page).getByText(HEAD).count()).toBe(1);
	});
}

function keyboardTest(stand: () => Stand): void {
	test('by keyboard alone', async () => {
		const page = await stand().open('/?as=ana&in=general');
		const focused = page.locator(':focus');
		await page.keyboard.type('/integrations workspace browse');
		await page.keyboard.press('Enter');
		await panel(page).waitFor();
		await page.keyboard.type('jenkins');
		await page.keyboard.press('Enter');
		await panel(page).getByText('matching jenkins').waitFor();
		// Past the type, the state and what asks anew: it has no problem that could be asked for.
		for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
		await expectDetailsByKeyboard(page);
		expect(await focused.getAttribute('id')).toBe('message');
	});
}

function everybodyTests(stand: () => Stand): void {
	test.each(Object.entries(sizes))('the panel can be used by everybody, %s', async (_, viewport) => {
		const page = await browse(stand(), viewport);
		expect(await faultsOf(page)).toEqual([]);
		await panel(page).getByRole('button', { name: 'Details' }).first().click();
		await panel(page).getByRole('button', { name: 'Back to the list' }).waitFor();
		expect(await faultsOf(page)).toEqual([]);
	});

	test.each(Object.keys(locales))('nothing in the panel is too wide, in %s', async (language) => {
		const ana = stand().running.workspace.users.find(({ username }) => username === 'ana');
		for (const viewport of Object.values(sizes)) {
			Object.assign(ana ?? {}, { language });
			const page = await browse(stand(), viewport);
			expect(await bar(page).evaluate(languageAround)).toBe(language);
			expect(await page.evaluate(TOO_WIDE)).toEqual([]);
			// What listens has the most to tell.
			await bar(page).getByRole('textbox').fill('Guggy');
			await bar(page).getByRole('textbox').press('Enter');
			await bar(page).getByText('Guggy').nth(2).waitFor();
			await bar(page).locator('[data-action-id="details"]').first().click();
			await bar(page).getByText('Q5EBBfgGCZdyuSuNX').waitFor();
			expect(await page.evaluate(TOO_WIDE)).toEqual([]);
		}
	});
}
