/** Milliseconds. */
export interface Timing {
	readonly median: number;
	readonly p95: number;
}

/** The smallest value that a share of all values does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function timingOf(values: readonly number[]): Timing {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length / 2;
	const median = ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
	return { median, p95: quantile(sorted, 0.95) };
}

/** Runs everything once a round, each round beginning with another one: what one leaves behind must not always hit the same.
 * Tidying up is not timed. */
export async function alternate<T extends string>(
	tasks: Readonly<Record<T, () => Promise<unknown>>>,
	rounds: number,
	tidyUp?: () => Promise<unknown>,
): Promise<Record<T, number[]>> {
	const names = Object.keys(tasks) as T[];
	const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<T, number[]>;
	for (let round = 0; round < rounds; round += 1) {
		const turn = round % names.length;
		for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
			const start = performance.now();
			await tasks[name]();
			times[name].push(performance.now() - start);
			await tidyUp?.();
		}
	}
	return times;
}
