/** Makes what a release consists of: the zip, its checksum, and its text. `npm run release`, or with the tag that it must be. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageApp } from './package.mjs';
import { REPOSITORY } from './stage.mjs';

/** @param {string} root */
function readVersions(root) {
	const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
	const lock = read('package-lock.json');
	return {
		manifest: read('app.json'),
		versions: {
			'app.json': read('app.json').version,
			'package.json': read('package.json').version,
			'package-lock.json': lock.version,
			'package-lock.json, the package itself': lock.packages[''].version,
		},
	};
}

/**
 * What the changelog says of a version: all under its heading, up to the next one.
 * @param {string} changelog
 * @param {string} version
 */
function notesOf(changelog, version) {
	const section = changelog.split(/^## /m).find((part) => part.startsWith(`${version}\n`));
	const notes = section?.slice(version.length).trim();
	if (!notes) throw new Error(`CHANGELOG.md says nothing under "## ${version}"`);
	return `${notes}\n`;
}

/**
 * Refuses where any file names another version than the tag does.
 * @param {string} root
 * @param {string | undefined} tag
 */
function check(root, tag) {
	const { manifest, versions } = readVersions(root);
	const expected = tag ?? `v${manifest.version}`;
	const wrong = Object.entries(versions).filter(([, version]) => `v${version}` !== expected);
	if (wrong.length)
		throw new Error(`The tag is "${expected}", but ${wrong.map(([file, version]) => `${file} says ${version}`).join(', ')}`);
	return { manifest, notes: notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), manifest.version) };
}

function main() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { app: { type: 'string', default: REPOSITORY }, out: { type: 'string', default: join(REPOSITORY, 'dist') } },
	});
	const [root, out] = [resolve(values.app), resolve(values.out)];
	const { manifest, notes } = check(root, positionals[0]);
	mkdirSync(out, { recursive: true });
	const zip = packageApp({ root, out: join(out, `${manifest.nameSlug}_${manifest.version}.zip`) });
	const sum = createHash('sha256').update(readFileSync(zip)).digest('hex');
	// As sha256sum writes it, so that it can check it.
	writeFileSync(`${zip}.sha256`, `${sum}  ${basename(zip)}\n`);
	writeFileSync(join(out, 'release-notes.md'), notes);
	console.log(`${zip}\n${sum}`);
}

try {
	main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
