import { describe, expect, test } from '@jest/globals';
import { sendMessage } from '../host/sendMessage';
import { roomIds, userIds } from '../sample';
import { createFeed, cursorNow, printCursor, readCursor } from './feed';
import { appId, createScene, visit } from './scene';

interface Told {
	readonly event: string | undefined;
	readonly data: { shown?: { id: string; html: string }[]; gone?: string[] } & Record<string, unknown>;
}

function setUp(...who: Parameters<typeof visit> extends [unknown, ...infer Rest] ? Rest : never) {
	const scene = createScene();
	const { inhabited } = scene;
	const next = createFeed(inhabited, visit(inhabited, ...who), cursorNow(inhabited), () => new Date(2026, 0, 2, 9, 5));
	const told = (): Told[] => next().map(({ event, data }) => ({ event, data: JSON.parse(data as string) as Told['data'] }));
	const shown = (): string[] => told().flatMap(({ data }) => data.shown?.map(({ html }) => html) ?? []);
	const say = (text: string, room: keyof typeof roomIds = 'support') =>
		sendMessage(inhabited.workspace, { senderId: userIds.li, roomId: roomIds[room], text });
	return { ...scene, workspace: inhabited.workspace, told, shown, say };
}

describe('messages', () => {
	test('come once, again when they change, and go', () => {
		const { told, say, workspace } = setUp();
		told();
		const message = say('hello');
		say('elsewhere', 'busy');
		expect(told()).toMatchObject([{ event: 'entries', data: { gone: [], shown: [{ id: `message-${message.id}` }] } }]);
		expect(told()).toEqual([]);
		message.text = 'changed';
		expect(told()).toMatchObject([{ data: { shown: [{ html: expect.stringContaining('changed') }] } }]);
		workspace.messages = [];
		expect(told()).toMatchObject([{ data: { gone: [`message-${message.id}`], shown: [] } }]);
	});

	test('are not shown to whoever could not read them', () => {
		for (const [who, room, count] of [
			['otto', 'secretOps', 0],
			['mia', 'secretOps', 1],
			['otto', 'support', 1],
		] as const) {
			const { shown, say } = setUp(who, room);
			say('hello', room);
			expect(shown().filter((html) => html.includes('hello'))).toHaveLength(count);
		}
	});

	test('show their blocks instead of their text, and nothing as markup', () => {
		const { shown, say } = setUp();
		const message = say('the text');
		message.blocks = [{ type: 'section', text: { type: 'plain_text', text: '<b>the block</b>' } }];
		message.alias = '<i>somebody</i>';
		const [html = ''] = shown();
		expect(html).toContain('&lt;b&gt;the block&lt;/b&gt;');
		expect(html).toContain('<b class="name">&lt;i&gt;somebody&lt;/i&gt;</b> <span class="username">@li</span>');
		expect(html).not.toContain('the text');
	});
});

test('notices come to their reader alone, from the app, with the time at which they came', () => {
	const { shown, workspace } = setUp();
	const notice = { roomId: roomIds.support, text: 'for *you*' };
	workspace.notices.push({ ...notice, userId: userIds.mia }, { ...notice, userId: userIds.li });
	const [html = '', ...others] = shown();
	expect(others).toEqual([]);
	expect(html).toContain('id="notice-1" data-mid="notice-1"');
	expect(html).toContain('Only you can see this message');
	expect(html).toContain('<b class="name">the.bot</b>');
	expect(html).toContain('>09:05</time>');
	expect(html).toContain('for <strong>you</strong>');
});

test('what the app says is marked with its language, which stays when another one is chosen', () => {
	const { shown, say, workspace } = setUp('bia');
	const post = () => sendMessage(workspace, { senderId: 'bot', roomId: roomIds.support, text: 'of the app' });
	const languages = (): string[] => shown().map((html) => /class="(?:text|blocks)" lang="(.*?)"/.exec(html)?.[1] ?? 'none');
	shown();
	say('somebody’s');
	const message = post();
	workspace.notices.push({ roomId: roomIds.support, userId: userIds.bia, text: 'for you' });
	expect(languages()).toEqual(['', 'en', 'pt-BR']);
	workspace.settings.Language = 'ru';
	expect(languages()).toEqual([]);
	message.text = 'written anew';
	post();
	expect(languages()).toEqual(['ru', 'ru']);
});

test('views come to whoever asked for them, drawn', () => {
	const { told, opened } = setUp();
	const view = { id: 'v', appId, title: { type: 'plain_text', text: 'A <view>' }, blocks: [{ type: 'divider' }] };
	const interaction = { type: 'contextual_bar.open', triggerId: 't', appId, view } as never;
	opened.push({ userId: userIds.mia, interaction }, { userId: userIds.li, interaction });
	const [told1, ...others] = told().filter(({ event }) => event === 'interaction');
	expect(others).toEqual([]);
	expect(told1?.data).toMatchObject({ type: 'contextual_bar.open', triggerId: 't', view });
	expect(told1?.data.html).toMatch(
		/^<aside class="contextual-bar" lang="en" aria-labelledby="bar-title">.*A &lt;view&gt;.*<hr class="block">/s,
	);
});

test('the server’s mood comes when it changes', () => {
	const { told, workspace } = setUp();
	expect(told()).toContainEqual({ event: 'mood', data: { mood: 'well' } });
	expect(told()).toEqual([]);
	workspace.mood = 'down';
	expect(told()).toEqual([{ event: 'mood', data: { mood: 'down' } }]);
});

test('a page that connects anew misses nothing', () => {
	expect(printCursor({ notices: 3, views: 12 })).toBe('3.12');
	expect(['3.12', '', 'x.y'].map(readCursor)).toEqual([
		{ notices: 3, views: 12 },
		{ notices: 0, views: 0 },
		{ notices: 0, views: 0 },
	]);
});
