/** A memory of bounded size: what was asked for longest ago goes first. */

export interface RecentMap<V> {
	/** The value of a key, which thereby counts as asked for just now. */
	readonly get: (key: string) => V | undefined;
	readonly set: (key: string, value: V) => void;
	readonly clear: () => void;
}

/** Makes an empty map that keeps at most `most` values. */
export function createRecentMap<V>(most: number): RecentMap<V> {
	// A Map keeps the order in which its keys were put in: the newest stands at its end.
	const kept = new Map<string, V>();
	const set = (key: string, value: V): void => {
		kept.delete(key);
		kept.set(key, value);
		const [oldest] = kept.keys();
		if (kept.size > most && oldest !== undefined) {
			kept.delete(oldest);
		}
	};
	const get = (key: string): V | undefined => {
		const value = kept.get(key);
		if (value !== undefined) {
			set(key, value);
		}
		return value;
	};
	return {
		get,
		set,
		clear: () => {
			kept.clear();
		},
	};
}
