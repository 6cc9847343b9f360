import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin, transformSync } from 'esbuild';
import { minify } from 'terser';
import type { Manifest } from './stage';

/** In front of the bundle: `tsc` has checked the types, with stricter options. The CLI takes an import of zlib for a mistake. */
const HEAD = `// @ts-nocheck
const inflate = (packed) => require("zlib").brotliDecompressSync(Buffer.from(packed, "base64")).toString();`;

/**
 * Makes one TypeScript file of an app's sources. The CLI's time goes with the square of the number of files, and the engine would put
 * several together at every start. Everything is made short, as at every start the engine sends all of it through a pipe and parses
 * it; for whoever reads code there is the repository. No path of this machine gets in.
 */
export async function bundle(root: string, { classFile, implements: interfaces = [] }: Manifest): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(root, classFile)],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		// None that lies in a folder above.
		tsconfigRaw: {},
		minify: true,
		// The CLI makes more of newer syntax than esbuild does.
		target: 'es2017',
		absWorkingDir: root,
		charset: 'utf8',
		logLevel: 'silent',
		external: ['@rocket.chat/apps-engine/*'],
		plugins: [packedTexts],
	});
	const { code = '' } = await minify(outputFiles.map(({ text }) => text).join(''), { module: true, compress: { passes: 2 } });
	return `${HEAD}\n${code}\n${declare(interfaces)}\n`;
}

/** The CLI reads from the source which of the engine's interfaces an app implements, and esbuild takes that out. This leaves no code. */
function declare(interfaces: readonly string[]): string {
	return interfaces.length > 0 ? `declare class Declared implements ${interfaces.join(', ')} {}` : '';
}

const packedTexts: Plugin = {
	name: 'packed texts',
	setup(build) {
		build.onLoad({ filter: /[\\/]generated[\\/]locales\.ts$/ }, ({ path }) => ({ contents: packTexts(path) }));
	},
};

/**
 * The module of the texts, compressed together until one of them is first asked for: at every start the engine parses the whole app,
 * and more than half of it would be texts. What is packed is a line for each key that any language has, and then a table for each
 * language: a line for each key, empty for one that it has not.
 */
function packTexts(file: string): string {
	const module: { exports: { locales?: Record<string, Record<string, string>> } } = { exports: {} };
	runInNewContext(transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs' }).code, { module });
	const locales = module.exports.locales ?? {};
	const keys = [...new Set(Object.values(locales).flatMap(Object.keys))];
	const lines = [keys, ...Object.values(locales).map((table) => keys.map((key) => table[key] ?? ''))].flat();
	if (lines.some((line) => line.includes('\n'))) throw new Error(`A text in ${file} has more than one line`);
	const members = Object.keys(locales).map((locale, index) => {
		const name = JSON.stringify(locale);
		return `get ${name}() { return unpacked[${name}] ??= unpack(${String(index + 1)}); }`;
	});
	return `const unpacked = {};
let lines;
const unpack = (table) => {
	lines ??= inflate('${pack(lines.join('\n'))}').split('\\n');
	const keys = lines.slice(0, ${String(keys.length)});
	return Object.fromEntries(keys.map((key, index) => [key, lines[table * keys.length + index]]).filter(([, line]) => line));
};
export const locales = { ${members.join(', ')} };`;
}

function pack(text: string): string {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
	return brotliCompressSync(text, { params }).toString('base64');
}
