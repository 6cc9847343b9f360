/** Makes names from outside harmless in a message: they mention nobody, link nowhere and break no line. */

/** An emoji, also one joined of several: what joins them and gives them colour cannot be seen, but belongs to them. */
const emoji = '\\p{ExtPict}(?:[\\u{1f3fb}-\\u{1f3ff}]|\\ufe0f)?';
const joined = `${emoji}(?:\\u200d${emoji})*|[0-9#*]\\ufe0f\\u20e3`;

/**
 * What cannot be seen: letters that are shown as nothing, marks that turn the direction of a text, control characters,
 * separators, and a pattern of dots without dots; or, as the first group, an emoji, to be kept. Built from a string, because the
 * compiler of `rc-apps` refuses `\p{…}` in a literal.
 */
const invisible = new RegExp(`(${joined})|\\p{DI}+|[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u2800]+`, 'gu');

/** Letters that are written from right to left. */
const rightToLeft = new RegExp('[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]', 'u');

/** More than two combining accents on one letter: they would be drawn over the lines above and below. */
const accents = new RegExp('(\\p{M}{2})\\p{M}+', 'gu');

/** The server's MentionsParser also finds mentions inside code, after a space or `>`: a word joiner in between prevents that. */
const mention = /([\s>])(?=[@#])/g;

/** A name that is safe within inline code: no invisible characters, no backticks, one line, no mention. */
export function clean(text: string): string {
	return text
		.replace(invisible, (_, kept: string | undefined) => kept ?? ' ')
		.replace(accents, '$1')
		.replace(/`/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.replace(mention, '$1\u2060');
}

/** A name as inline code, cut to `width` UTF-16 units plus two backticks; empty where nothing visible is left. */
export function code(text: string, width: number): string {
	const cleaned = clean(text);
	const shown = rightToLeft.test(cleaned) ? isolated(shorten(cleaned, width - 2)) : shorten(cleaned, width);
	return shown === '' ? '' : `\`${shown}\``;
}

/** A host as inline code, cut in front: its end says whose it is. */
export function codeOfHost(host: string, width: number): string {
	const cleaned = clean(host);
	// Never within one of two UTF-16 units, and no mark without its letter.
	const end = cleaned.slice(1 - width).replace(/^(?:[\udc00-\udfff]|\u200d|\ufe0f)+/, '');
	const shown = cleaned.length > width ? `…${end}` : cleaned;
	return shown === '' ? '' : `\`${shown}\``;
}

/** Words to type as inline code: without anything in front of them that would be copied along. */
export function codeToType(words: string, width: number): string {
	const shown = shorten(clean(words), width);
	return shown === '' ? '' : `\`${shown}\``;
}

/** A text whose direction does not turn around what stands beside it: U+2068 and U+2069 stand at its ends. */
function isolated(text: string): string {
	return `\u2068${text}\u2069`;
}

/** Cuts between code points, never within one of two UTF-16 units. */
function shorten(text: string, width: number): string {
	if (text.length <= width) {
		return text;
	}
	let kept = '';
	for (const letter of text) {
		if (kept.length + letter.length >= width) {
			break;
		}
		kept += letter;
	}
	return `${kept.replace(/(?:\s|\u200d|\ufe0f)+$/, '')}…`;
}
