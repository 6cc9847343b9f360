import { describe, expect, test } from '@jest/globals';
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { readRateHeaders } from '../../../lib/rest/rateLimits';
import { isResponse, largestAnswer, readResponse, toNetworkFailure } from '../../../lib/rest/response';
import { failureOf, valueOf } from '../../support/builders';

const now = 1_000_000;
function read(response: Partial<IHttpResponse>) {
	return readResponse({ statusCode: 200, ...response } as IHttpResponse, readRateHeaders(response.headers), now);
}

test.each([null, undefined, 'x', {}, { statusCode: '200' }])('%j is no response', (response) => {
	expect(isResponse(response)).toBe(false);
});

describe('what the server answers when it refuses', () => {
	const failed = { success: false };
	test.each([
		[401, { status: 'error', message: 'You must be logged in to do this.' }, { kind: 'unauthorized' }],
		[401, { ...failed, error: 'You must be logged in to do this.' }, { kind: 'unauthorized' }],
		[401, null, { kind: 'notRocketChat' }],
		[
			403,
			{ ...failed, error: 'User does not have the permissions required for this action [error-unauthorized]' },
			{ kind: 'permissionMissing' },
		],
		[403, { ...failed, error: 'unauthorized' }, { kind: 'forbidden' }],
		[403, { ...failed, error: 'forbidden' }, { kind: 'forbidden' }],
		[403, { ...failed }, { kind: 'forbidden' }],
		[403, { ...failed, error: { toString: 'permissions required' } }, { kind: 'forbidden' }],
		[403, '<html>', { kind: 'notRocketChat' }],
		[400, { ...failed, errorType: 'error-room-not-found' }, { kind: 'channelNotFound' }],
		[400, { ...failed, errorType: 'error-invalid-params' }, { kind: 'pagingRefused' }],
		[400, { ...failed, errorType: 'invalid-params' }, { kind: 'pagingRefused' }],
		[400, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 400 }],
		[404, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 404 }],
		[404, null, { kind: 'notRocketChat' }],
		[302, null, { kind: 'notRocketChat' }],
		[200, null, { kind: 'notRocketChat' }],
		[200, [], { kind: 'notRocketChat' }],
		[200, { hello: 'world' }, { kind: 'notRocketChat' }],
		[200, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 200 }],
		[500, { ...failed }, { kind: 'serverError', status: 500 }],
		[502, null, { kind: 'serverError', status: 502 }],
		[429, null, { kind: 'rateLimited', seconds: 60 }],
	])('the status %i with %j is understood', (statusCode, data, failure) => {
		expect(failureOf(read({ statusCode, data }))).toEqual(failure);
	});

	test.each([
		[String(now + 41_200), 42],
		[String(now - 1), 60],
		['soon', 60],
	])('too many requests, free again at %s: %i s', (reset, seconds) => {
		const headers = { 'x-ratelimit-reset': reset };
		expect(failureOf(read({ statusCode: 429, headers, data: { success: false } }))).toEqual({ kind: 'rateLimited', seconds });
	});
});

describe('the body: bytes, a text, or what the accessor made of it', () => {
	const good = { success: true, name: 'Süpport 🙂' };
	const bytes = (text: string) => Buffer.from(text) as unknown as string;
	test.each<[string, Partial<IHttpResponse>]>([
		['bytes', { content: bytes(JSON.stringify(good)) }],
		['a part of a larger buffer', { content: bytes(`xx${JSON.stringify(good)}`).slice(2) }],
		['a text', { content: JSON.stringify(good) }],
		['data', { data: good }],
		['data that is null, and bytes', { data: null, content: bytes(JSON.stringify(good)) }],
		['data before a content that is something else', { data: good, content: '<html>' }],
	])('is read from %s', (_, response) => {
		expect(valueOf(read(response)).body).toEqual(good);
	});

	test.each<[string, Partial<IHttpResponse>]>([
		['a page', { content: bytes('<html>CANARY</html>') }],
		['nothing', { content: bytes('') }],
		['half of it', { content: bytes('{"success":true,') }],
		['no UTF-8', { content: Buffer.from([0xff, 0xfe, 0x00]) as unknown as string }],
		['a list', { content: bytes('[]') }],
		['null', { content: 'null' }],
		['no content at all', {}],
	])('%s is no body', (_, response) => {
		expect(failureOf(read(response))).toEqual({ kind: 'notRocketChat' });
	});

	test('what a failure says comes in bytes, too', () => {
		const content = bytes(JSON.stringify({ success: false, errorType: 'error-room-not-found', error: 'CANARY' }));
		expect(failureOf(read({ statusCode: 400, content }))).toEqual({ kind: 'channelNotFound' });
	});
});

