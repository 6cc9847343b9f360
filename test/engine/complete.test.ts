import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startRestServer } from '../workspace/rest/server';
import { createSampleWorkspace, manyIntegrations, roomIds, tokens, userIds } from '../workspace/sample';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => scene.set({ allowed_roles: '', workspace_scan: true, cache_seconds: 0, page_size: 100 }));

/** The rows of an answer: their names, and what stands at their ends. */
function rows(text: string | undefined): string[] {
	return (text ?? '').split('\n').filter((line) => line.startsWith('- '));
}

describe('every kind of room', () => {
	test('a discussion, by its slug; its shown name may be another room’s', async () => {
		expect(await scene.read('here', 'li', 'discussion')).toMatchInlineSnapshot(`
		[
		  "room: **Integrations in \`Broken webhooks\`**: 1 of 1 here, naming this room
		*Post here*
		- \`By slug\` as \`rocket.cat\`, by \`ana\`",
		]
	`);
	});

	test('a team, by its own room, which is a private group like any other', async () => {
		scene.workspace.integrations.push({
			...{ _id: 'inFieldTeam', type: 'webhook-incoming', name: 'Roster', enabled: true, channel: ['#field-team'] },
			...{ userId: userIds.li, username: 'li' },
		});
		expect(rows((await scene.read('', 'li', 'team'))[0])).toEqual([
			'- `Roster` as `li`',
			expect.stringMatching(/^- `Compliance` \*\*exposed: hears every message\*\* → /),
		]);
	});

	test('a direct message, to the asker alone; incoming only between the two', async () => {
		scene.workspace.integrations.push(
			{
				_id: 'inAnaAsLi',
				type: 'webhook-incoming',
				name: 'Li to Ana',
				enabled: true,
				channel: ['@ana'],
				userId: userIds.li,
				username: 'li',
			},
			{
				_id: 'outNamesMia',
				type: 'webhook-outgoing',
				name: 'CANARY of Mia',
				enabled: true,
				event: 'sendMessage',
				channel: ['@mia'],
			},
		);
		expect(await scene.read('', 'ana', 'direct')).toMatchInlineSnapshot(`
		[
		  "only ana: **Integrations in this direct message**: 2 here (1 posts, 1 listens), 1 needs attention
		*Post here*
		- \`Li to Ana\` as \`li\`
		*Listen here*
		- \`Listens to Ana\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		*All direct messages, so here too: 1, 1 needs attention*
		- \`Concierge\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`",
		]
	`);
		expect(await scene.read('share', 'ana', 'direct')).toMatchInlineSnapshot(`
		[
		  "only ana: In a direct message every answer is for you alone. Leave out \`share\`.",
		]
	`);
	});

	test('what names the shown name is the room’s, unless another room is called so: then it is that room’s alone', async () => {
		const line = async () =>
			(await scene.read('here', 'li', 'troubles'))
				.join()
				.split('\n')
				.find((text) => text.includes('Shown name'));
		expect(await line()).toMatch(/^- `Shown name` \*\*broken: names the shown name\*\*, as/);
		const members = [{ userId: userIds.otto, roles: [] }];
		scene.workspace.rooms.push({ id: 'otherRoom9Zq8WnXc', type: 'c', name: 'Troubles', members });
		expect(await line()).toBeUndefined();
		expect(await scene.read('show Shown name', 'li', 'troubles')).toEqual([expect.stringMatching(/No integration of this room/)]);
		scene.workspace.rooms.pop();
	});

	test('a group whose webhook is stored with a plain text shows it, and no other room does', async () => {
		const common = { enabled: true, channel: '#hidden', userId: userIds.li, username: 'li' };
		scene.workspace.integrations.push(
			{ ...common, _id: 'textOutgoing', type: 'webhook-outgoing', name: 'CANARY text', event: 'sendMessage' },
			{ ...common, _id: 'textIncoming', type: 'webhook-incoming', name: 'CANARY text too' },
			{
				...common,
				_id: 'noText',
				type: 'webhook-outgoing',
				name: 'CANARY of no text',
				event: 'sendMessage',
				channel: { $in: 7 },
			},
		);
		expect(await scene.read('private', 'li', 'hidden')).toEqual([
			expect.stringMatching(/`CANARY text` .*`CANARY text too`|`CANARY text too` .*`CANARY text`/s),
		]);
		expect((await scene.read('all private', 'li', 'support')).join()).not.toContain('CANARY');
		scene.workspace.integrations.splice(-3);
	});

	test('a private group that the app’s user is not in', async () => {
		const [text] = await scene.read('', 'li', 'hidden');
		expect(text?.split('\n')).toContain(
			"The room's own list could not be read (the token's user is not in this group); what is shown comes from the workspace's whole list.",
		);
		expect(rows(text)).toHaveLength(4);
	});

	test('the room may be named, another is explained', async () => {
		expect((await scene.read('#support incoming'))[0]).toContain('4 of 6 here, incoming');
		expect(await scene.read('#general')).toMatchInlineSnapshot(`
		[
		  "only li: This is not the room \`#general\`. The app answers in the room that it is asked about: type \`/integrations\` there.",
		]
	`);
	});
});

describe('who sees what', () => {
	const secrets = ['#hidden', 'Goes anywhere', 'Welcome mail', 'Room census'];
	const seen = (text: string | undefined) => secrets.filter((secret) => text?.includes(secret));

	test('a workspace admin who asks for all, in private, sees what names other rooms', async () => {
		expect(seen((await scene.read('all private', 'ana'))[0])).toEqual(['Goes anywhere', 'Welcome mail', 'Room census']);
		expect(seen((await scene.read('private', 'ana'))[0])).toEqual([]);
	});

	test.each([
		['ana', ''],
		['li', 'private'],
		['li', 'all private'],
		['li', 'find hidden'],
		['li', 'by ana'],
	] as const)('%s does not see it with %j', async (who, words) => {
		expect(seen((await scene.read(words, who))[0])).toEqual([]);
	});

	test('what is searched for elsewhere answers like what does not exist', async () => {
		const answers = [await scene.read('find census'), await scene.read('find nothing-like-it')];
		const [there, nowhere] = answers.map(([text]) => text?.replace(/`[^`]*`/, 'TEXT'));
		expect(there).toBe(nowhere);
		const [hidden = ''] = await scene.read('show Room census');
		expect(hidden).toMatch(/^only li: No integration of this room is called `Room census`. Did you mean/);
		expect(seen(hidden.replace('called `Room census`', ''))).toEqual([]);
		expect(await scene.read('show outRoomCreated001')).toEqual([
			expect.stringMatching(/^only li: No integration of this room is called/),
		]);
	});

	test('more than five that reach everything are one line, and `all` shows them', async () => {
		const extra = manyIntegrations(6, { channel: 'all_public_channels' }).map((row) => ({
			...row,
			type: 'webhook-outgoing',
			event: 'sendMessage',
		}));
		scene.workspace.integrations.push(...extra.map((row) => ({ ...row, _id: `x${row._id}` })));
		const [short] = await scene.read('', 'li', 'empty');
		expect(short).toMatchInlineSnapshot(`
		"room: **Integrations in #empty**: none of its own
		*All public channels, so here too: 10, 9 need attention*, one by one: \`/integrations all\`"
	`);
		expect(rows((await scene.read('all', 'li', 'empty'))[0])).toHaveLength(10);
		scene.workspace.integrations.splice(-6);
	});
});

