import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';
import { build, type Plugin, transformSync } from 'esbuild';
import type { Manifest } from './stage';

/** In front of the bundle: `tsc` has checked the types, with stricter options. The CLI takes an import of zlib for a mistake. */
const HEAD = `// @ts-nocheck
const inflate = (packed) => require("zlib").inflateRawSync(Buffer.from(packed, "base64")).toString();`;

/**
 * Makes one TypeScript file of an app's sources. The CLI's time goes with the square of the number of files, and the engine would put
 * several together at every start. Names stay, for whoever reads it, and no path of this machine gets in.
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
		minifyWhitespace: true,
		minifySyntax: true,
		absWorkingDir: root,
		charset: 'utf8',
		logLevel: 'silent',
		external: ['@rocket.chat/apps-engine/*'],
		banner: { js: HEAD },
		footer: { js: declare(interfaces) },
		plugins: [packedTexts],
	});
	return outputFiles.map(({ text }) => text).join('');
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
 * The module of the texts, with all but the English ones deflated until their language is first asked for: at every start the engine
 * sends the whole app through a pipe and parses it, and more than half of it would be texts that nobody there reads.
 */
function packTexts(file: string): string {
	const module: { exports: { locales?: Record<string, unknown> } } = { exports: {} };
	runInNewContext(transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs' }).code, { module });
	const members = Object.entries(module.exports.locales ?? {}).map(([locale, table]) => {
		const [name, text] = [JSON.stringify(locale), JSON.stringify(table)];
		const packed = deflateRawSync(text, { level: 9 }).toString('base64');
		return locale === 'en' ? `en: ${text}` : `get ${name}() { return unpack(${name}, '${packed}'); }`;
	});
	return `const unpacked = {};
const unpack = (locale, packed) => (unpacked[locale] ??= JSON.parse(inflate(packed)));
export const locales = { ${members.join(', ')} };`;
}
