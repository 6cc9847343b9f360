/**
 * Runs the tests of the packaged app in every engine of the README's table, and checks the types against the newest definitions.
 * The engines and Deno are installed beside the project's own dependencies, into `test/engine-versions/`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './runScript';
import { REPOSITORY } from './stage';

interface Outcome {
	readonly name: string;
	readonly passed: boolean;
}

const FOLDER = join(REPOSITORY, 'test/engine-versions');
const MODULES = join(FOLDER, 'node_modules');

runScript(main);

function main(): void {
	install();
	const outcomes = [run('Types against Apps-Engine 1.66.0', ['npx', 'tsc', '-p', join(FOLDER, 'tsconfig.json')])];
	for (const [, engine = '', deno = ''] of readRows()) {
		const env = { ...choose(engine), ...prepare(deno) };
		const jest = ['npx', 'jest', '-c', 'test/jest.engines.config.mjs', '--silent'];
		outcomes.push(run(`Apps-Engine ${engine} on Deno ${deno}`, jest, env));
	}
	console.log(`\n${outcomes.map(({ name, passed }) => `${name}: ${passed ? 'passed' : 'FAILED'}`).join('\n')}`);
	if (outcomes.length < 6 || outcomes.some(({ passed }) => !passed)) process.exitCode = 1;
}

/** No lock file: npm's registry does not serve the program of this Deno for every system, and `npm ci` insists on all of them. */
function install(): void {
	const options = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
	const { passed } = run('Installing the engines', ['npm', 'install', '--prefix', FOLDER, ...options]);
	if (!passed) throw new Error('The engines could not be installed');
}

/** As in the guide: `1.53.1 on Deno 2.6.8`. */
function readRows(): Iterable<RegExpExecArray> {
	return readFileSync(join(REPOSITORY, 'docs/admin-guide.md'), 'utf8').matchAll(/\| (\d[\d.]+) \| Deno (\d[\d.]+) \|/g);
}

/** The environment that has jest, and by the paths of a file the processes that a test starts, take one engine. */
function choose(version: string): Record<string, string> {
	const engine = join(MODULES, `engine-${version}`);
	const file = join(MODULES, `tsconfig.${version}.json`);
	const paths = { '@rocket.chat/apps-engine/*': [join(engine, '*'), join(FOLDER, 'missingBridges.ts')] };
	writeFileSync(file, JSON.stringify({ extends: join(REPOSITORY, 'tsconfig.json'), compilerOptions: { paths } }));
	return { TEST_ENGINE: engine, TSX_TSCONFIG_PATH: file };
}

/** Deno before 2 takes no linked packages: the environment of one names a cache that holds them. */
function prepare(version: string): Record<string, string> {
	const folder = denoFolder(version);
	if (!version.startsWith('1.')) return { TEST_DENO: folder };
	const env = {
		DENO_DIR: join(MODULES, `.deno-${version}`),
		DENO_TLS_CA_STORE: 'system',
		NPM_CONFIG_REGISTRY: spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim(),
	};
	const [program = ''] = readdirSync(folder);
	const file = join(folder, program, 'deno');
	// Its own install script would see to it.
	chmodSync(file, 0o755);
	// Into the cache alone: beside a package.json it would fill `node_modules`, and write a lock file into the repository.
	const apart = ['--no-config', '--node-modules-dir=false'];
	const { passed } = run(`Filling the cache of Deno ${version}`, [file, 'cache', ...apart, ...runtimePackages()], env);
	if (!passed) throw new Error(`The cache of Deno ${version} could not be filled`);
	return { TEST_DENO: folder, TEST_DENO_DIR: env.DENO_DIR };
}

/** Where npm puts the program of one Deno, which is beside it or, where another is there already, within it. */
function denoFolder(version: string): string {
	const folders = [join(MODULES, `deno-${version}`, 'node_modules/@deno'), join(MODULES, '@deno')];
	const found = folders.find((folder) => existsSync(folder));
	if (!found) throw new Error(`npm installed no program of Deno ${version} for this machine`);
	return found;
}

/** What the engine's runtime imports from npm, in the versions of package.json. */
function runtimePackages(): string[] {
	const names = readJson('test/workspace/host/runtime/packages.json') as string[];
	const { devDependencies } = readJson('package.json') as { devDependencies: Record<string, string> };
	return names.map((name) => `npm:${name}@${devDependencies[name] ?? ''}`);
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8'));
}

function run(name: string, command: readonly string[], env: Record<string, string> = {}): Outcome {
	console.log(`\n${name}`);
	const [program = '', ...args] = command;
	const { status } = spawnSync(program, args, { cwd: REPOSITORY, stdio: 'inherit', env: { ...process.env, ...env } });
	return { name, passed: status === 0 };
}
