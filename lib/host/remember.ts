/** Remembers what the engine answered, from one command to the next: each question is a round trip to another process. */
import { createRecentMap } from '../util/recentMap';

/** Answers by question. */
export interface HostMemory<T> {
	/** The remembered answer, or what `ask` gives. Rejects as `ask` does; then nothing is remembered. */
	readonly recall: (question: string, ask: () => Promise<T>) => Promise<T>;
	/** Forgets all answers: call it when one may have changed. */
	readonly forget: () => void;
}

/** How many answers are kept; the app has fewer questions. */
const mostKept = 100;

/** Milliseconds for which a pending answer is shared: after that the next command asks anew instead of waiting with it. */
const longestWait = 5000;

/** Milliseconds for which an answer is kept: the engine does not tell the app when a workspace setting changes. */
const longest = 60_000;

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export function createHostMemory<T>(now: () => number): HostMemory<T> {
	const kept = createRecentMap<{ readonly answer: Promise<T>; until: number }>(mostKept);
	const recall: HostMemory<T>['recall'] = async (question, ask) => {
		const at = now();
		const known = kept.get(question);
		if (known && at < known.until) {
			return known.answer;
		}
		// Kept before it is there: `forget` then also drops an answer that is still pending and may be outdated.
		const asked = { answer: ask(), until: at + longestWait };
		kept.set(question, asked);
		return asked.answer.then(
			(answer) => {
				asked.until = at + longest;
				return answer;
			},
			(error: unknown) => {
				asked.until = at;
				throw error;
			},
		);
	};
	return { recall, forget: kept.clear };
}

interface Reader {
	readonly getValueById: (id: string) => Promise<unknown>;
}

/** A reader of settings that first looks into a memory. Rejects as `reader` does. */
export function rememberingReader(memory: HostMemory<unknown>, reader: Reader): Reader {
	return {
		getValueById: async (id) => memory.recall(id, async () => reader.getValueById(id)),
	};
}
