import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackaged } from '../scripts/package.mjs';
import { REPOSITORY } from '../scripts/stage.mjs';

/** Packages once before the workers start, so that they do not all do it at the same time. */
export default function packageBeforeTests() {
	for (const root of [REPOSITORY, join(REPOSITORY, 'test/workspace/fixture-app')]) {
		if (existsSync(join(root, 'app.json'))) ensurePackaged({ root });
	}
}
