/** Forgives what keyboards and people add to a word or a value: quotes around it, commas behind it, blanks of other kinds. */

/** Quotes come in pairs. Within single ones an apostrophe may stand: before a letter. */
const pairs = [
	/^"([^"]*)"$/,
	/^[“„”]([^“„”]*)[“”]$/,
	/^[«»]([^«»]*)[«»]$/,
	/^[‹›]([^‹›]*)[‹›]$/,
	/^'((?:[^']|'(?=[^\s'.,:;!?]))*)'$/,
	/^[‘‚’]((?:[^‘‚’]|’(?=[^\s’.,:;!?]))*)[‘’]$/,
];

/** A word or value without quotes around the whole of it, commas behind it and blanks around it. Tidying twice changes nothing more. */
export function tidy(text: string): string {
	const bare = pairs.reduce((kept, pair) => kept.replace(pair, '$1'), text.trim().replace(/[,，、،]+$/, ''));
	return bare === text ? text : tidy(bare);
}

/** Whether a word is nothing but a quote that opens, as French has it: `« ana »`. */
export function opensQuote(word: string): boolean {
	return /^["'“„”«»‹›‘‚’]$/.test(word);
}

/** UTF-16 units that are looked at of a word or a value: as many as anybody types. */
const longestTyped = 2000;

/** The words of a line. The engine parts them at plain blanks alone; a phone also types others, which do not break. */
export function toWords(parts: readonly string[]): string[] {
	return parts
		.flatMap((part) => part.split(/\s+/))
		.filter((word) => word !== '')
		.map((word) => word.slice(0, longestTyped));
}

/** A typed text, composed, with single blanks, and without the word joiners and isolates that stand in shown names and are copied along. */
export function toText(typed: string): string {
	return typed
		.replace(/[\u2060\u2068\u2069]/g, '')
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, longestTyped);
}
