/** What the REST server of the embedded workspace answers, against what its source says (rest/contract/), over real HTTP. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import { get as getSecurely } from 'node:https';
import { accessRows } from './rest/contract/accessRows';
import { channelRows } from './rest/contract/channelRows';
import { groupRows } from './rest/contract/groupRows';
import { limitRows } from './rest/contract/limitRows';
import { as, channels, START, type Row } from './rest/contract/row';
import { validationRows } from './rest/contract/validationRows';
import { workspaceRows } from './rest/contract/workspaceRows';
import { startRestServer, type RestServer } from './rest/server';
import { createSampleWorkspace } from './sample';

const table: Row[] = [...channelRows, ...groupRows, ...accessRows, ...validationRows, ...workspaceRows, ...limitRows];

const running: RestServer[] = [];

async function start(...options: Parameters<typeof startRestServer>): Promise<RestServer> {
	const server = await startRestServer(...options);
	running.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(running.splice(0).map((server) => server.close()));
});

function idsOf(rows: unknown): unknown {
	return Array.isArray(rows) ? rows.map(({ _id }: { _id: unknown }) => _id) : rows;
}

/** Long lists are compared by their ids. */
function shorten(body: Record<string, unknown>): Record<string, unknown> {
	const lists = ['integrations', 'history'].filter((key) => key in body);
	return { ...body, ...Object.fromEntries(lists.map((key) => [key, idsOf(body[key])])) };
}

function limitOf({ headers }: Response): readonly string[] | 'none' {
	const values = ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`X-RateLimit-${name}`));
	return values.every((value) => value === null) ? 'none' : values.map(String);
}

async function ask({ path, given }: Row): Promise<Response> {
	const workspace = createSampleWorkspace();
	workspace.generation = given.generation ?? workspace.generation;
	given.change?.(workspace);
	let time = START;
	const { url } = await start(workspace, { now: () => time });
	const get = (): Promise<Response> => fetch(url + path, { headers: given.headers ?? as('service') });
	for (let call = 0; call < (given.before ?? 0); call++) {
		await get();
	}
	time += given.later ?? 0;
	return get();
}

describe('the contract', () => {
	test.each(table.map((row) => [row.section, row.what, row.given.generation ?? '7', row.path, row] as const))(
		'%s: %s (%s) %s',
		async (_section, _what, _generation, _path, row) => {
			const response = await ask(row);
			const body = (await response.json()) as Record<string, unknown>;
			const { limit, ...expected } = row.expected;
			expect({ status: response.status, body: row.given.whole ? body : shorten(body) }).toEqual(expected);
			expect(limitOf(response)).toEqual(limit ?? limitOf(response));
		},
	);
});

describe('the server', () => {
	test('counts each endpoint and each client for itself, and no failed login', async () => {
		const { url } = await start(createSampleWorkspace());
		const get = async (path: string, headers: Record<string, string>): Promise<number> =>
			(await fetch(url + path, { headers })).status;
		const statuses = async (path: string, headers: Record<string, string>): Promise<number[]> => [
			...new Set(await Promise.all(Array.from({ length: 11 }, () => get(path, headers)))),
		];
		expect(await statuses('/api/v1/me', {})).toEqual([401]);
		expect((await statuses('/api/v1/me', as('service'))).sort()).toEqual([200, 429]);
		expect(await get('/api/v1/me', as('mia'))).toBe(429);
		expect(await get('/api/v1/me', { ...as('service'), 'X-Real-IP': '192.0.2.7' })).toBe(200);
		expect(await get('/api/v1/permissions.listAll', as('service'))).toBe(200);
	});

	test('keeps path, query and status of each request, and no header', async () => {
		const { url, requests } = await start(createSampleWorkspace());
		await fetch(url + channels('roomId=GENERAL'), { headers: as('service') });
		await fetch(`${url}/api/v1/me`);
		expect(requests).toEqual([
			{ method: 'GET', path: '/api/v1/channels.getIntegrations', query: { roomId: 'GENERAL' }, status: 200 },
			{ method: 'GET', path: '/api/v1/me', query: {}, status: 401 },
		]);
	});

	test('rejects for a port that is taken', async () => {
		const { port } = await start(createSampleWorkspace());
		await expect(startRestServer(createSampleWorkspace(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});

	test('speaks TLS where it has a certificate', async () => {
		const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
		const { url } = await start(createSampleWorkspace(), { tls: { key, cert } });
		const status = await new Promise((resolve, reject) => {
			getSecurely(`${url}/api/info`, { rejectUnauthorized: false }, (response) => {
				response.resume();
				resolve(response.statusCode);
			}).on('error', reject);
		});
		expect([url.slice(0, 8), status]).toEqual(['https://', 200]);
	});
});
