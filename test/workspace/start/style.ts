/** How parts of a text are set off. */
export interface Style {
	readonly bold: (text: string) => string;
	readonly italic: (text: string) => string;
	readonly strike: (text: string) => string;
	readonly faint: (text: string) => string;
	readonly code: (text: string) => string;
}

function same(text: string): string {
	return text;
}

/** Without control sequences. Code keeps its marks: a name with blanks would otherwise run into the words around it. */
export const plain: Style = { bold: same, italic: same, strike: same, faint: same, code: (text) => `\`${text}\`` };

function sequence(on: number, off: number): (text: string) => string {
	const [begin, end] = [`\u001b[${on}m`, `\u001b[${off}m`];
	// What is bold within something bold ends only itself.
	return (text) => `${begin}${text.replaceAll(end, end + begin)}${end}`;
}

/** With the control sequences that every terminal knows. */
export const ansi: Style = {
	bold: sequence(1, 22),
	italic: sequence(3, 23),
	strike: sequence(9, 29),
	faint: sequence(90, 39),
	code: sequence(36, 39),
};

/** Control characters but for the line break, halves of pairs, separators, and what turns the direction of a text. */
const HARMFUL = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text from outside, without what a terminal would obey. */
export function clean(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(HARMFUL, '');
}

const SEQUENCE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
const letters = new Intl.Segmenter();
function widthOf(text: string): number {
	return Array.from(letters.segment(text.replace(SEQUENCE, ''))).length;
}

/** Breaks a line between words; what follows is as far in as the first word, behind a bullet too. */
export function wrap(line: string, width: number): string {
	const hang = ' '.repeat((/^ *(?:• |\d+\. )?/.exec(line)?.[0] ?? '').length);
	const [first = '', ...words] = line.slice(hang.length).split(' ');
	const lines = [line.slice(0, hang.length) + first];
	for (const word of words) {
		const last = lines.pop() ?? '';
		lines.push(...(widthOf(`${last} ${word}`) > width ? [last, hang + word] : [`${last} ${word}`]));
	}
	return lines.join('\n');
}
