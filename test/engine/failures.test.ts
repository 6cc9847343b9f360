import { createServer as createTcpServer, type Server } from 'node:net';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import { largestAnswer } from '../../lib/rest/response';
import { startRestServer } from '../workspace/rest/server';
import { createSampleWorkspace, tokens, userIds } from '../workspace/sample';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
const opened: { close: () => unknown }[] = [];
const wellSetUp = {
	server_url: '',
	user_id: userIds.service,
	auth_token: tokens.service,
	request_timeout: 10,
	workspace_scan: true,
};

beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

/** Whatever went wrong: nothing stands in the room, and the next command works. */
afterEach(async () => {
	for (const server of opened.splice(0)) {
		await server.close();
	}
	scene.workspace.generation = '7';
	await scene.set(wellSetUp);
	expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support\*\*: 10 reach/);
});

async function listen(server: Server): Promise<number> {
	opened.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	const port = await listen(server);
	opened.push({
		close: () => {
			server.closeAllConnections();
		},
	});
	return `http://127.0.0.1:${port}`;
}

/** The only line that the failure gives, to the caller alone; the app's log holds its kind. */
async function failure(where: 'support' | 'hidden' = 'support'): Promise<string> {
	const lines = await scene.read('', 'li', where);
	expect(lines).toHaveLength(1);
	return lines.join();
}

function loggedKinds(): string {
	return JSON.stringify(scene.host.logs().at(-1));
}

describe('the set-up', () => {
	test('nothing is filled in', async () => {
		await scene.set({ user_id: '', auth_token: '' });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The app is not set up yet: **User id** and **Personal access token** are empty. A workspace admin can fill them in, in the settings of the app Channel Integrations."`,
		);
		expect(loggedKinds()).toContain('settingsMissing');
	});

	test('a token that no header takes: nothing is sent, and it is not shown', async () => {
		await scene.set({ auth_token: `${tokens.service}\nx – y` });
		const before = scene.rest.requests.length;
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: **Personal access token** holds a space, a line break or a letter that cannot be part of it, so nothing was sent. A workspace admin can paste it anew into the app's settings."`,
		);
		expect(scene.rest.requests).toHaveLength(before);
		expect(JSON.stringify(scene.host.logs())).not.toContain('CANARY');
	});

	test('an address that is none', async () => {
		await scene.set({ server_url: 'chat.example' });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The address to ask is not usable. It must start with \`http://\` or \`https://\` and may hold a path, but no user name, password, question mark or hash. A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts."`,
		);
	});

	test('the check of the set-up sees at once that the server’s own address was mended', async () => {
		await scene.setServer({ Site_Url: 'chat.example' });
		expect(await failure()).toContain('The address to ask is not usable.');
		scene.workspace.settings.Site_Url = scene.rest.url;
		expect(await failure()).toContain('The address to ask is not usable.');
		expect((await scene.read('status')).join()).not.toContain('The address to ask is not usable.');
		expect((await scene.read())[0]).toMatch(/^room: /);
	});
});

describe('the server cannot be asked', () => {
	test('a name that nobody knows', async () => {
		await scene.set({ server_url: 'http://chat.invalid' });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached: its name is unknown where it is asked from (DNS). A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts."`,
		);
	});

	test('a port that nobody listens on', async () => {
		const port = await listen(createTcpServer());
		await opened.pop()?.close();
		await scene.set({ server_url: `http://127.0.0.1:${port}` });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached: nothing answers at its address and port. A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts."`,
		);
	});

	test('a certificate that nobody trusts', async () => {
		const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
		const server = await startRestServer(createSampleWorkspace(), { tls: { key, cert } });
		opened.push(server);
		await scene.set({ server_url: server.url });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached safely: its TLS certificate is not trusted, out of date or made for another name, so nothing was sent. A workspace admin can mend the certificate, or set **Server URL** to an address that works from inside, such as \`http://localhost:3000\`."`,
		);
		expect(server.requests).toEqual([]);
	});

	test('a server that says nothing', async () => {
		await scene.set({ server_url: await serve(() => undefined), request_timeout: 1 });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server did not answer within 1 second. Try again. If it stays, a workspace admin can raise **Seconds for one request** in the app's settings."`,
		);
	});

	test('a body that never ends', async () => {
		const url = await serve((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const drip = setInterval(() => response.write(' '), 100);
			response.on('close', () => {
				clearInterval(drip);
			});
		});
		await scene.set({ server_url: url, request_timeout: 1 });
		expect(await failure()).toContain('did not answer within 1 second.');
	});

	test('a connection that breaks off', async () => {
		await scene.set({ server_url: await serve((request) => request.socket.destroy()) });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The connection to the server broke off. Try again. If it stays, a workspace admin can check **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts."`,
		);
	});
});

