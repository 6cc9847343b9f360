import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runScript } from '../support/runScript';
import { packagedApp } from '../workspace/host';

const ROOT = join(__dirname, '../..');
async function release(...args: string[]) {
	return runScript('release', ['--out', dir, ...args]);
}
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

let dir = '';
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => {
	rmSync(dir, { recursive: true });
});

test('is the zip that every test ran in, its checksum, and what the changelog says', async () => {
	await release(`v${version}`);
	const zip = `channel-integrations_${version}.zip`;
	expect(readdirSync(dir).sort()).toEqual([zip, `${zip}.sha256`, 'release-notes.md']);
	const bytes = readFileSync(join(dir, zip));
	expect(bytes.equals(await packagedApp())).toBe(true);
	const sum = createHash('sha256').update(bytes).digest('hex');
	expect(readFileSync(join(dir, `${zip}.sha256`), 'utf8')).toBe(`${sum}  ${zip}\n`);
	const notes = readFileSync(join(dir, 'release-notes.md'), 'utf8');
	expect(notes).toMatch(/^### \S/);
	expect(notes).not.toMatch(/^## /m);
	expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}\n\n${notes}`);
}, 120_000);

describe('is refused, and nothing is made', () => {
	/** Changes one of the files that name the version. */
	const changed = (name: string, from: string, to: string): string => {
		const app = join(dir, 'app');
		for (const file of ['app.json', 'package.json', 'package-lock.json', 'CHANGELOG.md'])
			cpSync(join(ROOT, file), join(app, file));
		const text = readFileSync(join(app, name), 'utf8');
		expect(text).toContain(from);
		writeFileSync(join(app, name), text.replace(from, to));
		return app;
	};
	const refusal = async (...args: string[]): Promise<string> => {
		const made = await release(...args).catch((error: unknown) => error as { code: number; stderr: string });
		expect(made).toMatchObject({ code: 1 });
		expect(readdirSync(dir).filter((name) => name !== 'app')).toEqual([]);
		return made.stderr.replaceAll(version, 'X').trim();
	};

	test.each(['v99.0.0', version, ''])('the tag %j is not the version', async (tag) => {
		expect(await refusal(tag)).toMatch(/^The tag is ".*", but app\.json says X, package\.json says X, package-lock\.json says X/);
	});

	test('a file names another version', async () => {
		const app = changed('package.json', `"version": "${version}"`, '"version": "99.0.0"');
		expect(await refusal('--app', app, `v${version}`)).toBe('The tag is "vX", but package.json says 99.0.0');
		expect(await refusal('--app', app)).toBe('The tag is "vX", but package.json says 99.0.0');
	});

	test('the changelog does not know the version', async () => {
		const app = changed('CHANGELOG.md', `## ${version}`, '## Unreleased');
		expect(await refusal('--app', app, `v${version}`)).toBe('CHANGELOG.md says nothing under "## X"');
	});
});
