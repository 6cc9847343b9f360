import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { severities } from '../../lib/integrations/finding';
import { locales } from '../../lib/generated/locales';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => {
	await scene.set({ read_activity: true, allowed_roles: '', cache_seconds: 0 });
});

async function pages(words: string, who: Person, where: Place): Promise<string> {
	const first = (await scene.read(words, who, where)).join();
	const count = Number(/Page 1 of (\d+)/.exec(first)?.[1] ?? 1);
	const others = Array.from({ length: count - 1 }, async (_, index) => scene.read(`${words} page ${index + 2}`, who, where));
	return [first, ...(await Promise.all(others)).flat()].join('\n');
}

test('the summary counts what needs attention, says the worst of each, and whom to ask', async () => {
	const [text = ''] = await scene.read('here', 'li', 'troubles');
	expect(text).toMatchInlineSnapshot(`
		"room: **Integrations in #troubles**: 18 of 22, naming this room
		*Incoming: post here*
		- \`Script failed\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-01, script error, **broken**: script does not compile
		- \`Script not compiled\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-02, script not compiled, **broken**: script never compiled
		- \`Poster missing\` posts as \`gina\`, by \`ana\`, since 2024-04-05, **broken**: post-as user is gone
		- \`Poster inactive\` posts as \`dora\`, by \`ana\`, since 2024-04-06, **broken**: post-as user deactivated
		- \`Poster renamed\` posts as \`watchdog\`, by \`ana\`, since 2024-04-07, **broken**: post-as user renamed
		- \`Creator missing\` posts as \`rocket.cat\`, by \`gina\`, since 2024-04-08, **broken**: creator is gone
		- \`Creator inactive\` posts as \`rocket.cat\`, by \`dora\`, since 2024-04-09, **broken**: creator deactivated
		- \`Redirectable\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-12, **exposed**: may post elsewhere
		- \`Disabled\` **disabled**, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-14
		- \`Script will change\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-17, script, **worth a look**: script changes with 9.0
		- \`Nothing wrong\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-18
		*Outgoing: listen here*
		- \`No target\` on \`!none\` sends nowhere, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-03, **broken**: no target
		- \`Run failed\` on \`!run\` sends to \`hooks.example.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-04
		- \`Plain http\` on \`!plain\` sends to \`plain.example.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-10, **exposed**: unencrypted target
		- \`Every message\` on every message sends to \`hooks.example.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-11, **exposed**: hears every message
		- \`Impersonates\` on \`!echo\` sends to \`hooks.example.com\`, posts as \`rocket.cat\`, by \`mo\`, since 2024-04-13, **exposed**: answers in others' names
		- \`Same words\` on \`!echo twice\` sends to \`hooks.example.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-15, **worth a look**: same trigger words
		- \`Same target\` on \`!same\` sends to \`same.example.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-04-16, **worth a look**: same target twice
		Who can help: \`li\`, who owns this room; \`ana\` and \`mo\`, who made what is named here.
		Page 1 of 1"
	`);
});

