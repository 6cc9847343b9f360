import { expect, test } from '@jest/globals';
import { setWorkspaceLanguage } from '../workspace/page/languages';
import { locales } from '../../lib/generated/locales';
import { messages, say, type Stand } from './stand';

/** Pixels: of a message with blocks, of a line, and of the lines that ten integrations may take, from the first to the last, without the buttons. */
const [WIDTH, LINE] = [368, 20];
const most = (language: string): number => (language === 'en' ? 20 : 25) * LINE;

/** How high the summary is: it is read at a glance. */
export function heightTests(stand: () => Stand): void {
	test.each(Object.keys(locales))('ten integrations, in %s', async (language) => {
		await setWorkspaceLanguage(stand().running, language);
		const page = await stand().open('/?as=li&in=support');
		const before = await messages(page).count();
		await say(page, '/integrations');
		const summary = messages(page).nth(before);
		await summary.getByRole('button').first().waitFor();
		expect(await summary.getByRole('listitem').count()).toBe(10);
		const text = summary.locator('.section, .context');
		const [first, last] = [await text.first().boundingBox(), await text.last().boundingBox()];
		expect([first?.width, last?.width]).toEqual([WIDTH, WIDTH]);
		expect((last?.y ?? NaN) + (last?.height ?? NaN) - (first?.y ?? NaN)).toBeLessThanOrEqual(most(language));
	});
}
