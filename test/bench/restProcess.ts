/** The REST server in a process of its own, started by `restBeside.ts`; its argument is the size of its workspace, as JSON. */
import type { LoggedRequest } from '../workspace/rest/app';
import { startRestServer } from '../workspace/rest/server';
import { createBenchWorkspace, type Size } from './scene';

/** First where it listens; then, at each message from outside, what was requested until then. */
export type Told = { readonly url: string } | { readonly requests: readonly LoggedRequest[] };

function tell(told: Told): void {
	process.send?.(told);
}

async function serve(): Promise<void> {
	const { url, requests } = await startRestServer(createBenchWorkspace(JSON.parse(process.argv[2] ?? '') as Size));
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
