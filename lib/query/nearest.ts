/** Finds what somebody probably meant to type, among what there is. */

/** The Levenshtein distance of two words: how many letters to add, remove or replace. */
export function distance(from: string, to: string): number {
	// Letters, of which some take two units of a string.
	const [letters, others] = [Array.from(from), Array.from(to)];
	let previous = [0, ...others.keys()].map((_, column) => column);
	for (const [row, letter] of letters.entries()) {
		const current = [row + 1];
		for (const [column, other] of others.entries()) {
			const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
			current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[others.length] ?? 0;
}

/**
 * The candidate nearest to a word: the first that starts with it, else the one with the smallest distance. Only the first
 * 40 characters of the word count, so that a very long one takes no time.
 */
export function nearest(word: string, candidates: readonly [string, ...string[]]): string {
	const typed = word.slice(0, 40);
	const [first, ...rest] = candidates;
	const started = typed.length > 1 ? candidates.find((candidate) => candidate.startsWith(typed)) : undefined;
	return (
		started ?? rest.reduce((best, candidate) => (distance(typed, candidate) < distance(typed, best) ? candidate : best), first)
	);
}