describe('an answer that is too large', () => {
	const most = largestAnswer * 2 ** 20;
	const good = '{"success":true}';
	const failure = { kind: 'answerTooLarge', most: largestAnswer };
	const inBytes = (text: string) => Buffer.from(text) as unknown as string;

	test.each([
		['bytes', inBytes],
		['a text', String],
	])('is not read: %s', (_, content) => {
		expect(valueOf(read({ content: content(good.padEnd(most)) })).body).toEqual({ success: true });
		expect(failureOf(read({ content: content(good.padEnd(most + 1)) }))).toEqual(failure);
	});

	test('nor where it is no answer of the API', () => {
		expect(failureOf(read({ statusCode: 403, content: inBytes(' '.repeat(most + 1)) }))).toEqual(failure);
	});

	test.each([
		[502, { kind: 'serverError', status: 502 }],
		[429, { kind: 'rateLimited', seconds: 60 }],
	])('the status %i says enough without its body', (statusCode, said) => {
		expect(failureOf(read({ statusCode, content: inBytes(' '.repeat(most + 1)) }))).toEqual(said);
	});
});

describe('how many requests are left', () => {
	const data = { success: true };
	test.each([
		[undefined, Number.POSITIVE_INFINITY],
		[{}, Number.POSITIVE_INFINITY],
		[{ 'x-ratelimit-remaining': '7' }, 7],
		[{ 'x-ratelimit-remaining': '0' }, 0],
		[{ 'x-ratelimit-remaining': 'CANARY' }, Number.NaN],
	])('is told by the headers %j', (headers, remaining) => {
		expect(valueOf(read({ data, ...(headers && { headers }) }))).toEqual({ body: data, remaining });
	});
});

describe('what the accessor throws: mapped by the words of its library, never passed on', () => {
	const reason = (text: string) => new Error(`request to https://tls.certificate.example/CANARY failed, reason: ${text}`);
	test.each([
		[reason('getaddrinfo ENOTFOUND chat.invalid'), { kind: 'serverNotFound' }],
		[reason('getaddrinfo EAI_AGAIN chat.example'), { kind: 'serverNotFound' }],
		[reason('connect ECONNREFUSED 127.0.0.1:1'), { kind: 'connectionRefused' }],
		[reason('self-signed certificate'), { kind: 'certificateRefused' }],
		[reason('self signed certificate in certificate chain'), { kind: 'certificateRefused' }],
		[reason('certificate has expired'), { kind: 'certificateRefused' }],
		[reason("Hostname/IP does not match certificate's altnames"), { kind: 'certificateRefused' }],
		[reason('unable to verify the first certificate'), { kind: 'certificateRefused' }],
		[reason('write EPROTO ssl3_get_record:wrong version number SSL routines'), { kind: 'certificateRefused' }],
		[reason('socket hang up'), { kind: 'connectionFailed' }],
		[reason('read ECONNRESET'), { kind: 'connectionFailed' }],
		[reason('connect ETIMEDOUT 10.0.0.1:443'), { kind: 'tooSlow', seconds: 10 }],
		[new Error('The user aborted a request.'), { kind: 'tooSlow', seconds: 10 }],
		[new Error('Invalid URL'), { kind: 'serverUrlUnusable' }],
		[new Error('CANARY is not a legal HTTP header value'), { kind: 'connectionFailed' }],
		['CANARY', { kind: 'connectionFailed' }],
	])('the error %s is mapped to its kind', (error, failure) => {
		expect(toNetworkFailure(error, { kind: 'tooSlow', seconds: 10 })).toEqual(failure);
	});
});
