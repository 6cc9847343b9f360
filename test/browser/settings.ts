import { expect, test } from '@jest/globals';
import { type Stand, languageAround, messages, say } from './stand';

/** The app's settings page. */
export function settingsTests(stand: () => Stand): void {
	test('a changed setting counts from the next command on, and can be set back', async () => {
		const page = await stand().open('/settings?as=ana&in=support');
		const save = page.getByRole('button', { name: 'Save changes' });
		expect(await save.isDisabled()).toBe(true);
		await page.getByLabel('Integrations on a page', { exact: true }).fill('3');
		await page.getByLabel('Where the summary goes', { exact: true }).selectOption({ label: 'Only to the person who asked' });
		await save.click();
		await page.getByRole('status').getByText('Saved: ').waitFor();
		await page.getByRole('link', { name: 'Back to the room' }).click();
		await say(page, '/integrations');
		await messages(page, 'private')
			.filter({ hasText: /Page 1 of \d/ })
			.waitFor();
		await page.getByRole('link', { name: 'Settings of the app' }).click();
		for (const name of ['Integrations on a page', 'Where the summary goes']) {
			await page.getByRole('button', { name: `Reset to default: ${name}` }).click();
		}
		// A token, too, can be taken back; all else is as it was.
		expect(await page.getByRole('button', { name: /^Reset to default/ }).count()).toBe(2);
		expect(await page.getByLabel('Integrations on a page', { exact: true }).inputValue()).toBe('20');
		await save.click();
		await page.getByRole('status').getByText('Saved: ').waitFor();
		const { page_size: size, reply_visibility: visibility } = stand().running.host.settings();
		expect([size?.value, visibility?.value]).toEqual([20, 'room']);
	});

	test('a secret is replaced and never shown', async () => {
		const { host } = stand().running;
		const kept: unknown = host.settings().auth_token?.value;
		const page = await stand().open('/settings?as=ana');
		expect(await page.content()).not.toContain(kept);
		const field = page.getByLabel('Personal access token', { exact: true });
		await field.fill('another-one');
		await field.press('Enter');
		await page.getByRole('status').getByText('Saved: ').waitFor();
		expect(await field.inputValue()).toBe('');
		expect(host.settings().auth_token?.value).toBe('another-one');
	});

	test('in another language', async () => {
		const page = await stand().open('/settings?as=ana');
		await page.getByRole('combobox', { name: 'Who am I' }).selectOption('bia');
		await page.getByRole('heading', { name: 'Conexão' }).waitFor();
		expect(page.url()).toContain('as=bia');
		await page.getByRole('combobox', { name: 'My language' }).selectOption('de');
		await page.getByRole('heading', { name: 'Verbindung' }).waitFor();
		expect(await page.getByRole('heading', { name: 'Verbindung' }).evaluate(languageAround)).toBe('de');
	});
}
