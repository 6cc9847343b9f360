import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kind, quoted, REPOSITORY } from './kind';

const VERSIONS = join(REPOSITORY, 'test/engine-versions');
/** What the engine's Deno runtime imports from npm. */
const PACKAGES = JSON.parse(readFileSync(join(__dirname, 'packages.json'), 'utf8')) as string[];
/** Where Deno keeps what it compiled; in one that the environment names, the packages are downloaded already. */
const PREPARED = process.env.TEST_DENO_DIR;
const DENO_DIR = PREPARED ?? join(VERSIONS, 'node_modules/.cache/deno');
/** More hosts at once than this get a folder of their own name, and with it a cold cache. */
const SLOTS = 32;

/** Older servers: the Deno that the environment names, as `npm run test:engines` installs it. */
export const onDeno: Kind = { claimFolder, wrapper };

/** Deno's cache goes by path: taking the first free of a few fixed names keeps it warm, and small. */
function claimFolder(): string {
	const prefix = join(safeTemporaryRoot(), `channel-integrations-host-${String(process.getuid?.() ?? 0)}-`);
	for (let slot = 0; slot < SLOTS; slot += 1) {
		try {
			mkdirSync(`${prefix}${String(slot)}`, { mode: 0o700 });
			return `${prefix}${String(slot)}`;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
	return mkdtempSync(prefix);
}

/** Deno writes module paths as URLs, and the engine turns them back without decoding: no path that URLs would change. */
function safeTemporaryRoot(): string {
	const root = realpathSync(tmpdir());
	return pathToFileURL(root).href === `file://${root}` && !root.includes(',') ? root : '/tmp';
}

/**
 * It puts in a configuration whose packages npm serves, and a copy of the engine's runtime, which Deno would not run within
 * `node_modules`.
 */
function wrapper(dir: string, engine: string): string {
	writeConfiguration(dir, engine);
	const readable = [dir, join(VERSIONS, 'node_modules'), engine, __dirname].join(',');
	return `#!/bin/sh
for arg do
	shift
	case $arg in
		run) set -- "$@" run ${quoted(`--config=${join(dir, 'deno.json')}`)} ;;
		--config=*) ;;
		--allow-read=*) set -- "$@" "$arg",${quoted(readable)} ;;
		*/deno-runtime/main.ts) set -- "$@" ${quoted(join(dir, 'engine-runtime/main.ts'))} ;;
		*) set -- "$@" "$arg" ;;
	esac
done
DENO_DIR=${quoted(DENO_DIR)} DENO_NO_UPDATE_CHECK=1 exec ${quoted(denoBinary())} "$@"
`;
}

function writeConfiguration(dir: string, engine: string): void {
	// Linked beside the configuration: the engine's own path may hold what URLs encode, and the runtime would not find it.
	link(engine, join(dir, 'apps-engine'));
	cpSync(join(engine, 'deno-runtime'), join(dir, 'engine-runtime'), { recursive: true });
	const stand = (name: string): string => pathToFileURL(join(__dirname, name)).href;
	const imports = {
		'@rocket.chat/apps-engine/': './apps-engine/src/',
		'@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.ts': stand('AppsEngineException.mjs'),
		'@std/cli/parse-args': stand('std.mjs'),
		'@std/io': stand('std.mjs'),
		'@std/streams': stand('std.mjs'),
		'https://deno.land/std@0.216.0/io/write_all.ts': stand('std.mjs'),
	};
	const packages = PREPARED === undefined ? linkPackages(dir) : namePackages();
	const configuration = { lock: false, unstable: ['detect-cjs'], ...packages, imports: { ...imports, ...packages.imports } };
	writeFileSync(join(dir, 'deno.json'), JSON.stringify(configuration));
}

function link(target: string, path: string): void {
	mkdirSync(dirname(path), { recursive: true });
	symlinkSync(target, path, 'dir');
}

interface Packages {
	readonly nodeModulesDir?: 'manual';
	readonly imports?: Readonly<Record<string, string>>;
}

/** Linked, so that Deno downloads nothing. */
function linkPackages(dir: string): Packages {
	for (const name of PACKAGES) link(join(VERSIONS, 'node_modules', name), join(dir, 'node_modules', name));
	writeFileSync(
		join(dir, 'package.json'),
		JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '*'])) }),
	);
	return { nodeModulesDir: 'manual' };
}

/** Deno before 2 takes no packages that are linked, but those of its own cache. */
function namePackages(): Packages {
	const { dependencies: versions } = JSON.parse(readFileSync(join(VERSIONS, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	return { imports: Object.fromEntries(PACKAGES.map((name) => [name, `npm:${name}@${versions[name] ?? ''}`])) };
}

function denoBinary(): string {
	const folder = process.env.TEST_DENO ?? '';
	const names = [`${process.platform}-${process.arch}`, `${process.platform}-${process.arch}-glibc`];
	const found = names.map((name) => join(folder, name, 'deno')).find((file) => existsSync(file));
	if (!found) throw new Error(`No Deno for ${process.platform}-${process.arch} in ${folder}`);
	return found;
}
