import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = join(__dirname, '../../..');

/** Which app, and what its manifest asks for in a test. */
export interface PackagedVariant {
	/** The folder with app.json, from the repository's root; the app itself by default. */
	readonly root?: string;
	readonly permissions?: readonly string[];
}

/** The zip that the real CLI makes of an app; made once for the same sources. */
export async function packagedApp({ root = '.', permissions }: PackagedVariant = {}): Promise<Buffer> {
	const script = join(REPOSITORY, 'scripts/package.mjs');
	const args = [
		script,
		'--ensure',
		'--app',
		join(REPOSITORY, root),
		...(permissions ? ['--permissions', permissions.join(',')] : []),
	];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	return readFile(stdout.trim());
}
