import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import AdmZip from 'adm-zip';
import { packagedApp } from '../workspace/host';

const ROOT = join(__dirname, '../..');
const FIXTURE = join(ROOT, 'test/workspace/fixture-app');
const run = promisify(execFile);
const script = (name: string, args: string[], env = {}): Promise<{ stdout: string; stderr: string }> =>
	run(process.execPath, [join(ROOT, 'scripts', name), ...args], { env: { ...process.env, ...env } });

const entries = (zip: Buffer): string[] => new AdmZip(zip).getEntries().map(({ entryName }) => entryName);
const json = (zip: Buffer, name: string): Record<string, unknown> =>
	JSON.parse(new AdmZip(zip).readAsText(name)) as Record<string, unknown>;

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
		await script('package.mjs', ['--app', FIXTURE, '--out', out]);
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
		const failing = script('package.mjs', ['--ensure', '--app', FIXTURE, '--permissions', 'no-such-permission']);
		await expect(failing).rejects.toMatchObject({
			code: 1,
			stderr: expect.stringMatching(/rc-apps package failed with exit code \d[^]*Invalid permission "no-such-permission"/),
		});
	});
});

describe('the app', () => {
	const ALLOWED = /^(IntegrationsApp\.js|app\.json|icon\.png|package\.json|i18n\/\w[\w-]*\.json)$/;

	test('has a small zip with nothing else in it', async () => {
		const zip = await packagedApp();
		expect(entries(zip).filter((name) => !ALLOWED.test(name))).toEqual([]);
		expect(zip.length).toBeLessThan(120_000);
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
			await script('deploy.mjs', ['--app', FIXTURE], variables(url));
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
			const failing = script('deploy.mjs', ['--app', FIXTURE], variables(url));
			await expect(failing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('rc-apps deploy failed') });
			await expect(failing).rejects.not.toMatchObject({ stderr: expect.stringContaining('the-secret-token') });
		}));

	test('names the variables that are missing', async () => {
		const failing = script('deploy.mjs', ['--app', FIXTURE], { ...variables('http://127.0.0.1:1'), ROCKETCHAT_TOKEN: '' });
		await expect(failing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Set ROCKETCHAT_TOKEN') });
	});
});
