import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Stand, messages, panel, say } from './stand';

/** The head of a list that is only a part. */
const FILTERED = /: \d+ of \d+ here, /;

function details(page: Page): Locator {
	return panel(page).getByRole('button', { name: 'Details' });
}

async function browse(stand: Stand, path = '/?as=li&in=support', words = ''): Promise<Page> {
	const page = await stand.open(path);
	await say(page, `/integrations browse ${words}`);
	await panel(page).waitFor();
	return page;
}

/** From the button that has the focus to one integration in full, and out of the panel. */
export async function expectDetailsByKeyboard(page: Page): Promise<void> {
	const focused = page.locator(':focus');
	expect(await focused.textContent()).toBe('Details');
	await page.keyboard.press('Enter');
	await panel(page).getByText('As whom it posts').waitFor();
	expect(await focused.textContent()).toBe('Integrations');
	await page.keyboard.press('Escape');
	await panel(page).waitFor({ state: 'detached' });
}

/** The panel beside the room. */
export function panelTests(stand: () => Stand): void {
	test('opens by a button of a message, for whoever clicks alone', async () => {
		const [li, ana] = [await stand().open('/?as=li&in=support'), await stand().open('/?as=ana&in=support')];
		await say(li, '/integrations incoming');
		await messages(li).last().getByRole('button', { name: 'Browse' }).click();
		await panel(li).getByText('Integrations in #support').waitFor();
		expect(await panel(ana).count()).toBe(0);
	});

	test('a choice changes the list at once; details, and back', async () => {
		const page = await browse(stand());
		const all = await details(page).count();
		await panel(page).getByRole('combobox').first().selectOption('incoming');
		await panel(page).getByText(FILTERED).waitFor();
		expect(await details(page).count()).toBeLessThan(all);
		await panel(page).filter({ hasText: 'GitHub deploys' }).waitFor();
		await panel(page).locator('.section', { hasText: 'GitHub deploys' }).getByRole('button', { name: 'Details' }).click();
		await panel(page).getByText('As whom it posts').waitFor();
		await panel(page).getByRole('button', { name: 'Back to the list' }).click();
		await panel(page).getByRole('textbox').waitFor();
		expect(await panel(page).getByRole('combobox').first().inputValue()).toBe('incoming');
	});

	test('what was typed stays while a choice changes the list', async () => {
		const page = await browse(stand());
		await panel(page).getByRole('textbox').fill('half a wo');
		await panel(page).getByRole('combobox').nth(1).selectOption('disabled');
		await panel(page).getByText(FILTERED).waitFor();
		expect(await panel(page).getByRole('textbox').inputValue()).toBe('half a wo');
	});

	// Rocket.Chat closes a contextual bar that is sent, and shows again only one that the app opens anew; the app changes it instead.
	test('a search finds', async () => {
		const page = await browse(stand());
		await panel(page).getByRole('textbox').fill('ticket');
		await panel(page).getByRole('textbox').press('Enter');
		await panel(page).getByText(FILTERED).waitFor();
		expect(await details(page).count()).toBe(1);
	});

	test('pages through a long list', async () => {
		const page = await browse(stand(), '/?as=li&in=busy');
		await panel(page).getByRole('button', { name: 'Next page' }).click();
		await panel(page).getByText('Page 2 of').waitFor();
	});

	test('in another language, and a link for a workspace admin', async () => {
		await stand().running.host.setSetting('allowed_roles', '*');
		const bia = await browse(stand(), '/?as=bia&in=support');
		await panel(bia).getByRole('button', { name: 'Detalhes' }).first().click();
		await panel(bia).getByRole('button', { name: 'Voltar à lista' }).waitFor();
		const ana = await browse(stand(), '/?as=ana&in=support');
		await details(ana).first().click();
		const link = panel(ana).getByRole('link', { name: 'Open in administration' }).last();
		expect(await link.getAttribute('href')).toMatch(/\/admin\/integrations\/edit\/incoming\//);
		expect(await link.getAttribute('rel')).toContain('noopener');
	});

	test('by keyboard alone', async () => {
		const page = await stand().open('/?as=li&in=secret-ops');
		const focused = page.locator(':focus');
		await page.keyboard.type('/integrations');
		await page.keyboard.press('Enter');
		await messages(page).getByText('Integrations in #secret-ops').waitFor();
		await page.keyboard.press('Shift+Tab');
		expect(await focused.textContent()).toBe('Browse');
		await page.keyboard.press('Enter');
		await panel(page).waitFor();
		expect(await focused.getAttribute('type')).toBe('text');
		// Past the type, the state and what is done with the whole list.
		for (let tabs = 0; tabs < 5; tabs += 1) await page.keyboard.press('Tab');
		await expectDetailsByKeyboard(page);
		await page.keyboard.press('Tab');
		expect(await focused.getAttribute('id')).toBe('message');
	});
}
