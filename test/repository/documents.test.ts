/** What the documents name is there: files, parts of files, links, commands. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeIn, documents, read, root, section, withoutBlocks } from '../support/documents';

/** What a build writes is not kept. */
function isMade(path: string): boolean {
	return path.startsWith('dist/');
}

/** What looks like a path of this repository: within one of its folders, or a file at its root. */
function isPath(code: string): boolean {
	return (
		/^(lib|commands|test|docs|scripts|i18n|\.ci|\.github|dist)\/[\w./*<>-]*$/.test(code) ||
		/^[A-Za-z][\w-]*\.(ts|json|md|mjs|jsonc)$/.test(code)
	);
}

/** `i18n/*.json` is there if its folder is. */
function isThere(path: string): boolean {
	return existsSync(join(root, /[*<]/.test(path) ? dirname(path) : path));
}

/** The name that a heading has in a link. */
function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\w\- ]/g, '')
		.replaceAll(' ', '-');
}

function anchorsOf(name: string): string[] {
	return [...withoutBlocks(read(name)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

function isLinked(from: string, link: string): boolean {
	const [file = '', anchor] = link.split('#');
	const target = file === '' ? from : join(dirname(from), file);
	return existsSync(join(root, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

describe.each(documents)('%s', (name) => {
	const text = read(name);

	test('names no file that is not there', () => {
		expect(codeIn(text).filter((code) => isPath(code) && !isMade(code) && !isThere(code))).toEqual([]);
	});

	test('names nothing in a file that is not in it', () => {
		const named = [...withoutBlocks(text).matchAll(/`(\w+)` in `([\w/.-]+\.ts)`/g)];
		const isIn = (part: string, file: string): boolean =>
			existsSync(join(root, file)) && new RegExp(`\\b${part}\\b`).test(read(file));
		expect(named.filter(([, part = '', file = '']) => !isIn(part, file)).map(([whole]) => whole)).toEqual([]);
	});

	test('has no link that leads nowhere', () => {
		const links = [...withoutBlocks(text).matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
		expect(links.filter((link) => !/^https?:/.test(link) && !isLinked(name, link))).toEqual([]);
	});

	test('names no command that package.json does not have', () => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
		const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, command = '']) => command);
		// To come: the loop of a developer.
		expect(commands.filter((command) => !(command in scripts) && command !== 'test:quick')).toEqual([]);
	});
});

test('every picture has a hash of its texts, which are compared in test/browser/pictures.test.ts', () => {
	const pictures = readdirSync(join(root, 'docs')).flatMap((name) => /^(.*)\.png$/.exec(name)?.[1] ?? []);
	expect(Object.keys(JSON.parse(read('docs/pictures.json')) as object).sort()).toEqual(pictures.sort());
});

test('README.md is read in one go', () => {
	expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
	expect(read('README.md').match(/!\[/g)).toHaveLength(1);
});

describe('CONTRIBUTING.md', () => {
	const map = section('CONTRIBUTING.md', 'The map');
	const folders = (of: string): string[] =>
		readdirSync(join(root, of), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : []));

	test.each(['lib', 'test'])('maps every folder of %s', (of) => {
		const tree = map.split(new RegExp(`^${of}/\\n`, 'm'))[1]?.split(/^(?! )/m)[0] ?? '';
		expect([...tree.matchAll(/^ {2}([\w-]+\/)/gm)].map(([, folder]) => folder).sort()).toEqual(folders(of).sort());
	});

	test('gives every folder of lib a direction, but what is taken by all', () => {
		const told = [...map.matchAll(/^\| ([\w, ]+) \|/gm)].flatMap(([, from = '']) => from.split(', '));
		const taken = ['util/', 'generated/'];
		expect(folders('lib').filter((folder) => !taken.includes(folder) && !told.includes(folder.replace('/', '')))).toEqual([]);
	});
});
