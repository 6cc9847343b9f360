import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { LoggedRequest } from '../../workspace/rest/app';
import { type HostileList, hostileLists, type List, nested, nestedHere } from './lists';

/** What the server gives where nothing else is asked for, and at most. */
const [defaultCount, upperCount] = [50, 100];

function countOf(asked: string | undefined): number {
	return asked === undefined ? defaultCount : Math.min(Number(asked), upperCount);
}

/** What is beside the lists: a server in order, where nothing ever ran. */
const others: Readonly<Record<string, object>> = {
	'/api/info': { version: '8.8' },
	'/api/v1/permissions.listAll': { update: [], remove: [] },
	'/api/v1/integrations.history': { history: [] },
};

/** Answers both lists with the same rows. */
function bodyFor({ path, query }: Pick<LoggedRequest, 'path' | 'query'>, list: List): object | undefined {
	const isList = /\/(channels\.getIntegrations|integrations\.list)$/.test(path);
	const body = isList ? list(Number(query.offset ?? 0), countOf(query.count)) : others[path];
	return body && { ...body, success: true };
}

function send(response: ServerResponse, status: number, body: object): void {
	response
		.writeHead(status, { 'content-type': 'application/json' })
		.end(JSON.stringify(body).replaceAll(JSON.stringify(nestedHere), nested));
}

/** Starts a server that gives one of the hostile lists to everybody, without a limit. */
export async function startHostileServer(name: HostileList): Promise<{ url: string; requests: readonly LoggedRequest[] }> {
	const list = hostileLists[name]();
	const requests: LoggedRequest[] = [];
	const server = createServer((request, response) => {
		const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://localhost');
		const query = Object.fromEntries(searchParams);
		const body = bodyFor({ path, query }, list);
		const status = body ? 200 : 404;
		requests.push({ method: request.method ?? '', path, query, status });
		send(response, status, body ?? { status: 'error', success: false });
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
