/** Rocket.Chat itself refuses what the app asks of it: each question in turn. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import { roleIds, roomIds, userIds } from '../workspace/sample';
import { clientOf, only, readBlocks, shown } from '../support/client';
import { type Person, type Scene, setUp } from '../support/scene';

let scene: Scene;

beforeAll(async () => {
	scene = await setUp();
	scene.workspace.messages.push({
		id: 'PARENT',
		roomId: roomIds.support,
		senderId: userIds.mia,
		text: 'Hi',
		createdAt: new Date(),
	});
	// The engine prints what its host refuses.
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(async () => scene.close());

/** A new process remembers nothing. */
beforeEach(async () => {
	await scene.host.install(await packagedApp());
});

/** Whatever was refused: nothing secret stands anywhere, and the next command works. */
afterEach(async () => {
	scene.host.obstruct = () => undefined;
	const { messages, notices } = scene.workspace;
	expect(JSON.stringify([messages, notices, scene.host.logs()]).match(/CANARY-refused/g)).toBeNull();
	await scene.set({ server_url: '', allowed_roles: 'admin, owner, moderator, leader' });
	expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support\*\*: 6 here/);
});

/** Has calls of a name fail from now on, and tells how many did. */
function refuse(...names: readonly string[]): () => number {
	let refused = 0;
	scene.host.obstruct = (called) => {
		if (!names.some((name) => called.endsWith(name))) {
			return undefined;
		}
		refused += 1;
		return Promise.reject(new Error('CANARY-refused'));
	};
	return () => refused;
}

/** What somebody reads, and where; without what changes from run to run. */
async function readRefused(name: string, words = '', who: Person = 'li', threadId?: string): Promise<string> {
	const refused = refuse(name);
	const lines = await scene.read(words, who, 'support', threadId);
	expect(refused()).toBeGreaterThan(0);
	return lines.map((line) => line.replace(/\(`\w+`\)/, '(`ID`)')).join('\n');
}

const silent =
	'only li: `Rocket.Chat` itself did not answer the app, or not in time. Try again. If it keeps happening, a workspace admin can help.';
const summary = /^room: \*\*Integrations in #support\*\*: 6 here \(5 post, 1 listens\)/;

describe('what the answer does not depend on: the summary comes into the room', () => {
	test.each([
		['the app’s user', 'getAppUser'],
		['other people', 'getUserReader.getById'],
		['a role that need not be known', 'getModerators'],
		['another one', 'getLeaders'],
	])('the summary comes without %s', async (_, name) => {
		expect(await readRefused(name)).toMatch(summary);
	});

	test('the workspace’s settings, where the address is one of the app’s own', async () => {
		await scene.set({ server_url: scene.rest.url });
		expect(await readRefused('getServerSettings.getValueById')).toMatch(summary);
	});

	test('the thread: the answer is outside of it', async () => {
		expect(await readRefused('getMessageReader.getById', '', 'li', 'PARENT')).toMatch(summary);
		expect(scene.workspace.messages.at(-1)?.threadId).toBeUndefined();
	});

	test('the newest messages: what needs attention is told without them', async () => {
		expect(await readRefused('getRoomReader.getMessages', 'attention')).toMatch(
			/^only li: \*\*Integrations in #support\*\*: 1 worth a look; \*All public channels, so here too: 3 need attention\*/,
		);
	});
});

