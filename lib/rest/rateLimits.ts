/** How many requests the server still takes, so that none is sent only to be refused (server-contract.md, section 5). */
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { createRecentMap } from '../util/recentMap';

/** What the headers of an answer say of the server's limit. */
export interface RateHeaders {
	/** How many more requests are taken for now; infinite where the server does not count them: the user is exempt. */
	readonly remaining: number;
	/** When the count begins anew: epoch, milliseconds; undefined where the server does not say. */
	readonly resetAt: number | undefined;
}

export interface RateLimits {
	/** Seconds until an endpoint may be asked again; 0: now. */
	readonly secondsToWait: (endpoint: string) => number;
	/** Counts a request that is about to be sent. */
	readonly take: (endpoint: string) => void;
	/** Learns from the headers of an answer. */
	readonly learn: (endpoint: string, headers: RateHeaders) => void;
}

/** Reads the server's rate limit off the headers of an answer. */
export function readRateHeaders(headers: IHttpResponse['headers']): RateHeaders {
	const reset = Number(headers?.['x-ratelimit-reset']);
	return {
		remaining: Number(headers?.['x-ratelimit-remaining'] ?? Number.POSITIVE_INFINITY),
		resetAt: Number.isFinite(reset) ? reset : undefined,
	};
}

interface Limit {
	readonly remaining: number;
	/** Epoch, milliseconds. */
	readonly until: number;
}

/** More endpoints than one workspace is asked by. */
const mostKept = 100;

/** No longer than this, in milliseconds, is a server's clock believed, which may go otherwise than ours. */
const longest = 120_000;

/** Makes limits of which nothing is known; `now` gives an epoch in milliseconds. */
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
			if (Number.isFinite(remaining) && remaining >= 0 && until > now()) {
				const before = current(endpoint);
				// Answers come in any order: within one window the smallest count is the newest.
				const sameWindow = before && Math.abs(before.until - until) < 1000;
				known.set(endpoint, { remaining: sameWindow ? Math.min(remaining, before.remaining) : remaining, until });
			}
		},
	};
}
