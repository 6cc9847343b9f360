import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './stage';

/** The CLI's command and arguments, and what it may know. */
export interface Call {
	readonly args: readonly string[];
	readonly env?: NodeJS.ProcessEnv;
	/** Is kept out of what is shown. */
	readonly secret?: string;
}

/**
 * Runs the CLI in a staged folder. Its messages mislead (any import that it cannot resolve reads "There must be an exported class"),
 * so a failure shows all that it printed.
 */
export async function runCli(dir: string, { args, env = process.env, secret }: Call): Promise<string> {
	const cli = join(REPOSITORY, 'node_modules/@rocket.chat/apps-cli/bin/run');
	// It writes an error log into the user's cache folder: here, into the one that is thrown away.
	const apart = { ...env, XDG_CACHE_HOME: join(dir, '.cache'), FORCE_COLOR: '0' };
	return new Promise((resolve, reject) => {
		execFile(process.execPath, [cli, ...args], { cwd: dir, env: apart }, (error, stdout, stderr) => {
			const printed = `${stdout}${stderr}`;
			const shown = secret ? printed.replaceAll(secret, '***') : printed;
			if (error) reject(new Error(`rc-apps ${args.join(' ')} failed with exit code ${String(error.code)}:\n${shown}`));
			else resolve(stdout);
		});
	});
}
