import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { hear } from '../workspace/child';
import type { LoggedRequest } from '../workspace/rest/app';
import type { Served, Told } from './restProcess';

export interface RestBeside {
	readonly url: string;
	/** Everything that was asked so far. */
	requests(): Promise<readonly LoggedRequest[]>;
	close(): Promise<void>;
}

async function listen(server: ChildProcess): Promise<Told> {
	return (await hear(server, 30_000)) as Told;
}

async function close(server: ChildProcess): Promise<void> {
	if (server.exitCode === null && server.kill()) await once(server, 'exit');
}

/**
 * Starts the REST API of a case, or of an attack, in a process of its own. A real server's work (the database, the JSON) is the same whoever asks, and
 * no part of what an app costs: in the host's process it would keep the engine waiting, and hide the difference between two apps
 * behind what they share.
 */
export async function startRestBeside(served: Served): Promise<RestBeside> {
	// It inherits the flags that let this process read TypeScript.
	const server = fork(join(__dirname, 'restProcess.ts'), [JSON.stringify(served)]);
	try {
		const told = await listen(server);
		if (!('url' in told)) throw new Error('The REST server does not say where it listens');
		const requests = async (): Promise<readonly LoggedRequest[]> => {
			server.send('requests?');
			const answer = await listen(server);
			return 'requests' in answer ? answer.requests : [];
		};
		return { url: told.url, requests, close: () => close(server) };
	} catch (error) {
		await close(server);
		throw error;
	}
}
