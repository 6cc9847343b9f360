import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Host, packagedApp, startHost } from './host';
import type { Room, User, Workspace } from './model';

function user(id: string, roles: string[], language = ''): User {
	return {
		id,
		username: id,
		name: id,
		roles,
		active: true,
		type: 'user',
		language,
		tokens: [],
	};
}

function room(id: string, rest: Partial<Room> = {}): Room {
	return {
		id,
		type: 'c',
		name: id,
		members: [{ userId: 'ana', roles: ['owner'] }],
		...rest,
	};
}

const workspace: Workspace = {
	generation: '9',
	users: [user('ana', ['user', 'admin'], 'de'), user('bo', ['user'])],
	rooms: [
		room('support'),
		room('quiet', { readOnly: true }),
		room('old', { archived: true }),
		room('secret', { type: 'p', encrypted: true }),
		room('strict', { muted: ['host-fixture.bot'] }),
		room('talk', { parentRoomId: 'support', topic: 'webhooks' }),
	],
	roles: [{ id: 'xY3', name: 'Helpdesk' }],
	permissions: {},
	integrations: [],
	settings: { Site_Url: 'http://localhost:3000', SMTP_Password: 'hidden' },
	secretSettings: ['SMTP_Password'],
	messages: [],
	notices: [],
	uploads: [],
};

let host: Host;

beforeAll(async () => {
	host = await startHost(workspace);
	await host.install(await packagedApp({ root: 'test/workspace/fixture-app' }));
}, 60_000);
beforeEach(() => {
	workspace.messages = [];
	workspace.notices = [];
	host.hostCalls.length = 0;
});
afterAll(() => host.close());

function run(text: string, roomId = 'support', threadId?: string): ReturnType<Host['runCommand']> {
	return host.runCommand({ userId: 'ana', roomId, text: `/probe ${text}`, ...(threadId && { threadId }) });
}

/** What the fixture learned from the host. */
async function ask(text: string, roomId = 'support'): Promise<unknown> {
	const { notices } = await run(text, roomId);
	return JSON.parse(notices[0]?.text ?? 'null');
}

describe('commands', () => {
	test('post as the app, with quotes respected in arguments', async () => {
		const { messages, notices } = await run('hello "two  words" it\'s "a""b"');
		const bot = workspace.users.find(({ appId }) => appId);
		expect(bot).toMatchObject({ username: 'host-fixture.bot', roles: ['app'], type: 'app' });
		expect(messages).toMatchObject([
			{ text: "hello two  words it's a b", roomId: 'support', senderId: bot?.id, parseUrls: false },
		]);
		expect(notices).toEqual([]);
		expect(host.hostCalls).toEqual(['getUserBridge.doGetAppUser', 'getMessageBridge.doCreate']);
	});

	test('answer in the thread, and the thread decides on the room', async () => {
		const { messages: parents } = await run('parent');
		const threadId = parents[0]?.id ?? '';
		const { messages } = await run('child', 'old', threadId);
		expect(messages).toMatchObject([{ text: 'child', threadId, roomId: 'support' }]);
	});

	test('notify the caller alone', async () => {
		const { messages, notices } = await run('unread ana');
		expect(messages).toEqual([]);
		expect(notices).toEqual([{ userId: 'ana', roomId: 'support', text: '{"value":0}' }]);
	});

	test('that nobody registered are refused', async () => {
		expect(host.bridges.commands.registered.get('probe')).toMatchObject({
			description: expect.stringMatching(/^app-.*\.command_probe$/),
		});
		await expect(host.runCommand({ userId: 'ana', roomId: 'support', text: '/nope' })).rejects.toThrow('does not exist');
	});
});

describe('the server refuses', () => {
	test.each([
		[
			'a text over the limit',
			'x'.repeat(5001),
			'support',
			'Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]',
		],
		['@all', 'hey @all', 'support', 'Notify all in this room not allowed [error-action-not-allowed]'],
		['@here on a line of its own', '"hey\n@here"', 'support', 'Notify here in this room not allowed [error-action-not-allowed]'],
		['a read-only room', 'hey', 'quiet', "You can't send messages because the room is readonly."],
		['a muted app user', 'hey', 'strict', 'You_have_been_muted'],
		['an encrypted room', 'hey', 'secret', 'Not allowed to send un-encrypted messages in an encrypted room [error-not-allowed]'],
	])('%s', async (_, text, roomId, reason) => {
		await expect(run(text, roomId)).rejects.toThrow(reason);
		expect(workspace.messages).toEqual([]);
	});

	test('neither an archived room, nor a mention that a backtick hides', async () => {
		await run('hey `@all`', 'old');
		expect(workspace.messages).toMatchObject([{ text: 'hey `@all`', roomId: 'old' }]);
	});
});

