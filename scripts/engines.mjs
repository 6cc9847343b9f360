/**
 * Runs the tests of the packaged app in every engine of the README's table, and checks the types against the newest definitions.
 * The engines and Deno are installed beside the project's own dependencies, into `test/engines/`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './stage.mjs';

const FOLDER = join(REPOSITORY, 'test/engines');
const MODULES = join(FOLDER, 'node_modules');

/** As in the README: `1.53.1 on Deno 2.6.8`. */
const rows = readFileSync(join(REPOSITORY, 'README.md'), 'utf8').matchAll(/\| (\d[\d.]+) \| Deno (\d[\d.]+) \|/g);

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

const results = [run('Types against Apps-Engine 1.66.0', ['npx', 'tsc', '-p', join(FOLDER, 'tsconfig.json')])];
for (const [, engine = '', deno = ''] of rows) {
	const env = { TEST_ENGINE: join(MODULES, `engine-${engine}`), TEST_DENO: denoFolder(deno) };
	results.push(run(`Apps-Engine ${engine} on Deno ${deno}`, ['npx', 'jest', '-c', 'jest.engines.config.mjs', '--silent'], env));
}
console.log(`\n${results.map(({ name, passed }) => `${name}: ${passed ? 'passed' : 'FAILED'}`).join('\n')}`);
if (results.length < 5 || results.some(({ passed }) => !passed)) process.exitCode = 1;
