import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of HTML that is safe to show: only `markup` makes it. */
export type Html = HtmlEscapedString;

/** What stands in a template: texts are escaped, pieces stay as they are, nothing is shown for undefined and false. */
type Part = Html | string | number | false | undefined | readonly Part[];

/** Escapes whatever it is given, so that a name from outside can be nothing but a text. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
	const piece = html(template, ...parts);
	// Hono promises a promise only where a part is one.
	if (piece instanceof Promise) throw new Error('A template got a promise');
	return piece;
}

/** Nothing to show. */
export const nothing = markup``;
