/** Waiting for a limited time. */

/** Says that something did not come in time, where any other value could be a result. */
export const late = Symbol('late');

/** Milliseconds in which a click must be answered: the web client waits 5 s for it and then closes the view; the rest is for the network. */
export const clickTime = 3500;

/** Gives what the work gives, or `otherwise` after so many milliseconds; the work itself goes on. Rejects if the work does before that. */
export async function withTimeout<T, O>(work: Promise<T>, milliseconds: number, otherwise: O): Promise<T | O> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<O>((resolve) => {
		timer = setTimeout(() => {
			resolve(otherwise);
		}, milliseconds);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
