/** What a value from outside turns out to be. */

/** An object from outside, not looked into yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, empty where it is none. */
export function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The texts of a list, trimmed and without the empty ones; none where it is no list. */
export function toTexts(value: unknown): string[] {
	return Array.isArray(value)
		? value
				.map(toText)
				.map((text) => text.trim())
				.filter((text) => text !== '')
		: [];
}
