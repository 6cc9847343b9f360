import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { launch, served } from './launch';

test('the page is served, and a tab that is open does not hold up the end', async () => {
	const child = launch();
	const url = await served(child);
	const page = await fetch(url);
	expect(page.status).toBe(200);
	expect(await page.text()).toContain('A local stand-in, not Rocket.Chat');
	const events = await fetch(`${url}/page/events?as=li&in=support`);
	expect(events.headers.get('content-type')).toBe('text/event-stream');
	const ended = events.text().catch((error: unknown) => String(error));
	// The end of the input.
	child.stdin.end();
	expect(await once(child, 'exit')).toEqual([0, null]);
	expect(await ended).toContain('terminated');
	await expect(fetch(url)).rejects.toThrow('fetch failed');
});
