/**
 * Counts along with the server's rate limit (10 requests a minute for each endpoint and address, by default), so that no request
 * is sent only to be refused. The server counts all of the app's requests together: docs/endpoint.md.
 */
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import type { Failure } from '../failure';
import { toText } from '../util/guards';
import { createRecentMap } from '../util/recentMap';

/** What the headers `X-RateLimit-…` and `Retry-After` of an answer say. */
export interface RateHeaders {
	/** How many more requests the server takes for now, from 0 on; infinite without a number: the user is exempt. */
	readonly remaining: number;
	/** When requests are taken again (epoch, milliseconds); undefined where no header says so. It may be any number. */
	readonly resetAt: number | undefined;
}

/** The limits by endpoint: a key of address, user and path. */
export interface RateLimits {
	/** Seconds until an endpoint may be asked again; 0: now. */
	readonly secondsToWait: (endpoint: string) => number;
	/** Counts a request that is about to be sent. */
	readonly take: (endpoint: string) => void;
	/** Takes over what the headers of an answer say. */
	readonly learn: (endpoint: string, headers: RateHeaders) => void;
}

/** Reads the rate limit from the headers of an answer; `now`: epoch, milliseconds. */
export function readRateHeaders(headers: IHttpResponse['headers'], now: number): RateHeaders {
	const remaining = toNumber(headers?.['x-ratelimit-remaining']);
	return {
		remaining: remaining === undefined ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(remaining)),
		resetAt: readRetryAfter(headers?.['retry-after'], now) ?? toNumber(headers?.['x-ratelimit-reset']),
	};
}

/** `Retry-After` holds seconds, or a date in words. */
function readRetryAfter(value: unknown, now: number): number | undefined {
	const seconds = toNumber(value);
	const at = seconds === undefined ? Date.parse(toText(value)) : now + seconds * 1000;
	return Number.isFinite(at) ? at : undefined;
}

function toNumber(value: unknown): number | undefined {
	const text = toText(value).trim();
	const number = Number(text);
	return text !== '' && Number.isFinite(number) ? number : undefined;
}

/** What is known of one endpoint, until the server starts counting anew. */
interface Limit {
	readonly remaining: number;
	/** Epoch, milliseconds. */
	readonly until: number;
}

/** How many endpoints are kept; the app asks fewer. */
const mostKept = 100;

/** Milliseconds: no window counts as longer than this, in case the server's clock is wrong. */
const longest = 120_000;

/** Makes limits that know of no endpoint yet; `now` gives an epoch in milliseconds. */
export function createRateLimits(now: () => number): RateLimits {
	const known = createRecentMap<Limit>(mostKept);
	const current = (endpoint: string): Limit | undefined => {
		const limit = known.get(endpoint);
		return limit && now() < limit.until ? limit : undefined;
	};
	return {
		secondsToWait: (endpoint) => {
			const limit = current(endpoint);
			return limit && limit.remaining < 1 ? Math.ceil((limit.until - now()) / 1000) : 0;
		},
		take: (endpoint) => {
			const limit = current(endpoint);
			if (limit) {
				known.set(endpoint, { ...limit, remaining: limit.remaining - 1 });
			}
		},
		learn: (endpoint, { remaining, resetAt = 0 }) => {
			const until = Math.min(resetAt, now() + longest);
			if (Number.isFinite(remaining) && until > now()) {
				const before = current(endpoint);
				// Answers may come out of order: within one window the smallest count is the newest.
				const sameWindow = before && Math.abs(before.until - until) < 1000;
				known.set(endpoint, { remaining: sameWindow ? Math.min(remaining, before.remaining) : remaining, until });
			}
		},
	};
}

/** Whether no more requests are taken for now: nothing is wrong then, and it passes. */
export function isLimit(failure: Failure): failure is Failure<'rateLimited' | 'proxyLimits'> {
	return failure.kind === 'rateLimited' || failure.kind === 'proxyLimits';
}
