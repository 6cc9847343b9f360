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
		"room: **Integrations in #troubles**: 26 of 26 here, naming this room
		*Post here*
		- \`Script failed\` **broken: script does not compile**, as \`rocket.cat\`, by \`ana\`
		- \`Script not compiled\` **broken: script never compiled**, as \`rocket.cat\`, by \`ana\`
		- \`Poster missing\` **broken: post-as user is gone**, as \`gina\`, by \`ana\`
		- \`Poster inactive\` **exposed: post-as user deactivated**, as \`dora\`, by \`ana\`
		- \`Poster renamed\` **broken: may not post**, as \`watchdog\`, by \`ana\`
		- \`Creator missing\` **worth a look: creator is gone**, as \`rocket.cat\`, by \`gina\`
		- \`Creator inactive\` **worth a look: creator deactivated**, as \`rocket.cat\`, by \`dora\`
		- \`Redirectable\` **exposed: may post elsewhere**, as \`rocket.cat\`, by \`ana\`
		- \`Disabled\` **disabled**, as \`rocket.cat\`
		- \`Script will change with 9.0\` as \`rocket.cat\`
		- \`Shown name\` **broken: names the shown name**, as \`rocket.cat\`, by \`ana\`
		- \`Poster muted\` **broken: may not post**, as \`monitor\`, by \`ana\`
		- \`Poster not permitted\` as \`li\`, by \`ana\`
		- \`Nothing wrong\` as \`rocket.cat\`, by \`ana\`
		*Listen here*
		- \`No target\` **broken: no target**, on \`!none\`
		- \`Run failed\` on \`!run\` → \`hooks.example.com\`
		- \`Empty answer\` on \`!empty\` → \`hooks.example.com\`
		- \`Plain http\` **exposed: unencrypted**, on \`!plain\` → \`plain.example.com\`, by \`ana\`
		- \`Every message\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		- \`Impersonates\` **exposed: answers in others' names**, on \`!echo\` → \`hooks.example.com\`, by \`mo\`
		Ask \`li\` (owner), \`ana\` and \`mo\` (creators) or an admin.
		Page 1 of 2. Next: \`/integrations here page 2\`"
	`);
});

test('attention lists them with reason and cure, for the asker alone, whatever else was asked', async () => {
	const lines = await scene.read('attention share incoming', 'li', 'troubles');
	expect(only(lines)).toMatchInlineSnapshot(`
		"only li: **Integrations in #troubles**: 8 need attention, 3 worth a look, incoming
		\`Shown name\`, incoming
		- **broken**: it names \`Troubles\`, which is only the shown name of this room, so it does not reach it
		\`Script failed\`, incoming
		- **broken**: its script does not compile
		\`Script not compiled\`, incoming
		- **broken**: its script is switched on, but was never compiled
		\`Poster missing\`, incoming
		- **broken**: \`gina\`, as whom it posts, does not exist any more
		\`Poster renamed\`, incoming
		- **broken**: \`monitor\`, as whom it posts, is muted in this room. Unmute that user.
		- **worth a look**: it posts as \`watchdog\`, who is now called \`monitor\`
		\`Poster muted\`, incoming
		- **broken**: \`monitor\`, as whom it posts, is muted in this room
		\`Redirectable\`, incoming
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see
		\`Poster inactive\`, incoming
		- **exposed**: \`dora\`, as whom it posts, is deactivated
		\`Creator missing\`, incoming
		- **worth a look**: \`gina\`, who made it, does not exist any more
		\`Creator inactive\`, incoming
		- **worth a look**: \`dora\`, who made it, is deactivated
		Ask \`ana\` (creator) or an admin.
		Page 1 of 2. Next: \`/integrations incoming attention page 2 share\`"
	`);
});

