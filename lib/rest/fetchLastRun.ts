/** How the last run of an outgoing integration ended, by `integrations.history`. */
import { toIsoDate } from './decodeIntegrations';
import { fail, type Result, success } from '../failure';
import type { Get } from './client';
import type { LastRun } from '../integrations/evidence';
import { type Fields, isRecord, toText } from '../util/guards';

/**
 * Fetches the newest run of the integration with an id; undefined where the history holds none. Fails as the request does, or
 * with `notRocketChat` where the answer holds no history.
 */
export async function fetchLastRun(id: string, get: Get): Promise<Result<LastRun | undefined>> {
	const answered = await get('v1/integrations.history', { id, count: '1' });
	if (!answered.ok) {
		return answered;
	}
	const { history } = answered.value.body;
	return Array.isArray(history) ? success(toLastRun(history[0])) : fail({ kind: 'notRocketChat' });
}

/** Reads outcome, step and time of a run; the rest of the record are texts of messages and answers of targets. */
function toLastRun(row: unknown): LastRun | undefined {
	const at = isRecord(row) ? toIsoDate(row._updatedAt) : '';
	if (!isRecord(row) || at === '') {
		return undefined;
	}
	const { step } = row;
	return { at, outcome: outcomeOf(row), step: typeof step === 'string' && /^[\w-]{1,60}$/.test(step) ? step : '' };
}

/**
 * The server sets only `httpError` on a network failure, without `error`; and it does not set `finished` where the target's answer
 * holds nothing to post, so the step `after-http-call` counts as success. An empty answer it counts as failed.
 */
function outcomeOf({ error, httpError, httpResult, finished, step }: Fields): LastRun['outcome'] {
	const ended = toText(step);
	if (ended === 'after-process-http-status-410') {
		return 'gone';
	}
	if (error === true && httpError === null && httpResult === '') {
		return 'emptyAnswer';
	}
	if (error || httpError || ended.endsWith('-failed')) {
		return 'failed';
	}
	return finished === true || ended === 'after-http-call' ? 'succeeded' : 'unfinished';
}
