import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, only } from '../support/client';
import { type Scene, setUp } from '../support/scene';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../app.json'), 'utf8')) as { permissions: { name: string }[] };
const all = manifest.permissions.map(({ name }) => name);

/** The engine names a missing permission on the console. */
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

/** Starts the app without one permission, lets somebody use it, and stops it again. */
async function without(permission: string, use: (scene: Scene) => Promise<unknown>): Promise<unknown> {
	const scene = await setUp(all.filter((name) => name !== permission));
	try {
		return await use(scene);
	} finally {
		await scene.close();
	}
}

async function first(scene: Scene, ...typed: Parameters<Scene['read']>): Promise<string> {
	return String((await scene.read(...typed))[0]).slice(0, 120);
}

test('with all of them the owner gets the summary, in the thread', async () => {
	expect(await without('nothing', async (scene) => first(scene))).toMatch(/^room: \*\*Integrations in #support/);
});

describe('without', () => {
	test('slashcommand: no command', async () => {
		await expect(without('slashcommand', first)).rejects.toThrow('does not exist');
	});

	test('networking: nothing can be asked', async () => {
		expect(await without('networking', first)).toMatch(/^only li: The app may not send requests/);
	});

	test('server-setting.read: the address of the server must be typed in', async () => {
		expect(await without('server-setting.read', first)).toMatch(
			/^only li: The app is not set up yet: \*\*Server URL\*\* is empty/,
		);
	});

	test('room.write: whoever installs the app gets no first steps, and the app works', async () => {
		const greeted = async ({ workspace }: Scene) => Promise.resolve(workspace.messages.filter(({ bot }) => !bot).length);
		expect(await without('nothing', greeted)).toBe(1);
		expect(await without('room.write', greeted)).toBe(0);
		expect(await without('room.write', first)).toMatch(/^room: /);
	});

	test('room.write, too: no file is made where there is no direct message yet, and that is said', async () => {
		const told = await without('room.write', async (scene) => only(await scene.read('outgoing export', 'ana')));
		expect(told).toBe(
			"only ana: No file was made: that needs the app's permission `room.write`, which was not granted. The panel shows the same: `/integrations outgoing browse`. Upload the app's zip again and agree to the permissions; the settings stay.",
		);
	});

	test('upload.write: no file is made, and that is said', async () => {
		const told = await without('upload.write', async (scene) => only(await scene.read('outgoing export', 'ana')));
		expect(told).toBe(
			"only ana: No file was made: that needs the app's permission `upload.write`, which was not granted. The panel shows the same: `/integrations outgoing browse`. Upload the app's zip again and agree to the permissions; the settings stay.",
		);
	});

	test('message.write: nothing can be said', async () => {
		expect(await without('message.write', async (scene) => scene.ask())).toEqual({ messages: [], notices: [] });
	});

	test('message.read: no thread is answered in', async () => {
		const askInThread = async (scene: Scene) => {
			scene.workspace.messages.push({
				id: 'T1',
				roomId: roomIds.support,
				senderId: userIds.li,
				text: 'hi',
				createdAt: new Date(),
			});
			return (await scene.ask('', 'li', 'support', 'T1')).messages[0]?.threadId ?? 'not in the thread';
		};
		expect(await without('nothing', askInThread)).toBe('T1');
		expect(await without('message.read', askInThread)).toBe('not in the thread');
	});

	test('message.read, too: no posted message changes in place, and the page comes alone', async () => {
		const turn = async (scene: Scene) => {
			const message = only((await scene.ask('', 'li', 'busy')).messages);
			const { notices } = await clientOf(scene, 'li').click('Next page', message);
			return [/Page \d/.exec(message.text)?.[0], ...notices.map(({ text }) => text.slice(0, 60))];
		};
		expect(await without('nothing', turn)).toEqual(['Page 2']);
		expect(await without('message.read', turn)).toEqual([
			'Page 1',
			'Only you see this answer: the posted message could not be ch',
		]);
	});

	test('ui.interact: no panel opens', async () => {
		const open = async (scene: Scene) => {
			const command = { userId: userIds.li, roomId: roomIds.support, text: '/integrations browse', triggerId: 'T1' };
			await scene.host.runCommand(command);
			const { view } = await clientOf(scene, 'li').click('Browse', only((await scene.ask()).messages));
			return [scene.host.bridges.interactions.opened.length, view !== undefined];
		};
		expect(await without('nothing', open)).toEqual([2, true]);
		expect(await without('ui.interact', open)).toEqual([0, false]);
	});

	test('ui.registerButtons: the menus have no entry, and the rest works', async () => {
		const entries = async ({ host }: Scene) => (await host.manager.getUIActionButtonManager().getAllActionButtons()).length;
		expect(await without('nothing', entries)).toBe(2);
		expect(await without('ui.registerButtons', entries)).toBe(0);
		expect(await without('ui.registerButtons', first)).toMatch(/^room: /);
	});

	const askToWatch = async (scene: Scene) => [(await scene.read('watch'))[0], scene.host.persistence().length];

	test('persistence: no room can be watched, and it is said', async () => {
		expect(await without('nothing', askToWatch)).toEqual([
			expect.stringMatching(/^room: `li` switched on watching for this room/),
			2,
		]);
		expect(await without('persistence', askToWatch)).toEqual([
			"only li: That needs the app's permission `persistence`, which was not granted. A workspace admin can help.",
			0,
		]);
		expect(await without('persistence', first)).toMatch(/^room: /);
		expect(await without('persistence', async (scene) => first(scene, 'status', 'ana'))).toContain(
			'The app was not granted `persistence`.',
		);
	});

	test('scheduler: the same, and nothing is kept', async () => {
		expect(await without('scheduler', askToWatch)).toEqual([
			"only li: That needs the app's permission `scheduler`, which was not granted. A workspace admin can help.",
			0,
		]);
		expect(await without('scheduler', first)).toMatch(/^room: /);
	});

	test('room.read: nobody is let in, and nobody is called an outsider', async () => {
		expect(await without('room.read', first)).toMatch(/^only li: `Rocket\.Chat` itself did not answer the app/);
	});

	test('user.read: it cannot be said whom to invite', async () => {
		const ask = async (scene: Scene) => {
			await scene.set({ workspace_scan: false });
			return first(scene, '', 'li', 'hidden');
		};
		expect(await without('nothing', ask)).toContain('to `integrations-reader`, the user whose token');
		expect(await without('user.read', ask)).toContain('to the user whose token');
	});

	test('role.read: the name of a custom role means nothing', async () => {
		const ask = async (scene: Scene) => {
			await scene.set({ allowed_roles: 'Integration Viewer' });
			return first(scene, '', 'vera');
		};
		expect(await without('nothing', ask)).toMatch(/^room: /);
		expect(await without('role.read', ask)).toMatch(/^only vera: You may not ask/);
	});
});

test('this test knows every permission of app.json', () => {
	const tested = readFileSync(__filename, 'utf8').match(/test\('[a-zA-Z.-]+: /g) ?? [];
	expect(
		tested
			.map((name) => name.slice(6, -2))
			.filter((name) => all.includes(name))
			.sort(),
	).toEqual([...all].sort());
});
