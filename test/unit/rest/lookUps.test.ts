import { expect, test } from '@jest/globals';
import { fail, type Failure, type Result, success } from '../../../lib/failure';
import type { LastRun } from '../../../lib/integrations/evidence';
import { createLookUps } from '../../../lib/rest/lookUps';

const rules = { keepFor: 1000, fresh: false };

/** How often the server is asked where it always answers so. */
async function callsFor(answer: Result<LastRun | undefined>, given = rules): Promise<number> {
	const { lastRuns } = createLookUps(() => 0);
	let calls = 0;
	const load = async () => {
		calls += 1;
		return Promise.resolve(answer);
	};
	for (let click = 0; click < 100; click++) {
		expect(await lastRuns.get('key', load, given)).toEqual(answer);
	}
	return calls;
}

test.each<[string, Result<LastRun | undefined>, number]>([
	['an answer', success(undefined), 1],
	['a refusal', fail({ kind: 'forbidden' }), 1],
	['a token that is not taken', fail({ kind: 'unauthorized' }), 1],
	['a missing permission', fail({ kind: 'permissionMissing' }), 1],
	['something else than the REST API', fail({ kind: 'notRocketChat' }), 1],
	['a server that is slow just now', fail({ kind: 'tooSlow', seconds: 9 }), 100],
	['no more requests for now', fail({ kind: 'rateLimited', seconds: 9 }), 100],
	['a connection that broke off', fail({ kind: 'connectionFailed' } satisfies Failure), 100],
])('100 clicks ask anew only for what may be otherwise by now: %s', async (_, answer, calls) => {
	expect(await callsFor(answer)).toBe(calls);
});

test.each<[string, number, typeof rules, boolean]>([
	['after a while', 60_000, rules, true],
	['where it is asked anew', 500, { ...rules, fresh: true }, true],
	['after ten minutes no more', 600_000, rules, false],
	['not where nothing is kept', 60_000, { ...rules, keepFor: 0 }, false],
])('where no more requests are taken, the last answer serves: %s', async (_, later, given, isKept) => {
	let time = 0;
	const { lastRuns } = createLookUps(() => time);
	const run = success({ at: '2025-06-04', outcome: 'failed', step: 'x' } satisfies LastRun);
	await lastRuns.get('key', async () => Promise.resolve(run), rules);
	time = later;
	const full = fail({ kind: 'rateLimited', seconds: 9 } satisfies Failure);
	expect(await lastRuns.get('key', async () => Promise.resolve(full), given)).toEqual(isKept ? run : full);
});

test('nothing is kept where that is switched off, and `fresh` asks anew', async () => {
	expect(await callsFor(success(undefined), { ...rules, keepFor: 0 })).toBe(100);
	expect(await callsFor(success(undefined), { ...rules, fresh: true })).toBe(100);
});
