import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { bundle } from './bundle';

export const REPOSITORY = dirname(__dirname);

/** An app to package: by default the repository's own, with the permissions that its app.json names. */
export interface Variant {
	/** The folder with app.json. */
	readonly root?: string;
	readonly permissions?: readonly string[];
}

/** What app.json says, as far as it is used here. */
export interface Manifest {
	readonly version: string;
	readonly requiredApiVersion: string;
	readonly iconFile: string;
	readonly nameSlug: string;
	readonly classFile: string;
	readonly implements?: readonly string[];
	readonly permissions?: readonly { readonly name: string }[];
}

/** The host shows only settings, the command itself and entries of menus; the app carries its sentences as code, so the rest would be dead weight. */
const KEYS_THE_HOST_SHOWS = /^(setting|section|command|action)_/;

/** What the CLI's compiler resolves, and nothing more: its own @types/node, because it refuses newer ones. */
const COMPILER_NEEDS = {
	typescript: 'typescript',
	'@rocket.chat/apps-engine': '@rocket.chat/apps-engine',
	'@rocket.chat/ui-kit': '@rocket.chat/ui-kit',
	'@types/node': 'types-node-for-rc-apps',
};

/**
 * Puts what belongs into the zip, and the compiler's modules, into a folder of their own; runs the work there, and removes it,
 * also where the process is told to end meanwhile: the folder may hold a token.
 */
export async function withStage<T>(variant: Variant, work: (dir: string, manifest: Manifest) => T | Promise<T>): Promise<T> {
	const dir = mkdtempSync(join(tmpdir(), 'rc-app-'));
	const remove = (): void => {
		rmSync(dir, { recursive: true, force: true });
	};
	process.once('exit', remove);
	for (const signal of endings) process.once(signal, endBySignal);
	try {
		refuseUnusable(dir);
		return await work(dir, await stage(dir, variant));
	} finally {
		remove();
		process.off('exit', remove);
		for (const signal of endings) process.off(signal, endBySignal);
	}
}

/** What ends a process without a word to it, unless it listens: Ctrl-C, a closed terminal, a job that is called off. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the process, with the code that shells give for a signal, so that what waits for its end tidies up; others who listen end it. */
function endBySignal(signal: NodeJS.Signals): void {
	if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal]);
}

/** One value for all that decides what the zip holds: the app's files, the scripts that package them, and what is installed. */
export function sourceHash(variant: Variant): string {
	const { root = REPOSITORY } = variant;
	const manifest = readManifest(variant);
	const files = [
		...[manifest.classFile, manifest.iconFile].map((name) => join(root, name)),
		...['commands', 'i18n', 'lib'].flatMap((folder) => filesOf(join(root, folder))),
		...filesOf(__dirname),
		join(REPOSITORY, 'node_modules/.package-lock.json'),
	];
	const hash = createHash('sha256').update(JSON.stringify(manifest));
	for (const file of files) hash.update(`\0${relative(REPOSITORY, file)}\0`).update(readFileSync(file));
	return hash.digest('hex').slice(0, 16);
}

/** The CLI skips every file whose absolute path holds one of these, wherever they stand in it. */
function refuseUnusable(dir: string): void {
	const bad = ['node_modules', '.git'].find((part) => dir.includes(part));
	if (bad) throw new Error(`The packager cannot work under "${bad}": point TMPDIR to another folder`);
}

async function stage(dir: string, variant: Variant): Promise<Manifest> {
	const { root = REPOSITORY } = variant;
	const manifest = readManifest(variant);
	writeFileSync(join(dir, manifest.classFile), await bundle(root, manifest));
	copyFileSync(join(root, manifest.iconFile), join(dir, manifest.iconFile));
	trimLocales(join(root, 'i18n'), join(dir, 'i18n'));
	writeJson(join(dir, 'app.json'), manifest);
	// The CLI zips it, and rewrites app.json unless the two name the same engine.
	const devDependencies = { '@rocket.chat/apps-engine': manifest.requiredApiVersion };
	writeJson(join(dir, 'package.json'), { private: true, devDependencies });
	linkModules(dir);
	return manifest;
}

function readManifest({ root = REPOSITORY, permissions }: Variant): Manifest {
	const manifest = readJson(join(root, 'app.json')) as Manifest;
	return permissions ? { ...manifest, permissions: permissions.map((name) => ({ name })) } : manifest;
}

function trimLocales(from: string, to: string): void {
	mkdirSync(to);
	for (const name of readdirSync(from)) {
		const texts = Object.entries(readJson(join(from, name)) as Record<string, string>);
		writeJson(join(to, name), Object.fromEntries(texts.filter(([key]) => KEYS_THE_HOST_SHOWS.test(key))));
	}
}

function linkModules(dir: string): void {
	for (const [name, source] of Object.entries(COMPILER_NEEDS)) {
		const link = join(dir, 'node_modules', name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(join(REPOSITORY, 'node_modules', source), link, 'dir');
	}
}

/** All files of a folder and of those in it, in one order. */
function filesOf(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
	return paths.filter((path) => statSync(path).isFile()).sort();
}

function readJson(file: string): unknown {
	return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, value: unknown): void {
	writeFileSync(file, `${JSON.stringify(value, null, '\t')}\n`);
}
