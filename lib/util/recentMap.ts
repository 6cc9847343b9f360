/** A map of bounded size, which drops what was used longest ago. */

/** By key. */
interface RecentMap<V> {
	/** The value of a key, which then counts as used just now; undefined where there is none. */
	readonly get: (key: string) => V | undefined;
	readonly set: (key: string, value: V) => void;
	readonly clear: () => void;
}

/** Makes an empty map that keeps at most `most` values. */
export function createRecentMap<V>(most: number): RecentMap<V> {
	// A Map keeps its keys in the order of insertion: the first one is the one used longest ago.
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