describe('apps read', () => {
	test('their own settings, live', async () => {
		expect(host.settings().greeting).toMatchObject({ packageValue: 'hello' });
		await host.setSetting('greeting', 'good day');
		expect(await ask('setting greeting')).toEqual({ value: 'good day' });
	});

	test('server settings that are not secret', async () => {
		expect(await ask('server Site_Url')).toEqual({ value: 'http://localhost:3000' });
		expect(await ask('server SMTP_Password')).toEqual({ error: 'The setting "SMTP_Password" is not readable.' });
		expect(await ask('server Nope')).toEqual({ error: 'The setting "Nope" is not readable.' });
	});

	test('who is in the room', async () => {
		expect(await ask('owners')).toEqual({ value: ['ana'] });
		expect(await ask('unread bo')).toEqual({ error: 'User not subscribed to room' });
		expect(await ask('role Helpdesk')).toMatchObject({ value: { id: 'xY3', name: 'Helpdesk' } });
		expect(await ask('role nope')).toEqual({ value: null });
	});

	test('rooms and people in the shape of the server', async () => {
		expect(await ask('room', 'talk')).toMatchObject({
			value: {
				type: 'c',
				slugifiedName: 'talk',
				isReadOnly: false,
				parentRoom: { id: 'support' },
				_unmappedProperties_: { topic: 'webhooks', usersCount: 1 },
			},
		});
		expect(await ask('room', 'old')).toMatchObject({ value: { _unmappedProperties_: { archived: true } } });
		expect(await ask('sender')).toMatchObject({
			value: { roles: ['user', 'admin'], settings: { preferences: { language: 'de' } } },
		});
		expect(await ask('roombyid nope')).toEqual({ value: null });
	});
});

describe('http', () => {
	let server: Server;
	let answer: RequestListener;
	let url: string;

	beforeAll(async () => {
		server = createServer((request, response) => {
			answer(request, response);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	test('drops empty parameters, and parses what is called JSON', async () => {
		answer = (request, response) =>
			response.setHeader('content-type', 'application/json; charset=utf-8').end(`["${String(request.url)}"]`);
		expect(await ask(`http ${url}/a?b=c`)).toMatchObject({ value: { status: 200, data: ['/a?b=c&roomId=r&zero=0'] } });
	});

	test('hands out an error page as text', async () => {
		answer = (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>no</h1>');
		expect(await ask(`http ${url}`)).toEqual({ value: { status: 502, data: null, content: '<h1>no</h1>' } });
	});

	test('ends with the time that was given', async () => {
		answer = () => undefined;
		expect(await ask(`http ${url} 50`)).toEqual({ error: 'The user aborted a request.' });
		answer = (_, response) => response.write('a part of the body');
		expect(await ask(`http ${url} 50`)).toMatchObject({
			error: expect.stringContaining('Response timeout while trying to fetch'),
		});
	});

	test('follows redirects, but not for ever', async () => {
		answer = (request, response) => response.writeHead(302, { location: `${String(request.url)}x` }).end();
		expect(await ask(`http ${url}/`)).toEqual({ error: 'error-too-many-redirects' });
	});

	test('is denied without the permission', async () => {
		const other = await packagedApp({ root: 'test/workspace/fixture-app' });
		await host.install(other, { permissions: [{ name: 'slashcommand' }, { name: 'message.write' }, { name: 'user.read' }] });
		expect(await ask(`http ${url}`)).toMatchObject({ error: expect.stringContaining('null') });
	});
});

test('the app’s process may read no file but the engine’s, and knows nothing of the environment but PATH, as on a server', async () => {
	expect(await ask(`file ${__filename}`)).toEqual({ error: expect.stringContaining('restricted') });
	expect(await ask('environment')).toEqual({ value: ['PATH'] });
});

test('the app runs in a process of its own, and can be switched off and on', async () => {
	expect(host.process().memory).toBeGreaterThan(10_000_000);
	await host.disable();
	await expect(run('hey')).rejects.toThrow('App not enabled');
	await host.enable();
	expect((await run('hey')).messages).toHaveLength(1);
	expect(JSON.stringify(host.logs())).toContain('slashcommand:probe:executor');
});
