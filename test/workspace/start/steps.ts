import { Interrupted, StartFailure } from './failures';
import { sentences } from './sentences';

/** Does one step of the start and shows it while it lasts; `outcome` says more about what it gave than that it is there. */
export type Step = <T>(label: string, run: () => Promise<T>, outcome?: (value: T) => string) => Promise<T>;

export interface StepPorts {
	readonly write: (text: string) => void;
	/** Steps begin no more once this is aborted. */
	readonly stop: AbortSignal;
	/** Milliseconds. */
	readonly now: () => number;
}

/** Steps that print `Starting the Apps-Engine 1.62.0 … 0.3 s`, and that fail with a sentence. */
export function createStep({ write, stop, now }: StepPorts): Step {
	return async (label, run, outcome) => {
		stop.throwIfAborted();
		const began = now();
		write(`${label} … `);
		try {
			const value = await run();
			stop.throwIfAborted();
			write(`${[outcome?.(value), sentences.seconds(now() - began)].filter(Boolean).join(', ')}\n`);
			return value;
		} catch (error) {
			write(`${stop.aborted ? sentences.interrupted : sentences.failed}\n`);
			stop.throwIfAborted();
			if (error instanceof StartFailure || error instanceof Interrupted) throw error;
			throw new StartFailure(sentences.bootFailed(label), { cause: error });
		}
	};
}
