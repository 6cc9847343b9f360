import { expect, test } from '@jest/globals';
import { messages, say, type Stand } from './stand';

/** A room that is told what changed. */
export function watchedTests(stand: () => Stand): void {
	test('a webhook is added, a day goes by, and the room is told', async () => {
		const page = await stand().open('/?as=li&in=general');
		await stand().running.host.setSetting('allowed_roles', '*');
		await say(page, '/integrations watch');
		await messages(page).filter({ hasText: 'li switched on watching for this room' }).waitFor();
		await page.getByLabel('Webhook of this room').fill('Build bot');
		await page.getByRole('button', { name: 'Add' }).click();
		await page.getByRole('button', { name: 'A day later' }).click();
		const digest = messages(page).filter({ hasText: 'Build bot new, incoming' });
		await digest.waitFor();
		await page.getByRole('button', { name: 'On or off' }).click();
		await page.getByRole('button', { name: 'A day later' }).click();
		await messages(page).filter({ hasText: 'Build bot switched off, by li' }).waitFor();
		await page.getByRole('button', { name: 'Remove' }).click();
		await page.getByRole('button', { name: 'A day later' }).click();
		await messages(page).filter({ hasText: 'Build bot no longer here' }).waitFor();
		await page.getByRole('button', { name: 'A day later' }).click();
		await say(page, '/integrations unwatch');
		await messages(page).filter({ hasText: 'li ended the watch of this room' }).waitFor();
		expect(await messages(page).filter({ hasText: 'Build bot' }).count()).toBe(3);
	});
}
