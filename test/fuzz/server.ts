/** The workspace's REST API on a real socket, with whatever the fault makes of its answers. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createRestApp } from '../workspace/rest/app';
import type { Workspace } from '../workspace/model';
import type { Answering, ServerFault } from './faults';

export interface FuzzServer {
	readonly url: string;
	/** Has it answer so from now on; lets go of whoever waits for an answer. */
	readonly set: (fault: ServerFault | undefined) => void;
	readonly close: () => Promise<void>;
}

type Waiting = () => void;

/** Seconds that a slow server takes: less than what the app waits for a request, more than a client waits for a click. */
const slowness = 0.3;

export async function startFuzzServer(workspace: Workspace): Promise<FuzzServer> {
	const api = createRestApp(workspace, Date.now, () => undefined);
	const waiting = new Set<Waiting>();
	let [current, asked]: [ServerFault | undefined, number] = [undefined, 0];
	const server = createAdaptorServer({
		fetch: (request, env) => {
			const fault = current && new URL(request.url).pathname.includes(current.path) ? current : undefined;
			asked += fault ? 1 : 0;
			const answering = fault && asked > fault.after ? fault.answering : undefined;
			workspace.mood = answering?.how === 'mood' ? answering.mood : 'well';
			return (answering && answerFor(answering, waiting)) ?? api.fetch(request, env);
		},
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const set: FuzzServer['set'] = (fault) => {
		[current, asked] = [fault, 0];
		Object.assign(workspace, { mood: 'well', slowness });
		waiting.forEach((release) => {
			release();
		});
		waiting.clear();
	};
	const close = async (): Promise<void> => {
		set(undefined);
		server.close();
		if ('closeAllConnections' in server) server.closeAllConnections();
		await once(server, 'close');
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, set, close };
}

/** Undefined for a mood, which the API itself is in. */
function answerFor(answering: Answering, waiting: Set<Waiting>): Response | Promise<Response> | undefined {
	switch (answering.how) {
		case 'mood':
			return undefined;
		case 'body': {
			const { status, type, body } = answering;
			return new Response(status === 204 ? null : body, { status, headers: type === '' ? {} : { 'content-type': type } });
		}
		case 'redirect':
			return new Response(null, { status: 302, headers: { location: answering.to } });
		case 'silent':
			return new Promise((resolve) => {
				waiting.add(() => {
					resolve(new Response(null, { status: 503 }));
				});
			});
		case 'endless':
			return new Response(endlessBody(waiting), { headers: { 'content-type': 'application/json' } });
	}
}

function endlessBody(waiting: Set<Waiting>): ReadableStream {
	return new ReadableStream({
		start: (controller) => {
			controller.enqueue(new TextEncoder().encode('{"success":true,"integrations":[{"token":"CANARY'));
			waiting.add(() => {
				try {
					controller.close();
				} catch {
					// Whoever read it went away long since.
				}
			});
		},
	});
}