describe('one in full', () => {
	test('an outgoing one, with its last run, for a moderator', async () => {
		expect(await scene.read('show ticket MIRROR', 'mo')).toMatchInlineSnapshot(`
		[
		  "only mo: **\`Ticket mirror\`**, outgoing: listens here
		*What it does*
		- Why here: it names this room
		- Fires: on \`ticket\`
		- The words must begin the message
		- Fires on edited messages, too
		- Sends to: \`tickets.example.com\`
		- Tries again when a call fails: 6 times, after 100 ms, 1 s, 10 s, 100 s, …
		- Script: none
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		*History*
		- Created: 2025⁠-⁠02⁠-⁠11 by \`ana\`
		- Last changed: 2025⁠-⁠02⁠-⁠11
		- Last run: 2025⁠-⁠06⁠-⁠04 10:00 UTC, not finished
		- Id: \`outTicketMirror01\`",
		]
	`);
	});

	test('an incoming one, for an admin, with the link', async () => {
		expect(
			(await scene.read('show inGithubDeploys01', 'ana')).map((text) => text.replace(scene.rest.url, 'https://chat.example')),
		).toMatchInlineSnapshot(`
		[
		  "only ana: **\`GitHub deploys\`**, incoming: posts here
		*What it does*
		- Why here: it names this room
		- Script: none
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		- Under the name: \`Deploy bot\`
		- With a picture of its own
		*History*
		- Created: 2024⁠-⁠05⁠-⁠02 by \`ana\`
		- Last changed: 2024⁠-⁠05⁠-⁠02
		- Id: \`inGithubDeploys01\`
		[Open in administration](https://chat.example/admin/integrations/edit/incoming/inGithubDeploys01)",
		]
	`);
	});

	test('two of one name, and none', async () => {
		expect(await scene.read('show Guggy')).toMatchInlineSnapshot(`
		[
		  "only li: Several integrations of this room are called \`Guggy\`. Ask for one by its id:
		- outgoing → \`text2gif.guggy.com\`, by \`graywolf336\`, since 2017⁠-⁠01⁠-⁠05: \`/integrations show Q5EBBfgGCZdyuSuNX\`
		- outgoing → \`text2gif.guggy.com\`, by \`graywolf336\`, since 2017⁠-⁠01⁠-⁠05: \`/integrations show WMQDChpnYTRmFre9h\`",
		]
	`);
		expect(await scene.read('show Githab')).toMatchInlineSnapshot(`
		[
		  "only li: No integration of this room is called \`Githab\`. Did you mean \`GitHub deploys\`?",
		]
	`);
	});
});

