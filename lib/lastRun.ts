/** How the last run of an outgoing integration ended (server-contract.md, section 12). */
import { isRecord, toIsoDate } from './decode';
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Get } from './restClient';

export interface LastRun {
	/** ISO date and time. */
	readonly at: string;
	readonly outcome: 'succeeded' | 'failed' | 'unfinished';
	/** The server's word for where it was; empty where it said none. */
	readonly step: string;
}

/** Of a row the state, the step and the time are read: the rest is message texts and answers. */
const toLastRun = (row: unknown): LastRun | undefined => {
	const at = isRecord(row) ? toIsoDate(row._updatedAt) : '';
	if (!isRecord(row) || at === '') {
		return undefined;
	}
	const { error, httpError, finished, step } = row;
	// On a network failure only `httpError` is set.
	const outcome = error || httpError ? 'failed' : finished === true ? 'succeeded' : 'unfinished';
	return { at, outcome, step: typeof step === 'string' && /^[\w-]{1,60}$/.test(step) ? step : '' };
};

/** Asks for the newest run of one integration: undefined where the server's history holds none. Fails as the request does. */
export const fetchLastRun = async (id: string, get: Get): Promise<Result<LastRun | undefined>> => {
	const answered = await get('v1/integrations.history', { id, count: '1' });
	if (!answered.ok) {
		return answered;
	}
	const { history } = answered.value.body;
	return Array.isArray(history) ? success(toLastRun(history[0])) : fail({ kind: 'notRocketChat' });
};
