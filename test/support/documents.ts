/** The documents as people read them: their parts, tables, and what stands in code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

export function read(name: string): string {
	return readFileSync(join(root, name), 'utf8');
}

export const documents: readonly string[] = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...readdirSync(join(root, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

/** What stands below a heading, up to the next one. */
export function section(document: string, title: string): string {
	const [, below] = read(document).split(new RegExp(`^#+ ${title}\n`, 'm'));
	if (below === undefined) {
		throw new Error(`${document} has no part ${title}`);
	}
	return below.split(/^#+ /m)[0] ?? '';
}

/** The cells of a table's rows, without its head. */
export function rows(text: string): string[][] {
	return text
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(1)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

/** A text without its blocks of code. */
export function withoutBlocks(text: string): string {
	return text.replace(/^```\n[^]*?^```$/gm, '');
}

/** What stands in backticks within a line. */
export function codeIn(text: string): string[] {
	return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}
