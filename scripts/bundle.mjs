import { buildSync } from 'esbuild';
import AdmZip from 'adm-zip';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';

/**
 * Makes one file of the compiled files in a zip of the CLI's. The engine takes several for an old app, and makes one of them with
 * the same tool, on every server at every start; and one file is a third smaller.
 * @param {string} path the zip, which is changed
 * @param {string} classFile the app's main file, as in app.json
 * @param {string} dir where there is room to unpack
 */
export function bundleZip(path, classFile, dir) {
	const zip = new AdmZip(path);
	const unpacked = join(dir, 'unpacked');
	const main = classFile.replace(/\.ts$/, '.js');
	zip.extractAllTo(unpacked);
	const { outputFiles } = buildSync({
		entryPoints: [join(unpacked, main)],
		bundle: true,
		write: false,
		platform: 'node',
		target: 'es2020',
		// Names stay, for whoever reads it; no path of this machine gets in.
		minifyWhitespace: true,
		minifySyntax: true,
		absWorkingDir: unpacked,
		charset: 'utf8',
		external: ['@rocket.chat/apps-engine/*'],
	});
	for (const { entryName } of zip.getEntries()) if (entryName.endsWith('.js')) zip.deleteFile(entryName);
	zip.addFile(main, Buffer.from(outputFiles[0]?.contents ?? []));
	zip.writeZip(path);
}
