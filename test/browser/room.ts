import { expect, test } from '@jest/globals';
import { type Stand, languageAround, messageField, messages, panel, say } from './stand';

/** Commands, answers and clicks in a room. */
export function roomTests(stand: () => Stand): void {
	test('a command is completed, sent, and answered into the room', async () => {
		const page = await stand().open('/?as=li&in=support');
		await messageField(page).pressSequentially('/int');
		const offer = page.getByRole('option', { name: /^\/integrations .*Shows which integrations post into this room/s });
		await offer.waitFor();
		await messageField(page).press('Enter');
		expect(await messageField(page).inputValue()).toBe('/integrations ');
		await messageField(page).press('Enter');
		await messages(page).getByText('Integrations in #support').waitFor();
		expect(await messages(page, 'private').count()).toBe(0);
		expect(await messageField(page).inputValue()).toBe('');
	});

	test('the next page comes in the place of the first, in other tabs too', async () => {
		const [page, other] = [await stand().open('/?as=li&in=busy'), await stand().open('/?as=mia&in=busy')];
		await say(page, '/integrations');
		await other.getByText('Page 1 of').waitFor();
		await page.getByRole('button', { name: 'Next page' }).click();
		for (const tab of [page, other]) {
			await tab.getByText('Page 2 of').waitFor();
			expect(await tab.getByText('Page 1 of').count()).toBe(0);
		}
		await page.getByRole('button', { name: 'Previous page' }).click();
		await page.getByText('Page 1 of').waitFor();
	});

	test('a member is refused, alone, and in each one’s language', async () => {
		const [mia, bia, li] = await Promise.all(['mia', 'bia', 'li'].map(async (who) => stand().open(`/?as=${who}&in=general`)));
		if (!mia || !bia || !li) throw new Error('no tabs');
		await say(mia, '/integrations');
		await say(bia, '/integrations');
		await messages(mia, 'private').filter({ hasText: 'You may not ask for the integrations of this room' }).waitFor();
		await messages(bia, 'private').filter({ hasText: 'Você não pode perguntar pelas integrações desta sala' }).waitFor();
		expect(await mia.getByText('Only you can see this message').count()).toBe(1);
		expect(await messages(li, 'private').count()).toBe(0);
	});

	test('the workspace speaks one language, its reader another', async () => {
		const page = await stand().open('/?as=li&in=support');
		for (const [name, language] of [
			['Language of the workspace', 'ru'],
			['My language', 'fr'],
		] as const) {
			const reloaded = page.waitForEvent('load');
			await page.getByRole('combobox', { name }).selectOption(language);
			await reloaded;
		}
		await say(page, '/integrations outgoing');
		await page.getByRole('button', { name: 'Просмотреть' }).last().click();
		const bar = page.getByRole('complementary');
		await bar.waitFor();
		await say(page, '/integrations help');
		await messages(page, 'private').waitFor();
		expect(await messages(page, 'private').locator('.content > div').evaluate(languageAround)).toBe('fr');
		expect(await messages(page).filter({ hasText: 'Интеграции' }).locator('.content > div').last().evaluate(languageAround)).toBe(
			'ru',
		);
		expect(await bar.evaluate(languageAround)).toBe('fr');
		expect(await bar.getByRole('button', { name: 'Close' }).evaluate(languageAround)).toBe('en');
	});

	test('a failure says who can mend it, and goes with the server’s mood', async () => {
		const page = await stand().open('/?as=li&in=support');
		const mood = page.getByRole('combobox', { name: 'The server’s mood' });
		for (const [choice, sentence] of [
			['401', "does not accept the app's credentials (401)"],
			['down', 'The connection to the server broke off'],
			['502', 'A proxy on the way to the server gets no answer from it (502)'],
			['html', 'it is not the REST API'],
		] as const) {
			await mood.selectOption(choice);
			await say(page, '/integrations fresh');
			await messages(page, 'private').filter({ hasText: sentence }).waitFor();
		}
	});

	test('a server too slow for a click: the panel says so, and the answer follows', async () => {
		const page = await stand().open('/?as=li&in=empty');
		const { host, workspace } = stand().running;
		await host.setSetting('request_timeout', 25);
		// Until it is well again.
		workspace.slowness = 3600;
		await page.getByRole('combobox', { name: 'The server’s mood' }).selectOption('slow');
		await say(page, '/integrations browse');
		await panel(page).getByText('The server has not answered yet').waitFor();
		await page.getByRole('combobox', { name: 'The server’s mood' }).selectOption('well');
		await messages(page, 'private').filter({ hasText: 'integrations' }).waitFor();
		await panel(page).getByRole('button', { name: 'Try again' }).click();
		await panel(page).getByRole('textbox').waitFor();
	});

	test('an archived room can be asked in, and answers its asker alone', async () => {
		const page = await stand().open('/?as=li&in=old');
		await page.getByText('Rocket.Chat has no field here').waitFor();
		await say(page, '/integrations');
		await messages(page, 'private').filter({ hasText: 'the room is archived' }).waitFor();
		expect(await messages(page).count()).toBe(1);
	});

	test('messages of people come and stay texts', async () => {
		const [li, mia] = [await stand().open('/?as=li&in=general'), await stand().open('/?as=mia&in=general')];
		await say(li, '<img src=x onerror=alert(1)> [x](javascript:alert(1)) *bold*');
		const shown = messages(mia).filter({ hasText: '<img src=x onerror=alert(1)>' });
		await shown.waitFor();
		expect(await shown.locator('img, a').count()).toBe(0);
		expect(await shown.locator('strong').textContent()).toBe('bold');
		await say(mia, '/shrug');
		await mia.getByRole('alert').getByText('There is no command /shrug.').waitFor();
	});
}
