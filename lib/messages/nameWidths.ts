/** How much room the names of one line get: what does not fit is written tighter, all names alike. */
import { code } from '../util/inlineCode';
import type { Translate } from './translate';

/** How wide names may be, and how many of a list are named: the first layout at which the line fits is taken. */
interface Layout {
	readonly width: number;
	readonly named: number;
	/** Without alias and day: rather than a name of which little is left. */
	readonly brief: boolean;
	/** 1: of a finding only how bad it is. 2, the last resort: also without who made it, who posts, and its script. */
	readonly terse?: 1 | 2;
}

/** From roomy to tight. */
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
	/** A name as it may be shown; empty where there is none. */
	readonly name: (text: string) => string;
	/** Some names, and how many more there are; `otherwise` stands for one that cannot be shown. */
	readonly names: (texts: readonly string[], otherwise: string) => string;
}

/** Writes the names of one line in a layout, and everything else in the reader's language. */
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
