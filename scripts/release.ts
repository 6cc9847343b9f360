/** Makes what a release consists of: the zip, its checksum, and its text. `npm run release`, or with the tag that it must be. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageApp } from './package';
import { runScript } from './runScript';
import { REPOSITORY } from './stage';

interface Versioned {
	readonly version: string;
}

runScript(main);

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { app: { type: 'string', default: REPOSITORY }, out: { type: 'string', default: join(REPOSITORY, 'dist') } },
	});
	const [root, out] = [resolve(values.app), resolve(values.out)];
	const { name, notes } = check(root, positionals[0]);
	mkdirSync(out, { recursive: true });
	const zip = await packageApp({ root }, join(out, name));
	const sum = createHash('sha256').update(readFileSync(zip)).digest('hex');
	// As sha256sum writes it, so that it can check it.
	writeFileSync(`${zip}.sha256`, `${sum}  ${basename(zip)}\n`);
	writeFileSync(join(out, 'release-notes.md'), notes);
	console.log(`${zip}\n${sum}`);
}

/** Refuses where any file names another version than the tag does. */
function check(root: string, tag: string | undefined): { name: string; notes: string } {
	function read(name: string): unknown {
		return JSON.parse(readFileSync(join(root, name), 'utf8'));
	}
	const manifest = read('app.json') as Versioned & { nameSlug: string };
	const lock = read('package-lock.json') as Versioned & { packages: Record<string, Versioned> };
	const versions = {
		'app.json': manifest.version,
		'package.json': (read('package.json') as Versioned).version,
		'package-lock.json': lock.version,
		'package-lock.json, the package itself': lock.packages['']?.version ?? 'nothing',
	};
	const expected = tag ?? `v${manifest.version}`;
	const wrong = Object.entries(versions).filter(([, version]) => `v${version}` !== expected);
	if (wrong.length > 0)
		throw new Error(`The tag is "${expected}", but ${wrong.map(([file, version]) => `${file} says ${version}`).join(', ')}`);
	const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), manifest.version);
	return { name: `${manifest.nameSlug}_${manifest.version}.zip`, notes };
}

/** What the changelog says of a version: all under its heading, up to the next one. */
function notesOf(changelog: string, version: string): string {
	const section = changelog.split(/^## /m).find((part) => part.startsWith(`${version}\n`));
	const notes = section?.slice(version.length).trim();
	if (!notes) throw new Error(`CHANGELOG.md says nothing under "## ${version}"`);
	return `${notes}\n`;
}
