import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from '@rocket.chat/message-parser';
import { documentedGuggy, roomIds, userIds } from '../workspace/sample';
import { locales } from '../../lib/generated/locales';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => {
	scene.workspace.generation = '7';
	await scene.set({ page_size: 20, reply_visibility: 'room', include_global: true, workspace_scan: true });
});

describe('the main job', () => {
	test('the owner of a channel asks', async () => {
		expect(await scene.read()).toMatchInlineSnapshot(`
		[
		  "room: **Integrations in #support**: 6 here (5 post, 1 listens)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`By room id\` as \`rocket.cat\`, by \`ana\`
		- \`Answers in support\` its answers come here, listens elsewhere, by \`ana\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		- \`Statuspage\` as \`rocket.cat\`, by \`li\`
		*Listen here*
		- \`Ticket mirror\` on \`ticket\` → \`tickets.example.com\`, by \`ana\`
		*All public channels, so here too: 4, 3 need attention*
		- \`Guggy\` **exposed: unencrypted**, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		- \`Guggy\` **broken: never fires**
		- \`Everywhere public\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		- \`Survey\` on \`/survey\` → \`survey.example.com\`
		Ask \`graywolf336\` and \`ana\` (creators) or an admin.",
		]
	`);
	});

	test('a private group is shown like a channel', async () => {
		expect(await scene.read('', 'li', 'secretOps')).toMatchInlineSnapshot(`
		[
		  "room: **Integrations in #secret-ops**: 4 here (2 post, 2 listen), 3 need attention
		*Post here*
		- \`Pager\` as \`rocket.cat\`, by \`li\`
		- \`Not in the group\` **broken: may not post**, as \`monitor\`, by \`ana\`
		*Listen here*
		- \`Audit trail\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		- \`Group by room id\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		*All private groups, so here too: 1, 1 needs attention*
		- \`Compliance\` **exposed: hears every message** → \`hooks.example.com\`, by \`ana\`
		Ask \`li\` (owner), \`ana\` (creator) or an admin.",
		]
	`);
	});

	test('only a part of it', async () => {
		expect(await scene.read('outgoing here')).toMatchInlineSnapshot(`
		[
		  "room: **Integrations in #support**: 2 of 6 here, outgoing, naming this room
		*Post here*
		- \`Answers in support\` its answers come here, listens elsewhere, by \`ana\`
		*Listen here*
		- \`Ticket mirror\` on \`ticket\` → \`tickets.example.com\`, by \`ana\`",
		]
	`);
	});

	test('without what reaches all channels', async () => {
		await scene.set({ include_global: false });
		expect(await scene.read('', 'li', 'empty')).toMatchInlineSnapshot(`
		[
		  "room: **No integrations in #empty**: the app looked through the incoming and outgoing webhooks that name this room, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.",
		]
	`);
	});

	test('the documented row is found by the workspace’s list alone: the room’s own does not name it', async () => {
		const count = async () => ((await scene.read('', 'li', 'empty'))[0]?.match(/^- `Guggy`/gm) ?? []).length;
		expect(await count()).toBe(2);
		await scene.set({ workspace_scan: false });
		expect(await count()).toBe(1);
		expect(documentedGuggy.channel).toEqual([]);
	});

	test('one request, sent as the app’s user, without link previews', async () => {
		await scene.set({ workspace_scan: false });
		const before = scene.rest.requests.length;
		const { messages } = await scene.ask();
		expect(scene.rest.requests.slice(before)).toEqual([
			{
				method: 'GET',
				path: '/api/v1/channels.getIntegrations',
				query: { roomId: roomIds.support, includeAllPublicChannels: 'true' },
				status: 200,
			},
		]);
		const sender = scene.workspace.users.find(({ id }) => id === messages[0]?.senderId);
		expect(sender?.type).toBe('app');
		expect(messages[0]?.parseUrls).toBe(false);
	});
});

