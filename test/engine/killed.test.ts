/** The process that the app runs in ends in the middle of a command. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Scene, setUp } from '../support/scene';

const { version } = JSON.parse(readFileSync(require.resolve('@rocket.chat/apps-engine/package.json'), 'utf8')) as {
	version: string;
};

/** Engines before 1.59 start the process of an app that was installed since the server's last start without enabling it. */
const staysOff = Number(version.split('.')[1]) < 59;

let scene: Scene;
let asked = 0;
const silent = createServer(() => (asked += 1));

beforeAll(async () => {
	// The engine prints what becomes of the process.
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
	scene = await setUp();
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	silent.closeAllConnections();
	silent.close();
	await scene.close();
});

test('the engine gives the command up and starts another process, and the next command works', async () => {
	const address = silent.address();
	await scene.set({ server_url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}` });
	const command = scene.read().catch(String);
	while (asked === 0) await delay(20);
	const { pid } = scene.host.process();
	process.kill(pid, 'SIGKILL');
	expect(await command).toContain('timed out');
	expect(scene.host.process().pid).not.toBe(pid);
	if (staysOff) {
		await scene.host.disable();
		await scene.host.enable();
	}
	await scene.set({ server_url: '' });
	expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support\*\*: 6 here/);
});
