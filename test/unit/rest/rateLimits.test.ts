import { expect, test } from '@jest/globals';
import { createRateLimits, readRateHeaders } from '../../../lib/rest/rateLimits';

function headers(remaining: number, resetAt: number) {
	return { remaining, resetAt };
}

test.each([
	[
		{ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '61000' },
		{ remaining: 7, resetAt: 61_000 },
	],
	[{ 'x-ratelimit-remaining': '0' }, { remaining: 0, resetAt: undefined }],
	[
		{ 'x-ratelimit-remaining': 'CANARY', 'x-ratelimit-reset': 'CANARY' },
		{ remaining: Number.POSITIVE_INFINITY, resetAt: undefined },
	],
	[{ 'x-ratelimit-remaining': ' ' }, { remaining: Number.POSITIVE_INFINITY, resetAt: undefined }],
	[{ 'x-ratelimit-remaining': '' }, { remaining: Number.POSITIVE_INFINITY, resetAt: undefined }],
	[{ 'x-ratelimit-remaining': '-1' }, { remaining: 0, resetAt: undefined }],
	[
		{ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '61000', 'retry-after': '9' },
		{ remaining: 1, resetAt: 10_000 },
	],
	[{}, { remaining: Number.POSITIVE_INFINITY, resetAt: undefined }],
	[undefined, { remaining: Number.POSITIVE_INFINITY, resetAt: undefined }],
])('the headers %j say %j', (given, said) => {
	expect(readRateHeaders(given, 1000)).toEqual(said);
});

test('what is not known may be asked', () => {
	const limits = createRateLimits(() => 0);
	limits.take('list');
	limits.learn('list', readRateHeaders(undefined, 0));
	limits.learn('list', readRateHeaders({ 'x-ratelimit-remaining': 'CANARY' }, 0));
	expect(limits.secondsToWait('list')).toBe(0);
});

test('requests are counted down until the window is over', () => {
	let now = 1000;
	const limits = createRateLimits(() => now);
	limits.learn('list', headers(2, 61_000));
	limits.take('list');
	expect(limits.secondsToWait('list')).toBe(0);
	limits.take('list');
	expect(limits.secondsToWait('list')).toBe(60);
	expect(limits.secondsToWait('other')).toBe(0);
	now = 60_500;
	expect(limits.secondsToWait('list')).toBe(1);
	now = 61_000;
	expect(limits.secondsToWait('list')).toBe(0);
});

test('answers that come in another order do not give requests back', () => {
	const limits = createRateLimits(() => 0);
	limits.learn('list', headers(0, 60_000));
	limits.learn('list', headers(3, 60_000));
	expect(limits.secondsToWait('list')).toBe(60);
	limits.learn('list', headers(9, 120_000));
	expect(limits.secondsToWait('list')).toBe(0);
});

test('a server whose clock goes otherwise is asked again after two minutes, and small differences are one window', () => {
	let now = 0;
	const limits = createRateLimits(() => now);
	limits.learn('list', headers(0, 3_600_000));
	expect(limits.secondsToWait('list')).toBe(120);
	now = 120_000;
	expect(limits.secondsToWait('list')).toBe(0);
	limits.learn('list', headers(1, 180_000));
	limits.take('list');
	limits.learn('list', headers(1, 180_001));
	expect(limits.secondsToWait('list')).toBe(61);
});

test('a window that is over says nothing of the next: neither its count nor its end', () => {
	let now = 0;
	const limits = createRateLimits(() => now);
	limits.learn('list', headers(0, 60_000));
	now = 60_000;
	limits.learn('list', headers(5, 60_500));
	expect(limits.secondsToWait('list')).toBe(0);
});

test('an answer that comes after the end of its window is not counted', () => {
	let now = 0;
	const limits = createRateLimits(() => now);
	limits.learn('list', headers(0, 60_000));
	limits.learn('list', headers(9, 0));
	expect(limits.secondsToWait('list')).toBe(60);
	now = 59_000;
	limits.learn('list', headers(9, 59_000));
	expect(limits.secondsToWait('list')).toBe(1);
});

test('who is exempt, or is not counted, gives no requests back', () => {
	const limits = createRateLimits(() => 0);
	limits.learn('list', headers(0, 60_000));
	limits.learn('list', headers(Number.POSITIVE_INFINITY, 90_000));
	expect(limits.secondsToWait('list')).toBe(60);
});
