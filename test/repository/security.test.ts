import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import AdmZip from 'adm-zip';
import { read, root, rows, section } from '../support/documents';
import { packagedApp } from '../workspace/host';

function json(name: string): unknown {
	return JSON.parse(read(name));
}

const model = read('docs/threat-model.md');
const threats = section('docs/threat-model.md', 'Threats')
	.split('\n')
	.filter((line) => line.startsWith('| '))
	.slice(1);

function sourcesIn(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name));
}

test('SECURITY.md is short, and says where to report', () => {
	const notes = read('SECURITY.md');
	expect(notes.split('\n').length).toBeLessThanOrEqual(25);
	expect(notes).toContain('*Security > Report a vulnerability*');
	expect(section('SECURITY.md', 'What it keeps and sends').match(/^- /gm)).toHaveLength(5);
});

test('docs/endpoint.md knows every endpoint that is asked', () => {
	const asked = sourcesIn('lib').flatMap((name) => read(name).match(/(?<=')v1\/[\w.]+(?=')|(?<=get\(')info(?=')/g) ?? []);
	const told = rows(section('docs/endpoint.md', 'What is asked')).map(([name = '']) => name.replaceAll('`', ''));
	expect(asked.length).toBeGreaterThan(0);
	expect([...told].sort()).toEqual([...new Set(asked)].sort());
});

describe('docs/threat-model.md', () => {
	test('shows a test for every threat', () => {
		expect(threats.length).toBeGreaterThan(15);
		expect(threats.filter((line) => !/`test\/[\w/]+\.test\.ts`: \*[^*]+\*[^|]*\|$/.test(line))).toEqual([]);
	});

	/** Each file with the titles that follow it. */
	const named = threats.flatMap((line) =>
		[...line.matchAll(/`(test\/[\w/]+\.test\.ts)`:((?:,? \*[^*]+\*)+)/g)].flatMap(([, file = '', titles = '']) =>
			[...titles.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => [file, title] as const),
		),
	);

	test('names no test file otherwise', () => {
		expect(new Set(model.match(/test\/[\w/.]+\.ts/g))).toEqual(new Set(named.map(([file]) => file)));
	});

	test.each(named)('%s has the test %j', (file, title) => {
		expect(existsSync(join(root, file))).toBe(true);
		expect(read(file).includes(`'${title}'`)).toBe(true);
	});
});

test('nothing but the app itself gets into the zip', async () => {
	expect(json('package.json')).not.toHaveProperty('dependencies');
	const code = new AdmZip(await packagedApp()).readAsText('IntegrationsApp.js');
	const modules = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
	const own = modules.filter((name) => !name.startsWith('@rocket.chat/apps-engine/definition/'));
	expect([...new Set(own)].sort()).toEqual(['crypto', 'url', 'zlib']);
});

test('what packages it is pinned', () => {
	const { devDependencies } = json('package.json') as { devDependencies: Record<string, string> };
	expect(Object.values(devDependencies).filter((version) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
	const { packages } = json('package-lock.json') as { packages: Record<string, { integrity?: string }> };
	const installed = Object.entries(packages).filter(([path]) => path !== '');
	expect(installed.length).toBeGreaterThan(100);
	expect(installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
	expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
