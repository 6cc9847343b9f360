import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePackaged } from '../../../scripts/package';
import { REPOSITORY, type Variant } from '../../../scripts/stage';

/** The zip that the real CLI makes of an app, whose folder is named from the repository's root; made once for the same sources. */
export async function packagedApp({ root = '.', ...variant }: Variant = {}): Promise<Buffer> {
	return readFile(await ensurePackaged({ root: join(REPOSITORY, root), ...variant }));
}
