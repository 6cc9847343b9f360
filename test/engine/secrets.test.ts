import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CANARY, roomIds } from '../workspace/sample';
import type { Place, Scene } from './setUp';
import { setUp } from './setUp';

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

test.each(['', 'incoming', 'outgoing disabled', 'here private', 'page 2', 'page 99', 'help', CANARY.toLowerCase()])(
	'no secret comes out of %j, in any room',
	async (words) => {
		for (const where of places) {
			for (const who of ['li', 'ana', 'mia'] as const) {
				await scene.ask(words, who, where);
			}
		}
		const { messages, notices } = scene.workspace;
		const shown = JSON.stringify([messages, notices]);
		expect(messages.length + notices.length).toBeGreaterThan(0);
		expect(words === '' ? shown : shown.replaceAll('`canary`', '')).not.toContain(CANARY);
		expect(JSON.stringify(scene.host.logs())).not.toContain(CANARY);
		expect(JSON.stringify(scene.host.persistence())).not.toContain(CANARY);
	},
);
