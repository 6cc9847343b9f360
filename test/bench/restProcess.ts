/** The REST server in a process of its own, started by `restBeside.ts`; its argument is what it serves, as JSON. */
import type { LoggedRequest } from '../workspace/rest/app';
import { startRestServer } from '../workspace/rest/server';
import type { HostileList } from './hostile/lists';
import { startHostileServer } from './hostile/server';
import { createBenchWorkspace, type Size } from './scene';

/** A workspace of some size, or the answers of a server that means no good. */
export type Served = Size | HostileList;

/** First where it listens; then, at each message from outside, what was requested until then. */
export type Told = { readonly url: string } | { readonly requests: readonly LoggedRequest[] };

function tell(told: Told): void {
	process.send?.(told);
}

async function serve(): Promise<void> {
	const served = JSON.parse(process.argv[2] ?? '') as Served;
	const { url, requests } =
		typeof served === 'string' ? await startHostileServer(served) : await startRestServer(createBenchWorkspace(served));
	process.on('message', () => {
		tell({ requests });
	});
	// Nobody is left to ask it.
	process.on('disconnect', () => {
		process.exit();
	});
	tell({ url });
}

void serve();