test('the sample has an example of every finding, on a server that demands what the newest ones do', async () => {
	scene.workspace.generation = '8.8';
	const texts = [
		await pages('attention', 'ana', 'troubles'),
		await pages('attention', 'ana', 'secretOps'),
		await pages('attention', 'ana', 'direct'),
		await pages('attention', 'ana', 'vault'),
		await pages('attention disabled', 'ana', 'troubles'),
		await pages('attention', 'ana', 'announcements'),
		await pages('workspace attention', 'ana', 'support'),
	].join('\n');
	scene.workspace.generation = '7';
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
		  "**Integrações em #troubles**: 16 precisam de atenção, 7 a conferir; *Todos os canais públicos, aqui também: 3 precisam de atenção*",
		  "\`Guggy\`, de saída",
		  "- **com defeito**: não tem evento, por isso nunca dispara",
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
		"**Integrations in #troubles**: 1 here (1 posts)
		*Post here*
		- \`Nothing wrong\` as \`rocket.cat\`, by \`ana\`"
	`);
		expect(nothing).toMatchInlineSnapshot(`
		"only li: **Nothing in #troubles needs attention**, as far as the app can see: it looked at 1 integration.
		1 more integration posted here, the last time 1 day ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses."
	`);
	});

	test('narrows the panel, and Everything widens it again', async () => {
		await scene.set({ cache_seconds: 300 });
		const li = clientOf(scene, 'li');
		const message = only((await scene.ask('', 'li', 'troubles')).messages);
		const { view } = await li.click('Browse', message);
		const before = scene.rest.requests.length;
		const problems = shown((await li.click('Only problems', shown(view))).view);
		expect(readBlocks(problems.blocks)).toMatch(
			/^\*\*Integrations in #troubles\*\*: \d+ need attention, \d+ worth a look; \*All public channels, so here too: \d+ need attention\*\n/,
		);
		expect(readBlocks(problems.blocks)).toContain(locales.en.finding_scriptFailed);
		// Eight last runs, the version and the permissions: kept like the lists, however often the button is clicked.
		expect(scene.rest.requests).toHaveLength(before + 10);
		for (let clicks = 0; clicks < 100; clicks++) {
			await li.click('Only problems', shown(view));
		}
		expect(scene.rest.requests).toHaveLength(before + 10);
		const everything = (await li.click('Everything', problems)).view;
		expect(readBlocks(everything?.blocks)).toMatch(/26 here/);
		const details = (await li.click('Details', problems)).view;
		expect(readBlocks(details?.blocks)).toContain(locales.en.finding_neverFires_noEvent);
	});
});

describe('who posted of late', () => {
	test('is told by show, and by attention also for who is in no list', async () => {
		const [shown] = await scene.read('show Nothing wrong', 'li', 'troubles');
		expect(shown).toContain('- Last posted: 3 hours ago');
		expect((await scene.read('show Redirectable', 'li', 'troubles')).join()).not.toContain('Last posted');
		expect(await pages('attention', 'li', 'troubles')).toContain(
			"1 more integration posted here, the last time 1 day ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.",
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
		expect((await scene.read('status all', 'li', 'troubles')).join()).toContain('- **ok**: **Read who posted** is switched off.');
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
		expect(status.join()).toContain('**look at this**: This server does not say which integration a message comes from');
	});
});

test('the last runs are asked for at most eight at a time, and the rest is said', async () => {
	const before = scene.rest.requests.length;
	const [text] = await scene.read('attention', 'li', 'troubles');
	expect(scene.rest.requests.slice(before).filter(({ path }) => path.endsWith('integrations.history'))).toHaveLength(8);
	expect(text).toContain('The last runs of 6 integrations were not looked up.');
});

test('people are looked up once each, and not again while they are kept', async () => {
	await scene.set({ cache_seconds: 300 });
	const lookUps = async (words: string) => {
		scene.host.hostCalls.length = 0;
		await scene.ask(words, 'li', 'troubles');
		return scene.host.hostCalls.filter((call) => call.endsWith('getUserReader.getById')).length;
	};
	// rocket.cat, ana, gina, dora, monitor, li, mo, graywolf336; who is looked up by name is not counted.
	expect([await lookUps('fresh'), await lookUps(''), await lookUps('fresh')]).toEqual([8, 0, 8]);
});
