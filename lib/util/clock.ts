/** The time for deadlines, ages and limits: it goes on where somebody sets the clock of the machine back. */

/**
 * Makes a clock out of one that may be set back, by default the machine's (epoch, milliseconds): then it stands for that step, and
 * goes on from there. One that is set forward is followed: what was kept then counts as old.
 */
export function createClock(read: () => number = Date.now): () => number {
	let [last, ahead] = [read(), 0];
	return () => {
		const at = read();
		ahead += Math.max(0, last - at);
		last = at;
		return at + ahead;
	};
}

/** The app's one clock. */
export const now = createClock(() => Date.now());
