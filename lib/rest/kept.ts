/** Keeps what the server answered for a while, and lets those who ask for the same at the same time share one answer. */
import { type Result, success } from '../failure';
import { createRecentMap } from '../util/recentMap';

/** What was answered, and how long ago. */
export interface Aged<T> {
	readonly value: T;
	/** Milliseconds; 0 for what was fetched just now. */
	readonly age: number;
}

/** Which answers may be used. */
export interface CacheRules {
	/** Milliseconds for which an answer may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Whether to ask the server anew, even if an answer is kept. */
	readonly fresh: boolean;
}

/** Answers by key. */
export interface Kept<T> {
	/** Gives a kept answer, a pending one, or what `load` fetches; only good ones are kept. Fails as `load` does. */
	readonly get: (key: string, load: () => Promise<Result<T>>, rules: CacheRules) => Promise<Result<Aged<T>>>;
	/** The kept answer, if it was fetched less than so many milliseconds ago. */
	readonly recall: (key: string, youngerThan: number) => Aged<T> | undefined;
	/** Forgets all answers; those under way are not kept. */
	readonly clear: () => void;
}

/** Makes an empty memory of at most `most` answers. `now`: epoch, milliseconds. `isLasting`: whether an answer is kept, by default each. */
export function createKept<T>(now: () => number, most: number, isLasting: (value: T) => boolean = () => true): Kept<T> {
	const kept = createRecentMap<{ readonly value: T; readonly at: number }>(most);
	const underWay = new Map<string, Promise<Result<T>>>();
	let clearings = 0;
	const share = async (key: string, load: () => Promise<Result<T>>): Promise<Result<T>> => {
		const loading = underWay.get(key) ?? load().finally(() => underWay.delete(key));
		underWay.set(key, loading);
		return loading;
	};
	const recall: Kept<T>['recall'] = (key, youngerThan) => {
		const entry = kept.get(key);
		const age = now() - (entry?.at ?? 0);
		return entry && age >= 0 && age < youngerThan ? { value: entry.value, age } : undefined;
	};
	const get: Kept<T>['get'] = async (key, load, { keepFor, fresh }) => {
		const known = fresh ? undefined : recall(key, keepFor);
		if (known) {
			return success(known);
		}
		const [at, before] = [now(), clearings];
		// A key of its own: `fresh` must not share a request that was sent before it.
		const loaded = await share(fresh ? `${key} fresh` : key, load);
		if (loaded.ok && keepFor > 0 && before === clearings && isLasting(loaded.value)) {
			kept.set(key, { value: loaded.value, at });
		}
		return loaded.ok ? success({ value: loaded.value, age: 0 }) : loaded;
	};
	return {
		get,
		recall,
		clear: () => {
			clearings += 1;
			kept.clear();
			underWay.clear();
		},
	};
}