describe('the server answers with a body', () => {
	const beginning = (response: ServerResponse) =>
		response.writeHead(200, { 'content-type': 'application/json' }).write('{"success":true,"integrations":[{"name":"CANARY",');

	test('that breaks off in the middle', async () => {
		const url = await serve((request, response) => {
			beginning(response);
			setTimeout(() => request.socket.resetAndDestroy(), 50);
		});
		await scene.set({ server_url: url });
		expect(await failure()).toContain('The connection to the server broke off.');
	});

	/** What is JSON and the API's own, but for its size. */
	const serveLarge = async (megabytes: number) =>
		serve((_, response) => {
			beginning(response);
			for (let sent = 0; sent < megabytes; sent += 1) response.write(' '.repeat(2 ** 20));
			response.end('"enabled":true}]}');
		});

	const tooLarge =
		"only li: The server's answer is larger than 20 MB, so the app did not read it. A workspace admin can check **Server URL** in the app's settings; if that is right, the scripts of some integrations must become shorter.";

	const tooSlow = (time: string) =>
		`only li: The server did not answer within ${time}. Try again. If it stays, a workspace admin can raise **Seconds for one request** in the app's settings.`;

	/** Which end comes first, that of the body or that of the time, is the machine's: either has its sentence. */
	const ends = (time: string) => [[tooLarge], [tooSlow(time)]];

	test('that is larger than what the app reads', async () => {
		await scene.set({ server_url: await serveLarge(largestAnswer), workspace_scan: false, request_timeout: 25 });
		expect(ends('25 seconds')).toContainEqual(await scene.read());
	});

	test('a body of 50 MB is refused', async () => {
		// An app of its own: the engine may go on for longer than any command with what is still on its way into the app.
		await scene.close();
		scene = await setUp();
		await scene.set({ server_url: await serveLarge(50), workspace_scan: false, request_timeout: 1 });
		const lines = await scene.read();
		await scene.close();
		scene = await setUp();
		expect(ends('1 second')).toContainEqual(lines);
	});
});

