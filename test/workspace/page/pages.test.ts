import { describe, expect, test } from '@jest/globals';
import { createPage } from './page';
import { createScene } from './scene';

const PORT = 4321;
const own = { host: `127.0.0.1:${PORT}` };

function setUp() {
	const scene = createScene();
	const page = createPage(scene.inhabited, { port: PORT });
	const get = async (path: string, headers: Record<string, string> = own) => page.request(path, { headers });
	const read = async (path: string): Promise<string> => (await get(path)).text();
	const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
		page.request(path, {
			method: 'POST',
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json', ...own, ...headers },
		});
	return { ...scene, page, get, read, post };
}

describe('whoever comes from elsewhere', () => {
	const routes = setUp().page.routes.filter(({ method }) => method !== 'ALL');

	test.each(routes.map(({ method, path }) => [method, path.replace(':appId', 'x')]))('%s %s', async (method, path) => {
		const { page } = setUp();
		for (const host of ['example.com', `example.com:${PORT}`, '127.0.0.1', `127.0.0.1:${PORT + 1}`, '']) {
			const answer = await page.request(path, { method, headers: { host } });
			expect(answer.status).toBe(403);
			expect(await answer.text()).toMatch(/^This page answers at 127\.0\.0\.1 and localhost only/);
		}
		for (const origin of ['https://example.com', 'null', `https://127.0.0.1:${PORT}`, `http://127.0.0.1:${PORT + 1}`]) {
			const answer = await page.request(path, { method, headers: { ...own, origin } });
			expect(answer.status).toBe(403);
			expect(await answer.text()).toMatch(/^This page takes nothing from /);
		}
	});

	test('a form of another site cannot send what the page takes', async () => {
		const { post, inhabited } = setUp();
		expect((await post('/page/mood', { mood: 'down' }, { 'content-type': 'text/plain' })).status).toBe(400);
		expect(inhabited.workspace.mood).toBeUndefined();
	});
});

test('every page says that nothing is loaded from elsewhere, and that it is a stand-in', async () => {
	const { get } = setUp();
	for (const path of ['/', '/settings', '/account/tokens']) {
		const page = await get(path, { host: `localhost:${PORT}` });
		expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'/);
		const html = await page.text();
		expect(html).toContain('A local stand-in, not Rocket.Chat');
		expect(html).not.toMatch(
			/(?:src|href)="(?:https?:)?\/\/|<style|<script(?! type="module" src="\/page\/[a-z]+\.js"><\/script>)| style="/,
		);
	}
});

