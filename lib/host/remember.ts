/** Remembers what the host answered from one command to the next: each question is a round trip to another process. */
import { createRecentMap } from '../util/recentMap';

export interface HostMemory<T> {
	/** The remembered answer, or, where there is none, the one that `ask` gets now. Rejects, and remembers nothing, as `ask` does. */
	readonly recall: (question: string, ask: () => Promise<T>) => Promise<T>;
	/** To be called when an answer may have changed. */
	readonly forget: () => void;
}

/** More questions than there are. */
const mostKept = 100;

/** No longer than this, in milliseconds, is an answer under way shared: one that never comes must not take the next command along. */
const longestWait = 5000;

/** No longer than this, in milliseconds: the host does not tell of every change. */
const longest = 60_000;

/** Makes an empty memory; `now` gives an epoch in milliseconds. It keeps the newest answers. */
export function createHostMemory<T>(now: () => number): HostMemory<T> {
	const kept = createRecentMap<{ readonly answer: Promise<T>; until: number }>(mostKept);
	const recall: HostMemory<T>['recall'] = async (question, ask) => {
		const at = now();
		const known = kept.get(question);
		if (known && at < known.until) {
			return known.answer;
		}
		// Kept at once: what was asked before a change must not come back after it.
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

/** A reader of settings that asks only for what is not remembered. */
export function rememberingReader(memory: HostMemory<unknown>, reader: Reader): Reader {
	return {
		getValueById: async (id) => memory.recall(id, async () => reader.getValueById(id)),
	};
}