describe('the server answers', () => {
	const answering = (status: number, type: string, body: string) => async () =>
		serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body));

	test.each([
		['a login page', answering(200, 'text/html', '<html>CANARY</html>')],
		['JSON of another shape', answering(200, 'application/json', '{"hello":"CANARY"}')],
		['null', answering(200, 'application/json', 'null')],
		['a list', answering(200, 'application/json', '[{"_id":"CANARY"}]')],
		['a text', answering(200, 'application/json', '"CANARY"')],
		['integrations that are none', answering(200, 'application/json', '{"success":true,"integrations":"CANARY","total":1}')],
		['JSON cut off in the middle', answering(200, 'application/json', '{"success":true,"integrations":[')],
		['a proxy’s 403', answering(403, 'text/html', '<html>CANARY</html>')],
	])('%s: not the API', async (_, start) => {
		await scene.set({ server_url: await start() });
		expect(await failure()).toContain(
			'Something answers at the server’s address, but it is not the REST API of `Rocket.Chat`'.replace(/’/g, "'"),
		);
	});

	test.each([500, 502, 503])('the status %i is explained', async (status) => {
		await scene.set({ server_url: await answering(status, 'text/html', 'CANARY')() });
		expect(await failure()).toBe(
			`only li: The server has a problem of its own (${status}). Try again later. If it stays, a workspace admin can find the cause in the server's log.`,
		);
	});

	test('a redirect to a login page', async () => {
		const page = await answering(200, 'text/html', '<html>login</html>')();
		const url = await serve((_, response) => response.writeHead(302, { location: page }).end());
		await scene.set({ server_url: url });
		expect(await failure()).toContain('it is not the REST API of `Rocket.Chat`');
	});

	test.each([
		['a wrong token', { auth_token: 'wrong' }],
		['another user’s id', { user_id: userIds.ana }],
		['a user who left', { user_id: userIds.dora, auth_token: tokens.dora }],
	])('401: %s', async (_, settings) => {
		await scene.set(settings);
		expect(await failure()).toMatch(/^only li: The server does not accept the app's credentials \(401\)/);
	});

	test('403: none of the four permissions', async () => {
		await scene.set({ user_id: userIds.mia, auth_token: tokens.mia });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server shows no integrations to \`mia\`, the user whose token the app uses (403). A workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all; \`manage-own-incoming-integrations\` or \`manage-own-outgoing-integrations\` show only the user's own. One of the four is enough for an answer."`,
		);
	});

	test('403 from Rocket.Chat 9: a room that the app’s user may not see', async () => {
		const nine = createSampleWorkspace();
		nine.generation = '9';
		nine.permissions['view-c-room'] = [];
		const server = await startRestServer(nine);
		opened.push(server);
		await scene.set({ server_url: server.url, user_id: userIds.olga, auth_token: tokens.olga, workspace_scan: false });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server does not show this room's integrations to \`olga\`, the user whose token the app uses (403). Either that user may not see integrations: a workspace admin can give a role of the user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`. Or the user may not see this room: an owner of the room can add the user."`,
		);
	});

	test('a private group that the app’s user is not in', async () => {
		await scene.set({ workspace_scan: false });
		expect(await failure('hidden')).toMatchInlineSnapshot(
			`"only li: The server does not show this private group to \`integrations-reader\`, the user whose token the app uses. An owner of the group can add that user."`,
		);
	});

	test('a channel that the server does not know', async () => {
		const other = createSampleWorkspace();
		other.rooms = [];
		const server = await startRestServer(other);
		opened.push(server);
		await scene.set({ server_url: server.url });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server does not know this channel. A workspace admin can check **Server URL** in the app's settings: it may be the address of another workspace."`,
		);
	});

	test('429, with the seconds to wait', async () => {
		const limited = createSampleWorkspace();
		limited.settings.API_Enable_Rate_Limiter_Limit_Calls_Default = 1;
		const server = await startRestServer(limited);
		opened.push(server);
		await scene.set({ server_url: server.url });
		await scene.read();
		expect((await failure()).replace(/\d+ seconds/, 'N seconds')).toMatchInlineSnapshot(
			`"only li: The server allows no more requests for now. Try again in N seconds. A workspace admin can lift the limit for the app by giving a role of its user the permission \`api-bypass-rate-limit\`."`,
		);
	});
});

describe('what nobody thought of', () => {
	test('an id for the user, the kind of the error under the same id in the log, its text nowhere', async () => {
		scene.host.obstruct = async (name) => (name.includes('getSettings') ? Promise.reject(new Error('CANARY')) : undefined);
		// A saved setting makes the app read all of them again.
		await scene.set({ page_size: 20 });
		const text = await failure();
		scene.host.obstruct = () => undefined;
		const [, id = ''] = /under `(\w+)`/.exec(text) ?? [];
		expect(text.replace(id, 'ID')).toMatchInlineSnapshot(
			`"only li: Something happened that the app did not foresee. Try again. If it stays, a workspace admin finds it in the app's log under \`ID\`."`,
		);
		expect(loggedKinds()).toContain(`{"unforeseen":"${id}","error":"Error"}`);
		expect(loggedKinds()).not.toContain('CANARY');
	});
});
