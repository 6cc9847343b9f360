/** Puts names from outside into a message so that they are seen and do nothing: no mention, no link, no line break. */

/**
 * Controls, line and paragraph separators, what turns the direction of a text, and blanks that pass for letters.
 * Not a literal: the engine's compiler refuses property classes in one.
 */
const invisible = new RegExp('[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u115f\u1160\u3164\uffa0]+', 'gu');

/** More than two accents on a letter are no name: they would pile up over the lines around. */
const accents = new RegExp('(\\p{M}{2})\\p{M}+', 'gu');

/** The server looks for mentions in code, too, wherever a space or `>` comes before the sign (server-contract.md, section 8). */
const mention = /([\s>])(?=[@#])/g;

/** A name as it is shown: without what cannot be seen, and without what would end the code that it stands in. */
export function clean(text: string): string {
	return text
		.replace(invisible, ' ')
		.replace(accents, '$1')
		.replace(/`/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.replace(mention, '$1\u2060');
}

/** A name as inline code, at most `width` UTF-16 units and two for its quotes; empty where nothing of it can be seen. */
export function code(text: string, width: number): string {
	const shown = shorten(clean(text), width);
	return shown === '' ? '' : `\`${shown}\``;
}

/** Cuts between letters, never within one that takes two units. */
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
