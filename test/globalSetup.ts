import { join } from 'node:path';
import { ensurePackaged } from '../scripts/package';
import { REPOSITORY } from '../scripts/stage';

/** Packages once before the workers start, so that they do not all do it at the same time. */
export default async function packageBeforeTests(): Promise<void> {
	await Promise.all([REPOSITORY, join(REPOSITORY, 'test/workspace/fixture-app')].map((root) => ensurePackaged({ root })));
}
