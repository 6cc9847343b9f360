import { buildSync, transformSync } from 'esbuild';
import AdmZip from 'adm-zip';
import { Buffer } from 'node:buffer';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';

/** Says which tool packaged and when; no engine reads it, and it would differ in every zip. */
const PACKAGED_BY = '.packagedby';
/** The first moment that a zip can name. It is written as local time, and so the same in every time zone. */
const TIME = new Date(1980, 0, 1);
const MODE = 0o644;
/** A zip names the system that it was made on: here always Unix, format 2.0. */
const MADE_BY = 0x0314;

/**
 * Makes the texts a module that holds all but the English ones deflated, and unpacks a language when it is first asked for: at every
 * start the engine sends the whole app through a pipe and parses it, and more than half of it would be texts that nobody there reads.
 */
function packTexts(/** @type {string} */ file) {
	/** @type {{ exports: { locales?: Record<string, Record<string, string>> } }} */
	const module = { exports: {} };
	runInNewContext(transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs' }).code, { module });
	const members = Object.entries(module.exports.locales ?? {}).map(([locale, table]) => {
		const [name, text] = [JSON.stringify(locale), JSON.stringify(table)];
		const packed = deflateRawSync(text, { level: 9 }).toString('base64');
		return locale === 'en' ? `en: ${text}` : `get ${name}() { return unpack(${name}, '${packed}'); }`;
	});
	const source = `const unpacked = {};
const inflate = (packed) => require('zlib').inflateRawSync(Buffer.from(packed, 'base64')).toString();
const unpack = (locale, packed) => (unpacked[locale] ??= JSON.parse(inflate(packed)));
export const locales = { ${members.join(', ')} };`;
	writeFileSync(file, source);
}

/** One file of the sources: names stay, for whoever reads it, and no path of this machine gets in. */
function bundle(/** @type {string} */ dir, /** @type {string} */ classFile) {
	const { outputFiles } = buildSync({
		entryPoints: [join(dir, classFile)],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'es2020',
		// None that lies in a folder above.
		tsconfigRaw: {},
		minifyWhitespace: true,
		minifySyntax: true,
		absWorkingDir: dir,
		charset: 'utf8',
		external: ['@rocket.chat/apps-engine/*'],
	});
	return Buffer.from(outputFiles[0]?.contents ?? []);
}

/**
 * Writes a zip anew that is the same bytes whenever and wherever it is made of the same files, so that whoever has the sources can
 * prove what is in a release: one order, one time, one mode.
 * @param {string} path
 * @param {Map<string, Buffer>} files
 */
function writeSameBytes(path, files) {
	// Its own order depends on the language of the machine.
	const zip = new AdmZip({ noSort: true });
	for (const name of [...files.keys()].sort()) {
		const { header } = zip.addFile(name, files.get(name) ?? Buffer.alloc(0), '', MODE);
		header.time = TIME;
		header.made = MADE_BY;
	}
	// Its own way to write a file makes one that everybody may write.
	writeFileSync(path, zip.toBuffer());
}

/**
 * Makes one file of the sources that the CLI has checked, in the place of what it compiled in its zip. The engine takes several for
 * an old app, and makes one of them with the same tool, on every server at every start. Made of the sources, it is smaller than made
 * of what the CLI compiled, and starts sooner: modules fall together into one scope.
 * @param {string} path the zip, which is changed
 * @param {string} classFile the app's main file, as in app.json
 * @param {string} dir the staged sources, which are changed
 */
export function bundleZip(path, classFile, dir) {
	const kept = new AdmZip(path).getEntries().filter(({ entryName }) => entryName !== PACKAGED_BY && !entryName.endsWith('.js'));
	const files = new Map(kept.map((entry) => [entry.entryName, entry.getData()]));
	const texts = join(dir, 'lib/generated/locales.ts');
	if (existsSync(texts)) packTexts(texts);
	writeSameBytes(path, files.set(classFile.replace(/\.ts$/, '.js'), bundle(dir, classFile)));
}
