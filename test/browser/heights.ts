import { expect, test } from '@jest/globals';
import { setWorkspaceLanguage } from '../workspace/page/languages';
import { locales } from '../../lib/generated/locales';
import { messages, say, type Stand } from './stand';

/** Pixels: of a message with blocks, of a line, and of the lines that ten integrations may take, without the buttons. */
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
		const boxes = await Promise.all((await summary.locator('.section, .context').all()).map(async (text) => text.boundingBox()));
		expect(boxes.map((box) => box?.width)).toEqual(boxes.map(() => WIDTH));
		expect(boxes.reduce((sum, box) => sum + (box?.height ?? NaN), 0)).toBeLessThanOrEqual(most(language));
	});
}