describe('what it depends on: one sentence for the asker alone', () => {
	test('the app’s settings', async () => {
		expect(await readRefused('getSettings.getValueById')).toMatchInlineSnapshot(
			`"only li: Something happened that the app did not foresee (\`ID\`). Try again. If it keeps happening, a workspace admin can help."`,
		);
	});

	test('the workspace’s settings, where the address is theirs', async () => {
		expect(await readRefused('getServerSettings.getValueById')).toMatchInlineSnapshot(
			`"only li: The app is not set up yet: **Server URL** is empty. A workspace admin can help."`,
		);
	});

	test.each(['getOwners', 'getModerators', 'getLeaders'])('who has a role that lets in: %s', async (name) => {
		await scene.set({ allowed_roles: { getOwners: 'owner', getModerators: 'moderator', getLeaders: 'leader' }[name] });
		expect(await readRefused(name)).toBe(silent);
	});

	test('a custom role, by its name', async () => {
		const li = scene.workspace.users.find(({ id }) => id === userIds.li);
		li?.roles.push(roleIds.integrationViewer);
		await scene.set({ allowed_roles: 'Integration Viewer' });
		expect(await readRefused('getOneByIdOrName')).toBe(silent);
		li?.roles.pop();
	});

	test('whether a member is one', async () => {
		await scene.set({ allowed_roles: '*' });
		expect(await readRefused('getUserUnreadMessageCount', '', 'mia')).toBe(silent.replace('li', 'mia'));
	});

	test('requests are refused', async () => {
		expect(await readRefused('doCall')).toMatchInlineSnapshot(
			`"only li: The connection to the server broke off. Try again. If it keeps happening, a workspace admin can help."`,
		);
	});

	test('the message in the room: the summary, with a reason', async () => {
		expect((await readRefused('doCreate')).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
		[
		  "only li: Only you see this answer: the room did not accept it. It may be read-only, archived or encrypted, or the app's own bot user may be muted.",
		  "**Integrations in #support**: 6 here (5 post, 1 listens)",
		]
	`);
	});
});

test('what is for the asker alone: the command fails with the host’s own error, and the room stays silent', async () => {
	const before = scene.workspace.messages.length;
	await expect(readRefused('doNotifyUser', 'help')).rejects.toThrow('CANARY-refused');
	expect(scene.workspace.messages).toHaveLength(before);
});

describe('what is kept of watched rooms', () => {
	test.each([
		['watch', 'readByAssociations'],
		['watch', 'updateByAssociations'],
		['watch', 'scheduleRecurring'],
		['changes', 'readByAssociations'],
		['unwatch', 'readByAssociations'],
	])('%s: %s', async (words, name) => {
		const { length: before } = scene.host.logs();
		expect(await readRefused(name, words)).toBe(silent);
		expect(JSON.stringify(scene.host.logs().slice(before)).includes('unforeseen')).toBe(false);
	});

	test('unwatch: removeByAssociations', async () => {
		await scene.ask('watch');
		expect(await readRefused('removeByAssociations', 'unwatch')).toBe(silent);
		scene.host.obstruct = () => undefined;
		expect(await scene.read('unwatch')).toEqual(['room: `li` ended the watch of this room.']);
	});
});

describe('clicks', () => {
	const browse = async () => {
		const li = clientOf(scene, 'li');
		return { li, message: only((await scene.ask()).messages) };
	};

	test('the room of a panel', async () => {
		const { li, message } = await browse();
		const panel = shown((await li.click('Browse', message)).view);
		refuse('getRoomReader.getById');
		const { view, messages, notices } = await li.click('Refresh', panel);
		expect([readBlocks(view?.blocks), messages, notices]).toEqual([silent.replace('only li: ', ''), [], []]);
	});

	test('the panel cannot be handed over: it says so', async () => {
		const { li, message } = await browse();
		const panel = shown((await li.click('Browse', message)).view);
		const refused = refuse('getUiController.updateSurfaceView');
		const { returned, messages, notices } = await li.click('Refresh', panel);
		expect([refused(), messages, notices]).toEqual([1, [], []]);
		expect(returned).toMatchObject({ type: 'contextual_bar.update', view: { id: panel.id } });
		expect(readBlocks(returned.view?.blocks)).toMatch(/^Something happened that the app did not foresee/);
	});

	test('the panel cannot be opened: whoever clicked is told', async () => {
		const { li, message } = await browse();
		const refused = refuse('getUiController.openSurfaceView');
		const { returned, view, messages, notices } = await li.click('Browse', message);
		expect([refused(), returned.success, view, messages]).toEqual([1, true, undefined, []]);
		expect(only(notices).text).toMatch(/^Something happened that the app did not foresee/);
	});

	test('not even that can be told: it is logged, and the client gets its response', async () => {
		const { li, message } = await browse();
		refuse('getUiController.openSurfaceView', 'doNotifyUser');
		const { returned, notices } = await li.click('Browse', message);
		expect([returned.success, notices]).toEqual([true, []]);
	});

	test('the owners cannot be read', async () => {
		const { li, message } = await browse();
		refuse('getOwners');
		const { view, messages, notices } = await li.click('Browse', message);
		expect([view, messages, notices.map(({ text }) => `only li: ${text}`)]).toEqual([undefined, [], [silent]]);
	});

	test('the message to be changed: the page is told to who clicked', async () => {
		await scene.set({ page_size: 2 });
		const { li, message } = await browse();
		const before = message.text;
		refuse('doUpdate');
		const { messages, notices } = await li.click('Next page', message);
		expect([message.text, messages]).toEqual([before, []]);
		expect(only(notices).text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
		[
		  "Only you see this answer: the posted message could not be changed.",
		  "**Integrations in #support**: 6 here (5 post, 1 listens)",
		]
	`);
		await scene.set({ page_size: 20 });
	});
});
