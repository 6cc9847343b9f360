import { chmodSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onDeno } from './runtime/deno';
import { MODULES } from './runtime/kind';
import { onNode } from './runtime/node';

/** What the environment names (`npm run test:engines`), or the engine of this project on Node, as today's servers run it. */
const ENGINE = realpathSync(process.env.TEST_ENGINE ?? join(MODULES, '@rocket.chat/apps-engine'));
const { claimFolder, wrapper } = process.env.TEST_DENO === undefined ? onNode : onDeno;

/** Where one host keeps what its apps' processes need. */
export interface Runtime {
	readonly dir: string;
	dispose(): void;
}

/** Prepares a folder and puts what the engine takes for Deno first on PATH, until disposed of. */
export function createRuntime(): Runtime {
	const dir = claimFolder();
	const remove = (): void => {
		rmSync(dir, { recursive: true, force: true });
	};
	process.once('exit', remove);
	writeProgram(join(dir, 'bin'), wrapper(dir, ENGINE));
	// Where NODE_ENV is "test", as under jest, the engine grants every permission to every app.
	const restore = changeEnvironment({ PATH: `${join(dir, 'bin')}${delimiter}${process.env.PATH ?? ''}`, NODE_ENV: 'production' });
	return {
		dir,
		dispose() {
			restore();
			process.off('exit', remove);
			remove();
		},
	};
}

/** The engine starts whatever "deno" is first on PATH. */
function writeProgram(dir: string, script: string): void {
	mkdirSync(dir);
	writeFileSync(join(dir, 'deno'), script);
	chmodSync(join(dir, 'deno'), 0o755);
}

/** Changes the environment, and tells how to change it back. */
function changeEnvironment(changes: NodeJS.ProcessEnv): () => void {
	const before = Object.keys(changes).map((name) => [name, process.env[name]] as const);
	Object.assign(process.env, changes);
	return () => {
		for (const [name, value] of before) {
			if (value === undefined) Reflect.deleteProperty(process.env, name);
			else process.env[name] = value;
		}
	};
}
