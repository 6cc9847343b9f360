/** The app's entries in Rocket.Chat's own menus: of a room, and of a message. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sendMessage } from '../workspace/host/sendMessage';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

const [roomEntry, messageEntry] = ['room-integrations', 'message-integration'];

function post(where: Place, bot?: { readonly i: string }, who: Person = 'service'): string {
	const message = sendMessage(scene.workspace, { senderId: userIds[who], roomId: roomIds[where], text: 'CANARY of a message' });
	Object.assign(message, bot && { bot });
	return message.id;
}

/** What a choice says: in a panel, or in a message to its maker alone. */
async function choose(who: Person, actionId: string, where: Place, messageId?: string): Promise<string> {
	const { answer, returned, view, messages, notices } = await clientOf(scene, who).choose(actionId, roomIds[where], messageId);
	expect([returned, messages]).toEqual([{ success: true }, []]);
	expect(answer.success).toBe(true);
	const told = notices.map(({ text, userId }) => `only ${userId === userIds[who] ? who : userId}: ${text}`);
	return only([...(view ? [readBlocks(view.blocks)] : []), ...told]);
}

test('both are registered, with the labels of the package', async () => {
	const entries = await scene.host.manager.getUIActionButtonManager().getAllActionButtons();
	expect(entries.map(({ actionId, context, appId }) => [actionId, context, appId])).toEqual([
		[roomEntry, 'roomAction', scene.appId],
		[messageEntry, 'messageAction', scene.appId],
	]);
	const texts = scene.host.manager.getLanguageContent() as Record<string, Record<string, string>>;
	expect(entries.map(({ labelI18n }) => [texts.en?.[labelI18n], texts.ru?.[labelI18n]])).toEqual([
		['Integrations', 'Интеграции'],
		['Which integration posted this?', 'Какая интеграция это опубликовала?'],
	]);
});

test('switched off and on again, the app has its entries and its command', async () => {
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
	await scene.host.disable();
	expect(await scene.host.manager.getUIActionButtonManager().getAllActionButtons()).toEqual([]);
	await scene.host.enable();
	expect(await scene.host.manager.getUIActionButtonManager().getAllActionButtons()).toHaveLength(2);
	expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support/);
	expect(await choose('li', roomEntry, 'support')).toMatch(/^\*\*Integrations in #support/);
	jest.restoreAllMocks();
});

