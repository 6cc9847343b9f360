import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import AdmZip from 'adm-zip';
import { sourceHash } from '../../scripts/stage';
import { runScript } from '../support/runScript';
import { packagedApp } from '../workspace/host';

const ROOT = join(__dirname, '../..');
const FIXTURE = join(ROOT, 'test/workspace/fixture-app');

function entries(zip: Buffer): string[] {
	return new AdmZip(zip).getEntries().map(({ entryName }) => entryName);
}
function json(zip: Buffer, name: string): Record<string, unknown> {
	return JSON.parse(new AdmZip(zip).readAsText(name)) as Record<string, unknown>;
}

interface Seen {
	readonly path: string;
	readonly token: unknown;
	readonly user: unknown;
	readonly body: Buffer;
}

async function seen(request: IncomingMessage): Promise<Seen> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { 'x-auth-token': token, 'x-user-id': user } = request.headers;
	return { path: `${String(request.method)} ${String(request.url)}`, token, user, body: Buffer.concat(chunks) };
}

/** A server that takes what the CLI sends, and remembers it. */
async function withServer<T>(success: boolean, work: (url: string, requests: Seen[]) => Promise<T>): Promise<T> {
	const requests: Seen[] = [];
	const server = createServer((request, response) => {
		void seen(request).then((one) => {
			requests.push(one);
			const installed = one.path.startsWith('GET /api/apps/') ? false : success;
			response.end(JSON.stringify({ version: '8.1.0', success: installed, error: `refused ${String(one.token)}` }));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		return await work(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, requests);
	} finally {
		server.close();
	}
}

describe('packaging', () => {
	test('leaves the working tree as it was', async () => {
		const status = (): string => execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
		const source = readFileSync(join(FIXTURE, 'app.json'), 'utf8');
		const before = status();
		const out = join(tmpdir(), `fixture-${String(process.pid)}.zip`);
		await runScript('package', ['--app', FIXTURE, '--out', out]);
		rmSync(out);
		expect(status()).toBe(before);
		expect(readFileSync(join(FIXTURE, 'app.json'), 'utf8')).toBe(source);
	});

	test('holds the compiled app, and of the locales only what the host shows', async () => {
		const zip = await packagedApp({ root: 'test/workspace/fixture-app' });
		const names = ['FixtureApp.js', 'app.json', 'i18n/en.json', 'icon.png', 'package.json'];
		expect(entries(zip)).toEqual(names);
		expect(Object.keys(json(zip, 'i18n/en.json'))).toEqual(['setting_greeting', 'command_probe']);
	});

	test('lets a test ask for other permissions', async () => {
		const zip = await packagedApp({ root: 'test/workspace/fixture-app', permissions: ['slashcommand'] });
		expect(json(zip, 'app.json').permissions).toEqual([{ name: 'slashcommand' }]);
	});

	test('fails with what the CLI printed', async () => {
		const failing = packagedApp({ root: 'test/workspace/fixture-app', permissions: ['no-such-permission'] });
		await expect(failing).rejects.toThrow(/^rc-apps package failed with exit code \d[^]*Invalid permission "no-such-permission"/);
	});

	test('is done again for other sources, whatever their times', () => {
		const root = mkdtempSync(join(tmpdir(), 'sources-'));
		cpSync(FIXTURE, root, { recursive: true });
		const before = sourceHash({ root });
		const command = join(root, 'commands/ProbeCommand.ts');
		utimesSync(command, 1e9, 1e9);
		expect(sourceHash({ root })).toBe(before);
		expect(sourceHash({ root, permissions: ['slashcommand'] })).not.toBe(before);
		writeFileSync(command, `${readFileSync(command, 'utf8')}\n`);
		expect(sourceHash({ root })).not.toBe(before);
		rmSync(root, { recursive: true });
	});
});

describe('the app', () => {
	const ALLOWED = /^(IntegrationsApp\.js|app\.json|icon\.png|package\.json|i18n\/\w[\w-]*\.json)$/;

	test('has a small zip with nothing else in it', async () => {
		const zip = await packagedApp();
		expect(entries(zip).filter((name) => !ALLOWED.test(name))).toEqual([]);
		expect(zip.length).toBeLessThan(120_000);
	});

	test('says what its class implements', async () => {
		const source = readFileSync(join(ROOT, 'IntegrationsApp.ts'), 'utf8');
		const [, interfaces = ''] = /^export class IntegrationsApp extends App implements ([\w, ]+) \{$/m.exec(source) ?? [];
		expect(json(await packagedApp(), 'app.json').implements).toEqual(interfaces.split(', '));
	});
});

describe('deploying', () => {
	const variables = (url: string): Record<string, string> => ({
		ROCKETCHAT_URL: url,
		ROCKETCHAT_USER_ID: 'the-user',
		ROCKETCHAT_TOKEN: 'the-secret-token',
	});

	test('uploads the zip with the token in headers, and nowhere else', () =>
		withServer(true, async (url, requests) => {
			await runScript('deploy', ['--app', FIXTURE], variables(url));
			expect(requests.map(({ path }) => path)).toEqual([
				'GET /api/info',
				'GET /api/v1/me',
				'GET /api/v1/me',
				expect.stringMatching(/^GET \/api\/apps\/[\w-]{36}$/),
				'POST /api/apps',
			]);
			expect(requests.at(-1)).toMatchObject({ token: 'the-secret-token', user: 'the-user' });
			const body = requests.at(-1)?.body ?? Buffer.alloc(0);
			expect(body.includes('FixtureApp.js')).toBe(true);
			expect(body.includes('rcappsconfig')).toBe(false);
			expect(body.includes('the-secret-token')).toBe(false);
		}));

	test('tells what the server refused, without the token', () =>
		withServer(false, async (url) => {
			const failing = runScript('deploy', ['--app', FIXTURE], variables(url));
			await expect(failing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('rc-apps deploy failed') });
			await expect(failing).rejects.not.toMatchObject({ stderr: expect.stringContaining('the-secret-token') });
		}));

	test('shows no password that is part of the address', () =>
		withServer(false, async (url) => {
			const failing = runScript('deploy', ['--app', FIXTURE], variables(url.replace('http://', 'http://me:the%20password@')));
			await expect(failing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('rc-apps deploy failed') });
			await expect(failing).rejects.not.toMatchObject({ stderr: expect.stringMatching(/the(%20| )password/) });
		}));

	test('Ctrl-C while it waits leaves no token behind', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'deploying-'));
		const server = createServer(() => undefined).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
		const script = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/deploy.ts'), '--app', FIXTURE];
		const env = { ...process.env, ...variables(url), TMPDIR: folder };
		// A group of its own: Ctrl-C reaches all of it, and this test is not part of it.
		const deploying = spawn(process.execPath, script, { env, detached: true, stdio: 'ignore' });
		const ended = once(deploying, 'exit');
		try {
			await once(server, 'request');
			const tokens = (): string[] =>
				readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rcappsconfig'));
			expect(tokens()).toHaveLength(1);
			process.kill(-Number(deploying.pid), 'SIGINT');
			expect((await ended)[0]).not.toBe(0);
			expect(tokens()).toEqual([]);
		} finally {
			server.closeAllConnections();
			server.close();
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('names the variables that are missing', async () => {
		const failing = runScript('deploy', ['--app', FIXTURE], { ...variables('http://127.0.0.1:1'), ROCKETCHAT_TOKEN: '' });
		await expect(failing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Set ROCKETCHAT_TOKEN') });
	});
});
