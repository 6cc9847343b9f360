import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Workspace } from '../model';
import { createRestApp, type LoggedRequest } from './app';

export interface RestServerOptions {
	/** 0: a free one. */
	readonly port?: number;
	/** The clock of the rate limiter. */
	readonly now?: () => number;
	readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RestServer {
	readonly url: string;
	readonly port: number;
	/** Everything that was asked so far, in the order of the answers. */
	readonly requests: readonly LoggedRequest[];
	/** Has another application answer whatever is not the REST API's. */
	mount(beside: Pick<Hono, 'fetch'>): void;
	close(): Promise<void>;
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

const isApi = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/api/');

function close(server: NodeServer): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => {
			resolve();
		});
		// A client's idle connections would keep it open.
		if ('closeAllConnections' in server) {
			server.closeAllConnections();
		}
	});
}

/** The REST API of server-contract.md, sections 1 to 5 and 12, on this machine only. Rejects with EADDRINUSE when the port is taken. */
export async function startRestServer(workspace: Workspace, options: RestServerOptions = {}): Promise<RestServer> {
	const { port: wanted = 0, now = Date.now, tls } = options;
	const requests: LoggedRequest[] = [];
	const api = createRestApp(workspace, now, (request) => requests.push(request));
	let beside: Pick<Hono, 'fetch'> = api;
	const fetch: Hono['fetch'] = (request, ...rest) => (isApi(request) ? api : beside).fetch(request, ...rest);
	const server = createAdaptorServer({ fetch, ...(tls && { createServer, serverOptions: tls }) });
	server.listen(wanted, '127.0.0.1');
	// Rejects when `error` comes first.
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
	const mount: RestServer['mount'] = (app) => {
		beside = app;
	};
	return { url, port, requests, mount, close: () => close(server) };
}
