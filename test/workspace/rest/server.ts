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
	/** Every request that was answered so far, in the order of the answers. */
	readonly requests: readonly LoggedRequest[];
	/** Hands every request outside `/api/` to another application, such as the page. */
	mount(beside: Pick<Hono, 'fetch'>): void;
	close(): Promise<void>;
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

/** Starts the REST API, built after the server's source as docs/endpoint.md tells, on this machine only. Rejects with EADDRINUSE when the port is taken. */
export async function startRestServer(workspace: Workspace, options: RestServerOptions = {}): Promise<RestServer> {
	const { port: wanted = 0, now = Date.now, tls } = options;
	const requests: LoggedRequest[] = [];
	const api = createRestApp(workspace, now, (request) => requests.push(request));
	let beside: Pick<Hono, 'fetch'> = api;
	const fetch: Hono['fetch'] = (request, ...rest) => (isApi(request) ? api : beside).fetch(request, ...rest);
	const server = createAdaptorServer({ fetch, ...(tls && { createServer, serverOptions: tls }) });
	server.listen(wanted, '127.0.0.1');
	// Rejects where the server emits `error` instead, as for a port that is taken.
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
	const mount: RestServer['mount'] = (app) => {
		beside = app;
	};
	return { url, port, requests, mount, close: () => close(server) };
}

function isApi({ url }: Request): boolean {
	return new URL(url).pathname.startsWith('/api/');
}

function close(server: NodeServer): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => {
			resolve();
		});
		// Connections that clients keep open without asking anything would keep the server open, too.
		if ('closeAllConnections' in server) {
			server.closeAllConnections();
		}
	});
}
