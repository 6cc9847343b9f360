import { expect, test } from '@jest/globals';
import { success } from '../../../lib/failure';
import { minute } from '../../../lib/messages/names';
import { lastRunLine, waitsText } from '../../../lib/messages/runWords';
import { translator } from '../../../lib/messages/translate';

const t = translator('en');

test.each([
	['after-maybe-ran-prepare', 'before its target was called'],
	['mapped-args-to-data', 'before its target was called'],
	['pre-http-call', 'at the call of its target'],
	['after-http-call', 'at the call of its target'],
	['after-process-http-status-500', 'at the call of its target'],
	['failed-and-not-configured-to-retry', 'at the call of its target'],
	['going-to-retry-3', 'at the call of its target'],
	['after-http-call-send-message-failed', 'when its answer was to be posted'],
	['', 'for a reason that is not known'],
])('a run that failed at the step %j', (step, stage) => {
	const line = lastRunLine({ lastRun: success({ at: '2025-06-04T10:00:05.000Z', outcome: 'failed', step }) }, t);
	expect(line).toBe(`- Last run: ${minute('2025-06-04T10:00')} UTC, **failed** ${stage}`);
});

test.each([
	[1, 'powers-of-ten', '100 ms'],
	[3, 'powers-of-ten', '100 ms, 1 s, 10 s'],
	[6, 'powers-of-ten', '100 ms, 1 s, 10 s, 100 s, …'],
	[4, 'powers-of-two', '2 s, 4 s, 8 s, 16 s'],
	[5, 'increments-of-two', '2 s, 4 s, 6 s, 8 s, …'],
	[2, '', '…'],
	[1_000_000, '__proto__', '…'],
])('%i tries with the waits %j', (count, delay, text) => {
	expect(waitsText(count, delay)).toBe(text);
});
