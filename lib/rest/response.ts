/** What the server's answers and the accessor's errors mean. Nothing of what they say in words gets out of here. */
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { fail, type Failure, type Result, success } from '../failure';
import { type Fields, isRecord } from '../util/guards';
import type { RateHeaders } from './rateLimits';

/** The body of an answer: an object, not looked into yet. */
export type Body = Fields;

export interface Reply {
	readonly body: Body;
	/** How many more requests the server takes from the app for now; infinite where it does not count them. */
	readonly remaining: number;
}

/** The most that is read of one answer, in MB of 2^20 bytes: room for a page of 100 integrations with 200 kB of scripts each. */
export const largestAnswer = 20;

/** The accessor tells by the error's text alone what happened (node-fetch's words); it is mapped, never passed on. */
const failureTexts: readonly (readonly [RegExp, Failure])[] = [
	[/ENOTFOUND|EAI_AGAIN/, { kind: 'serverNotFound' }],
	[/ECONNREFUSED/, { kind: 'connectionRefused' }],
	[/certificate|self[- ]signed|altnames|SSL|TLS|CERT_/i, { kind: 'certificateRefused' }],
	[/invalid url|only absolute urls|only http/i, { kind: 'serverUrlUnusable' }],
];

/** What an error of the accessor's means; `tooSlow` where it says that time was up. */
export function toNetworkFailure(error: unknown, tooSlow: Failure): Failure {
	const [reason = ''] = error instanceof Error ? error.message.split('reason: ').slice(-1) : [];
	const known = failureTexts.find(([pattern]) => pattern.test(reason))?.[1];
	return known ?? (/aborted|timeout|timed out|ETIMEDOUT/i.test(reason) ? tooSlow : { kind: 'connectionFailed' });
}

/** Whether the accessor gave a response at all. */
export function isResponse(response: unknown): response is IHttpResponse {
	return isRecord(response) && typeof response.statusCode === 'number';
}

/** The body of a good answer, or what is wrong with it; `limit`: what its headers say; `now`: an epoch in milliseconds. */
export function readResponse(response: IHttpResponse, limit: RateHeaders, now: number): Result<Reply> {
	const { statusCode } = response;
	if (statusCode >= 500) {
		return fail({ kind: 'serverError', status: statusCode });
	}
	if (statusCode === 429) {
		return fail({ kind: 'rateLimited', seconds: secondsToWait(limit, now) });
	}
	// Reading it would hold up whatever else the app is asked meanwhile.
	if (sizeOf(response.content) > largestAnswer * 2 ** 20) {
		return fail({ kind: 'answerTooLarge', most: largestAnswer });
	}
	const body = toData(response);
	if (!isApiBody(body)) {
		return fail({ kind: 'notRocketChat' });
	}
	return statusCode === 200 && body.success === true
		? success({ body, remaining: limit.remaining })
		: fail(toApiFailure(statusCode, body));
}

/**
 * The accessor is asked for bytes: text and objects would cross between the processes, and a large answer with them, twice.
 * A server that does not heed that gives `data`.
 */
function toData({ data, content }: IHttpResponse): unknown {
	const given: unknown = data;
	const bytes: unknown = content;
	const text = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
	try {
		return given ?? (typeof text === 'string' ? JSON.parse(text) : undefined);
	} catch {
		return undefined;
	}
}

/** In bytes; in letters where the server gave a text. */
function sizeOf(content: unknown): number {
	return content instanceof Uint8Array || typeof content === 'string' ? content.length : 0;
}

/** Without a time in the headers, the server's default window of a minute. */
function secondsToWait({ resetAt = 0 }: RateHeaders, now: number): number {
	return resetAt > now ? Math.ceil((resetAt - now) / 1000) : 60;
}

/** A body that is not the API's own says nothing of what its status means there: proxies answer 401 and 403, too. */
function isApiBody(data: unknown): data is Body {
	return isRecord(data) && (typeof data.success === 'boolean' || data.status === 'error');
}

/** server-contract.md, section 1, "Errors". */
function toApiFailure(status: number, body: Body): Failure {
	if (status === 401) {
		return { kind: 'unauthorized' };
	}
	if (status === 403) {
		const isMissing = typeof body.error === 'string' && body.error.includes('permissions required');
		return { kind: isMissing ? 'permissionMissing' : 'forbidden' };
	}
	if (body.errorType === 'error-invalid-params' || body.errorType === 'invalid-params') {
		return { kind: 'pagingRefused' };
	}
	return body.errorType === 'error-room-not-found' ? { kind: 'channelNotFound' } : { kind: 'requestRejected', status };
}
