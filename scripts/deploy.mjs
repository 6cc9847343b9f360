import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCli } from './package.mjs';
import { withStage } from './stage.mjs';

/** What the CLI reads from its file, and the variable that each comes from. */
const VARIABLES = { url: 'ROCKETCHAT_URL', userId: 'ROCKETCHAT_USER_ID', token: 'ROCKETCHAT_TOKEN' };

function credentials(/** @type {Record<string, string | undefined>} */ environment) {
	const missing = Object.values(VARIABLES).filter((name) => !environment[name]);
	if (missing.length)
		throw new Error(`Set ${missing.join(', ')}: the server, and the user and personal access token to deploy with`);
	const found = Object.entries(VARIABLES).map(([key, name]) => [key, environment[name]?.trim()]);
	const { url, ...rest } = Object.fromEntries(found);
	// The CLI appends paths that begin with a slash.
	return { url: url.replace(/\/+$/, ''), ...rest };
}

/**
 * Packages the app and uploads it with the real CLI, as an update when the server has it already. The token goes into a file of the
 * staged folder, which is nobody else's to read and gone afterwards: an argument would show in the list of processes, and the CLI
 * does not even understand its own --userid.
 * @param {import('./stage.mjs').Variant} variant
 * @param {Record<string, string | undefined>} environment
 */
export function deploy(variant, environment) {
	const config = credentials(environment);
	const env = Object.fromEntries(Object.entries(environment).filter(([name]) => name !== VARIABLES.token));
	return withStage(variant, (dir) => {
		writeFileSync(join(dir, '.rcappsconfig'), JSON.stringify(config), { mode: 0o600 });
		return runCli(dir, ['deploy'], { env, secret: config.token });
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		const { values } = parseArgs({ options: { app: { type: 'string' } } });
		deploy(values.app ? { root: resolve(values.app) } : {}, process.env);
		console.log(`Deployed to ${process.env[VARIABLES.url]}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
