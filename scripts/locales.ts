/** Makes lib/generated/locales.ts of i18n/*.json, because the engine's compiler cannot import JSON. `--print` only shows it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '..');
const TEXTS = join(ROOT, 'i18n');

if (process.argv.includes('--print')) process.stdout.write(source());
else writeFileSync(join(ROOT, 'lib/generated/locales.ts'), source());

function source(): string {
	const tables = readdirSync(TEXTS).sort().map(tableOf);
	return `// Made of i18n/ by \`npm run locales\`: edit there.\nexport const locales = {\n${tables.join('')}} as const;\n`;
}

function tableOf(file: string): string {
	const texts = Object.entries(JSON.parse(readFileSync(join(TEXTS, file), 'utf8')) as Record<string, string>);
	const lines = texts.filter(([key]) => isAppKey(key)).map(([key, text]) => `\t\t${key}: ${quote(text)},\n`);
	return `\t${quote(basename(file, '.json'))}: {\n${lines.join('')}\t},\n`;
}

/** Sections, descriptions, the command's texts and entries of menus are shown by the host alone; the app names settings by their labels. */
function isAppKey(key: string): boolean {
	return !/^(action|command|section)_|^setting_.*_description$/.test(key);
}

function quote(text: string): string {
	return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
