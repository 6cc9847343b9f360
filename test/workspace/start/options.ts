import { StartFailure } from './failures';
import { sentences } from './sentences';

/** What `npm start` was asked to do. */
export interface Options {
	/** One line to run; without it the program reads lines. */
	readonly line?: string;
	/** Show a tour of what the app does. */
	readonly tour?: true;
	/** 0: a free one. */
	readonly port: number;
}

const DEFAULT_PORT = 3000;
const LAST_PORT = 65_535;

function readPort(text: string | undefined): number {
	if (text === undefined || text === '') return DEFAULT_PORT;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > LAST_PORT) throw new StartFailure(sentences.badPort(text));
	return port;
}

/** Reads the arguments and the environment. One command, and a tour, takes a free port, so that it runs beside a program that reads lines. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
	const [first] = args;
	if (first === undefined) return { port: readPort(environment.PORT) };
	if (first === '--tour') return { tour: true, port: 0 };
	if (first.startsWith('-')) throw new StartFailure(sentences.unknownOption(first));
	return { line: args.join(' '), port: 0 };
}
