/** Makes names from outside harmless in a message: they mention nobody, link nowhere and break no line. */

/**
 * Control characters, separators, marks that turn the direction of a text, and blanks that count as letters.
 * Built from a string, because the compiler of `rc-apps` refuses `\p{…}` in a literal.
 */
const invisible = new RegExp('[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u115f\u1160\u3164\uffa0]+', 'gu');

/** More than two combining accents on one letter: they would be drawn over the lines above and below. */
const accents = new RegExp('(\\p{M}{2})\\p{M}+', 'gu');

/** The server's MentionsParser also finds mentions inside code, after a space or `>`: a word joiner in between prevents that. */
const mention = /([\s>])(?=[@#])/g;

/** A name that is safe within inline code: no invisible characters, no backticks, one line, no mention. */
export function clean(text: string): string {
	return text
		.replace(invisible, ' ')
		.replace(accents, '$1')
		.replace(/`/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.replace(mention, '$1\u2060');
}

/** A name as inline code, cut to `width` UTF-16 units plus two backticks; empty where nothing visible is left. */
export function code(text: string, width: number): string {
	const shown = shorten(clean(text), width);
	return shown === '' ? '' : `\`${shown}\``;
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
	return `${kept.trimEnd()}…`;
}
