/** How the last run of an outgoing integration ended (server-contract.md, section 12). */
import { toIsoDate } from './decodeIntegrations';
import { fail, type Result, success } from '../failure';
import type { Get } from './client';
import type { LastRun } from '../integrations/evidence';
import { isRecord } from '../util/guards';

/** Asks for the newest run of one integration: undefined where the server's history holds none. Fails as the request does. */
export async function fetchLastRun(id: string, get: Get): Promise<Result<LastRun | undefined>> {
	const answered = await get('v1/integrations.history', { id, count: '1' });
	if (!answered.ok) {
		return answered;
	}
	const { history } = answered.value.body;
	return Array.isArray(history) ? success(toLastRun(history[0])) : fail({ kind: 'notRocketChat' });
}

/** Of a row the state, the step and the time are read: the rest is message texts and answers. */
function toLastRun(row: unknown): LastRun | undefined {
	const at = isRecord(row) ? toIsoDate(row._updatedAt) : '';
	if (!isRecord(row) || at === '') {
		return undefined;
	}
	const { step } = row;
	return { at, outcome: outcomeOf(row), step: typeof step === 'string' && /^[\w-]{1,60}$/.test(step) ? step : '' };
}

/** On a network failure only `httpError` is set, and where the answer has no text to post, the run is never called finished. */
function outcomeOf({ error, httpError, finished, step }: Readonly<Record<string, unknown>>): LastRun['outcome'] {
	const ended = typeof step === 'string' ? step : '';
	if (error || httpError || ended.endsWith('-failed')) {
		return 'failed';
	}
	return finished === true || ended === 'after-http-call' ? 'succeeded' : 'unfinished';
}
