import { describe, expect, test } from '@jest/globals';
import { fail, success } from '../../../lib/failure';
import { fetchLastRun } from '../../../lib/rest/fetchLastRun';
import type { Get } from '../../../lib/rest/client';
import { failureOf, valueOf } from '../../support/builders';

const secrets = { data: 'CANARY message text', httpResult: 'CANARY', httpCallData: { url: 'CANARY' }, errorStack: 'CANARY' };
const at = '2025-06-04T10:00:00.000Z';
async function ask(history: unknown) {
	return fetchLastRun('ID1', async () => Promise.resolve(success({ body: { success: true, history }, remaining: 9 })));
}

test('one row is asked for, of one integration', async () => {
	const asked: unknown[] = [];
	const get: Get = async (...request) => {
		asked.push(request);
		return Promise.resolve(success({ body: { history: [] }, remaining: 9 }));
	};
	await fetchLastRun('ID1', get);
	expect(asked).toEqual([['v1/integrations.history', { id: 'ID1', count: '1' }]]);
});

describe('how it ended', () => {
	test.each([
		[
			{ finished: true, step: 'http-call-finished' },
			{ outcome: 'succeeded', step: 'http-call-finished' },
		],
		[
			{ finished: true, error: true, step: 'x' },
			{ outcome: 'failed', step: 'x' },
		],
		[
			{ finished: true, error: false, httpError: { code: 'CANARY' } },
			{ outcome: 'failed', step: '' },
		],
		[
			{ finished: false, step: 'before-http-call' },
			{ outcome: 'unfinished', step: 'before-http-call' },
		],
		[
			{ finished: true, step: 'post-process-send-message-failed' },
			{ outcome: 'failed', step: 'post-process-send-message-failed' },
		],
		[
			{ step: 'after-http-call', httpError: null },
			{ outcome: 'succeeded', step: 'after-http-call' },
		],
		[
			{ error: true, httpError: null, httpResult: 'CANARY', step: 'after-process-http-status-410' },
			{ outcome: 'gone', step: 'after-process-http-status-410' },
		],
		[
			{ error: true, httpError: null, httpResult: '', step: 'after-http-call' },
			{ outcome: 'emptyAnswer', step: 'after-http-call' },
		],
		// An answer that holds something, no error, and no answer at all are no empty one.
		[
			{ error: true, httpError: null, httpResult: 'CANARY', step: 'after-http-call' },
			{ outcome: 'failed', step: 'after-http-call' },
		],
		[
			{ error: false, httpError: null, httpResult: '', step: 'after-http-call' },
			{ outcome: 'succeeded', step: 'after-http-call' },
		],
		[
			{ error: true, httpError: { code: 'CANARY' }, httpResult: '', step: 'after-http-call' },
			{ outcome: 'failed', step: 'after-http-call' },
		],
		[
			{ finished: true, step: 'CANARY with spaces' },
			{ outcome: 'succeeded', step: '' },
		],
	])('the row %j tells how the run ended', async (row, expected) => {
		const run = valueOf(await ask([{ _updatedAt: at, ...secrets, ...row }]));
		expect(run).toEqual({ at, ...expected });
		expect(JSON.stringify(run)).not.toContain('CANARY');
	});

	test.each([[[]], [[null]], [[{ finished: true }]]])('the history %j holds no run', async (history) => {
		expect(valueOf(await ask(history))).toBeUndefined();
	});
});

test('JSON of another shape, and a refusal', async () => {
	expect(failureOf(await ask('CANARY'))).toEqual({ kind: 'notRocketChat' });
	expect(failureOf(await fetchLastRun('ID1', async () => Promise.resolve(fail({ kind: 'permissionMissing' }))))).toEqual({
		kind: 'permissionMissing',
	});
});
