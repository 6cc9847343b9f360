import dns from 'node:dns';
import { createServer as createTcpServer, type Server } from 'node:net';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
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
	expect((await scene.read())[0]).toMatch(/^room: \*\*Integrations in #support\*\*: 6 here/);
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
async function failure(where: 'support' | 'hidden' = 'support', who: 'li' | 'ana' = 'li'): Promise<string> {
	const lines = await scene.read('', who, where);
	expect(lines).toHaveLength(1);
	return lines.join();
}

/** The text with one port, and one path of the app, whatever they are. */
function withoutPort(text: string): string {
	return text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT').replaceAll(scene.appPath, 'APP/VERSION');
}

function loggedKinds(): string {
	return JSON.stringify(scene.host.logs().at(-1));
}

describe('the set-up', () => {
	test('nothing is filled in', async () => {
		await scene.set({ user_id: '', auth_token: '' });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The app is not set up yet: **User id** and **Personal access token** are empty. A workspace admin can help."`,
		);
		expect(loggedKinds()).toContain('settingsMissing');
	});

	test('a token that no header takes: nothing is sent, and it is not shown', async () => {
		await scene.set({ auth_token: `${tokens.service}\nx – y` });
		const before = scene.rest.requests.length;
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: **Personal access token** contains a space, a line break or a letter that cannot be part of it, so nothing was sent. A workspace admin can help."`,
		);
		expect(scene.rest.requests).toHaveLength(before);
		expect(JSON.stringify(scene.host.logs())).not.toContain('CANARY');
	});

	test('an address that is none', async () => {
		await scene.set({ server_url: 'chat.example' });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The address to ask is not usable. It must start with \`http://\` or \`https://\` and may hold a path, but no user name, password, question mark or hash. A workspace admin can help."`,
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
			`"only li: The server could not be reached: its name is unknown where it is asked from (DNS). A workspace admin can help."`,
		);
	});

	/** A port that nobody listens on. */
	const deadPort = async () => {
		const port = await listen(createTcpServer());
		await opened.pop()?.close();
		return port;
	};

	test('a port that nobody listens on', async () => {
		await scene.set({ server_url: `http://127.0.0.1:${await deadPort()}` });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached: nothing answers at its address and port. A workspace admin can help."`,
		);
	});

	test('a workspace admin is told which address was asked, and how to mend it', async () => {
		const port = await deadPort();
		await scene.set({ server_url: `http://127.0.0.1:${port}` });
		const admin = await failure('support', 'ana');
		expect(withoutPort(admin)).toMatchInlineSnapshot(
			`"only ana: The server could not be reached: nothing answers at its address and port. The app asked \`http://127.0.0.1:PORT\`. Check **Server URL** [in the app's settings](http://127.0.0.1:PORT/marketplace/private/info/APP/VERSION/settings); while that is empty, the workspace's Site URL counts."`,
		);
		expect(await failure()).not.toContain('127.0.0.1');
		expect(JSON.stringify(scene.host.logs())).not.toContain(`127.0.0.1:${port}`);
	});

	test('a name with two addresses, and nobody listens at either', async () => {
		// Node's error for both has no text.
		const port = await deadPort();
		const lookUp = jest.spyOn(dns, 'lookup').mockImplementation((_name: string, ...rest: unknown[]) => {
			const answer = rest.at(-1) as (error: null, addresses: dns.LookupAddress[]) => void;
			answer(null, [
				{ address: '127.0.0.1', family: 4 },
				{ address: '127.0.0.2', family: 4 },
			]);
		});
		await scene.set({ server_url: `http://two.example:${port}` });
		expect(await failure()).toContain('nothing answers at its address and port.');
		expect(lookUp).toHaveBeenCalled();
		lookUp.mockRestore();
	});

	test('https:// to a port that speaks no TLS', async () => {
		await scene.set({ server_url: (await serve(() => undefined)).replace('http:', 'https:') });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached: nothing speaks TLS at its port. Perhaps its address should begin with \`http://\`. A workspace admin can help."`,
		);
	});

	test('https:// to a port that speaks something else', async () => {
		const port = await listen(createTcpServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n')));
		await scene.set({ server_url: `https://127.0.0.1:${port}` });
		expect(await failure()).toContain('nothing speaks TLS at its port.');
	});

	test('a proxy refuses the tunnel, Rocket.Chat refuses the address, or has no file handle left', async () => {
		const texts = [
			'request to https://CANARY/ failed, reason: tunneling socket could not be established, statusCode=407',
			'error-ssrf-validation-failed',
			'request to https://CANARY/ failed, reason: connect EMFILE 10.0.0.1:443',
			'request to https://CANARY/ failed, reason: connect EHOSTUNREACH 10.0.0.1:443',
			'request to https://CANARY/ failed, reason: getaddrinfo EAI_FAIL CANARY',
		];
		const said: string[] = [];
		for (const text of texts) {
			scene.host.obstruct = async (name) => (name.endsWith('doCall') ? Promise.reject(new Error(text)) : undefined);
			said.push(await failure());
		}
		scene.host.obstruct = () => undefined;
		expect(said).toMatchInlineSnapshot(`
		[
		  "only li: A proxy or firewall on the way to the server refuses the app's requests, or wants a login. A workspace admin can help.",
		  "only li: \`Rocket.Chat\` itself refuses to send requests to an inside address (SSRF protection). A workspace admin can help.",
		  "only li: \`Rocket.Chat\` has too many files and connections open to send another request. Try again. If it keeps happening, a workspace admin can help.",
		  "only li: The server could not be reached: no network leads to its address. A workspace admin can help.",
		  "only li: The server could not be reached: its name is unknown where it is asked from (DNS). A workspace admin can help.",
		]
	`);
	});

	test('a certificate that nobody trusts', async () => {
		const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
		const server = await startRestServer(createSampleWorkspace(), { tls: { key, cert } });
		opened.push(server);
		await scene.set({ server_url: server.url });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server could not be reached safely: its TLS certificate is not trusted, out of date or made for another name, so nothing was sent. A workspace admin can help."`,
		);
		expect(server.requests).toEqual([]);
	});

	test('a server that says nothing', async () => {
		await scene.set({ server_url: await serve(() => undefined), request_timeout: 1 });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: The server did not answer within 1 second. Try again. If it keeps happening, a workspace admin can help."`,
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
			`"only li: The connection to the server broke off. Try again. If it keeps happening, a workspace admin can help."`,
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
		"only li: The server's answer is larger than 20 MB, so the app did not read it. Perhaps the scripts of some integrations are too long. A workspace admin can help.";

	const tooSlow = (time: string) =>
		`only li: The server did not answer within ${time}. Try again. If it keeps happening, a workspace admin can help.`;

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
	])('%s: not the API', async (_, start) => {
		await scene.set({ server_url: await start() });
		expect(await failure()).toContain(
			'Something answers at the server’s address, but it is not the REST API of `Rocket.Chat`'.replace(/’/g, "'"),
		);
	});

	test.each([500, 502, 503, 504, 526])('the status %i with a page: a proxy in front', async (status) => {
		await scene.set({ server_url: await answering(status, 'text/html', 'CANARY')() });
		expect(await failure()).toBe(
			`only li: A proxy on the way to the server gets no answer from it (${status}): perhaps \`Rocket.Chat\` is being restarted. Try again in a minute. If it keeps happening, a workspace admin can help.`,
		);
	});

	test.each([500, 503])('the status %i with the API’s own answer: the server', async (status) => {
		await scene.set({ server_url: await answering(status, 'application/json', '{"success":false,"error":"CANARY"}')() });
		expect(await failure()).toBe(
			`only li: The server has a problem of its own (${status}). Try again later. If it keeps happening, a workspace admin can help.`,
		);
	});

	test('401: the user is deactivated, and who can mend it is told so', async () => {
		const user = scene.workspace.users.find(({ id }) => id === userIds.service);
		Object.assign(user ?? {}, { active: false });
		const told = [await failure(), await failure('support', 'ana')];
		const [status] = await scene.read('status', 'ana');
		Object.assign(user ?? {}, { active: true });
		expect(told.map(withoutPort)).toMatchInlineSnapshot(`
		[
		  "only li: The server does not accept the app's credentials (401): \`integrations-reader\`, whose token the app uses, is deactivated. A workspace admin can help.",
		  "only ana: The server does not accept the app's credentials (401): \`integrations-reader\`, whose token the app uses, is deactivated. The app asked \`http://127.0.0.1:PORT\`. Activate that user at *Administration > Users*, or enter another one's token and id [in the app's settings](http://127.0.0.1:PORT/marketplace/private/info/APP/VERSION/settings).",
		]
	`);
		expect(status).toContain('`integrations-reader`, whose token the app uses, is deactivated. The app asked');
	});

	test.each([401, 403, 407])('the status %i with a page: a proxy in front', async (status) => {
		await scene.set({ server_url: await answering(status, 'text/html', '<html>CANARY</html>')() });
		expect(await failure()).toBe(
			"only li: A proxy or firewall on the way to the server refuses the app's requests, or wants a login. A workspace admin can help.",
		);
	});

	test('429 with a page: a proxy in front, and for as long as it says, within reason', async () => {
		const url = await serve((_, response) =>
			response.writeHead(429, { 'content-type': 'text/html', 'retry-after': '3600' }).end('<html>CANARY</html>'),
		);
		await scene.set({ server_url: url });
		expect(await failure()).toMatchInlineSnapshot(
			`"only li: A proxy on the way to the server allows no more requests for now. Try again in 5 minutes. If it keeps happening, a workspace admin can help."`,
		);
		expect(await failure('support', 'ana')).not.toContain('api-bypass-rate-limit');
	});

	test('400: a second factor is wanted', async () => {
		const body = '{"success":false,"errorType":"totp-required","error":"TOTP Required [totp-required]","details":"CANARY"}';
		await scene.set({ server_url: await answering(400, 'application/json', body)() });
		expect(withoutPort(await failure('support', 'ana'))).toMatchInlineSnapshot(
			`"only ana: The server wants a second factor: the app's token was made without *Ignore Two Factor Authentication*. Log in as the user whose token the app uses, make a new token at *Profile > Personal Access Tokens*, with *Ignore Two Factor Authentication*, and enter it, with its user id, [in the app's settings](http://127.0.0.1:PORT/marketplace/private/info/APP/VERSION/settings)."`,
		);
	});

	test.each([
		['to itself', 302, { location: '/api/v1/channels.getIntegrations' }],
		['to nowhere', 301, {}],
	])('a redirect %s', async (_, status, headers) => {
		await scene.set({ server_url: await serve((__, response) => response.writeHead(status, headers).end()) });
		expect(await failure()).toBe(
			"only li: The server's address is not the final one: it only redirects. A workspace admin can help.",
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
			`"only li: The server shows no integrations to \`mia\`, the user whose token the app uses (403). A workspace admin can help."`,
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
			`"only li: The server does not show this room's integrations to \`olga\`, the user whose token the app uses (403): that user may not see integrations, or not this room. An owner of the room can add the user. A workspace admin can help."`,
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
			`"only li: The server does not know this channel: perhaps it is the server of another workspace. A workspace admin can help."`,
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
			`"only li: The server allows no more requests for now. Try again in N seconds. If it keeps happening, a workspace admin can help."`,
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
		const [, id = ''] = /\(`(\w+)`\)/.exec(text) ?? [];
		expect(text.replace(id, 'ID')).toMatchInlineSnapshot(
			`"only li: Something happened that the app did not foresee (\`ID\`). Try again. If it keeps happening, a workspace admin can help."`,
		);
		expect(loggedKinds()).toContain(`{"unforeseen":"${id}","error":"Error"}`);
		expect(loggedKinds()).not.toContain('CANARY');
	});

	test('a workspace admin is told where the cause stands', async () => {
		scene.host.obstruct = async (name) => (name.includes('getSettings') ? Promise.reject(new Error('CANARY')) : undefined);
		await scene.set({ page_size: 20 });
		const text = await failure('support', 'ana');
		scene.host.obstruct = () => undefined;
		expect(text).toMatch(/\(`\w+`\)\. Try again\. If it keeps happening, the app's log tells the cause\.$/);
	});
});
