/** Reads values of unknown type, as they come from the server or a client. */

/** An object whose fields are not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object, but no array. */
export function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is a text, else an empty text. */
export function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The texts of an array; undefined for anything else. */
export function toTexts(value: unknown): string[] | undefined {
	return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : undefined;
}
