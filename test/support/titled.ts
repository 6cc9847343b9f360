/** Titles for tests that are made of values, which may be too long, or of no letters, to stand in one. */

/** Each value, and before it how a title shows it: as JSON, of which no more than the first letters. */
export function titled<T>(values: readonly T[]): (readonly [string, T])[] {
	return values.map((value) => {
		// Of `undefined` there is no JSON.
		const text = value === undefined ? 'undefined' : JSON.stringify(value);
		return [text.length > 60 ? `${text.slice(0, 60)}…` : text, value];
	});
}
