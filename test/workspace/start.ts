/** `npm start`: the app at work in a sample workspace, in this terminal. Its sentences are in start/sentences.ts. */
import { createPage } from './page/page';
import { boot, type Running } from './start/boot';
import { renderEntry } from './start/conversation';
import { explain, Interrupted } from './start/failures';
import { unlessAborted, watchSignals } from './start/interruption';
import { readOptions } from './start/options';
import { sentences } from './start/sentences';
import { createSession, roomEntry, typeLine } from './start/session';
import { createStep } from './start/steps';
import { clean } from './start/style';
import { takeTour } from './start/tour';
import { lookOf, printTo, readLines } from './start/terminal';

const { stdin, stdout, stderr } = process;
const look = lookOf(stdout, process.env);
const show = printTo(stdout, look);

/** Shows the conversation that a first command starts, and goes on with what is typed. */
async function converse(running: Running, stop: AbortSignal): Promise<number> {
	const session = createSession(running);
	running.rest.mount(createPage(running, running.rest));
	stdout.write('\n');
	show([roomEntry(session), ...(await unlessAborted(typeLine(session, '/integrations'), stop))]);
	stdout.write(`${sentences.serving(running.rest.url)}\n\n`);
	await readLines(session, { input: stdin, output: stdout, stop, show });
	return 0;
}

/** Shows everything that the app does, one thing after the other. */
async function guide(running: Running, stop: AbortSignal): Promise<number> {
	await unlessAborted(takeTour(createSession(running), show), stop);
	return 0;
}

/** Prints what one line gives and nothing else. */
async function answerOnce(running: Running, line: string, stop: AbortSignal): Promise<number> {
	const entries = await unlessAborted(typeLine(createSession(running), line), stop);
	const shown = entries.filter(({ kind }) => kind !== 'typed');
	const refused = shown.some(({ kind }) => kind === 'refusal');
	for (const entry of shown) (refused ? stderr : stdout).write(`${renderEntry(entry, look)}\n`);
	return refused ? 1 : 0;
}

async function start(stop: AbortSignal): Promise<number> {
	const { line, tour, port } = readOptions(process.argv.slice(2), process.env);
	// One command's answer can be piped on: how the start goes is not part of it.
	const progress = line === undefined ? stdout : stderr;
	const step = createStep({ write: (text) => progress.write(text), stop, now: () => performance.now() });
	const running = await boot(port, step);
	try {
		if (tour) return await guide(running, stop);
		return await (line === undefined ? converse(running, stop) : answerOnce(running, line, stop));
	} finally {
		await running.close();
	}
}

/** The exit code: 0, or 1 with a sentence, or what a shell expects of a program that was interrupted. */
async function main(): Promise<number> {
	try {
		return await start(watchSignals());
	} catch (error) {
		if (error instanceof Interrupted) return error.exitCode;
		stderr.write(`${clean(explain(error))}\n`);
		return 1;
	}
}

void main().then((code) => process.exit(code));