describe('hundreds', () => {
	test('1,200 integrations, the limiter at its default, an upper limit of 30: every one, with few requests', async () => {
		const { workspace } = scene;
		const kept = workspace.integrations;
		workspace.integrations = manyIntegrations(1200, { channel: '#empty' });
		Object.assign(workspace.settings, { API_Enable_Rate_Limiter: true, API_Upper_Count_Limit: 30 });
		const before = scene.rest.requests.length;
		const [text] = await scene.read('page 16', 'li', 'empty');
		Object.assign(workspace.settings, { API_Enable_Rate_Limiter: false, API_Upper_Count_Limit: 100 });
		workspace.integrations = kept;
		expect(text).toContain('1200 here (');
		expect(text).toContain('Page 16 of 16');
		expect(scene.rest.requests.length - before).toBeLessThanOrEqual(6);
	});
});

describe('answers are kept', () => {
	const people = ['li', 'mo', 'lea'] as const;
	const places = ['support', 'busy', 'empty'] as const;

	test('30 commands of several people in three rooms: 30 answers, at most ten calls an endpoint', async () => {
		const { workspace, rest } = scene;
		workspace.settings.API_Enable_Rate_Limiter = true;
		await scene.set({ cache_seconds: 300 });
		const before = { notices: workspace.notices.length, requests: rest.requests.length };
		const commands = Array.from({ length: 30 }, (_, index) => index);
		for (const batch of [commands.slice(0, 10), commands.slice(10, 20), commands.slice(20)]) {
			await Promise.all(batch.map(async (index) => scene.ask('private', people[index % 3], places[Math.floor(index / 3) % 3])));
		}
		workspace.settings.API_Enable_Rate_Limiter = false;
		const texts = workspace.notices.slice(before.notices).map(({ text }) => text);
		const requests = rest.requests.slice(before.requests);
		expect(texts).toHaveLength(30);
		expect(texts.filter((text) => text.includes('**Integrations in #'))).toHaveLength(30);
		expect(requests.filter(({ path }) => path.endsWith('channels.getIntegrations')).length).toBeLessThanOrEqual(10);
		expect(requests.filter(({ path }) => path.endsWith('integrations.list')).length).toBeLessThanOrEqual(10);
		expect(requests.every(({ status }) => status === 200)).toBe(true);
	});

	test('`fresh` asks anew, and another token is another answer', async () => {
		await scene.set({ cache_seconds: 300 });
		const requests = async (words: string) => {
			const before = scene.rest.requests.length;
			await scene.ask(words);
			return scene.rest.requests.length - before;
		};
		await requests('');
		expect(await requests('')).toBe(0);
		expect(await requests('fresh')).toBeGreaterThan(0);
		await scene.set({ user_id: userIds.olga, auth_token: tokens.olga });
		expect(await requests('')).toBeGreaterThan(0);
		await scene.set({ user_id: userIds.service, auth_token: tokens.service });
	});
});

