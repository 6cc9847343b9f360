/** Keeps the server's decoded lists for a while, and lets commands that ask for the same list at the same time share one answer. */
import { type Failure, type Result, success } from '../failure';
import { createRecentMap } from '../util/recentMap';
import type { List } from './paging';

/** A list, and how long ago it was fetched. */
export interface AgedList {
	readonly list: List;
	/** Milliseconds; 0 for a list that was fetched just now. */
	readonly age: number;
	/** Seconds until requests are taken again, where the server was asked in vain for a newer list. */
	readonly retryIn?: number;
}

/** Which answers may be used. */
export interface CacheRules {
	/** Milliseconds for which an answer may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Whether to ask the server anew, even if a list is kept. */
	readonly fresh: boolean;
}

type Load = () => Promise<Result<List>>;

/** Lists by key. */
export interface Cache {
	/** Gives the list of a key: a kept one, a pending one, or what `load` fetches. Fails as `load` does. */
	readonly get: (key: string, load: Load, rules: CacheRules) => Promise<Result<AgedList>>;
}

/** Milliseconds: how old a list may be for a click, and when the server takes no more requests for now. */
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
		// A key of its own: `fresh` must not share a request that was sent before it.
		const loaded = await share(fresh ? `${key} fresh` : key, load);
		const retryIn = secondsToWait(loaded.ok ? loaded.value.cutShort : loaded.failure);
		const old = retryIn !== undefined && keepFor > 0 ? recall(key, oldest) : undefined;
		if (old && retryIn !== undefined) {
			return success({ ...old, retryIn });
		}
		if (loaded.ok && keepFor > 0 && isComplete(loaded.value)) {
			keep(key, loaded.value, at);
		}
		return loaded.ok ? success({ list: loaded.value, age: 0 }) : loaded;
	};
	return { get };
}

/** For how long no more requests are taken; undefined where something else went wrong, or nothing did. */
function secondsToWait(failure: Failure | undefined): number | undefined {
	return failure?.kind === 'rateLimited' || failure?.kind === 'proxyLimits' ? failure.seconds : undefined;
}

/** Calls with the same key at the same time share one answer. */
function sharing(): (key: string, load: Load) => Promise<Result<List>> {
	const underWay = new Map<string, Promise<Result<List>>>();
	return async (key, load) => {
		const loading = underWay.get(key) ?? load().finally(() => underWay.delete(key));
		underWay.set(key, loading);
		return loading;
	};
}

/** The lists that are kept. */
interface Shelf {
	readonly keep: (key: string, list: List, at: number) => void;
	/** The list of a key, if it was fetched less than so many milliseconds ago. */
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

/** A list that is short because of a passing fault is not kept: the next request may bring all of it. */
function isComplete({ whole, cutShort }: List): boolean {
	return whole || cutShort?.kind === 'pagingRefused' || cutShort?.kind === 'listTooLong';
}
