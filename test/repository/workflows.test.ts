import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly steps: readonly Step[];
	readonly permissions?: Readonly<Record<string, string>>;
	readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
	readonly 'timeout-minutes'?: number;
}

interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');
function read(name: string): Workflow {
	return parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
}
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const names = readdirSync(folder);
function stepsOf(name: string): Step[] {
	return Object.values(read(name).jobs).flatMap(({ steps }) => steps);
}

test('there are the checks, the mutation tests and the release', () => {
	expect([...names].sort()).toEqual(['checks.yml', 'mutation.yml', 'release.yml']);
});

test('what .ci/run does holds for every change: all checks from a clean install, and the start', () => {
	const text = readFileSync(join(root, '.ci/run'), 'utf8');
	expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111);
	expect(text.split('\n').filter((line) => /\bnpm /.test(line))).toEqual([
		'npm cit',
		'npm run test:engines -- 1.53.1-on-deno-1.46.3',
		'npm run fuzz -- --minutes 1 --seed 20014',
		String.raw`printf '/integrations outgoing\n/integrations help\n' | PORT=0 npm start`,
		"npm start -- '/integrations help' | grep -q 'What you can type'",
	]);
	expect(text).toMatch(/^set -euo pipefail$/m);
	expect(text).toContain('git status --porcelain');
});

describe.each(names)('%s', (name) => {
	const text = readFileSync(join(folder, name), 'utf8');
	const { on, permissions, jobs } = read(name);
	const steps = stepsOf(name);

	test('runs no action but those of a full commit hash, with its version beside it', () => {
		const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
		expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
		expect(uses.filter((line) => !/ uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
	});

	test('may write nothing, but for the one job that publishes', () => {
		expect([{ contents: 'read' }, {}]).toContainEqual(permissions);
		const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));
		expect(writing.map(([job, { permissions: own }]) => [job, own])).toEqual(
			name === 'release.yml' ? [['publish', { contents: 'write', 'id-token': 'write', attestations: 'write' }]] : [],
		);
	});

	test('leaves no token in the clone', () => {
		const clones = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(clones.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
	});

	test('knows no secret but the token of the run', () => {
		expect([...text.matchAll(/secrets\.(\w+)/g)].map(([, secret]) => secret).filter((one) => one !== 'GITHUB_TOKEN')).toEqual([]);
		expect(text).not.toMatch(/secrets\s*:\s*inherit|secrets\s*\[|toJSON\(secrets/);
	});

	test('never runs somebody else’s change with rights, nor puts words from outside into a script', () => {
		expect(Object.keys(on)).not.toContain('pull_request_target');
		expect(Object.keys(on)).not.toContain('workflow_run');
		expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
	});

	test('every job ends some time, and every npm command exists', () => {
		expect(Object.values(jobs).filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
		const commands = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, command = '']) => command));
		expect(commands.filter((command) => !(command in project.scripts))).toEqual([]);
	});
});

test('the checks run on each push and each change that is asked for, on every Node that is supported', () => {
	const { on, jobs } = read('checks.yml');
	expect(Object.keys(on)).toEqual(['push', 'pull_request']);
	expect(jobs.test?.strategy?.matrix.node).toEqual([20, 22, 24]);
	expect(jobs.test?.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
});

test('what is published was made by the job before, which passed the checks, and nothing else runs where may be written', () => {
	const { on, jobs } = read('release.yml');
	expect(on).toEqual({ push: { tags: ['v*'] } });
	const runs = (job: string): string[] => jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];
	expect(runs('build')).toEqual(['.ci/run', 'npm run release -- "$GITHUB_REF_NAME"']);
	expect(runs('publish').map((run) => run.split(' ', 2).join(' '))).toEqual(['sha256sum --check', 'gh release']);
	expect(jobs.publish).toMatchObject({ needs: 'build' });
	const [, attested] = jobs.publish?.steps.flatMap(({ uses = '', with: given }) => (uses ? [[uses, given] as const] : [])) ?? [];
	expect(attested?.[0]).toContain('actions/attest-build-provenance@');
	expect(attested?.[1]).toEqual({ 'subject-path': './*.zip' });
});
