import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ShownView } from '../workspace/host/interact';
import { CANARY, roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

const places = Object.keys(roomIds).filter((key): key is Place => key in roomIds);

test('every secret of the sample is in what the server sends', () => {
	const { workspace } = scene;
	const sent = JSON.stringify(workspace.integrations);
	for (const field of ['token', 'script', 'scriptCompiled', 'scriptError', 'avatar', 'urls']) {
		expect(workspace.integrations.filter((row) => JSON.stringify(row[field] ?? '').includes(CANARY)).length).toBeGreaterThan(0);
	}
	expect(sent).toContain(CANARY);
});

const words = [
	'',
	'incoming',
	'outgoing disabled',
	'here private',
	'attention',
	'page 2',
	'page 99',
	'help',
	CANARY.toLowerCase(),
];
const ofAll = ['workspace', 'workspace page 2', 'workspace attention', 'workspace show Guggy', 'workspace export', 'export'];

test.each([...words, ...ofAll])('no secret comes out of %j, in any room', async (words) => {
	for (const where of places) {
		for (const who of ['li', 'ana', 'mia'] as const) {
			await scene.ask(words, who, where);
		}
	}
	const { notices } = scene.workspace;
	const messages = scene.workspace.messages.filter(({ bot }) => !bot);
	const shown = JSON.stringify([messages, notices]);
	expect(messages.length + notices.length).toBeGreaterThan(0);
	expect(words === '' ? shown : shown.replaceAll('`canary`', '')).not.toContain(CANARY);
	expect(JSON.stringify(scene.host.logs())).not.toContain(CANARY);
	expect(JSON.stringify(scene.host.persistence())).not.toContain(CANARY);
	expect(scene.workspace.uploads.map(({ bytes }) => Buffer.from(bytes).toString()).join('')).not.toContain(CANARY);
});

/** Opens the panel of a room, if it opens, and every integration of its first pages in full. */
async function lookThrough(who: Person, where: Place): Promise<unknown[]> {
	const { opened } = scene.host.bridges.interactions;
	opened.length = 0;
	const text = '/integrations browse';
	await scene.host.runCommand({ userId: userIds[who], roomId: roomIds[where], text, triggerId: 'T1' });
	const [panel] = opened.map(({ interaction }) => (interaction as unknown as { view: ShownView }).view);
	if (!panel) return [];
	const client = clientOf(scene, who);
	const details = controlsIn(panel.blocks).filter(({ actionId }) => actionId === 'details');
	const seen: unknown[] = [panel];
	for (const control of details) {
		const { answer } = await client.forge(control, panel);
		seen.push(answer);
		const refresh = controlsIn(answer.view?.blocks).find(({ actionId }) => actionId === 'refresh');
		seen.push((await client.forge(refresh ?? {}, panel)).answer);
	}
	return seen;
}

test.each(places)('no secret comes out of the panel, in %s', async (where) => {
	await scene.set({ cache_seconds: 300 });
	const seen = [...(await lookThrough('li', where)), ...(await lookThrough('ana', where))];
	await scene.set({ cache_seconds: 0 });
	const isServed = where !== 'omnichannel';
	expect(seen.length > 0).toBe(isServed);
	expect(JSON.stringify(seen)).not.toContain(CANARY);
	expect(JSON.stringify(scene.host.logs())).not.toContain(CANARY);
});
