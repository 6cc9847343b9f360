/** Finds what somebody probably meant to type. */

/** Levenshtein distance: how many letters must be added, removed or replaced to make one word of the other. */
export function distance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [row, letter] of Array.from(from).entries()) {
		const current = [row + 1];
		for (const [column, other] of Array.from(to).entries()) {
			const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
			current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[to.length] ?? 0;
}

/**
 * The candidate nearest to a word: the first that starts with it, else the one with the fewest letters to change.
 * Takes at least one candidate; of the word only the first 40 characters count, so that a long one costs nothing.
 */
export function nearest(word: string, candidates: readonly [string, ...string[]]): string {
	const typed = word.slice(0, 40);
	const [first, ...rest] = candidates;
	const started = typed.length > 1 ? candidates.find((candidate) => candidate.startsWith(typed)) : undefined;
	return (
		started ?? rest.reduce((best, candidate) => (distance(typed, candidate) < distance(typed, best) ? candidate : best), first)
	);
}
