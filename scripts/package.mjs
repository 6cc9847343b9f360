import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleZip } from './bundle.mjs';
import { REPOSITORY, stagedHash, withStage } from './stage.mjs';

export { stage } from './stage.mjs';
/** @typedef {import('./stage.mjs').Variant} Variant */

/**
 * Runs the CLI in a staged folder. Its messages mislead (any import that it cannot resolve reads "There must be an exported class"),
 * so a failure shows all that it printed.
 * @param {string} dir
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, secret?: string }} [options] the secret is kept out of what is shown
 */
export function runCli(dir, args, { env: given = process.env, secret } = {}) {
	const cli = join(REPOSITORY, 'node_modules/@rocket.chat/apps-cli/bin/run');
	// It writes an error log into the user's cache folder: here, into the one that is thrown away.
	const env = { ...given, XDG_CACHE_HOME: join(dir, '.cache'), FORCE_COLOR: '0' };
	const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, env, encoding: 'utf8' });
	if (error) throw error;
	const printed = secret ? `${stdout}${stderr}`.replaceAll(secret, '***') : `${stdout}${stderr}`;
	if (status !== 0) throw new Error(`rc-apps ${args[0]} failed with exit code ${status}:\n${printed}`);
	return stdout;
}

function build(/** @type {string} */ dir, /** @type {Record<string, any>} */ manifest, /** @type {string} */ out) {
	const printed = runCli(dir, ['package']);
	const zip = join(dir, 'dist', `${manifest.nameSlug}_${manifest.version}.zip`);
	if (!existsSync(zip)) throw new Error(`rc-apps package made no ${zip}:\n${printed}`);
	bundleZip(zip, manifest.classFile, dir);
	mkdirSync(dirname(out), { recursive: true });
	// Written beside and renamed: whoever reads the file at the same time sees a whole one.
	const partial = `${out}.${process.pid}`;
	copyFileSync(zip, partial);
	renameSync(partial, out);
	return out;
}

/**
 * Packages an app with the real CLI and returns the zip's path.
 * @param {Variant & { out?: string }} [options]
 */
export function packageApp({ out, ...variant } = {}) {
	return withStage(variant, (dir, manifest) =>
		build(dir, manifest, out ?? join(REPOSITORY, 'dist', `${manifest.nameSlug}_${manifest.version}.zip`)),
	);
}

/**
 * The zip of these very sources, packaged only when no earlier run did: the file's name is their hash.
 * @param {Variant} [variant]
 */
export function ensurePackaged(variant = {}) {
	return withStage(variant, (dir, manifest) => {
		const out = join(REPOSITORY, 'node_modules/.cache/channel-integrations/zips', `${manifest.nameSlug}-${stagedHash(dir)}.zip`);
		return existsSync(out) ? out : build(dir, manifest, out);
	});
}

function main() {
	const { values } = parseArgs({
		options: {
			app: { type: 'string' },
			out: { type: 'string' },
			permissions: { type: 'string' },
			ensure: { type: 'boolean', default: false },
		},
	});
	const names = values.permissions?.split(',').filter(Boolean);
	const variant = {
		...(values.app && { root: resolve(values.app) }),
		...(names && {
			editManifest: (/** @type {any} */ manifest) => void (manifest.permissions = names.map((name) => ({ name }))),
		}),
	};
	console.log(
		values.ensure ? ensurePackaged(variant) : packageApp({ ...variant, ...(values.out && { out: resolve(values.out) }) }),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		main();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
