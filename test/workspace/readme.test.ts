/** The map of this folder, against the folder. */
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const quoted = [...readme.matchAll(/`([^`\n]+)`/g)].flatMap(([, text]) => text ?? []);
/** Code that is a path: it ends like a folder or like a file, and is no command. */
const paths = quoted.filter((text) => /^[\w-][\w./-]*(?:\/|\.\w+)$/.test(text));

test('every path that the README names exists, folders as folders', () => {
	expect(paths.length).toBeGreaterThan(30);
	const found = paths.filter(
		(path) => existsSync(join(__dirname, path)) && statSync(join(__dirname, path)).isDirectory() === path.endsWith('/'),
	);
	expect(found).toEqual(paths);
});

test('every folder is on its map', () => {
	const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	expect(paths).toEqual(expect.arrayContaining(folders.map(({ name }) => `${name}/`)));
});
