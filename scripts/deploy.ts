/** Packages the app and uploads it to a server: `npm run deploy`. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCli, withoutSecrets } from './rcApps';
import { runScript } from './runScript';
import { REPOSITORY, withStage } from './stage';

/** What the CLI reads from its file, and the variable that each comes from. */
const VARIABLES = { url: 'ROCKETCHAT_URL', userId: 'ROCKETCHAT_USER_ID', token: 'ROCKETCHAT_TOKEN' } as const;

runScript(main);

async function main(): Promise<void> {
	const { app = REPOSITORY } = parseArgs({ options: { app: { type: 'string' } } }).values;
	const config = readCredentials(process.env);
	await deploy(resolve(app), config);
	console.log(`Deployed to ${withoutSecrets(config.url, credentialsIn(config.url))}`);
}

/**
 * Packages the app and uploads it with the real CLI, as an update when the server has it already. The token goes into a file of the
 * staged folder, which is nobody else's to read and gone afterwards: an argument would show in the list of processes, and the CLI
 * does not even understand its own --userid.
 */
async function deploy(root: string, config: Record<keyof typeof VARIABLES, string>): Promise<void> {
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== VARIABLES.token));
	await withStage({ root }, async (dir) => {
		writeFileSync(join(dir, '.rcappsconfig'), JSON.stringify(config), { mode: 0o600 });
		await runCli(dir, { args: ['deploy'], env, secrets: [config.token, ...credentialsIn(config.url)] });
	});
}

/** The user and password of an address, if it has some, and the password alone; the longest first. */
function credentialsIn(url: string): string[] {
	const [, both = ''] = /^[a-z]+:\/\/([^/?#]*)@/i.exec(url) ?? [];
	const password = both.includes(':') ? both.slice(both.indexOf(':') + 1) : '';
	return [both, password].filter((secret) => secret !== '');
}

function readCredentials(environment: NodeJS.ProcessEnv): Record<keyof typeof VARIABLES, string> {
	const missing = Object.values(VARIABLES).filter((name) => !environment[name]);
	if (missing.length > 0)
		throw new Error(`Set ${missing.join(', ')}: the server, and the user and personal access token to deploy with`);
	function read(name: string): string {
		return environment[name]?.trim() ?? '';
	}
	// The CLI appends paths that begin with a slash.
	const url = read(VARIABLES.url).replace(/\/+$/, '');
	return { url, userId: read(VARIABLES.userId), token: read(VARIABLES.token) };
}
