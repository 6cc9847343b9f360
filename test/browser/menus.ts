import { expect, test } from '@jest/globals';
import { typedName } from '../workspace/start/places';
import { messages, panel, say, type Stand } from './stand';

/** The app's entries in the menus of a room and of a message. */
export function menuTests(stand: () => Stand): void {
	test('the room’s menu opens the panel', async () => {
		const page = await stand().open('/?as=li&in=support');
		await page.getByLabel('Options of the room').click();
		await page.getByRole('button', { name: 'Integrations' }).click();
		await panel(page).getByText('Integrations in #support').waitFor();
	});

	test('a message’s menu tells which integration posted it, by keyboard alone', async () => {
		const page = await stand().open('/?as=li&in=troubles');
		const posted = messages(page).filter({ hasNotText: 'channel-integrations.bot' }).first();
		await posted.getByLabel('Options of the message').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.locator(':focus').textContent()).toBe('Which integration posted this?');
		await page.keyboard.press('Escape');
		expect(await posted.getByRole('button', { name: 'Which integration' }).isVisible()).toBe(false);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await panel(page).getByText('As whom it posts').waitFor();
	});

	test('of a person’s message it says that', async () => {
		const page = await stand().open('/?as=ana&in=general');
		await say(page, 'by a person');
		const posted = messages(page).filter({ hasText: 'by a person' }).last();
		await posted.hover();
		await posted.getByLabel('Options of the message').click();
		await posted.getByRole('button', { name: 'Which integration posted this?' }).click();
		await messages(page, 'private').filter({ hasText: 'No integration posted this message: ana wrote it.' }).waitFor();
	});

	test('each in the reader’s language, and none in an omnichannel room', async () => {
		await stand().running.host.setSetting('allowed_roles', '*');
		const page = await stand().open('/?as=bia&in=support');
		await page.getByLabel('Options of the room').click();
		await page.getByRole('button', { name: 'Integrações' }).click();
		await panel(page).waitFor();
		const omnichannel = stand().running.workspace.rooms.filter(({ type }) => type === 'l');
		const queue = await stand().open(`/?as=ana&in=${omnichannel.map(typedName).join('')}`);
		await queue.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
		expect(await queue.getByLabel('Options of the room').count()).toBe(0);
	});
}
