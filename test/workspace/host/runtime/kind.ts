import { realpathSync } from 'node:fs';
import { join } from 'node:path';

export const REPOSITORY = join(__dirname, '../../../..');
export const MODULES = realpathSync(join(REPOSITORY, 'node_modules'));

/** What apps run on. */
export interface Kind {
	/** A folder for one host, which its apps may read. */
	readonly claimFolder: () => string;
	/** The script that the engine starts in the belief that it is Deno, for the engine in that folder. */
	readonly wrapper: (dir: string, engine: string) => string;
}

/** For the shell. */
export function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