test('attention lists them with reason and cure, for the asker alone, whatever else was asked', async () => {
	const lines = await scene.read('attention share incoming', 'li', 'troubles');
	expect(only(lines)).toMatchInlineSnapshot(`
		"only li: **Integrations in #troubles**: 10 of 22, incoming, needing attention
		\`Script failed\`, incoming
		- **broken**: its script does not compile. Who made it, or a workspace admin, can correct the script in the administration and save it.
		- Last posted: not among the newest 4 messages of this room
		\`Script not compiled\`, incoming
		- **broken**: its script is switched on, but was never compiled. Who made it, or a workspace admin, can save it anew in the administration: that compiles it.
		- Last posted: not among the newest 4 messages of this room
		\`Poster missing\`, incoming
		- **broken**: \`gina\`, as whom it posts, does not exist any more. A workspace admin can choose somebody else to post as.
		- Last posted: not among the newest 4 messages of this room
		\`Poster inactive\`, incoming
		- **broken**: \`dora\`, as whom it posts, is deactivated. A workspace admin can activate the user, or choose somebody else to post as.
		- Last posted: not among the newest 4 messages of this room
		\`Poster renamed\`, incoming
		- **broken**: it posts as \`watchdog\`, who is called \`monitor\` by now. A workspace admin can choose the new name to post as, and save it.
		- Last posted: not among the newest 4 messages of this room
		\`Creator missing\`, incoming
		- **broken**: \`gina\`, who made it, does not exist any more. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- Last posted: not among the newest 4 messages of this room
		\`Creator inactive\`, incoming
		- **broken**: \`dora\`, who made it, is deactivated. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- Last posted: not among the newest 4 messages of this room
		\`Redirectable\`, incoming
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see. Who made it, or a workspace admin, can switch off that its callers may name another channel.
		- Last posted: not among the newest 4 messages of this room
		\`Disabled\`, incoming
		- **worth a look**: it is switched off, and was last changed on 2025-03-02. Who made it, or a workspace admin, can switch it on, or delete it if nobody needs it.
		- Last posted: not among the newest 4 messages of this room
		\`Script will change\`, incoming
		- **worth a look**: its script may run otherwise from server version 9.0 on. Who made it can write it so that it needs no transpiling, and switch that off before the update.
		- Last posted: not among the newest 4 messages of this room
		1 more integration posted here, the last time 1 day ago: it was deleted, serves another room by now, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		Who can help: \`li\`, who owns this room; \`ana\`, who made what is named here.
		Page 1 of 1"
	`);
});

test('the sample has an example of every finding', async () => {
	const texts = [
		await pages('attention', 'li', 'troubles'),
		await pages('attention', 'li', 'secretOps'),
		await pages('attention', 'ana', 'direct'),
	].join('\n');
	const cures = Object.keys(severities).map((kind) => [kind, locales.en[`cure_${kind}` as keyof typeof locales.en]]);
	expect(cures.filter(([, cure]) => !(cure && texts.includes(cure)))).toEqual([]);
	expect(cures.length).toBeGreaterThan(15);
});

