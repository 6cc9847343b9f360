import { Interrupted } from './failures';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Is aborted by the first signal to end, with an `Interrupted` as its reason; the second signal ends the program at once. */
export function watchSignals(): AbortSignal {
	const controller = new AbortController();
	const end = (name: NodeJS.Signals): void => {
		const interrupted = new Interrupted(name);
		if (controller.signal.aborted) process.exit(interrupted.exitCode);
		controller.abort(interrupted);
	};
	for (const name of SIGNALS) process.on(name, end);
	// Whoever read the output is gone, as in `npm start | head`.
	process.stdout.on('error', () => {
		controller.abort(new Interrupted('SIGPIPE'));
	});
	return controller.signal;
}

/** What a promise gives, unless the signal comes first. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	signal.throwIfAborted();
	let stop = (): void => undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => {
			reject(signal.reason as Error);
		};
		signal.addEventListener('abort', stop);
	});
	return Promise.race([promise, aborted]).finally(() => {
		signal.removeEventListener('abort', stop);
	});
}
