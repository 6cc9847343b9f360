/** Keeps the server's lists for a while, decoded, and lets commands that ask at the same time share one answer. */
import type { Result } from './failure';
import { success } from './failure';
import type { List } from './pages';

type Load = () => Promise<Result<List>>;

export interface AgedList {
	readonly list: List;
	/** Milliseconds. */
	readonly age: number;
}

export interface CacheRules {
	/** Milliseconds for which an answer may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Ask the server whatever is kept. */
	readonly fresh: boolean;
}

export interface Cache {
	/** Gives the list of a key: a kept one, one that is under way, or the one that `load` fetches. */
	readonly get: (key: string, load: Load, rules: CacheRules) => Promise<Result<AgedList>>;
}

/** How old an answer may be, in milliseconds, when the server takes no more requests and there is none newer. */
const oldest = 10 * 60_000;

/** How many lists are kept: those asked for last. */
const mostKept = 30;

/** Calls that ask for the same thing at the same time share one answer. */
const sharing = (): ((key: string, load: Load) => Promise<Result<List>>) => {
	const underWay = new Map<string, Promise<Result<List>>>();
	return async (key, load) => {
		const loading = underWay.get(key) ?? load().finally(() => underWay.delete(key));
		underWay.set(key, loading);
		return loading;
	};
};

interface Shelf {
	readonly keep: (key: string, list: List) => void;
	/** What was kept less than so many milliseconds ago. */
	readonly recall: (key: string, youngerThan: number) => AgedList | undefined;
}

const shelf = (now: () => number): Shelf => {
	const kept = new Map<string, { readonly list: List; readonly at: number }>();
	return {
		keep: (key, list) => {
			kept.delete(key);
			kept.set(key, { list, at: now() });
			for (const old of [...kept.keys()].slice(0, -mostKept)) {
				kept.delete(old);
			}
		},
		recall: (key, youngerThan) => {
			const entry = kept.get(key);
			const age = now() - (entry?.at ?? 0);
			if (!entry || age >= youngerThan) {
				return undefined;
			}
			// To the end of the row: the front of it goes first.
			kept.delete(key);
			kept.set(key, entry);
			return { list: entry.list, age };
		},
	};
};

/** Makes an empty cache; `now` gives an epoch in milliseconds. */
export const createCache = (now: () => number): Cache => {
	const share = sharing();
	const { keep, recall } = shelf(now);
	const get: Cache['get'] = async (key, load, { keepFor, fresh }) => {
		const known = fresh ? undefined : recall(key, keepFor);
		if (known) {
			return success(known);
		}
		const loaded = await share(key, load);
		if (loaded.ok) {
			if (keepFor > 0) {
				keep(key, loaded.value);
			}
			return success({ list: loaded.value, age: 0 });
		}
		const old = loaded.failure.kind === 'rateLimited' && keepFor > 0 ? recall(key, oldest) : undefined;
		return old ? success(old) : loaded;
	};
	return { get };
};