describe('the button Only problems', () => {
	test('answers alone, in the reader’s language', async () => {
		await scene.set({ allowed_roles: '*' });
		const message = only((await scene.ask('', 'li', 'troubles')).messages);
		const { messages, notices } = await clientOf(scene, 'bia').click('Only problems', message);
		expect(messages).toEqual([]);
		expect(only(notices).text.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
		[
		  "**Integrações em #troubles**: 21 de 22, que precisam de atenção",
		  "\`Script failed\`, de entrada",
		  "- **com defeito**: seu script não compila. Quem a criou, ou um administrador do workspace, pode corrigir o script na administração e salvá-lo.",
		]
	`);
	});

	test('is not there where nothing is found', async () => {
		const { integrations } = scene.workspace;
		scene.workspace.integrations = integrations.filter(({ _id }) => _id === 'trNothing00000001');
		const message = only((await scene.ask('', 'li', 'troubles')).messages);
		const [nothing] = await scene.read('attention', 'li', 'troubles');
		scene.workspace.integrations = integrations;
		expect(controlsIn(message.blocks).map(({ label }) => label)).toEqual(['Browse']);
		expect(message.text).toMatchInlineSnapshot(`
		"**Integrations in #troubles**: 1 reaches this room: 1 incoming
		*Incoming: post here*
		- \`Nothing wrong\` posts as \`rocket.cat\`, by \`ana\`, since 2024-04-18
		Page 1 of 1"
	`);
		expect(nothing).toMatchInlineSnapshot(`
		"only li: **Nothing in #troubles needs attention**, as far as the app can see: it looked at 1 integration.
		1 more integration posted here, the last time 1 day ago: it was deleted, serves another room by now, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses."
	`);
	});

	test('narrows the panel, and Everything widens it again', async () => {
		await scene.set({ cache_seconds: 300 });
		const li = clientOf(scene, 'li');
		const message = only((await scene.ask('', 'li', 'troubles')).messages);
		const { view } = await li.click('Browse', message);
		const before = scene.rest.requests.length;
		const problems = shown((await li.click('Only problems', shown(view))).view);
		expect(readBlocks(problems.blocks)).toMatch(/^\*\*Integrations in #troubles\*\*: 20 of 22, needing attention\n/);
		expect(readBlocks(problems.blocks)).toContain(locales.en.cure_scriptFailed);
		expect(scene.rest.requests).toHaveLength(before);
		const everything = (await li.click('Everything', problems)).view;
		expect(readBlocks(everything?.blocks)).toMatch(/22 reach this room/);
		const details = (await li.click('Details', problems)).view;
		expect(readBlocks(details?.blocks)).toContain(locales.en.cure_scriptFailed);
	});
});

describe('who posted of late', () => {
	test('is told by show, and by attention also for who is in no list', async () => {
		const [shown] = await scene.read('show Nothing wrong', 'li', 'troubles');
		expect(shown).toContain('- Last posted: 3 hours ago');
		expect((await scene.read('show Redirectable', 'li', 'troubles')).join()).toMatch(
			/- Last posted: not among the newest \d+ messages/,
		);
		expect(await pages('attention', 'li', 'troubles')).toContain(
			"1 more integration posted here, the last time 1 day ago: it was deleted, serves another room by now, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.",
		);
	});

	test('is not read for the summary, nor where that is switched off', async () => {
		const read = async (words: string) => {
			scene.host.hostCalls.length = 0;
			await scene.ask(words, 'li', 'troubles');
			return scene.host.hostCalls.filter((call) => call.endsWith('getMessages')).length;
		};
		expect([await read(''), await read('attention'), await read('show Disabled')]).toEqual([0, 3, 3]);
		await scene.set({ read_activity: false });
		expect([await read('attention'), await read('show Disabled')]).toEqual([0, 0]);
		expect((await scene.read('status', 'li', 'troubles')).join()).toContain(
			'- **ok**: Who posted in a room is not read: **Read who posted** is switched off.',
		);
	});

	test('where the server does not tell, the line is left out, and status says so', async () => {
		const bridge = scene.host.bridges.getRoomBridge();
		const plain = async () => Promise.resolve([{ id: 'M1', text: 'hello', createdAt: new Date() }]);
		Object.assign(bridge, { getMessages: plain });
		const [shown, status] = [
			await scene.read('show Nothing wrong', 'li', 'troubles'),
			await scene.read('status', 'li', 'troubles'),
		];
		Reflect.deleteProperty(bridge, 'getMessages');
		expect(shown.join()).not.toContain('Last posted');
		expect(status.join()).toContain('**look at this**: Who posted in this room cannot be told');
	});
});

test('the last runs are asked for at most eight at a time, and the rest is said', async () => {
	const before = scene.rest.requests.length;
	const [text] = await scene.read('attention', 'li', 'troubles');
	expect(scene.rest.requests.slice(before).filter(({ path }) => path.endsWith('integrations.history'))).toHaveLength(8);
	expect(text).toContain('The last runs of 3 integrations were not looked up.');
});

test('people are looked up once each, and not again while they are kept', async () => {
	await scene.set({ cache_seconds: 300 });
	const lookUps = async (words: string) => {
		scene.host.hostCalls.length = 0;
		await scene.ask(words, 'li', 'troubles');
		return scene.host.hostCalls.filter((call) => call.endsWith('getUserReader.getById')).length;
	};
	// rocket.cat, ana, gina, dora, monitor, mo, graywolf336.
	expect([await lookUps('fresh'), await lookUps(''), await lookUps('fresh')]).toEqual([7, 0, 7]);
});