describe('a room', () => {
	test('who looks, where, and what can be typed', async () => {
		const html = await setUp().read('/?as=bia&in=secret-ops');
		expect(html).toMatch(/<option value="bia" selected>/);
		expect(html).toMatch(/href="\/\?as=bia&amp;in=secret-ops" aria-current="page"/);
		expect(html).toContain('bia is not in this room');
		expect(html).toMatch(/data-command="\/integrations" .*<span lang="pt-BR">.*Second<\/span><span class="description">Hello/s);
	});

	test.each([
		['mia', 'announcements', 'This room is read only'],
		['li', 'old', 'This room is archived'],
	])('%s could not type in %s: the page says so, and takes a command as the REST API does', async (who, where, sentence) => {
		const { read } = setUp();
		const html = await read(`/?as=${who}&in=${where}`);
		expect(html).toContain(`<p class="no-composer">${sentence}. Rocket.Chat has no field here.`);
		expect(html).toMatch(/<textarea [^>]*placeholder="A command, for example \/integrations"/);
		const usual = await read('/?as=ana&in=announcements');
		expect(usual).not.toContain('no-composer');
		expect(usual).toContain('placeholder="Message #announcements, or / for a command"');
	});

	test.each([
		['support', ['of-room']],
		['secret-ops', []],
	])('the menu of #%s has what the app registered for such rooms', async (where, entries) => {
		const html = await setUp().read(`/?as=li&in=${where}`);
		expect([...html.matchAll(/data-menu="roomAction"[^>]*data-action-id="([^"]*)">Hello/g)].map(([, id]) => id)).toEqual(entries);
	});

	test('a team stands among teams, not among channels', async () => {
		const html = await setUp().read('/?as=li&in=field-team');
		const [, teams, channels] = /<h2>Teams<\/h2>(.*)<h2>Channels<\/h2>(.*)<h2>Discussions/s.exec(html) ?? [];
		expect(teams?.match(/<li>/g)).toHaveLength(1);
		expect(teams).toMatch(/href="[^"]*in=field-team" aria-current="page"/);
		expect(channels).toContain('in=secret-ops');
		expect(channels).not.toContain('field-team');
	});

	test('nobody and nowhere are the owner of a channel', async () => {
		expect(await setUp().read('/?as=nobody&in=nowhere')).toMatch(/data-query="as=li&amp;in=support"/);
	});
});

test('where Rocket.Chat has a page of its own', async () => {
	const { get, inhabited } = setUp();
	const settings = await get(`/marketplace/private/info/${inhabited.appId}/1.0.0/settings`);
	expect([settings.status, settings.headers.get('location')]).toEqual([302, '/settings']);
	const other = await get('/account/tokens');
	expect(other.status).toBe(404);
	expect(await other.text()).toContain('Rocket.Chat has something of its own at /account/tokens');
});

describe('what a page sends', () => {
	test('a message goes into the room, or is refused with a sentence', async () => {
		const { post, inhabited } = setUp();
		const say = async (text: string, query: string): Promise<unknown> =>
			(await post(`/page/message?${query}`, { text, triggerId: 't' })).json();
		expect(await say(' hello ', 'as=mia&in=support')).toEqual({});
		expect(inhabited.workspace.messages.at(-1)?.text).toBe('hello');
		expect(await say('hello', 'as=otto&in=vault')).toEqual({ failure: 'The room did not take the message: error-not-allowed' });
		expect(await say('/shrug', 'as=mia&in=support')).toEqual({ failure: 'There is no command /shrug.' });
	});

	test('what no client of Rocket.Chat sends', async () => {
		const { post, inhabited } = setUp();
		const failure = async (appId: string, body: object): Promise<unknown> =>
			((await (await post(`/page/interaction/${appId}`, body)).json()) as { failure?: unknown }).failure;
		expect(await failure('core', { type: 'blockAction' })).toMatch(/^There is no app core/);
		expect(await failure(inhabited.appId, { type: 'blockAction', actionId: 'x' })).toBe(
			'This is not what a client of Rocket.Chat sends.',
		);
	});

	test('a language, of the reader or of the workspace', async () => {
		const { post, read, inhabited, saved } = setUp();
		const { workspace } = inhabited;
		const choose = async (choice: object): Promise<unknown> => (await post('/page/language?as=li&in=support', choice)).json();
		const chosen = async (of: string): Promise<string | undefined> =>
			new RegExp(`data-language-of="${of}">.*?value="([^"]*)" lang="[^"]*" selected`, 's').exec(await read('/?as=li'))?.[1];
		expect(await read('/?as=li')).toContain('<option value="pt-BR" lang="pt-BR" >português (Brasil)</option>');
		expect(await choose({ of: 'reader', language: 'pt-BR' })).toEqual({});
		expect(workspace.users.map(({ language }) => language).filter((one) => one === 'pt-BR')).toHaveLength(2);
		expect([await chosen('reader'), await chosen('workspace')]).toEqual(['pt-BR', 'en']);
		expect(saved).toEqual([]);
		expect(await choose({ of: 'workspace', language: 'pt-BR' })).toEqual({});
		// Otherwise the app would go on in the language that it remembers.
		expect({ language: workspace.settings.Language, saved }).toEqual({ language: 'pt-BR', saved: [['server_url', '']] });
		expect(await choose({ of: 'reader', language: '' })).toEqual({});
		expect(workspace.users.find(({ username }) => username === 'li')?.language).toBe('');
		const refused = { failure: 'The app does not speak this language.' };
		for (const whose of ['reader', 'workspace', 'nobody', 7])
			expect(await choose({ of: whose, language: 'tlh' })).toEqual(refused);
		for (const language of ['', 7, null]) expect(await choose({ of: 'workspace', language })).toEqual(refused);
		expect(workspace.settings.Language).toBe('pt-BR');
	});

	test('the server’s mood', async () => {
		const { post, inhabited } = setUp();
		for (const mood of ['429', 'constructor', 7]) await post('/page/mood', { mood });
		expect(inhabited.workspace.mood).toBe('429');
	});
});
