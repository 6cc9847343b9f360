/** Keeps the server's lists for a while, decoded, and lets commands that ask at the same time share one answer. */
import { type Result, success } from '../failure';
import { createRecentMap } from '../util/recentMap';
import type { List } from './paging';

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

type Load = () => Promise<Result<List>>;

export interface Cache {
	/** Gives the list of a key: a kept one, one that is under way, or the one that `load` fetches. */
	readonly get: (key: string, load: Load, rules: CacheRules) => Promise<Result<AgedList>>;
}

/** How old an answer may be, in milliseconds, for a click, or when the server takes no more requests and there is none newer. */
export const oldest = 10 * 60_000;

/** Makes an empty cache; `now` gives an epoch in milliseconds. */
export function createCache(now: () => number): Cache {
	const share = sharing();
	const { keep, recall } = createShelf(now);
	const get: Cache['get'] = async (key, load, { keepFor, fresh }) => {
		const known = fresh ? undefined : recall(key, keepFor);
		if (known) {
			return success(known);
		}
		const at = now();
		// Who asks for what is new must not get what somebody asked for before.
		const loaded = await share(fresh ? `${key} fresh` : key, load);
		const limited = loaded.ok ? loaded.value.cutShort?.kind === 'rateLimited' : loaded.failure.kind === 'rateLimited';
		const old = limited && keepFor > 0 ? recall(key, oldest) : undefined;
		if (old) {
			return success(old);
		}
		if (loaded.ok && keepFor > 0 && isComplete(loaded.value)) {
			keep(key, loaded.value, at);
		}
		return loaded.ok ? success({ list: loaded.value, age: 0 }) : loaded;
	};
	return { get };
}

/** Calls that ask for the same thing at the same time share one answer. */
function sharing(): (key: string, load: Load) => Promise<Result<List>> {
	const underWay = new Map<string, Promise<Result<List>>>();
	return async (key, load) => {
		const loading = underWay.get(key) ?? load().finally(() => underWay.delete(key));
		underWay.set(key, loading);
		return loading;
	};
}

interface Shelf {
	readonly keep: (key: string, list: List, at: number) => void;
	/** What was kept less than so many milliseconds ago. */
	readonly recall: (key: string, youngerThan: number) => AgedList | undefined;
}

/** How many lists are kept: those asked for last. */
const mostKept = 30;

function createShelf(now: () => number): Shelf {
	const kept = createRecentMap<{ readonly list: List; readonly at: number }>(mostKept);
	return {
		keep: (key, list, at) => {
			kept.set(key, { list, at });
		},
		recall: (key, youngerThan) => {
			const entry = kept.get(key);
			const age = now() - (entry?.at ?? 0);
			return entry && age < youngerThan ? { list: entry.list, age } : undefined;
		},
	};
}

/** What a passing fault cut short is not kept: the next answer may be whole. */
function isComplete({ whole, cutShort }: List): boolean {
	return whole || cutShort?.kind === 'pagingRefused' || cutShort?.kind === 'listTooLong';
}
