/**
 * Runs the tests of the packaged app in every engine of the guide's table, those that read texts with a newer message parser, and checks
 * the types against the newest definitions; or only what is named: `npm run test:engines -- 1.62.0-on-node`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './runScript';
import { REPOSITORY } from './stage';

type Environment = Readonly<Record<string, string>>;

/** One thing to be run: its name, and what does it. */
type Check = readonly [name: string, passes: () => boolean];

const FOLDER = join(REPOSITORY, 'test/engine-versions');
const MODULES = join(FOLDER, 'node_modules');
/** Several times what the slowest engine takes: one that hangs is to fail by itself. */
const DEADLINE = 15 * 60_000;

runScript(main);

function main(): void {
	const names = process.argv.slice(2);
	const checks = listChecks();
	const unknown = names.filter((wanted) => !checks.some(([name]) => name === wanted));
	if (unknown.length > 0) {
		throw new Error(`There is no ${unknown.join(', ')}, but ${checks.map(([name]) => name).join(', ')}`);
	}
	install();
	const chosen = checks.filter(([name]) => names.length === 0 || names.includes(name));
	const outcomes = chosen.map(([name, passes]) => {
		console.log(`\n${name}`);
		return { name, passed: passes() };
	});
	console.log(`\n${outcomes.map(({ name, passed }) => `${name}: ${passed ? 'passed' : 'FAILED'}`).join('\n')}`);
	if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1;
}

/** The engines as in the guide: `| 1.53.1 | Deno 2.6.8 |`. */
function listChecks(): Check[] {
	const guide = readFileSync(join(REPOSITORY, 'docs/admin-guide.md'), 'utf8');
	const rows = [...guide.matchAll(/\| (\d[\d.]+) \| (Node|Deno (\d[\d.]+)) \|/g)];
	if (rows.length === 0) throw new Error('The guide names no engine');
	return [
		['types', () => run(['typescript/bin/tsc', '-p', join(FOLDER, 'tsconfig.json')])],
		['message-parser', () => test(['test/properties', 'test/unit/util'])],
		...rows.map(([, engine = '', on = '', deno]): Check => {
			const name = `${engine}-on-${on.toLowerCase().replace(' ', '-')}`;
			return [
				name,
				() => test(['test/engine/'], deno === undefined ? chooseNode(engine) : { ...choose(engine), ...prepare(deno) }),
			];
		}),
	];
}

/**
 * Into `test/engine-versions/`, beside the project's own dependencies. Not by `npm ci`: it insists on the programs of Deno for all
 * systems, which not every registry has. Without saving, npm takes what the lock file says, too.
 */
function install(): void {
	const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
	const { status } = spawnSync('npm', ['install', '--prefix', FOLDER, ...options], { stdio: 'inherit' });
	if (status !== 0) throw new Error('The engines could not be installed');
}

/** On Node there is but one, which is the project's own. */
function chooseNode(version: string): Environment {
	const own = readJson('node_modules/@rocket.chat/apps-engine/package.json') as { version: string };
	if (own.version !== version) throw new Error(`The engine that is hosted on Node is ${own.version}, the guide says ${version}`);
	return {};
}

/** The environment that has jest, and by the paths of a file the processes that a test starts, take one engine. */
function choose(version: string): Environment {
	const engine = join(MODULES, `engine-${version}`);
	const file = join(MODULES, `tsconfig.${version}.json`);
	const paths = { '@rocket.chat/apps-engine/*': [join(engine, '*'), join(FOLDER, 'missingBridges.ts')] };
	writeFileSync(file, JSON.stringify({ extends: join(REPOSITORY, 'tsconfig.json'), compilerOptions: { paths } }));
	return { TEST_ENGINE: engine, TSX_TSCONFIG_PATH: file };
}

/** Deno before 2 takes no linked packages: the environment of one names a cache that holds them. */
function prepare(version: string): Environment {
	const folder = denoFolder(version);
	if (!version.startsWith('1.')) return { TEST_DENO: folder };
	const env = {
		...process.env,
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
	const { status } = spawnSync(file, ['cache', ...apart, ...runtimePackages()], { stdio: 'inherit', env, timeout: DEADLINE });
	if (status !== 0) throw new Error(`The cache of Deno ${version} could not be filled`);
	return { TEST_DENO: folder, TEST_DENO_DIR: env.DENO_DIR };
}

/** Where npm puts the program of one Deno, which is beside it or, where another is there already, within it. */
function denoFolder(version: string): string {
	const folders = [join(MODULES, `deno-${version}`, 'node_modules/@deno'), join(MODULES, '@deno')];
	const found = folders.find((folder) => existsSync(folder));
	if (!found) throw new Error(`npm installed no program of Deno ${version} for this machine`);
	return found;
}

/** What the engine's runtime imports from npm, in the versions that are installed for it. */
function runtimePackages(): string[] {
	const names = readJson('test/workspace/host/runtime/packages.json') as string[];
	const { dependencies } = readJson('test/engine-versions/package.json') as { dependencies: Record<string, string> };
	return names.map((name) => `npm:${name}@${dependencies[name] ?? ''}`);
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8'));
}

function test(paths: readonly string[], env: Environment = {}): boolean {
	return run(['jest/bin/jest.js', '-c', 'test/jest.engines.config.mjs', '--silent', ...paths], env);
}

/** A program of the project's own, started without npx: what runs out of time is then ended itself. */
function run([program = '', ...args]: readonly string[], env: Environment = {}): boolean {
	const command = [join(REPOSITORY, 'node_modules', program), ...args];
	const options = { cwd: REPOSITORY, stdio: 'inherit', timeout: DEADLINE, env: { ...process.env, ...env } } as const;
	return spawnSync(process.execPath, command, options).status === 0;
}
