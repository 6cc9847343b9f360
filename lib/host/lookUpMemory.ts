/** Looks things up through the engine, many at once, and keeps them for a while: each is a round trip to another process. */
import { createRecentMap } from '../util/recentMap';

/** What may be used again, and how much is looked up. */
export interface LookUpRules {
	/** Milliseconds for which a look-up may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Whether to look everything up anew. */
	readonly fresh: boolean;
	/** No more than these are looked up for one answer; those that are kept do not count. */
	readonly most: number;
}

/** How it is done. */
interface Finder<T> {
	/** Rejects where it could not be looked up. */
	readonly find: (key: string) => Promise<T>;
	/** The key of what certainly exists: if not even that is found, look-ups do not work, and none of them is used. */
	readonly certain: string;
}

/** What was found, or that it does not exist. */
interface Found {
	readonly there: boolean;
}

/** What was looked up lately. */
export interface LookUpMemory<T> {
	/** What could not be looked up is not in what it gives. Never rejects. */
	readonly lookUp: (keys: readonly string[], rules: LookUpRules, finder: Finder<T>) => Promise<ReadonlyMap<string, T>>;
}

/** How many are kept: those asked for last. */
const mostKept = 2000;

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export function createLookUpMemory<T extends Found>(now: () => number): LookUpMemory<T> {
	const kept = createRecentMap<{ readonly value: T; readonly at: number }>(mostKept);
	const recall = (key: string, keepFor: number): T | undefined => {
		const entry = kept.get(key);
		return entry && now() - entry.at < keepFor ? entry.value : undefined;
	};
	const lookUp: LookUpMemory<T>['lookUp'] = async (keys, { keepFor, fresh, most }, finder) => {
		const wanted = [...new Set(keys)].filter((key) => key !== '');
		const known = new Map(wanted.map((key) => [key, recall(key, keepFor)]));
		const asked = wanted.filter((key) => fresh || known.get(key) === undefined).slice(0, most);
		const found = new Map(
			await Promise.all(asked.map(async (key) => [key, await finder.find(key).catch(() => undefined)] as const)),
		);
		const reliable = found.size > 0 && (await isReliable(found, finder));
		return new Map(
			wanted.flatMap((key) => {
				const news = reliable ? found.get(key) : undefined;
				if (news !== undefined && keepFor > 0) {
					kept.set(key, { value: news, at: now() });
				}
				const value = news ?? known.get(key);
				return value === undefined ? [] : [[key, value] as const];
			}),
		);
	};
	return { lookUp };
}

/** If anything was found, look-ups work; otherwise what certainly exists is looked up to see. */
async function isReliable<T extends Found>(
	found: ReadonlyMap<string, T | undefined>,
	{ find, certain }: Finder<T>,
): Promise<boolean> {
	if (found.has(certain)) {
		return found.get(certain)?.there === true;
	}
	const isThere = (one: Found | undefined): boolean => one?.there === true;
	return [...found.values()].some(isThere) || isThere(await find(certain).catch(() => undefined));
}
