import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildOptions, buildSync, version as bundler } from 'esbuild';
import { type Kind, MODULES, quoted } from './kind';

/** Today's servers: an app is a Node process that may read little, and knows nothing of the environment but PATH. */
export const onNode: Kind = {
	claimFolder() {
		// What may be read is compared with where a file really is.
		return mkdtempSync(join(realpathSync(tmpdir()), 'channel-integrations-host-'));
	},
	wrapper(dir, engine) {
		const program = keepBundle(engine);
		const readable = [dir, MODULES, engine].map((path) => `--allow-fs-read=${realpathSync(path)}`);
		// The runtime tells its own mishaps by its protocol; Node's warnings are about the permissions only.
		const command = [process.execPath, ...permissionFlags(), '--no-warnings', ...readable, program];
		return `#!/bin/sh
while [ $# -gt 0 ] && [ "$1" != --subprocess ]; do shift; done
exec env -i PATH="$PATH" ${command.map(quoted).join(' ')} "$@"
`;
	},
};

/** Node had the permissions under another name at first, and newer ones ask whether the network may be used. */
function permissionFlags(): string[] {
	const known = process.allowedNodeEnvironmentFlags;
	const permission = known.has('--permission') ? '--permission' : '--experimental-permission';
	return [permission, ...(known.has('--allow-net') ? ['--allow-net'] : [])];
}

/** The engine's runtime as one file, made once for the same engine and the same means. */
function keepBundle(engine: string): string {
	const { version } = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as { version: string };
	const options = bundleOptions(engine);
	const sources = readdirSync(__dirname).map((name) => readFileSync(join(__dirname, name), 'utf8'));
	const means = JSON.stringify([version, bundler, options, sources]);
	const hash = createHash('sha256').update(means).digest('hex').slice(0, 16);
	const file = join(MODULES, `.cache/channel-integrations/runtime/${version}-${hash}.cjs`);
	if (existsSync(file)) return file;
	const [output] = buildSync(options).outputFiles;
	mkdirSync(dirname(file), { recursive: true });
	// Others may be at it: whoever starts the file finds all of it.
	const fresh = `${file}.${String(process.pid)}`;
	writeFileSync(fresh, output?.contents ?? '');
	renameSync(fresh, file);
	return file;
}

function bundleOptions(engine: string): BuildOptions & { write: false } {
	const standIns = join(__dirname, 'std.mjs');
	return {
		entryPoints: [join(engine, 'deno-runtime/main.ts')],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		inject: [join(__dirname, 'inDenosPlace.mjs')],
		alias: {
			'@std/cli/parse-args': standIns,
			'@std/io': standIns,
			'@std/streams': standIns,
			'@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.ts': join(
				engine,
				'definition/exceptions/AppsEngineException.js',
			),
		},
		define: {
			ENGINE: JSON.stringify(engine),
			'import.meta.url': JSON.stringify(`file://${engine}/package.json`),
			'import.meta.resolve': 'resolveInEngine',
		},
	};
}
