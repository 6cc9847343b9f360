import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';

const ROOT = join(__dirname, '../..');

/** The sources as another machine has them. */
function copySources(app: string): void {
	for (const name of ['app.json', 'IntegrationsApp.ts', 'icon.png', 'i18n', 'commands', 'lib'])
		cpSync(join(ROOT, name), join(app, name), { recursive: true });
	for (const name of ['app.json', 'icon.png', 'i18n/en.json']) {
		chmodSync(join(app, name), 0o700);
		utimesSync(join(app, name), 1e9, 1e9);
	}
}

/** Whoever has the sources can prove what is in a release. */
test('the same sources make the same bytes: elsewhere, in another time zone, with other times and modes', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'copy-'));
	try {
		const [app, out, TMPDIR] = [join(dir, 'app'), join(dir, 'out.zip'), join(dir, 'tmp')];
		copySources(app);
		mkdirSync(TMPDIR);
		const command = [
			'umask 077 && exec "$0" "$@"',
			join(ROOT, 'node_modules/.bin/tsx'),
			join(ROOT, 'scripts/package.ts'),
			'--app',
			app,
			'--out',
			out,
		];
		const env = { ...process.env, TMPDIR, TZ: 'Pacific/Auckland', LC_ALL: 'sv_SE.UTF-8' };
		await promisify(execFile)('sh', ['-c', ...command], { env });
		expect(statSync(out).mode & 0o777).toBe(0o600);
		expect(readFileSync(out).equals(await packagedApp())).toBe(true);
	} finally {
		rmSync(dir, { recursive: true });
	}
}, 120_000);
