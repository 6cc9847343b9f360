import { describe, expect, test } from '@jest/globals';
import { uploadFile } from '../host/uploadFile';
import { sendMessage } from '../host/sendMessage';
import { roomIds, userIds } from '../sample';
import { createFeed, cursorNow } from './feed';
import { createPage } from './page';
import { createScene, visit } from './scene';

const PORT = 4321;

function setUp(name = 'list.csv', where: keyof typeof roomIds = 'support') {
	const { inhabited } = createScene();
	const { workspace } = inhabited;
	const page = createPage(inhabited, { port: PORT });
	const get = async (path: string) => page.request(path, { headers: { host: `127.0.0.1:${PORT}` } });
	const bytes = Buffer.from('a,b\n1,2\n');
	const upload = uploadFile(workspace, { name, roomId: roomIds[where], userId: 'bot', bytes });
	const shownTo = (who: string): string => {
		const next = createFeed(inhabited, visit(inhabited, who, where), cursorNow(inhabited), () => new Date(2026, 0, 2));
		const entries = next().filter(({ event }) => event === 'entries');
		return entries
			.flatMap(({ data }) => (JSON.parse(data as string) as { shown: { html: string }[] }).shown)
			.map(({ html }) => html)
			.join('');
	};
	return { inhabited, workspace, get, upload, shownTo };
}

/** Where a link leads, as a browser reads it. */
function hrefOf(html: string): string {
	return (/<a href="([^"]*)" download/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}

describe('a message with a file', () => {
	test('has a link that downloads it, and no empty text', async () => {
		const { shownTo, get, upload } = setUp();
		const html = shownTo('mia');
		expect(html).toContain(`<a href="/file-upload/${upload.id}/list.csv?as=mia" download="list.csv">list.csv</a>`);
		expect(html).toContain('8 B');
		expect(html).not.toContain('class="text"');
		const file = await get(hrefOf(html));
		expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
			...[200, 'text/csv', "attachment; filename*=UTF-8''list.csv"],
		]);
		expect(await file.text()).toBe('a,b\n1,2\n');
	});

	test('shows its text, too', () => {
		const { shownTo, workspace } = setUp();
		const [message] = workspace.messages.slice(-1);
		if (message) message.text = 'The *list*';
		expect(shownTo('mia')).toMatch(/The <strong>list<\/strong>.*<p class="file">/s);
	});

	test.each(['a/../b?c#d&e.csv', 'käse "1".csv', "o'(x)*.csv", '<b>.csv', '../../package.json'])(
		'named %s is but a text, and found',
		async (name) => {
			const { shownTo, get } = setUp(name);
			const html = shownTo('mia');
			expect(html).not.toContain('<b>.csv');
			const file = await get(hrefOf(html));
			expect(file.status).toBe(200);
			const [, encoded = ''] =
				/^attachment; filename\*=UTF-8''([\w.%!~-]+)$/.exec(file.headers.get('content-disposition') ?? '') ?? [];
			expect(decodeURIComponent(encoded)).toBe(name);
		},
	);
});

describe('a file is not there', () => {
	test.each([
		['for somebody else', (id: string) => `/file-upload/${id}/list.csv?as=otto`],
		['for nobody', (id: string) => `/file-upload/${id}/list.csv`],
		['for somebody unknown', (id: string) => `/file-upload/${id}/list.csv?as=nobody`],
		['for somebody who left', (id: string) => `/file-upload/${id}/list.csv?as=dora`],
		['under another name', (id: string) => `/file-upload/${id}/package.json?as=li`],
		['under another id', () => '/file-upload/other/list.csv?as=li'],
		['above the files', (id: string) => `/file-upload/${id}/..%2F..%2Fpackage.json?as=li`],
	])('%s', async (_, path) => {
		for (const where of ['support', 'secretOps'] as const) {
			const { get, upload } = setUp('list.csv', where);
			const answer = await get(path(upload.id));
			expect([answer.status, await answer.text()]).toEqual([404, 'There is no such file for this person.']);
		}
	});

	test('any more, for whoever left its room', async () => {
		const { get, upload, workspace } = setUp();
		const path = `/file-upload/${upload.id}/list.csv?as=mia`;
		expect((await get(path)).status).toBe(200);
		for (const room of workspace.rooms) room.members = room.members.filter(({ userId }) => userId !== userIds.mia);
		expect((await get(path)).status).toBe(404);
	});
});

describe('a direct message of the app', () => {
	const direct = (id: string, userId: string) => ({
		...{ id, type: 'd' as const },
		members: ['bot', userId].map((one) => ({ userId: one, roles: [] })),
	});

	test('comes into the sidebar of the one whom it is with, by itself', () => {
		const { inhabited, workspace } = setUp();
		const told = ['li', 'mia'].map((who) => createFeed(inhabited, visit(inhabited, who), cursorNow(inhabited), () => new Date()));
		const rooms = () => told.map((next) => next().flatMap(({ event, data }) => (event === 'rooms' ? [data as string] : [])));
		rooms();
		workspace.rooms.push(direct('dm', userIds.li));
		const [li = [], mia] = rooms();
		expect(mia).toEqual([]);
		expect(li.join()).toMatch(/in=app.*the\.bot/);
		expect(rooms()).toEqual([[], []]);
	});

	test('is each one’s own, with its file', async () => {
		const { workspace, get } = setUp();
		workspace.rooms.push(direct('of-mia', userIds.mia), direct('of-li', userIds.li));
		sendMessage(workspace, { senderId: 'bot', roomId: 'of-li', text: 'hello' });
		for (const [who, room] of [
			['li', 'of-li'],
			['mia', 'of-mia'],
		] as const) {
			const html = await (await get(`/?as=${who}&in=app`)).text();
			expect(html).toContain(`data-room-id="${room}"`);
			expect(html).toMatch(/in=app" aria-current="page"/);
		}
		const upload = uploadFile(workspace, { name: 'a.csv', roomId: 'of-li', userId: 'bot', bytes: Buffer.from('x') });
		const status = async (who: string): Promise<number> => (await get(`/file-upload/${upload.id}/a.csv?as=${who}`)).status;
		expect([await status('li'), await status('mia')]).toEqual([200, 404]);
	});
});
