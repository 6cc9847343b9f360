/** How names are shortened so that a line fits. */
import { everywhere } from '../integrations/reach';
import { code, codeOfHost } from '../util/inlineCode';
import type { Translate } from './translate';

/** `width`: UTF-16 units of a name; `named`: how many of a list are named, the others counted. */
interface Widths {
	readonly width: number;
	readonly named: number;
}

/** What a line is written with. */
export interface Writer {
	readonly t: Translate;
	/** A name as inline code, at most `width` wide; empty where nothing of it can be shown. */
	readonly name: (text: string) => string;
	/** The first names, and how many more there are; `otherwise` stands for one that cannot be shown. */
	readonly names: (texts: readonly string[], otherwise: string) => string;
	/** The same for hosts, which are cut in front. */
	readonly hosts: (texts: readonly string[], otherwise: string) => string;
	/** The same for places as integrations store them: rooms, people, and words for all rooms of a kind. */
	readonly places: (texts: readonly string[]) => string;
}

/** Makes what writes the names of one line. */
export function writer({ width, named }: Widths, t: Translate): Writer {
	const several =
		(shorten: (text: string, width: number) => string) =>
		(texts: readonly string[], otherwise: string): string => {
			const shown = texts.slice(0, named).map((text) => shorten(text, width) || otherwise);
			const rest = texts.length - shown.length;
			return [shown.join(', '), ...(rest > 0 ? [`+${rest}`] : [])].join(' ');
		};
	const place = several((text) => kindOfRooms(text, t) ?? code(text, width));
	return {
		t,
		name: (text) => code(text, width),
		names: several(code),
		hosts: several(codeOfHost),
		places: (texts) => place(texts, '…'),
	};
}

function kindOfRooms(place: string, t: Translate): string | undefined {
	const found = Object.values(everywhere).find(({ word }) => word === place);
	return found && t(`row_reach_${found.reason}`);
}
