/**
 * Runs the tests of the packaged app in every engine of the README's table, and checks the types against the newest definitions.
 * The engines and Deno are installed beside the project's own dependencies, into `test/engine-versions/`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './stage.mjs';

const FOLDER = join(REPOSITORY, 'test/engine-versions');
const MODULES = join(FOLDER, 'node_modules');

/** As in the README: `1.53.1 on Deno 2.6.8`. */
const rows = readFileSync(join(REPOSITORY, 'docs/admin-guide.md'), 'utf8').matchAll(/\| (\d[\d.]+) \| Deno (\d[\d.]+) \|/g);

/** Where npm puts the program of one Deno, which is beside it or, where another is there already, within it. */
function denoFolder(/** @type {string} */ version) {
	const folders = [join(MODULES, `deno-${version}`, 'node_modules/@deno'), join(MODULES, '@deno')];
	const found = folders.find((folder) => existsSync(folder));
	if (!found) throw new Error(`npm installed no program of Deno ${version} for this machine`);
	return found;
}

function run(/** @type {string} */ name, /** @type {string[]} */ command, /** @type {Record<string, string>} */ env = {}) {
	console.log(`\n${name}`);
	const [program = '', ...args] = command;
	const { status } = spawnSync(program, args, { cwd: REPOSITORY, stdio: 'inherit', env: { ...process.env, ...env } });
	return { name, passed: status === 0 };
}

// No lock file: npm's registry does not serve the program of this Deno for every system, and `npm ci` insists on all of them.
const installed = run('Installing the engines', [
	'npm',
	'install',
	'--prefix',
	FOLDER,
	'--no-package-lock',
	'--no-audit',
	'--no-fund',
	'--ignore-scripts',
]);
if (!installed.passed) throw new Error('The engines could not be installed');

/** Deno before 2 takes no linked packages: the environment of one names a cache that holds them. */
function prepare(/** @type {string} */ version) {
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
	const names = JSON.parse(readFileSync(join(REPOSITORY, 'test/workspace/host/runtime/packages.json'), 'utf8'));
	const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
	const packages = names.map((/** @type {string} */ name) => `npm:${name}@${devDependencies[name]}`);
	// Into the cache alone: beside a package.json it would fill `node_modules`.
	const apart = ['--no-config', '--node-modules-dir=false'];
	const { passed } = run(`Filling the cache of Deno ${version}`, [file, 'cache', ...apart, ...packages], env);
	if (!passed) throw new Error(`The cache of Deno ${version} could not be filled`);
	return { TEST_DENO: folder, TEST_DENO_DIR: env.DENO_DIR };
}

/** The environment that has jest, and by the paths of a file the processes that a test starts, take one engine. */
function choose(/** @type {string} */ version) {
	const engine = join(MODULES, `engine-${version}`);
	const file = join(MODULES, `tsconfig.${version}.json`);
	const paths = { '@rocket.chat/apps-engine/*': [join(engine, '*'), join(FOLDER, 'missingBridges.ts')] };
	writeFileSync(file, JSON.stringify({ extends: join(REPOSITORY, 'tsconfig.json'), compilerOptions: { paths } }));
	return { TEST_ENGINE: engine, TSX_TSCONFIG_PATH: file };
}

const results = [run('Types against Apps-Engine 1.66.0', ['npx', 'tsc', '-p', join(FOLDER, 'tsconfig.json')])];
for (const [, engine = '', deno = ''] of rows) {
	const env = { ...choose(engine), ...prepare(deno) };
	results.push(run(`Apps-Engine ${engine} on Deno ${deno}`, ['npx', 'jest', '-c', 'jest.engines.config.mjs', '--silent'], env));
}
console.log(`\n${results.map(({ name, passed }) => `${name}: ${passed ? 'passed' : 'FAILED'}`).join('\n')}`);
if (results.length < 6 || results.some(({ passed }) => !passed)) process.exitCode = 1;
