/** How names are shortened so that a line fits: all names of a line to the same width. */
import { code } from '../util/inlineCode';
import type { Translate } from './translate';

/** How a line is shortened. `width`: UTF-16 units of a name; `named`: how many of a list are named, the others counted. */
interface Layout {
	readonly width: number;
	readonly named: number;
	/** Whether alias and date are left out, so that more is left of the names. */
	readonly brief: boolean;
	/** 1: a finding is only said to be bad, not what it is. 2: creator, post-as user and script are left out, too. */
	readonly terse?: 1 | 2;
}

/** From wide to tight: the first one in which a line fits is taken. */
export const layouts: readonly Layout[] = [
	...[40, 30, 24, 20, 16].map((width) => ({ width, named: 3, brief: false })),
	...[20, 16].map((width) => ({ width, named: 1, brief: false })),
	...[20, 16, 12, 8, 6, 4].map((width) => ({ width, named: 1, brief: true })),
	...[12, 8, 6, 4].map((width) => ({ width, named: 1, brief: true, terse: 1 as const })),
	...[12, 8, 4].map((width) => ({ width, named: 1, brief: true, terse: 2 as const })),
];

/** What a line is written with. */
export interface Writer {
	readonly brief: boolean;
	readonly terse: 0 | 1 | 2;
	readonly t: Translate;
	/** A name as inline code, at most `width` wide; empty where nothing of it can be shown. */
	readonly name: (text: string) => string;
	/** The first names, and how many more there are; `otherwise` stands for one that cannot be shown. */
	readonly names: (texts: readonly string[], otherwise: string) => string;
}

/** Makes what writes the names of one line. */
export function writer({ width, named, brief, terse: without }: Layout, t: Translate): Writer {
	const terse = without ?? 0;
	const name = (text: string): string => code(text, width);
	const names = (texts: readonly string[], otherwise: string): string => {
		const shown = texts.slice(0, named).map((text) => name(text) || otherwise);
		const rest = texts.length - shown.length;
		return [shown.join(', '), ...(rest > 0 ? [`+${rest}`] : [])].join(' ');
	};
	return { brief, terse, t, name, names };
}
