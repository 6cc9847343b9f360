/** A server that keeps a click waiting. */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deadlines } from '../../commands/deadlines';
import { watchAnswers } from '../workspace/host/command';
import type { Notice } from '../workspace/model';
import { roomIds, userIds } from '../workspace/sample';
import { manyIntegrations } from '../workspace/sample/many';
import { packagedApp } from '../workspace/host';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
/** What every answer of the server waits for. */
let held = Promise.resolve();
/** Keeps the server's answers back until the returned function is called: so that what comes before was not waiting for them. */
function holdBack(): () => void {
	let release = (): void => undefined;
	held = new Promise((resolve) => {
		release = resolve;
	});
	return release;
}
const slow = createServer((request, response) => {
	void held
		.then(async () => fetch(`${scene.rest.url}${request.url ?? ''}`, { headers: request.headers as Record<string, string> }))
		.then(async (answer) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()))
		.catch(() => response.destroy());
});

beforeAll(async () => {
	scene = await setUp();
	scene.workspace.integrations = manyIntegrations(1000);
	await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
	const address = slow.address();
	await scene.set({
		cache_seconds: 300,
		server_url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
	});
});
afterAll(async () => {
	slow.closeAllConnections();
	slow.close();
	await scene.host.atRest();
	await scene.close();
});
beforeEach(async () => {
	held = Promise.resolve();
	await scene.set({ cache_seconds: 300, request_timeout: 25 });
});

/** Waits for what follows by itself. */
async function followUp(added: ReturnType<typeof watchAnswers>): Promise<Notice> {
	while (added().notices.length === 0) await delay(20);
	expect(added().messages).toEqual([]);
	return only(added().notices);
}

const waiting =
	'The server has not answered yet. Its answer comes as a message that only you see; *Try again* shows it here then.';

test('a click waits no longer than a client, which gives up after 5 s with the network between', () => {
	expect(deadlines.click).toBeLessThanOrEqual(4000);
});

describe('in time with exactly one interaction, and the answer follows for the clicker alone', () => {
	test('1,000 integrations: Browse does not wait for them, and then everything is at hand', async () => {
		const message = only((await scene.ask('', 'li', 'busy')).messages);
		// The new process knows nothing yet.
		await scene.host.install(await packagedApp());
		const release = holdBack();
		const li = clientOf(scene, 'li');
		const added = watchAnswers(scene.workspace);
		const { answer, view } = await li.click('Browse', message);
		expect(answer).toMatchObject({ type: 'contextual_bar.open', triggerId: 'trigger' });
		expect(readBlocks(view?.blocks)).toBe(waiting);
		release();
		const notice = await followUp(added);
		expect(notice).toMatchObject({ userId: userIds.li, roomId: roomIds.busy });
		expect(notice.text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
		[
		  "The server took longer than a click or a panel can wait, so the answer comes as a message. To ask again, type \`/integrations browse\`.",
		  "**Integrations in #busy**: 1000 here (667 post, 333 listen), 300 need attention",
		]
	`);
		const before = scene.rest.requests.length;
		const asked = () => scene.rest.requests.slice(before).map(({ path }) => path.split('/').at(-1));
		let panel = shown((await li.click('Try again', shown(view))).view);
		expect(readBlocks(panel.blocks)).toContain('Page 1 of 50');
		panel = shown((await li.search('hook 99', panel)).view);
		expect(readBlocks(panel.blocks)).toContain('11 of 1000 here, matching `hook 99`');
		panel = shown((await li.click('Details', panel)).view);
		expect(readBlocks(panel.blocks)).toContain('**`Hook 991`**');
		await li.click('Back to the list', panel);
		await li.click('Next page', message);
		expect(message.text).toContain('Page 2 of');
		// Whether the user that it posts as may do so is asked for once.
		expect(asked().sort()).toEqual(['info', 'permissions.listAll']);
	});

	test('Refresh in the panel, and browse typed', async () => {
		scene.workspace.integrations = manyIntegrations(30);
		const li = clientOf(scene, 'li');
		const { view } = await li.click('Browse', only((await scene.ask('fresh', 'li', 'busy')).messages));
		const { opened } = scene.host.bridges.interactions;
		opened.length = 0;
		const release = holdBack();
		const added = watchAnswers(scene.workspace);
		const text = '/integrations browse fresh incoming';
		const command = scene.host.runCommand({ userId: userIds.mo, roomId: roomIds.busy, text, triggerId: 'T9' });
		const typed = () => opened.filter(({ userId }) => userId === userIds.mo);
		const { answer } = await li.click('Refresh', shown(view));
		expect(answer).toMatchObject({ type: 'contextual_bar.update', view: { id: view?.id } });
		expect(readBlocks(answer.view?.blocks)).toBe(waiting);
		expect(controlsIn(answer.view?.blocks).map(({ label }) => label)).toEqual(['Try again']);
		while (typed().length === 0) await delay(20);
		expect(only(typed())).toMatchObject({ userId: userIds.mo, interaction: { type: 'contextual_bar.open', triggerId: 'T9' } });
		release();
		await command;
		while (added().notices.length < 2) await delay(50);
		const told = added().notices.map((notice) => [notice.userId, notice.text.split('\n')[0]]);
		expect(told.sort()).toMatchInlineSnapshot(`
		[
		  [
		    "liOwner5Vb8NmWq3z",
		    "The server took longer than a click or a panel can wait, so the answer comes as a message. To ask again, type \`/integrations browse\`.",
		  ],
		  [
		    "moModerator4Xc6Yd",
		    "The server took longer than a click or a panel can wait, so the answer comes as a message. To ask again, type \`/integrations incoming browse\`.",
		  ],
		]
	`);
		expect(opened).toHaveLength(2);
	});

	test('a page of a posted message stays as it is, and a late failure is told in its sentence', async () => {
		const message = only((await scene.ask('', 'li', 'busy')).messages);
		await scene.set({ cache_seconds: 0, request_timeout: 4 });
		holdBack();
		const added = watchAnswers(scene.workspace);
		expect((await clientOf(scene, 'li').click('Next page', message)).answer).toEqual({ success: true });
		expect((await followUp(added)).text).toMatchInlineSnapshot(`
		"The server took longer than a click or a panel can wait, so the answer comes as a message. To ask again, type \`/integrations page 2\`.
		The server did not answer within 4 seconds. Try again. If it keeps happening, a workspace admin can help."
	`);
		expect(message.text).toContain('Page 1 of');
	});
});
