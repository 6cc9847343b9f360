import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));
/** The host shows only settings and the command itself; the app carries its sentences as code, so the rest would be dead weight. */
const KEYS_THE_HOST_SHOWS = /^(setting|section|command)_/;
/** What the CLI's compiler resolves, and nothing more: its own @types/node, because it refuses newer ones. */
const COMPILER_NEEDS = {
	typescript: 'typescript',
	'@rocket.chat/apps-engine': '@rocket.chat/apps-engine',
	'@rocket.chat/ui-kit': '@rocket.chat/ui-kit',
	'@types/node': 'types-node-for-rc-apps',
};

/** @typedef {{ root?: string, editManifest?: (manifest: Record<string, any>) => void }} Variant */

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, '\t')}\n`;

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The CLI skips every file whose absolute path holds one of these, wherever they stand in it. */
function refuseUnusable(/** @type {string} */ dir) {
	const bad = ['node_modules', '.git'].find((part) => dir.includes(part));
	if (bad) throw new Error(`The packager cannot work under "${bad}": point TMPDIR to another folder`);
}

/** The CLI zips package.json and rewrites app.json unless the two name the same engine. */
function writeManifest(/** @type {string} */ dir, /** @type {Record<string, any>} */ manifest) {
	writeFileSync(join(dir, 'app.json'), json(manifest));
	writeFileSync(
		join(dir, 'package.json'),
		json({ private: true, devDependencies: { '@rocket.chat/apps-engine': manifest.requiredApiVersion } }),
	);
}

function linkModules(/** @type {string} */ dir) {
	for (const [name, source] of Object.entries(COMPILER_NEEDS)) {
		const link = join(dir, 'node_modules', name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(join(REPOSITORY, 'node_modules', source), link, 'dir');
	}
}

function trimLocales(/** @type {string} */ folder) {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const shown = Object.entries(readJson(join(folder, name))).filter(([key]) => KEYS_THE_HOST_SHOWS.test(key));
		writeFileSync(join(folder, name), json(Object.fromEntries(shown)));
	}
}

/**
 * Puts what belongs into the zip, and the compiler's modules, into an empty folder outside the working tree.
 * @param {string} dir
 * @param {Variant} [variant]
 * @returns {Record<string, any>} the staged manifest
 */
export function stage(dir, { root = REPOSITORY, editManifest } = {}) {
	refuseUnusable(dir);
	const manifest = readJson(join(root, 'app.json'));
	editManifest?.(manifest);
	for (const name of [manifest.classFile, manifest.iconFile, 'i18n', 'commands', 'lib']) {
		const source = join(root, name);
		if (existsSync(source))
			cpSync(source, join(dir, name), { recursive: true, filter: (file) => !basename(file).startsWith('.') });
		else if (name.includes('.')) throw new Error(`app.json names ${name}, which does not exist`);
	}
	trimLocales(join(dir, 'i18n'));
	writeManifest(dir, manifest);
	linkModules(dir);
	return manifest;
}

/**
 * Runs the work in a staged copy and removes the copy afterwards.
 * @template T
 * @param {Variant} variant
 * @param {(dir: string, manifest: Record<string, any>) => T} work
 * @returns {T}
 */
export function withStage(variant, work) {
	const dir = mkdtempSync(join(tmpdir(), 'rc-app-'));
	try {
		return work(dir, stage(dir, variant));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/**
 * One value for all that decides what the zip holds: the staged sources, and the versions of the tools.
 * @param {string} dir
 */
export function stagedHash(dir) {
	const hash = createHash('sha256');
	for (const name of ['@rocket.chat/apps-cli', ...Object.values(COMPILER_NEEDS)]) {
		hash.update(`${name}@${readJson(join(REPOSITORY, 'node_modules', name, 'package.json')).version}\n`);
	}
	for (const script of ['bundle.mjs', 'package.mjs', 'stage.mjs']) hash.update(readFileSync(join(REPOSITORY, 'scripts', script)));
	const files = readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.sort();
	for (const file of files)
		hash
			.update(`${relative(dir, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	return hash.digest('hex').slice(0, 16);
}