describe('the menu of a room', () => {
	test('opens the panel that `browse` opens', async () => {
		const opened = shown((await clientOf(scene, 'li').choose(roomEntry, roomIds.support)).view);
		const command = { userId: userIds.li, roomId: roomIds.support, text: '/integrations browse', triggerId: 'T1' };
		const before = scene.host.bridges.interactions.opened.length;
		await scene.host.runCommand(command);
		const typed = scene.host.bridges.interactions.opened[before]?.interaction as unknown as { view: { blocks: unknown } };
		expect(readBlocks(opened.blocks)).toBe(readBlocks(typed.view.blocks));
		const { view } = await clientOf(scene, 'li').search('ticket', opened);
		expect(readBlocks(view?.blocks)).toMatch(/: 1 of 6 here, matching `ticket`/);
	});

	test.each<[Place, RegExp]>([
		['secretOps', /^\*\*Integrations in #secret-ops/],
		['team', /^\*\*Integrations in #/],
		['discussion', /^\*\*Integrations in `/],
		['direct', /^only li: You may not ask for the integrations of this room: that takes the role `admin`\. A workspace admin/],
		['omnichannel', /^only li: The integrations of omnichannel rooms are not shown/],
	])('in #%s', async (where, sentence) => {
		if (where === 'omnichannel')
			scene.workspace.rooms.find(({ id }) => id === roomIds.omnichannel)?.members.push({ userId: userIds.li, roles: [] });
		expect(await choose('li', roomEntry, where)).toMatch(sentence);
	});
});

describe('the menu of a message', () => {
	test('of a webhook: which integration posted it, with a way to the list', async () => {
		const { view } = await clientOf(scene, 'li').choose(
			messageEntry,
			roomIds.support,
			post('support', { i: 'inNagiosOff000001' }),
		);
		expect(readBlocks(view?.blocks)).toMatchInlineSnapshot(`
		"**\`Nagios\`**, incoming: posts here
		- **The message bears its mark, but \`integrations-reader\` sent it, as whom it does not post**: the mark may be made up
		- **worth a look**: it is switched off, and was last changed on 2023⁠-⁠11⁠-⁠20
		*What it does*
		- Why here: it names this room
		- Script: none
		*As whom it posts*
		- Posts as: \`monitor\`
		*History*
		- Created: 2023⁠-⁠11⁠-⁠20 by \`li\`
		- Last changed: 2023⁠-⁠11⁠-⁠20
		- Last posted: just now
		- Id: \`inNagiosOff000001\`
		Ask a workspace admin."
	`);
		expect(controlsIn(view?.blocks).map(({ label }) => label)).toEqual(['Back to the list', 'Refresh']);
		const list = await clientOf(scene, 'li').click('Back to the list', shown(view));
		expect(readBlocks(list.view?.blocks)).toMatch(/^\*\*Integrations in #support\*\*: 6 here/);
	});

	test('in a thread the answer goes into the thread; a link for a workspace admin', async () => {
		const parent = post('support');
		const inThread = (id: string): string => {
			Object.assign(scene.workspace.messages.find((message) => message.id === id) ?? {}, { threadId: parent });
			return id;
		};
		const plain = inThread(post('support', undefined, 'mia'));
		const { notices } = await clientOf(scene, 'ana').choose(messageEntry, roomIds.support, plain);
		expect(only(notices)).toMatchObject({ threadId: parent });
		const marked = inThread(post('support', { i: 'inNagiosOff000001' }));
		const { view } = await clientOf(scene, 'ana').choose(messageEntry, roomIds.support, marked);
		expect(controlsIn(view?.blocks).map(({ label }) => label)).toContain('Open in administration');
	});

	test('a mark that somebody else than its poster sends is told as such', async () => {
		const made = await choose('li', messageEntry, 'support', post('support', { i: 'inNagiosOff000001' }, 'mia'));
		expect(made).toContain(
			'- **The message bears its mark, but `mia` sent it, as whom it does not post**: the mark may be made up\n',
		);
		const own = await choose('li', messageEntry, 'support', post('support', { i: 'inNagiosOff000001' }, 'monitor'));
		expect(own).toContain('- The message bears its mark, which other programs can write, too\n');
	});

	test('whom to ask is said where nothing is wrong, too', async () => {
		const fine = post('support', { i: 'inStatuspage00001' }, 'cat');
		expect(await choose('mo', messageEntry, 'support', fine)).toMatch(/Ask `li` \(owner\) or an admin\.$/);
	});

	test('one that was made since the list was kept is found', async () => {
		await scene.set({ cache_seconds: 300 });
		const { workspace } = scene;
		const kept = workspace.integrations;
		await choose('li', roomEntry, 'support');
		const [first] = kept.filter(({ _id }) => _id === 'inNagiosOff000001');
		if (!first) throw new Error('no Nagios');
		workspace.integrations = [...kept, { ...first, _id: 'justMade000000001', name: 'Just made' }];
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(await choose('li', messageEntry, 'support', post('support', { i: 'justMade000000001' }, 'monitor'))).toMatch(
			/^\*\*`Just made`\*\*/,
		);
		workspace.integrations = kept;
		await scene.set({ cache_seconds: 0 });
	});

	test('what was only redirected here is shown to a workspace admin alone', async () => {
		const [redirected] = scene.workspace.integrations.filter(
			({ overrideDestinationChannelEnabled, channel }) =>
				overrideDestinationChannelEnabled && !String(channel).includes('#support'),
		);
		const id = String(redirected?._id);
		const message = post('support', { i: id });
		expect(await choose('ana', messageEntry, 'support', message)).toContain(id);
		expect(await choose('li', messageEntry, 'support', message)).toMatch(/not among those that you can see here/);
	});

	test.each<[string, () => string, RegExp]>([
		['a person', () => post('support', undefined, 'mia'), /^only li: No integration posted this message: `mia` wrote it\.$/],
		[
			'a program',
			() => post('support', { i: 'js.SDK' }),
			/^only li: No integration posted this message: a program did, logged in as `/,
		],
		[
			'a bot',
			() => post('support', undefined, 'cat'),
			/^only li: No integration posted this message: a program did, logged in as `rocket\.cat`\.$/,
		],
		[
			'nobody that is listed',
			() => post('support', { i: 'A'.repeat(17) }),
			/^only li: An integration posted this message, but it is not among/,
		],
	])('by %s', async (_, made, sentence) => {
		expect(await choose('li', messageEntry, 'support', made())).toMatch(sentence);
	});

	test('by the app itself', async () => {
		const summary = only((await scene.ask('', 'li', 'support')).messages);
		expect(await choose('li', messageEntry, 'support', summary.id)).toBe(
			'only li: No integration posted this message: the app `channel-integrations.bot` did.',
		);
	});
});

describe('who may not ask', () => {
	test('is refused, with the name of who may, whoever posted the message', async () => {
		const before = scene.rest.requests.length;
		const said = [await choose('mia', roomEntry, 'support')];
		for (const made of [post('support', { i: 'inNagiosOff000001' }), post('support', undefined, 'mia')]) {
			said.push(await choose('mia', messageEntry, 'support', made));
		}
		expect(new Set(said).size).toBe(1);
		expect(said[0]).toMatch(/^only mia: You may not ask .* Ask `li`, who owns this room, or a workspace admin\.$/);
		expect(scene.rest.requests).toHaveLength(before);
	});

	test('outside of the room, one sentence to every entry, room and message, there or not', async () => {
		await scene.set({ allowed_roles: '*' });
		const before = scene.rest.requests.length;
		const said = new Set<string>();
		const messages = [post('support', { i: 'inNagiosOff000001' }), post('secretOps'), 'nothing'];
		for (const roomId of [roomIds.support, roomIds.secretOps, roomIds.omnichannel, 'goneRoom4Kq7Zr9Wn']) {
			for (const messageId of [undefined, ...messages]) {
				for (const entry of [roomEntry, messageEntry, 'nonsense']) {
					const { view, notices } = await clientOf(scene, 'otto').choose(entry, roomId, messageId);
					said.add(JSON.stringify([readBlocks(view?.blocks), controlsIn(view?.blocks), notices]));
				}
			}
		}
		expect([...said]).toEqual([expect.stringMatching(/^\["Only members of this room may ask/)]);
		expect(scene.rest.requests).toHaveLength(before);
		await scene.set({ allowed_roles: 'admin, owner, moderator, leader' });
	});
});

describe('what a client makes up', () => {
	const stale = 'only li: This button no longer works, or does not belong here. Type `/integrations` to ask again.';

	test.each<[string, string, () => string | undefined]>([
		['a message of another room', messageEntry, () => post('secretOps', { i: 'inNagiosOff000001' })],
		['a message that does not exist', messageEntry, () => 'nothing'],
		['the entry of a message without one', messageEntry, () => undefined],
		['another entry', 'delete-everything', () => undefined],
	])('%s: stale, and nothing is asked', async (_, entry, made) => {
		const before = scene.rest.requests.length;
		expect(await choose('li', entry, 'support', made())).toBe(stale);
		expect(scene.rest.requests).toHaveLength(before);
	});
});

test('a client that gives no trigger id gets a message instead of a panel', async () => {
	const { view, notices } = await clientOf(scene, 'li', null).choose(roomEntry, roomIds.support);
	expect(view).toBeUndefined();
	expect(only(notices).text).toMatch(/^The panel cannot open here, .*\n\*\*Integrations in #support/);
});
