import { buildSync } from 'esbuild';
import AdmZip from 'adm-zip';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';

/**
 * Makes one file of the sources that the CLI has checked, in the place of what it compiled in its zip. The engine takes several for
 * an old app, and makes one of them with the same tool, on every server at every start. Made of the sources, it is smaller than made
 * of what the CLI compiled, and starts sooner: modules fall together into one scope.
 * @param {string} path the zip, which is changed
 * @param {string} classFile the app's main file, as in app.json
 * @param {string} dir the staged sources
 */
export function bundleZip(path, classFile, dir) {
	const zip = new AdmZip(path);
	const main = classFile.replace(/\.ts$/, '.js');
	const { outputFiles } = buildSync({
		entryPoints: [join(dir, classFile)],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'es2020',
		// Names stay, for whoever reads it; no path of this machine gets in.
		minifyWhitespace: true,
		minifySyntax: true,
		absWorkingDir: dir,
		// None that lies in a folder above.
		tsconfigRaw: {},
		charset: 'utf8',
		external: ['@rocket.chat/apps-engine/*'],
	});
	for (const { entryName } of zip.getEntries()) if (entryName.endsWith('.js')) zip.deleteFile(entryName);
	zip.addFile(main, Buffer.from(outputFiles[0]?.contents ?? []));
	zip.writeZip(path);
}
