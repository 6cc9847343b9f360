import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a process that was forked; rejects where it ends instead, or says nothing for so many milliseconds. */
export async function hear(child: ChildProcess, patience: number): Promise<unknown> {
	const heard = new AbortController();
	const signal = AbortSignal.any([heard.signal, AbortSignal.timeout(patience)]);
	const ended = once(child, 'exit', { signal }).then(([code]) => {
		throw new Error(`${child.spawnfile} ended with exit code ${String(code)}`);
	});
	try {
		const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [unknown];
		return message;
	} finally {
		ended.catch(() => undefined);
		heard.abort();
	}
}
