import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSampleWorkspace, tokens, userIds } from '../sample';
import { type RestServer, startRestServer } from './server';

const workspace = createSampleWorkspace();
let rest: RestServer;
beforeAll(async () => {
	rest = await startRestServer(workspace);
});
afterAll(async () => rest.close());

async function ask(path = 'v1/integrations.list'): Promise<Response> {
	return fetch(`${rest.url}/api/${path}`, { headers: { 'X-User-Id': userIds.service, 'X-Auth-Token': tokens.service } });
}

test.each([
	['401', 'You must be logged in to do this.'],
	['403', 'User does not have the permissions required for this action [error-unauthorized]'],
	['429', 'Error, too many requests. Please slow down. [error-too-many-requests]'],
] as const)('%s', async (mood, error) => {
	workspace.mood = mood;
	for (const answer of [await ask(), await ask('info')]) {
		expect(answer.status).toBe(Number(mood));
		expect(await answer.json()).toEqual({ success: false, error });
		expect(answer.headers.has('x-ratelimit-reset')).toBe(mood === '429');
	}
});

test('a login page', async () => {
	workspace.mood = 'html';
	const answer = await ask();
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
	expect(await answer.text()).toContain('Log in');
});

test('a proxy before a server that is down', async () => {
	workspace.mood = '502';
	const answer = await ask();
	expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=UTF-8']);
	expect(await answer.text()).toContain('502 Bad Gateway');
});

test('down: the connection ends', async () => {
	workspace.mood = 'down';
	await expect(ask()).rejects.toThrow('fetch failed');
});

test('slow, and then well', async () => {
	workspace.mood = 'slow';
	workspace.slowness = 0.1;
	expect((await ask()).status).toBe(200);
	workspace.slowness = 3600;
	const asked = ask();
	expect(await Promise.race([asked, setTimeout(200, 'nothing yet')])).toBe('nothing yet');
	workspace.mood = 'well';
	expect([(await asked).status, (await ask()).status]).toEqual([200, 200]);
	// All of it was asked, whatever came of it.
	expect(rest.requests.map(({ status }) => status).slice(0, 2)).toEqual([401, 401]);
});

test('another application answers beside it', async () => {
	rest.mount({ fetch: () => new Response('beside') });
	expect(await (await fetch(rest.url)).text()).toBe('beside');
	expect((await ask()).status).toBe(200);
});
