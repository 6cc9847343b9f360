/** Somebody deleted the app's own user. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import { clientOf, only } from '../support/client';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

describe('the app’s own user is deleted', () => {
	test('the check of the set-up says so, and a workspace admin is told what to do', async () => {
		const { message } = await before();
		remove();
		const [status = ''] = await scene.read('status', 'ana');
		expect(status.split('\n').filter((line) => line.includes('bot user'))).toMatchInlineSnapshot(`
		[
		  "- **to do**: The app's own bot user does not exist any more, so the app cannot post. Upload the app's zip again and agree to the permissions; the settings stay.",
		]
	`);

		const { messages, notices } = await scene.ask();
		expect(messages).toEqual([]);
		expect(only(notices).text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
		[
		  "Only you see this answer: the app's own bot user no longer exists. A workspace admin can bring it back by installing the app again.",
		  "**Integrations in #support**: 6 here (5 post, 1 listens)",
		]
	`);

		const clicked = await clientOf(scene, 'li').click('Next page', message);
		expect(only(clicked.notices).text).toMatchInlineSnapshot(
			`"The app's own bot user does not exist any more, so the app cannot post. A workspace admin can help."`,
		);
		expect(message.text).toContain('Page 1 of');
	});

	test('installed anew, the app has one again', async () => {
		await scene.host.install(await packagedApp());
		expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support/);
		expect((await scene.read('status')).join()).not.toContain('bot user');
	});
});

/** A summary of several pages, posted by the app's user. */
async function before() {
	return { message: only((await scene.ask('', 'li', 'busy')).messages) };
}

function remove(): void {
	scene.workspace.users = scene.workspace.users.filter(({ appId }) => appId !== scene.appId);
}
