/** Finds what somebody probably meant to type, among what there is. */

/** UTF-16 units of a text that count: the time that a comparison takes grows with the square of it. */
const compared = 40;

/** The Levenshtein distance of two words: how many letters to add, remove or replace. Only their beginnings count. */
export function distance(from: string, to: string): number {
	// Letters, of which some take two units of a string.
	const [letters, others] = [Array.from(from.slice(0, compared)), Array.from(to.slice(0, compared))];
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

/** The candidate nearest to a word: the first that starts with it, else the one with the smallest distance. */
export function nearest(word: string, candidates: readonly [string, ...string[]]): string {
	const [first, ...rest] = candidates;
	const started = word.length > 1 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
	return (
		started ?? rest.reduce((best, candidate) => (distance(word, candidate) < distance(word, best) ? candidate : best), first)
	);
}
