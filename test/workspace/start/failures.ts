import { constants } from 'node:os';
import { sentences } from './sentences';

/** Something that its sentence explains. */
export class StartFailure extends Error {}

/** Somebody ended the program before it was done. */
export class Interrupted extends Error {
	public readonly exitCode: number;

	public constructor(signal: NodeJS.Signals) {
		super(signal);
		this.exitCode = 128 + constants.signals[signal];
	}
}

/** What went wrong, in the words of whoever noticed. */
export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A failure as it is printed: one sentence, and below it the cause where there is one. */
export function explain(thrown: unknown): string {
	const [sentence, cause] = thrown instanceof StartFailure ? [thrown.message, thrown.cause] : [sentences.unforeseen, thrown];
	return cause === undefined ? sentence : `${sentence}\n${messageOf(cause)}`;
}