describe('pages', () => {
	test('64 integrations, more than the server hands out at once: every row once, two of one name', async () => {
		const texts: string[] = [];
		for (const page of [1, 2, 3, 4]) {
			texts.push(...(await scene.read(`page ${page}`, 'li', 'busy')));
		}
		expect(texts[0]).toContain('60 here (');
		expect(texts[0]).toContain('Page 1 of 4. Next: `/integrations page 2`');
		const named = texts.flatMap((text) => text.match(/^- `[^`]+`/gm) ?? []);
		expect(new Set(named).size).toBe(63);
		expect(named).toHaveLength(64);
		expect(await scene.read('page 5', 'li', 'busy')).toEqual([
			'only li: There is no page 5: there are 4. The last one: `/integrations page 4`.',
		]);
	});

	test('a server that takes no count: the workspace’s list fills up, also where it is not to be looked through otherwise', async () => {
		scene.workspace.generation = 'strict';
		expect((await scene.read('', 'li', 'busy'))[0]).toContain('60 here (');
		await scene.set({ workspace_scan: false });
		expect((await scene.read('', 'li', 'busy'))[0]).toContain('60 here (');
	});

	test.each([500, 1000])('a workspace whose largest message is %i', async (limit) => {
		await scene.setServer({ Message_MaxAllowedSize: limit });
		const { messages, notices } = await scene.ask('', 'li', 'hostile');
		await scene.setServer({ Message_MaxAllowedSize: 5000 });
		expect(notices).toEqual([]);
		expect(messages[0]?.text.length).toBeLessThanOrEqual(limit);
	});
});

describe('where the answer goes', () => {
	test('private: to the caller alone', async () => {
		expect((await scene.read('private'))[0]).toMatch(/^only li: \*\*Integrations in #support/);
	});

	test('the setting says so, too, and cannot be talked over', async () => {
		await scene.set({ reply_visibility: 'sender' });
		expect((await scene.read())[0]).toMatch(/^only li: \*\*Integrations in #support/);
		expect(await scene.read('share')).toMatchInlineSnapshot(`
		[
		  "only li: The summary cannot be shared into the room: a workspace admin has set **Where the summary goes** to **Only to the person who asked** in the app's settings. Leave out \`share\`.",
		]
	`);
	});

	test.each([
		['a read-only room', 'announcements', 'ana', 'the room is read-only, so the app may not post into it.', '1 here (1 posts)'],
		['an encrypted room', 'vault', 'li', 'the room is encrypted, so the app cannot post into it.', '2 here (1 posts, 1 listens)'],
		[
			'an archived room',
			'old',
			'li',
			'the room is archived, so the app does not post into it.',
			'2 here (1 posts, 1 listens), 2 need attention',
		],
	] as const)('%s takes no message', async (_, where, who, why, head) => {
		const [text = ''] = await scene.read('', who, where);
		expect(text.split('\n').slice(0, 2)).toEqual([
			`only ${who}: Only you see this answer: ${why}`,
			`**Integrations in #${where}**: ${head}`,
		]);
	});

	test('where it takes none, its owner is not told to ask themself', async () => {
		const [text = ''] = await scene.read('', 'li', 'old');
		expect(text.split('\n').pop()).toMatchInlineSnapshot(`"Ask \`ana\` and \`graywolf336\` (creators) or an admin."`);
	});

	test('nobody speaks in the room through the app who may not write there', async () => {
		const room = scene.workspace.rooms.find(({ id }) => id === roomIds.support);
		await scene.set({ allowed_roles: '*' });
		Object.assign(room ?? {}, { muted: ['mia', 'li'] });
		const lines = [...(await scene.read('share find answers', 'mia')), ...(await scene.read('', 'li'))];
		Object.assign(room ?? {}, { muted: [] });
		await scene.set({ allowed_roles: '' });
		expect(lines.map((line) => line.split('\n')[0])).toEqual(
			['mia', 'li'].map(
				(who) => `only ${who}: Only you see this answer: you are muted in this room, so the app does not post into it for you.`,
			),
		);
	});

	test('nor in an encrypted room, unless the workspace allows plain text there', async () => {
		await scene.setServer({ E2E_Allow_Unencrypted_Messages: true });
		const [allowed = ''] = await scene.read('', 'li', 'vault');
		await scene.setServer({ E2E_Allow_Unencrypted_Messages: false });
		expect(allowed).toMatch(/^room: \*\*Integrations in #vault/);
	});

	test('a search is for its asker alone, and for the room where that is said', async () => {
		for (const words of ['find deploy', 'by @ana']) {
			expect((await scene.read(words)).map((line) => line.slice(0, 10))).toEqual(['only li: *']);
			expect((await scene.read(`share ${words}`)).map((line) => line.slice(0, 7))).toEqual(['room: *']);
		}
	});

	test('into the thread where the command was typed', async () => {
		scene.workspace.messages.push({ id: 'T1', roomId: roomIds.support, senderId: userIds.li, text: 'hi', createdAt: new Date() });
		expect((await scene.ask('', 'li', 'support', 'T1')).messages[0]).toMatchObject({ threadId: 'T1', roomId: roomIds.support });
		expect((await scene.ask('help', 'li', 'support', 'T1')).notices[0]).toMatchObject({ threadId: 'T1' });
	});

	test('never into the thread of another room, nor into one that does not exist', async () => {
		scene.workspace.messages.push({ id: 'T2', roomId: roomIds.hidden, senderId: userIds.li, text: 'hi', createdAt: new Date() });
		for (const threadId of ['T2', 'nothing']) {
			const [message] = (await scene.ask('', 'li', 'support', threadId)).messages;
			expect(message?.roomId).toBe(roomIds.support);
			expect(message?.threadId).toBeUndefined();
		}
	});
});

