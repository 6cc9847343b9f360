import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import AdmZip from 'adm-zip';
import { packagedApp } from '../workspace/host';

const root = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name));

const notes = read('SECURITY.md');
const threats = (notes.split('\n## Threats\n')[1] ?? '')
	.split('\n')
	.filter((line) => line.startsWith('| '))
	.slice(1);

describe('SECURITY.md', () => {
	test('knows every permission of app.json', () => {
		const table = notes.split('| permission of the app |')[1]?.split('\n\n')[0] ?? '';
		const { permissions } = json('app.json') as { permissions: { name: string }[] };
		expect([...table.matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, name]) => name)).toEqual(permissions.map(({ name }) => name));
	});

	test('knows every endpoint that is asked', () => {
		const sources = readdirSync(join(root, 'lib')).filter((name) => name.endsWith('.ts'));
		const asked = sources.flatMap((name) => read(`lib/${name}`).match(/(?<=')v1\/[\w.]+(?=')|(?<=get\(')info(?=')/g) ?? []);
		const [told = ''] = notes.split('to nothing else: ')[1]?.split(', each with the token') ?? [];
		expect([...(told.match(/[\w/.]+(?=`)/g) ?? [])].sort()).toEqual([...new Set(asked)].sort());
	});

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
		expect(new Set(notes.match(/test\/[\w/.]+\.ts/g))).toEqual(new Set(named.map(([file]) => file)));
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
