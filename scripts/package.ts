/** Packages an app with the real CLI: `npm run package`. It prints where the zip is. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCli } from './rcApps';
import { runScript } from './runScript';
import { type Manifest, REPOSITORY, sourceHash, type Variant, withStage } from './stage';
import { writeSameBytes } from './zip';

const KEPT = join(REPOSITORY, 'node_modules/.cache/channel-integrations/zips');

/** Packages an app and gives the zip's path: `out`, or one in dist/. */
export async function packageApp(variant: Variant, out?: string): Promise<string> {
	return withStage(variant, async (dir, manifest) => {
		const path = out ?? join(REPOSITORY, 'dist', zipName(manifest));
		const printed = await runCli(dir, { args: ['package'] });
		const zip = join(dir, 'dist', zipName(manifest));
		if (!existsSync(zip)) throw new Error(`rc-apps package made no ${zip}:\n${printed}`);
		mkdirSync(dirname(path), { recursive: true });
		// Written beside and renamed: whoever reads the file at the same time sees a whole one.
		const partial = `${path}.${String(process.pid)}`;
		writeSameBytes(zip, partial);
		renameSync(partial, path);
		return path;
	});
}

/** The zip of these very sources, packaged only when no earlier run did: the file's name is their hash. */
export async function ensurePackaged(variant: Variant = {}): Promise<string> {
	const path = join(KEPT, `${sourceHash(variant)}.zip`);
	return existsSync(path) ? path : packageApp(variant, path);
}

function zipName({ nameSlug, version }: Manifest): string {
	return `${nameSlug}_${version}.zip`;
}

async function main(): Promise<void> {
	const { app = REPOSITORY, out } = parseArgs({ options: { app: { type: 'string' }, out: { type: 'string' } } }).values;
	console.log(await packageApp({ root: resolve(app) }, out && resolve(out)));
}

if (require.main === module) runScript(main);
