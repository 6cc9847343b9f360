import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './stage';

/** The CLI's command and arguments, and what it may know. */
export interface Call {
	readonly args: readonly string[];
	readonly env?: NodeJS.ProcessEnv;
	/** Are kept out of what is shown. */
	readonly secrets?: readonly string[];
}

/**
 * Runs the CLI in a staged folder. Its messages mislead (any import that it cannot resolve reads "There must be an exported class"),
 * so a failure shows all that it printed.
 */
export async function runCli(dir: string, { args, env = process.env, secrets = [] }: Call): Promise<string> {
	const cli = join(REPOSITORY, 'node_modules/@rocket.chat/apps-cli/bin/run');
	// It writes an error log into the user's cache folder: here, into the one that is thrown away.
	const apart = { ...env, XDG_CACHE_HOME: join(dir, '.cache'), FORCE_COLOR: '0' };
	return new Promise((resolve, reject) => {
		const child = execFile(process.execPath, [cli, ...args], { cwd: dir, env: apart }, (error, stdout, stderr) => {
			process.off('exit', end);
			const shown = withoutSecrets(`${stdout}${stderr}`, secrets);
			if (error) reject(new Error(`rc-apps ${args.join(' ')} failed with exit code ${String(error.code)}:\n${shown}`));
			else resolve(stdout);
		});
		const end = (): void => void child.kill();
		process.once('exit', end);
	});
}

/** A text with stars in the place of what nobody may read. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
	return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}
