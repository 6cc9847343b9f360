/** What is asked of the server beside its lists, kept and shared as they are: each of these costs a request. */
import { type Failure, type Result, success } from '../failure';
import { isLimit } from './rateLimits';
import type { LastRun } from '../integrations/evidence';
import type { Posters } from './fetchPosters';
import { oldest } from './cache';
import { type CacheRules, createKept } from './kept';

/** Answers of one kind. */
interface LookUp<T> {
	/** Gives a kept answer, a pending one, or what `load` fetches. Fails as `load` does. */
	readonly get: (key: string, load: () => Promise<Result<T>>, rules: CacheRules) => Promise<Result<T>>;
	readonly clear: () => void;
}

/** Answers by a key that begins with that of the connection. */
export interface LookUps {
	readonly lastRuns: LookUp<LastRun | undefined>;
	readonly posters: LookUp<Posters>;
}

/** Makes empty memories; `now` gives an epoch in milliseconds. */
export function createLookUps(now: () => number): LookUps {
	return { lastRuns: createLookUp(now, 300), posters: createLookUp(now, 3) };
}

/**
 * A refusal is kept, too: otherwise each click would ask again for what the token's user may not see. Where the server takes no more
 * requests, an older answer serves, as it does for lists.
 */
function createLookUp<T>(now: () => number, most: number): LookUp<T> {
	const kept = createKept<Result<T>>(now, most, (answer) => answer.ok || refusals.includes(answer.failure.kind));
	return {
		get: async (key, load, rules) => {
			const got = await kept.get(key, async () => success(await load()), rules);
			const answer = got.ok ? got.value.value : got;
			const isLimited = !answer.ok && isLimit(answer.failure);
			const old = isLimited && rules.keepFor > 0 ? kept.recall(key, oldest) : undefined;
			return old?.value ?? answer;
		},
		clear: kept.clear,
	};
}

/** What the server answers in the same way however often it is asked. */
const refusals: readonly Failure['kind'][] = ['unauthorized', 'permissionMissing', 'forbidden', 'notRocketChat'];
