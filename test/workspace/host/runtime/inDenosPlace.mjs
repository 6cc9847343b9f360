/**
 * What the engine's runtime uses of Deno, told in Node's terms. Servers since 8.8 run apps on Node with a runtime that npm does not serve;
 * the one that it serves differs from theirs in little but these names. esbuild puts them in for the globals, so that apps see none of them.
 */
/* global ENGINE -- Where the engine lies: esbuild puts it in. */
import { createReadStream } from 'node:fs';
import process from 'node:process';

function write(stream) {
	return (bytes) =>
		new Promise((resolve, reject) => {
			stream.write(bytes, (error) => (error ? reject(error) : resolve(bytes.length)));
		});
}

export const Deno = {
	args: process.argv.slice(2),
	pid: process.pid,
	exit: process.exit,
	stdin: { readable: process.stdin },
	stdout: { write: write(process.stdout) },
	stderr: { write: write(process.stderr), writeSync: (bytes) => process.stderr.write(bytes) },
	/** An uploaded file, which is read once, as a whole. */
	open: async (path) => ({ readable: createReadStream(path), [Symbol.dispose]() {} }),
};

/** Node has no events for what nobody caught, and ends the process unless somebody listens to its own. */
export function addEventListener(type, listener) {
	const event = (facts) => ({ type, preventDefault() {}, ...facts });
	if (type === 'unhandledrejection') process.on('unhandledRejection', (reason) => listener(event({ reason })));
	if (type === 'error') {
		process.on('uncaughtException', (error) => listener(event({ message: `Uncaught ${String(error)}` })));
	}
}

/** Node before 26 has no such event. */
export class ErrorEvent extends globalThis.Event {
	constructor(type, { error }) {
		super(type);
		this.error = error;
	}
}

/** The runtime takes a module of the engine as Deno's import map tells it; here each lies where npm put it. */
export function resolveInEngine(name) {
	return name.replace('@rocket.chat/apps-engine', ENGINE);
}
