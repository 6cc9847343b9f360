/** What is asked of the server beside its lists, kept and shared as they are: each of these costs a request. */
import type { LastRun } from '../integrations/evidence';
import type { Posters } from './fetchPosters';
import { createKept, type Kept } from './kept';

/** Answers by a key that begins with that of the connection. */
export interface LookUps {
	readonly lastRuns: Kept<LastRun | undefined>;
	readonly posters: Kept<Posters>;
}

/** Makes empty memories; `now` gives an epoch in milliseconds. */
export function createLookUps(now: () => number): LookUps {
	return { lastRuns: createKept(now, 300), posters: createKept(now, 3) };
}