test('300 commands while settings are saved: each is answered, and with the room’s own integrations', async () => {
	const saving = (async () => {
		for (let count = 0; count < 30; count++) {
			await scene.set({ page_size: 1 + (count % 100), cache_seconds: count % 2 ? 300 : 0 });
		}
	})();
	const answers = await Promise.all(Array.from({ length: 300 }, async () => scene.read()));
	await saving;
	await scene.set({ page_size: 20, cache_seconds: 0 });
	const heads = answers.map((answer) => answer.join().split('\n')[0]);
	expect([...new Set(heads)]).toEqual(['room: **Integrations in #support**: 6 here (5 post, 1 listens)']);
});

describe('the limiter', () => {
	test('a scan that may not ask leaves one line, and the room’s own list', async () => {
		scene.workspace.settings.API_Enable_Rate_Limiter = true;
		const headers = { 'X-User-Id': userIds.service, 'X-Auth-Token': tokens.service };
		await Promise.all(
			Array.from({ length: 12 }, async () => fetch(`${scene.rest.url}/api/v1/integrations.list?count=1`, { headers })),
		);
		const [text] = await scene.read();
		scene.workspace.settings.API_Enable_Rate_Limiter = false;
		expect(rows(text)).toHaveLength(5);
		expect(text).toContain("The workspace's whole list could not be looked through (the server allows no more requests for now)");
	});

	test('`fresh` in vain: the older answer says so, and when to try again', async () => {
		const busy = createSampleWorkspace();
		const server = await startRestServer(busy);
		await scene.set({ server_url: server.url, cache_seconds: 300 });
		const [before = ''] = await scene.read();
		busy.mood = '429';
		const [after = ''] = await scene.read('fresh');
		await scene.set({ server_url: '', cache_seconds: 0 });
		await server.close();
		expect(rows(after)).toEqual(rows(before));
		expect(before).not.toContain('As of');
		expect(
			after
				.split('\n')
				.pop()
				?.replaceAll(/\d+ seconds?/g, 'N seconds'),
		).toBe('As of N seconds ago: the server allows no more requests for now. Try again in N seconds.');
	});

	test('a server that refuses to page and a workspace’s list that may not be asked: the answer says how many are missing', async () => {
		// A server of its own: what others asked here does not count there.
		const strict = createSampleWorkspace();
		strict.generation = 'strict';
		const server = await startRestServer(strict);
		const headers = { 'X-User-Id': userIds.service, 'X-Auth-Token': tokens.service };
		const exhaust = Array.from({ length: 12 }, async () => fetch(`${server.url}/api/v1/integrations.list`, { headers }));
		await Promise.all(exhaust);
		await scene.set({ workspace_scan: false, server_url: server.url });
		const [text] = await scene.read('', 'li', 'busy');
		await scene.set({ server_url: '' });
		await server.close();
		expect(text).toContain('at least 49');
		expect(text).toContain('Only 50 of 61 could be read: this server hands out no more than its first page.');
	});
});

describe('first steps', () => {
	test('who installs the app gets five steps in a direct message', () => {
		const [first] = scene.workspace.messages.filter(({ bot }) => !bot);
		expect(first?.text.replaceAll(/https?:[^)]*?\d{4,5}\//g, 'https://chat.example/').replaceAll(scene.appPath, 'APP/VERSION'))
			.toMatchInlineSnapshot(`
		"**Channel Integrations is installed.** Five steps, and people can type \`/integrations\` in their rooms:
		1. [Make a user](https://chat.example/admin/users) for the app, such as \`integrations-reader\`.
		2. [Make a role](https://chat.example/admin/permissions) with \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, and give it to that user.
		3. Log in as that user.
		4. As that user, click the avatar, open *Profile > Personal Access Tokens*, and add a token with *Ignore Two Factor Authentication*.
		5. [Fill in the app's settings](https://chat.example/marketplace/private/info/APP/VERSION/settings) with that token and its user id, and type \`/integrations status\` in a channel."
	`);
		const room = scene.workspace.rooms.find(({ id }) => id === first?.roomId);
		expect(room?.type).toBe('d');
		expect(room?.members.map(({ userId }) => userId)).toContain(userIds.ana);
		expect(roomIds.direct).not.toBe(room?.id);
	});
});
