import { createInterface } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { type Entry, type Look, plainLook, renderEntry } from './conversation';
import { Interrupted } from './failures';
import { unlessAborted } from './interruption';
import { roomEntry, type Session, typeLine } from './session';
import { ansi, plain } from './style';

/** Wider lines are hard to read, narrower ones are no lines. */
const WIDTHS = { least: 30, most: 110 };

/** Styled and wrapped for a person at a terminal; anything else gets plain lines. */
export function lookOf(output: Pick<WriteStream, 'isTTY' | 'columns'>, environment: NodeJS.ProcessEnv): Look {
	// A stream that is no terminal does not have the property at all.
	if (!(output.isTTY as boolean | undefined)) return plainLook;
	const style = environment.NO_COLOR || environment.TERM === 'dumb' ? plain : ansi;
	return { style, width: Math.min(Math.max(output.columns, WIDTHS.least), WIDTHS.most) };
}

export interface Terminal {
	readonly input: ReadStream;
	readonly output: WriteStream;
	/** Ends the reading. */
	readonly stop: AbortSignal;
	readonly show: (entries: readonly Entry[]) => void;
}

/** Prints entries with a blank line after each, as they stand apart in a room. */
export function printTo(output: Pick<WriteStream, 'write'>, look: Look): Terminal['show'] {
	return (entries) => {
		for (const entry of entries) output.write(`${renderEntry(entry, look)}\n\n`);
	};
}

/** Reads lines until there are no more, each done before the next one. */
export async function readLines(session: Session, { input, output, stop, show }: Terminal): Promise<void> {
	const interactive = [input, output].every(({ isTTY }) => isTTY);
	const lines = createInterface({ input, output, terminal: interactive, signal: stop });
	// While it reads keys one by one, the terminal sends no signal of its own.
	lines.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
	const prompt = (): void => {
		if (!interactive) return;
		lines.setPrompt(`${session.who.username} in ${roomEntry(session).label}> `);
		lines.prompt();
	};
	try {
		prompt();
		for await (const line of lines) {
			const entries = await unlessAborted(typeLine(session, line), stop);
			// The prompt's line shows what was typed.
			show(interactive ? entries.filter(({ kind }) => kind !== 'typed') : entries);
			prompt();
		}
	} catch (error) {
		// Asked to end, it ends as it would at the last line.
		if (!(error instanceof Interrupted)) throw error;
	} finally {
		lines.close();
	}
	if (interactive) output.write('\n');
}
