/** What the server's answers mean. Their texts go no further: they may quote secrets. */
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { fail, type Failure, type Result, success } from '../failure';
import { type Fields, isRecord } from '../util/guards';
import type { RateHeaders } from './rateLimits';

/** The body of an answer; its fields are not checked yet. */
export type Body = Fields;

/** A good answer. */
export interface Reply {
	readonly body: Body;
	/** How many more requests the server takes for now; infinite where it does not count. */
	readonly remaining: number;
}

/** The largest answer that is read, in MB (2^20 bytes): enough for 100 integrations with 200 kB of scripts each. */
export const largestAnswer = 20;

/** Lists and records in an answer, each: parsing takes time and memory by them. 100 integrations have some hundreds, and braces in their scripts. */
const mostOpened = 300_000;

/** Whether the engine gave a response: it gives nothing where the app lacks `networking`. */
export function isResponse(response: unknown): response is IHttpResponse {
	return isRecord(response) && typeof response.statusCode === 'number';
}

/**
 * The body of a good answer, or what is wrong with it: the table in docs/endpoint.md, "What the server answers when it refuses".
 * `limit`: what its headers say; `now`: epoch, milliseconds.
 */
export function readResponse(response: IHttpResponse, limit: RateHeaders, now: number): Result<Reply> {
	const { statusCode } = response;
	// Parsing it would block everything else that the app is asked meanwhile.
	const isTooLarge = sizeOf(response.content) > largestAnswer * 2 ** 20;
	const body = isTooLarge ? undefined : toData(response);
	const seconds = secondsToWait(limit, now);
	if (!isApiBody(body)) {
		const unread: Failure = isTooLarge ? { kind: 'answerTooLarge', most: largestAnswer } : { kind: 'notRocketChat' };
		return fail(toProxyFailure(statusCode, seconds) ?? unread);
	}
	if (statusCode === 429) {
		return fail({ kind: 'rateLimited', seconds });
	}
	return statusCode === 200 && body.success === true
		? success({ body, remaining: limit.remaining })
		: fail(toApiFailure(statusCode, body));
}

/** What a status means that comes with a body of somebody else's: what stands before the server answered in its place. */
function toProxyFailure(status: number, seconds: number): Failure | undefined {
	if (status >= 500) {
		return { kind: 'proxyBroken', status };
	}
	if (status === 429) {
		return { kind: 'proxyLimits', seconds };
	}
	if (status >= 300 && status < 400) {
		return { kind: 'redirected' };
	}
	return [401, 403, 407].includes(status) ? { kind: 'proxyRefuses' } : undefined;
}

/**
 * Parses the body. The request asked for bytes (`encoding: null`), because otherwise the engine sends a body twice to the app's
 * process, as text and as an object. Older servers ignore that and give the object as `data`.
 */
function toData({ data, content }: IHttpResponse): unknown {
	const given: unknown = data;
	const bytes: unknown = content;
	const text = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
	try {
		return given ?? (typeof text === 'string' && !isCrowded(text) ? JSON.parse(text) : undefined);
	} catch {
		return undefined;
	}
}

function isCrowded(text: string): boolean {
	return ['[', '{'].some((opening) => {
		let [opened, at] = [0, text.indexOf(opening)];
		for (; at >= 0 && opened <= mostOpened; opened++) {
			at = text.indexOf(opening, at + 1);
		}
		return opened > mostOpened;
	});
}

/** The size in bytes; in UTF-16 units where the engine gave a text. */
function sizeOf(content: unknown): number {
	return content instanceof Uint8Array || typeof content === 'string' ? content.length : 0;
}

/** Seconds: nobody is told to wait for longer, whatever a header says. */
const longestWait = 300;

/** Seconds until requests are taken again; where no header says so, the server's default window of a minute. */
function secondsToWait({ resetAt = 0 }: RateHeaders, now: number): number {
	return resetAt > now ? Math.min(longestWait, Math.ceil((resetAt - now) / 1000)) : 60;
}

/** Whether the API itself answered: proxies and login pages answer with 401 or 403, too. 6.x has `status` instead of `success`. */
function isApiBody(data: unknown): data is Body {
	return isRecord(data) && (typeof data.success === 'boolean' || data.status === 'error');
}

/** What the API's own refusal means. The permission middleware alone says "permissions required", so its text is looked at. */
function toApiFailure(status: number, body: Body): Failure {
	if (status >= 500) {
		return { kind: 'serverError', status };
	}
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
	if (body.errorType === 'totp-required') {
		return { kind: 'totpRequired' };
	}
	return body.errorType === 'error-room-not-found' ? { kind: 'channelNotFound' } : { kind: 'requestRejected', status };
}
