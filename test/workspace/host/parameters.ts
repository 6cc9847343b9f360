/** Stands for a character that a quoted piece holds and that must not split it; apps cannot type these. */
const HIDDEN = { ' ': '\u2008', '\n': '\u008b', '\r': '\u008c', '\t': '\u008a' } as const;
const QUOTED = /(["'])(?:\\?.)*?\1/gs;
/** A quoted piece's ends, kept visible while splitting: two pieces that touch are two arguments. */
const START = '\u0086';
const END = '\u0087';

function hide(piece: string): string {
	const inside = Object.entries(HIDDEN).reduce((text, [shown, hidden]) => text.replaceAll(shown, hidden), piece.slice(1, -1));
	return `${START}${inside}${END}`;
}

function show(item: string): string {
	const text = item.replaceAll(START, '').replaceAll(END, '').replaceAll('\\"', '"');
	return Object.entries(HIDDEN).reduce((shown, [character, hidden]) => shown.replaceAll(hidden, character), text);
}

/** Splits what follows a command's name as the server does: at white space, but not within quotes, which fall away. */
export function parseParameters(text: string): string[] {
	const marked = text.replace(QUOTED, hide).replaceAll(END + START, `${END} ${START}`);
	const items = marked.split(/[ \n\r\t]/).filter(Boolean);
	return marked === text ? items : items.map(show);
}
