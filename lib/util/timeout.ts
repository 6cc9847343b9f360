/** Waits for work no longer than it may take; the work itself goes on. */

/** Stands for what did not come in time, where nothing else can. */
export const late = Symbol('late');

/** Gives what the work gives, or `otherwise` where it takes longer than so many milliseconds; rejects as the work does until then. */
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
