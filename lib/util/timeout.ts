/** Waits for work no longer than it may take; the work itself goes on. */

export type Timely<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** Gives what the work gives, or that it takes longer than so many milliseconds; rejects as the work does until then. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<Timely<T>> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<Timely<T>>((resolve) => {
		timer = setTimeout(() => {
			resolve({ late: true });
		}, milliseconds);
	});
	try {
		return await Promise.race([work.then((value) => ({ late: false, value }) as const), limit]);
	} finally {
		clearTimeout(timer);
	}
}
