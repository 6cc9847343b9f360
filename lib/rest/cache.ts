/** Keeps the server's decoded lists, and gives an older one where the server takes no more requests for now. */
import { type Failure, type Result, success } from '../failure';
import { isLimit } from './rateLimits';
import { type Aged, type CacheRules, createKept, type Kept } from './kept';
import type { List } from './paging';

/** A list, and how long ago it was fetched. */
export interface AgedList extends Aged<List> {
	/** Seconds until requests are taken again, where the server was asked in vain for a newer list. */
	readonly retryIn?: number;
}

/** Lists by key. */
export interface Cache {
	/** Gives the list of a key: a kept one, a pending one, or what `load` fetches. Fails as `load` does. */
	readonly get: (key: string, load: () => Promise<Result<List>>, rules: CacheRules) => Promise<Result<AgedList>>;
	readonly clear: Kept<List>['clear'];
}

/** Milliseconds: how old a list may be for a click, and when the server takes no more requests for now. */
export const oldest = 10 * 60_000;

/** How many lists are kept: those asked for last. */
const mostKept = 30;

/** Makes an empty cache; `now` gives an epoch in milliseconds. */
export function createCache(now: () => number): Cache {
	const kept = createKept(now, mostKept, isComplete);
	const get: Cache['get'] = async (key, load, rules) => {
		const got = await kept.get(key, load, rules);
		const retryIn = secondsToWait(got.ok ? got.value.value.cutShort : got.failure);
		const old = retryIn !== undefined && rules.keepFor > 0 ? kept.recall(key, oldest) : undefined;
		return old && retryIn !== undefined ? success({ ...old, retryIn }) : got;
	};
	return { get, clear: kept.clear };
}

/** For how long no more requests are taken; undefined where something else went wrong, or nothing did. */
function secondsToWait(failure: Failure | undefined): number | undefined {
	return failure && isLimit(failure) ? failure.seconds : undefined;
}

/** A list that is short because of a passing fault is not kept: the next request may bring all of it. */
function isComplete({ whole, cutShort }: List): boolean {
	return whole || cutShort?.kind === 'pagingRefused' || cutShort?.kind === 'listTooLong';
}
