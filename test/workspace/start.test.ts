/** `npm start` as people run it: a process of its own, with lines from a pipe. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { tokens } from './sample';
import { launch } from './start/launch';

async function run(lines: readonly string[], ...how: Parameters<typeof launch>) {
	const child = launch(...how);
	child.stdin.end(lines.map((line) => `${line}\n`).join(''));
	const closed = once(child, 'close') as Promise<[number | null]>;
	const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
	return { stdout, stderr, code };
}

describe('lines from a pipe', () => {
	test('the conversation, to the end of input', async () => {
		const { stdout, stderr, code } = await run(['/integrations outgoing', '', '/as mia', '/in secret-ops', '/integrations']);
		expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
		const [start = '', ...conversation] = stdout.split('\n\n');
		expect(start).toMatch(/^Starting the REST API on a free port … http:\/\/127\.0\.0\.1:\d+, \d+\.\d s$/m);
		expect(start).toMatch(/^Packaging Channel Integrations \d+\.\d+\.\d+ with rc-apps … \d+\.\d s$/m);
		expect(start).toMatch(/^Starting the Apps-Engine \d+\.\d+\.\d+ … \d+\.\d s$/m);
		expect(start).toMatch(/^Filling in the settings: .*\(hidden\)/m);
		expect(conversation.map((part) => part.split('\n', 2).join(' | '))).toEqual([
			'#support',
			'li  /integrations',
			expect.stringMatching(/^channel-integrations\.bot \| {3}Integrations in #support: 6 here/),
			expect.stringMatching(/^The REST API answers on http:\/\/127\.0\.0\.1:\d+\./),
			'li  /integrations outgoing',
			expect.stringMatching(/^channel-integrations\.bot \| {3}Integrations in #support: 2 of 6 here/),
			'You are mia now (Mia Santos).',
			'#secret-ops',
			'mia  /integrations',
			expect.stringMatching(/^channel-integrations\.bot {2}Only you can see this message \| {3}You may not ask/),
			'',
		]);
		expect(stdout).not.toContain(tokens.service);
	});

	test('settings, other rooms, what is not understood', async () => {
		const { stdout, code } = await run([
			'/set page_size 2',
			'/integrations',
			'/set page_size many',
			'/set include_global yes',
			'/set reply_visibility nobody',
			'/set auth_token secret-of-mine',
			'/set user_id',
			'/set nothing',
			'/as nobody',
			'/in nowhere',
			'/in #announcements',
			'hello *all*',
			'/in direct',
			'hello *Ana*',
			'/shrug',
			'/help',
		]);
		const said = stdout.slice(stdout.indexOf('The REST API')).split('\n\n').slice(1);
		expect(said.map((part) => part.split('\n', 1).join())).toMatchInlineSnapshot(`
		[
		  "page_size is 2 now.",
		  "li  /integrations",
		  "channel-integrations.bot",
		  "page_size is a whole number, for example: /set page_size 5",
		  "include_global is either true or false, for example: /set include_global true",
		  "reply_visibility is one of: room, sender",
		  "auth_token is (hidden) now.",
		  "user_id is (empty) now.",
		  "There is no setting nothing. The app's settings:",
		  "There is no user nobody. Users: ana, bia, dora, graywolf336, integrations-reader, lea, li, mia, mo, monitor, olga, ops, otto, rocket.cat, vera",
		  "There is no room nowhere. Rooms: general, support, empty, busy, troubles, hostile, announcements, old, secret-ops, hidden, vault, field-team, discussion, direct, omnichannel, app",
		  "#announcements",
		  "The room did not take the message: You can't send messages because the room is readonly.",
		  "@ana",
		  "li",
		  "There is no command /shrug. There are: /integrations, /as, /in, /set, /server, /later, /webhook, /file, /help",
		  "/integrations WORDS   what anybody can type in a room; /integrations help tells the words",
		  "",
		]
	`);
		expect(stdout).toContain('Page 1 of 5');
		expect(stdout).toContain('\n\nli\n  hello Ana\n\n');
		expect({ code, told: stdout.includes('secret-of-mine') }).toEqual({ code: 0, told: false });
	});
});

test('time goes by, and a watched room is told what was done meanwhile', async () => {
	const lines = [
		'/integrations watch',
		'/webhook add Build bot',
		'/later 1 day',
		'/later never',
		'/webhook paint x',
		'/webhook remove y',
	];
	const { stdout, code } = await run(lines);
	const said = stdout.slice(stdout.indexOf('The REST API')).split('\n\n').slice(3);
	expect(said.slice(-8).map((part) => part.trim())).toMatchInlineSnapshot(`
		[
		  "Build bot was added.",
		  "It is 1 day later. Messages that came: 1.",
		  "channel-integrations.bot  in #support
		  Integrations in #support: 1 changed
		  • \`Build bot\` new, incoming, as \`rocket.cat\`, by \`li\`",
		  "Say how much later, for example: /later 1 day, /later 2 hours, /later 5 minutes",
		  "Say what and which, for example: /webhook add Build bot. There are: add, switch, remove",
		  "This room has no webhook y.",
		  "",
		]
	`);
	expect(code).toBe(0);
});

describe('one command', () => {
	test('its answer, and nothing else', async () => {
		const { stdout, stderr, code } = await run([], ['/integrations', 'help'], { PORT: 'ignored' });
		expect(stdout).toMatch(/^channel-integrations\.bot {2}Only you can see this message\n {2}What you can type: /);
		expect(stdout).toContain('\n  • `outgoing`: ');
		expect(stderr).toMatch(/^Starting the REST API on a free port/);
		expect(code).toBe(0);
	});

	test('one that there is not', async () => {
		const { stdout, stderr, code } = await run([], ['/shrug']);
		expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
		expect(stderr).toContain('There is no command /shrug. There are: /integrations, /as, ');
	});
});

describe('the port', () => {
	test('in use', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { stderr, code } = await run([], [], { PORT: String(port) });
		server.close();
		expect(stderr).toMatch(
			new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is in use\\. Choose another one \\(PORT=\\d+ npm start\\)`),
		);
		expect(code).toBe(1);
	});

	test('that is none', async () => {
		const { stderr, code } = await run([], [], { PORT: 'http' });
		expect({ stderr, code }).toEqual({ stderr: expect.stringContaining('PORT is http, but it must be'), code: 1 });
	});
});
