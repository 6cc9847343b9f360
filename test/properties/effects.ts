/** What a text does where it is shown, as Rocket.Chat's own parsers and the server's own patterns see it. */
import { parse } from '@rocket.chat/message-parser';

/** Code and what the app's own sentences are written in. */
const harmless = ['PARAGRAPH', 'LINE_BREAK', 'PLAIN_TEXT', 'BOLD', 'ITALIC', 'INLINE_CODE', 'UNORDERED_LIST', 'LIST_ITEM'];

/** All that any workspace may have switched on. */
const options = { colors: true, emoticons: true, katex: { dollarSyntax: true, parenthesisSyntax: true } };

function effectsIn(node: unknown): string[] {
	if (Array.isArray(node)) {
		return node.flatMap(effectsIn);
	}
	if (typeof node !== 'object' || node === null) {
		return [];
	}
	const isEffect = 'type' in node && typeof node.type === 'string' && !harmless.includes(node.type);
	return isEffect ? [JSON.stringify(node)] : Object.values(node).flatMap(effectsIn);
}

/** The server looks for these itself, and knows nothing of code (its MentionsParser). */
const mentions = /(^|\s|>)[@#][\w.-]+/gm;

/** What cannot be seen, or turns the text around it; the app's own joiner is none of it. */
const unseen = new RegExp('(?![\\n\\u2060])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\u2800]', 'gu');

/** What belongs to an emoji, and the app's own isolates, which stand at both ends of a name. */
const within = new RegExp(
	'(\\p{ExtPict}|[0-9#*](?=\\ufe0f\\u20e3))(?:[\\u{1f3fb}-\\u{1f3ff}]|\\ufe0f)?(?:\\u200d(?=\\p{ExtPict}))?',
	'gu',
);
const isolated = /`\u2068([^`\n\u2068\u2069]*)\u2069`/g;

/** Stands in names, never in the app's own sentences. */
export const marker = '∎';

/** What a text does but to be read: nothing, if all is well. `allowed`: what the app means it to do. */
export function effectsOf(text: string, allowed: readonly string[] = []): string[] {
	const bare = allowed.reduce((rest, one) => rest.replaceAll(one, 'x'), text);
	return [
		...effectsIn(parse(bare, options)),
		...(bare.match(mentions) ?? []),
		...(bare.replace(isolated, '`$1`').replace(within, '$1').match(unseen) ?? []).map((letter) => JSON.stringify(letter)),
		...(bare.replace(/`[^`\n]+`/g, '').includes(marker) ? ['a name that is not in code'] : []),
	];
}
