import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import type { ShownView } from '../workspace/host/interact';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => {
	await scene.set({ allowed_roles: '', cache_seconds: 15 });
});

/** Types `browse` at a client that gives a trigger id, and gives the panel that opens. */
async function browse(words = '', who: Person = 'li', where: Place = 'support'): Promise<ShownView> {
	const { opened } = scene.host.bridges.interactions;
	opened.length = 0;
	const text = `/integrations browse ${words}`;
	const { messages, notices } = await scene.host.runCommand({
		userId: userIds[who],
		roomId: roomIds[where],
		text,
		triggerId: 'T1',
	});
	expect([...messages, ...notices]).toEqual([]);
	const { userId, interaction } = only(opened);
	expect(interaction).toMatchObject({ type: 'contextual_bar.open', triggerId: 'T1', appId: scene.appId });
	expect(userId).toBe(userIds[who]);
	return (interaction as unknown as { view: ShownView }).view;
}

function rowsOf(view: ShownView): string[] {
	return readBlocks(view.blocks)
		.split('\n')
		.filter((line) => /^`[^`]+`(?: \*\*|$)|^_un/.test(line));
}

function labels(view: ShownView): string[] {
	return controlsIn(view.blocks).map(({ label }) => label);
}

describe('opens for one person alone', () => {
	test('typed, with everything that reaches the room one by one', async () => {
		const view = await browse();
		expect(readBlocks(view.blocks)).toMatchInlineSnapshot(`
		"**Integrations in #support**: 6 here (5 post, 1 listens)
		\`Nagios\` **disabled**
		incoming, as \`monitor\`, by \`li\`
		\`By room id\`
		incoming, as \`rocket.cat\`, by \`ana\`
		\`Answers in support\`
		its answers come here, listens elsewhere, by \`ana\`
		\`GitHub deploys\`
		incoming, as \`Deploy bot\`, by \`ana\`
		\`Statuspage\`
		incoming, as \`rocket.cat\`, by \`li\`
		\`Ticket mirror\`
		outgoing, on \`ticket\` → \`tickets.example.com\`, by \`ana\`
		\`Guggy\` **exposed: unencrypted**
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, by \`graywolf336\`, all public channels
		\`Guggy\` **broken: never fires**
		outgoing, by \`graywolf336\`, no channel set, so all public channels
		\`Everywhere public\` **exposed: hears every message**
		outgoing, on every message → \`hooks.example.com\`, by \`ana\`, no channel set, so all public channels
		\`Survey\`
		outgoing, on \`/survey\` → \`survey.example.com\`, by \`ana\`, no channel set, so all public channels"
	`);
		expect(labels(view)).toMatchInlineSnapshot(`
		[
		  "",
		  "All types",
		  "incoming",
		  "outgoing",
		  "Any state",
		  "enabled",
		  "disabled",
		  "Only problems",
		  "Refresh",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		  "Details",
		]
	`);
	});

	test('from the button under a summary, with its filters', async () => {
		const message = only((await scene.ask('outgoing')).messages);
		const { answer, view, messages, notices } = await clientOf(scene, 'mo').click('Browse', message);
		expect(answer).toMatchObject({ success: true, type: 'contextual_bar.open', triggerId: 'trigger', appId: scene.appId });
		expect([...messages, ...notices]).toEqual([]);
		expect(readBlocks(shown(view).blocks)).toMatch(/^\*\*Integrations in #support\*\*: \d+ of 6 here, outgoing\n/);
	});

	test('in the viewer’s language', async () => {
		await scene.set({ allowed_roles: '*' });
		const view = await browse('', 'bia');
		expect(readBlocks(view.blocks)).toMatchInlineSnapshot(`
		"**Integrações em #support**: 6 nesta sala (5 publicam, 1 escuta)
		\`Nagios\` **desativada**
		de entrada, como \`monitor\`, por \`li\`
		\`By room id\`
		de entrada, como \`rocket.cat\`, por \`ana\`
		\`Answers in support\`
		responde aqui, escuta em outro lugar, por \`ana\`
		\`GitHub deploys\`
		de entrada, como \`Deploy bot\`, por \`ana\`
		\`Statuspage\`
		de entrada, como \`rocket.cat\`, por \`li\`
		\`Ticket mirror\`
		de saída, com \`ticket\` → \`tickets.example.com\`, por \`ana\`
		\`Guggy\` **exposta: sem criptografia**
		de saída, com \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, por \`graywolf336\`, todos os canais públicos
		\`Guggy\` **com defeito: nunca dispara**
		de saída, por \`graywolf336\`, sem canal definido, logo todos os canais públicos
		\`Everywhere public\` **exposta: escuta toda mensagem**
		de saída, a cada mensagem → \`hooks.example.com\`, por \`ana\`, sem canal definido, logo todos os canais públicos
		\`Survey\`
		de saída, com \`/survey\` → \`survey.example.com\`, por \`ana\`, sem canal definido, logo todos os canais públicos"
	`);
		expect(labels(view)).toMatchInlineSnapshot(`
		[
		  "",
		  "Todos os tipos",
		  "de entrada",
		  "de saída",
		  "Qualquer estado",
		  "ativadas",
		  "desativadas",
		  "Só problemas",
		  "Atualizar",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		  "Detalhes",
		]
	`);
	});

	test('a refusal and a failure come as a message instead', async () => {
		scene.host.bridges.interactions.opened.length = 0;
		const run = async (who: Person) =>
			scene.host.runCommand({ userId: userIds[who], roomId: roomIds.support, text: '/integrations browse', triggerId: 'T1' });
		expect(only((await run('mia')).notices).text).toMatch(/^You may not ask/);
		await scene.set({ auth_token: '' });
		expect(only((await run('li')).notices).text).toMatch(/^The app is not set up yet/);
		await scene.set({ auth_token: scene.workspace.users.find(({ id }) => id === userIds.service)?.tokens[0] });
		expect(scene.host.bridges.interactions.opened).toEqual([]);
	});

	test('where no panel can open, the list comes as text, and says what to type instead', async () => {
		const { notices, messages } = await scene.ask('browse', 'li', 'support');
		expect(messages).toEqual([]);
		expect(only(notices).text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
		[
		  "The panel cannot open here, so the answer comes as a message. To search, type \`/integrations find text\`; to see one in full, \`/integrations show name\`.",
		  "**Integrations in #support**: 6 here (5 post, 1 listens)",
		]
	`);
		const message = only((await scene.ask('', 'li', 'support')).messages);
		const clicked = await clientOf(scene, 'li', null).click('Browse', message);
		expect(clicked.answer).toEqual({ success: true });
		expect(only(clicked.notices).text).toBe(only(notices).text);
	});
});

describe('looks through what was kept; only Refresh asks the server', () => {
	test('search, choices, pages, details and back', async () => {
		const li = clientOf(scene, 'li');
		let view = await browse('', 'li', 'busy');
		const before = scene.rest.requests.length;
		const update = async (done: ReturnType<typeof li.click>): Promise<ShownView> => {
			const { answer, messages, notices } = await done;
			expect(answer).toMatchObject({ success: true, type: 'contextual_bar.update', view: { id: view.id } });
			expect([...messages, ...notices]).toEqual([]);
			return shown(answer.view);
		};
		// The client closes a panel that is sent: what was found opens as another one.
		const search = async (text: string): Promise<ShownView> => {
			const { answer } = await li.search(text, view);
			expect(answer).toMatchObject({ success: true, type: 'contextual_bar.open' });
			expect(answer.view?.id).not.toBe(view.id);
			return shown(answer.view);
		};
		expect(rowsOf(view)).toHaveLength(20);
		view = await update(li.click('Next page', view));
		expect(readBlocks(view.blocks)).toContain('Page 2 of 4');
		view = await update(li.click('outgoing', view));
		expect(readBlocks(view.blocks)).toMatch(/20 of 60 here, outgoing\n[^]*Page 1 of 2/);
		view = await update(li.click('disabled', view));
		view = await search('  hook 3 ');
		expect(rowsOf(view)).toEqual(['`Hook 30` **disabled**']);
		const details = await update(li.click('Details', view));
		expect(readBlocks(details.blocks)).toMatch(/^\*\*`Hook 30`\*\*, outgoing: listens here\n/);
		expect(readBlocks(details.blocks)).toContain("- Last run: none in the server's history");
		expect(rowsOf(await update(li.click('Back to the list', details)))).toEqual(rowsOf(view));
		view = await search('');
		view = await update(li.click('All types', view));
		view = await update(li.click('Any state', view));
		expect(readBlocks(view.blocks)).toMatch(/60 here \(/);
		expect(scene.rest.requests.slice(before).map(({ path }) => path.split('/').at(-1))).toEqual(['integrations.history']);
		expect((await li.click('Refresh', details)).answer).toMatchObject({
			type: 'contextual_bar.update',
			view: { id: details.id },
		});
		expect(scene.rest.requests.slice(before + 1).map(({ path }) => path.split('/').at(-1))).toContain('integrations.history');
	});

	/** What happens while the app's time stands still but where the work moves it on. */
	const atStandingTime = async (work: (advance: (milliseconds: number) => void) => Promise<void>): Promise<void> => {
		const { clock } = scene.host;
		await scene.host.install(clock.setInto(await packagedApp()));
		await work(clock.advance).finally(async () => scene.host.install(await packagedApp()));
	};

	test('its age is said, and Refresh makes it new', async () =>
		atStandingTime(async (advance) => {
			const li = clientOf(scene, 'li');
			const view = await browse();
			advance(59_000);
			expect(readBlocks(shown((await li.click('incoming', view)).view).blocks)).not.toContain('As of');
			advance(1000);
			const again = shown((await li.click('incoming', view)).view);
			expect(readBlocks(again.blocks)).toMatch(/As of 60 seconds ago\./);
			expect(readBlocks(shown((await li.click('Refresh', again)).view).blocks)).not.toContain('As of');
		}));

	test('it is used again for 10 minutes by clicks, for some seconds by who opens it anew', async () =>
		atStandingTime(async (advance) => {
			const li = clientOf(scene, 'li');
			const asks = async (work: Promise<unknown>): Promise<boolean> => {
				const before = scene.rest.requests.length;
				await work;
				return scene.rest.requests.length > before;
			};
			const view = await browse();
			advance(14_999);
			expect(await asks(browse())).toBe(false);
			advance(1);
			expect(await asks(browse())).toBe(true);
			advance(599_999);
			const kept = shown((await li.click('incoming', view)).view);
			expect(readBlocks(kept.blocks)).toContain('As of 10 minutes ago');
			advance(1);
			expect(await asks(li.click('incoming', view))).toBe(true);
		}));

	test('a clock that is set back by a day keeps nothing alive', async () =>
		atStandingTime(async (advance) => {
			const asked = async () => {
				const before = scene.rest.requests.length;
				await browse();
				return scene.rest.requests.length - before;
			};
			expect(await asked()).toBeGreaterThan(0);
			advance(-86_400_000);
			expect(await asked()).toBe(0);
			advance(15_000);
			expect(await asked()).toBeGreaterThan(0);
		}));

	test('what changed in between shows after Refresh', async () => {
		const li = clientOf(scene, 'li');
		const view = await browse();
		const [first] = scene.workspace.integrations;
		scene.workspace.integrations = scene.workspace.integrations.map((row) =>
			row.name === 'Nagios' ? { ...row, enabled: true } : row,
		);
		expect(rowsOf(shown((await li.search('nagios', view)).view))).toEqual(['`Nagios` **disabled**']);
		const refreshed = shown((await li.click('Refresh', view)).view);
		expect(rowsOf(shown((await li.search('nagios', refreshed)).view))).toEqual(['`Nagios`']);
		expect(scene.workspace.integrations[0]).toBe(first);
	});
});

describe('details', () => {
	const openDetails = async (who: Person) => {
		const client = clientOf(scene, who);
		const view = shown((await client.search('ticket mirror', await browse('', who))).view);
		return shown((await client.click('Details', view)).view);
	};

	test('say what show says', async () => {
		const { notices } = await scene.ask('show Ticket mirror');
		const details = await openDetails('li');
		const lines = (text: string) => text.split('\n').filter((line) => !line.startsWith('- Last run'));
		expect(lines(readBlocks(details.blocks))).toEqual(lines(only(notices).text));
		expect(labels(details)).toEqual(['Back to the list', 'Refresh']);
	});

	test('lead a workspace admin to the administration', async () => {
		const details = await openDetails('ana');
		expect(labels(details)).toEqual(['Back to the list', 'Refresh', 'Open in administration']);
		const link = controlsIn(details.blocks).find(({ actionId }) => actionId === 'open');
		expect(String(link?.url)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/integrations\/edit\/outgoing\/\w+$/);
		// The client follows the link by itself.
		expect((await clientOf(scene, 'ana').click('Open in administration', details)).answer).toEqual({ success: true });
	});
});

describe('every click is checked like a typed command', () => {
	test('who lost the role sees the refusal instead of the list', async () => {
		const view = await browse('', 'mo');
		await scene.set({ allowed_roles: 'owner' });
		const { view: refused } = await clientOf(scene, 'mo').click('Refresh', view);
		expect(readBlocks(refused?.blocks)).toMatch(/^You may not ask for the integrations of this room/);
	});

	test('what was made for somebody else is stale', async () => {
		const { view } = await clientOf(scene, 'mo').click('Next page', await browse('', 'li', 'busy'));
		expect(readBlocks(view?.blocks)).toMatch(/^This button no longer works/);
	});

	test('a room that is forged into a control is refused to who is not in it', async () => {
		await scene.set({ allowed_roles: '*' });
		const view = await browse('', 'vera');
		const before = scene.rest.requests.length;
		const control = controlsIn(view.blocks).find(({ actionId }) => actionId === 'refresh');
		const value = String(control?.value).replace(roomIds.support, roomIds.secretOps);
		expect(value).toContain(roomIds.secretOps);
		const { view: refused } = await clientOf(scene, 'vera').forge({ actionId: 'refresh', value }, view);
		expect(readBlocks(refused?.blocks)).toMatch(/^Only members of this room may ask/);
		expect(scene.rest.requests).toHaveLength(before);
	});

	test('what cannot be read is stale, and says so in the panel; without a room of one’s own nothing is', async () => {
		const view = await browse();
		const li = clientOf(scene, 'li');
		const before = scene.rest.requests.length;
		const value = String(controlsIn(view.blocks).find(({ actionId }) => actionId === 'refresh')?.value);
		const stale = /^This button no longer works/;
		const noMember = /^Only members of this room may ask/;
		const forged = [
			[{ actionId: 'toString', value }, stale],
			[{ actionId: 'refresh', value: value.replace('[1,', '[0,') }, stale],
			[{ actionId: 'refresh', value: value.replace(roomIds.support, 'gone') }, noMember],
			[{ actionId: 'refresh', value: '{}' }, noMember],
			[{ actionId: 'refresh', value: 'x'.repeat(10_000) }, noMember],
			[{ actionId: 'type', blockId: 'choices', value: 'incoming' }, noMember],
		] as const;
		for (const [control, sentence] of forged) {
			const { answer, messages, notices } = await li.forge(control, view);
			expect(answer).toMatchObject({ success: true, type: 'contextual_bar.update', view: { id: view.id } });
			expect(readBlocks(answer.view?.blocks)).toMatch(sentence);
			expect(labels(shown(answer.view))).toEqual([]);
			expect([...messages, ...notices]).toEqual([]);
		}
		expect(scene.rest.requests).toHaveLength(before);
	});

	test('a search of 5,000 characters, and of all kinds', async () => {
		const li = clientOf(scene, 'li');
		const view = await browse();
		for (const text of ['x'.repeat(5000), '@all `code`', '[a](javascript:alert(1))', '"]', '\n\n', '__proto__']) {
			const { answer } = await li.search(text, view);
			expect(answer).toMatchObject({ success: true, type: 'contextual_bar.open' });
			expect(readBlocks(answer.view?.blocks)).toMatch(/^\*\*Integrations in #support\*\*/);
		}
	});
});

test('a failure of the server is said in the panel, and Refresh gets out of it', async () => {
	const li = clientOf(scene, 'li');
	const view = await browse();
	const token = scene.workspace.users.find(({ id }) => id === userIds.service)?.tokens[0];
	await scene.set({ auth_token: 'wrong' });
	const failed = shown((await li.click('Refresh', view)).view);
	expect(readBlocks(failed.blocks)).toMatch(/^The server does not accept the app's credentials \(401\)/);
	await scene.set({ auth_token: token });
	expect(readBlocks(shown((await li.click('Refresh', failed)).view).blocks)).toMatch(/6 here/);
});

test('closing it needs nothing', async () => {
	expect(await clientOf(scene, 'li').close(await browse())).toEqual({ success: true });
});
