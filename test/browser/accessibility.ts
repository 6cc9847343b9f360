import axe from 'axe-core';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Stand, messageField, messages, panel, say } from './stand';

interface Violation {
	readonly id: string;
	readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds with all its rules, which keeps somebody out or in doubt. It is given to the page as a debugger would: the page's own rules refuse it. */
export async function faultsOf(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<{ violations: Violation[] }>(
		`axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
	);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Of a screen and of a phone. */
export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** Whether everybody can use the pages. */
export function accessibilityTests(stand: () => Stand): void {
	test.each(Object.entries(sizes))('the room and the panel, %s', async (size, viewport) => {
		const page = await stand().open('/?as=li&in=busy', { viewport });
		await say(page, '/integrations');
		await messages(page).getByText('Integrations in #busy').first().waitFor();
		await say(page, '/integrations help');
		await messages(page, 'private').filter({ hasText: 'What you can type' }).waitFor();
		await page.getByLabel('Options of the room').click();
		expect(await faultsOf(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await messages(page).first().getByRole('button', { name: 'Browse' }).click();
		await panel(page).waitFor();
		expect(await faultsOf(page)).toEqual([]);
		await panel(page).getByRole('button', { name: 'Close' }).first().click();
		const menu = page.getByRole('button', { name: 'Rooms and people' });
		expect(await menu.isVisible()).toBe(size === 'phone');
		if (size === 'phone') {
			await menu.click();
			await page.getByRole('link', { name: 'general' }).waitFor();
			expect(await faultsOf(page)).toEqual([]);
		}
	});

	test.each(Object.entries(sizes))('the settings page, %s', async (_, viewport) => {
		const page = await stand().open('/settings?as=ana', { viewport });
		expect(await faultsOf(page)).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
	});

	test('a room without a field of Rocket.Chat’s', async () => {
		const page = await stand().open('/?as=li&in=old');
		await messageField(page).waitFor();
		expect(await faultsOf(page)).toEqual([]);
	});

	test('in the dark', async () => {
		const page = await stand().open('/?as=li&in=support', { colorScheme: 'dark' });
		await say(page, '/integrations private');
		await messages(page, 'private').waitFor();
		await say(page, '/integrations browse');
		await panel(page).waitFor();
		expect(await faultsOf(page)).toEqual([]);
	});
}
