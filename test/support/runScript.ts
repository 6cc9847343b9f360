/** Scripts of scripts/, run as their npm commands run them. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');

/** Runs one without npm, and gives what it printed. */
export async function runScript(
	name: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<{ stdout: string; stderr: string }> {
	const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts', `${name}.ts`), ...args];
	return promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
}
