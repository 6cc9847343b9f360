/** Makes lib/generated/locales.ts of i18n/*.json, because the engine's compiler cannot import JSON. `--print` only shows it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'lib/generated/locales.ts');

/** Sections, descriptions and the command's texts are shown by the host alone; the app names settings by their labels. */
const isAppKey = (key) => !/^(command|section)_|^setting_.*_description$/.test(key);

const quote = (text) => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;

const tables = readdirSync(join(root, 'i18n'))
	.sort()
	.map((file) => {
		const sentences = Object.entries(JSON.parse(readFileSync(join(root, 'i18n', file), 'utf8')));
		const lines = sentences.filter(([key]) => isAppKey(key)).map(([key, text]) => `\t\t${key}: ${quote(text)},\n`);
		return `\t${quote(basename(file, '.json'))}: {\n${lines.join('')}\t},\n`;
	});
const source = `// Made of i18n/ by \`npm run locales\`: edit there.\nexport const locales = {\n${tables.join('')}} as const;\n`;

if (argv.includes('--print')) {
	stdout.write(source);
} else {
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, source);
}