describe('languages', () => {
	test('private answers speak the caller’s', async () => {
		expect(await scene.read('ajuda', 'bia')).toMatchInlineSnapshot(`
		[
		  "only bia: \`/integrations\` não conhece a palavra \`ajuda\`. Por exemplo: \`/integrations find github.com\`. Todas as palavras: \`/integrations help\`.",
		]
	`);
	});

	test('what is posted speaks the workspace’s', async () => {
		await scene.setServer({ Language: 'pt-BR' });
		const [posted] = await scene.read('incoming disabled');
		const [refused] = await scene.read('', 'ana', 'omnichannel');
		await scene.setServer({ Language: 'en' });
		expect(posted).toMatchInlineSnapshot(`
		"room: **Integrações em #support**: 1 de 6 aqui, de entrada, desativadas
		*Publicam aqui*
		- \`Nagios\` **desativada**, como \`monitor\`"
	`);
		expect(refused).toMatch(/^only ana: The integrations of omnichannel rooms/);
	});

	test('every one of them is in the packaged app, whole', async () => {
		const tables = Object.entries<Readonly<Record<string, string>>>(locales);
		for (const [Language, table] of tables) {
			await scene.setServer({ Language });
			const [help = ''] = await scene.read('help');
			const own = Object.entries(table).filter(([key]) => key.startsWith('help_'));
			expect(own.length).toBeGreaterThan(20);
			expect(own.filter(([, text]) => !help.includes(text))).toEqual([]);
		}
		await scene.setServer({ Language: 'en' });
	});
});

test('an omnichannel room is not answered, and nothing is asked', async () => {
	const before = scene.rest.requests.length;
	expect(await scene.read('', 'li', 'omnichannel')).toEqual([
		'only li: The integrations of omnichannel rooms are not shown. Type `/integrations` in a channel or in a private group.',
	]);
	expect(scene.rest.requests).toHaveLength(before);
});

test.each([
	[
		'outgoign',
		'`outgoign` is not a word that `/integrations` knows. Did you mean `outgoing`? For example: `/integrations incoming disabled`. All words: `/integrations help`.',
	],
	['page', '`page` needs a whole number from 1 on, for example: `/integrations page 2`.'],
	[
		'incoming outgoing',
		'`outgoing` and `incoming` contradict each other. Say one of them, for example: `/integrations outgoing`.',
	],
])('why %j is no question is explained to the caller, and nothing is asked', async (words, sentence) => {
	const before = scene.rest.requests.length;
	expect(await scene.read(words)).toEqual([`only li: ${sentence}`]);
	expect(scene.rest.requests).toHaveLength(before);
});

describe('hostile names', () => {
	const kinds = (value: unknown): string[] => {
		if (Array.isArray(value)) {
			return value.flatMap(kinds);
		}
		if (typeof value !== 'object' || value === null) {
			return [];
		}
		const own = 'type' in value && typeof value.type === 'string' ? [value.type] : [];
		return [...own, ...Object.values(value).flatMap(kinds)];
	};

	test('neither mention nor link, as the message parser sees it', async () => {
		const texts = [...(await scene.read('', 'li', 'hostile')), ...(await scene.read('page 2', 'li', 'hostile'))].map((text) =>
			text.slice('room: '.length),
		);
		expect(texts).toHaveLength(2);
		const found = new Set(texts.flatMap((text) => kinds(parse(text))));
		expect([...found].sort()).toEqual([
			'BOLD',
			'INLINE_CODE',
			'LIST_ITEM',
			'MENTION_CHANNEL',
			'PARAGRAPH',
			'PLAIN_TEXT',
			'UNORDERED_LIST',
		]);
		expect(texts.flatMap((text) => text.match(/(^|\s|>)[@#][\w.-]+/gm) ?? [])).toEqual([' #hostile', ' #hostile']);
		const rows = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('- ')));
		expect(rows).toHaveLength(33);
	});
});

test('whom to ask is not told to an admin, to whom the room’s summary comes alone', async () => {
	const [told = ''] = await scene.read('', 'ana', 'announcements');
	expect(told).toMatch(/^only ana: Only you see this answer: /);
	expect(told).not.toMatch(/^Ask /m);
});
