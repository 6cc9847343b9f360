import { describe, expect, test } from '@jest/globals';
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { readRateHeaders } from '../../../lib/rest/rateLimits';
import { isResponse, largestAnswer, readResponse } from '../../../lib/rest/response';
import { failureOf, valueOf } from '../../support/builders';

const now = 1_000_000;
function read(response: Partial<IHttpResponse>) {
	return readResponse({ statusCode: 200, ...response } as IHttpResponse, readRateHeaders(response.headers, now), now);
}

test.each([null, undefined, 'x', {}, { statusCode: '200' }])('%j is no response', (response) => {
	expect(isResponse(response)).toBe(false);
});

describe('what the server answers when it refuses', () => {
	const failed = { success: false };
	test.each([
		[401, { status: 'error', message: 'You must be logged in to do this.' }, { kind: 'unauthorized' }],
		[401, { ...failed, error: 'You must be logged in to do this.' }, { kind: 'unauthorized' }],
		[401, null, { kind: 'proxyRefuses' }],
		[
			403,
			{ ...failed, error: 'User does not have the permissions required for this action [error-unauthorized]' },
			{ kind: 'permissionMissing' },
		],
		[403, { ...failed, error: 'unauthorized' }, { kind: 'forbidden' }],
		[403, { ...failed, error: 'forbidden' }, { kind: 'forbidden' }],
		[403, { ...failed }, { kind: 'forbidden' }],
		[403, { ...failed, error: { toString: 'permissions required' } }, { kind: 'forbidden' }],
		[403, '<html>', { kind: 'proxyRefuses' }],
		[407, '<html>', { kind: 'proxyRefuses' }],
		[400, { ...failed, errorType: 'totp-required', details: 'CANARY' }, { kind: 'totpRequired' }],
		[400, { ...failed, errorType: 'totp-invalid' }, { kind: 'requestRejected', status: 400 }],
		[400, '<html>', { kind: 'notRocketChat' }],
		[400, { ...failed, errorType: 'error-room-not-found' }, { kind: 'channelNotFound' }],
		[400, { ...failed, errorType: 'error-invalid-params' }, { kind: 'pagingRefused' }],
		[400, { ...failed, errorType: 'invalid-params' }, { kind: 'pagingRefused' }],
		[400, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 400 }],
		[404, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 404 }],
		[404, null, { kind: 'notRocketChat' }],
		[300, null, { kind: 'redirected' }],
		[302, null, { kind: 'redirected' }],
		[304, '<html>', { kind: 'redirected' }],
		[200, null, { kind: 'notRocketChat' }],
		[200, [], { kind: 'notRocketChat' }],
		[200, { hello: 'world' }, { kind: 'notRocketChat' }],
		[200, { ...failed, error: 'CANARY' }, { kind: 'requestRejected', status: 200 }],
		[500, { ...failed }, { kind: 'serverError', status: 500 }],
		[503, { ...failed, error: 'CANARY' }, { kind: 'serverError', status: 503 }],
		[201, { success: true }, { kind: 'requestRejected', status: 201 }],
		[500, null, { kind: 'proxyBroken', status: 500 }],
		[502, null, { kind: 'proxyBroken', status: 502 }],
		[503, { message: 'no server is available' }, { kind: 'proxyBroken', status: 503 }],
		[526, '<html>', { kind: 'proxyBroken', status: 526 }],
		[429, { ...failed }, { kind: 'rateLimited', seconds: 60 }],
		[429, null, { kind: 'proxyLimits', seconds: 60 }],
		[429, '<html>', { kind: 'proxyLimits', seconds: 60 }],
	])('the status %i with %j is understood', (statusCode, data, failure) => {
		expect(failureOf(read({ statusCode, data }))).toEqual(failure);
	});

	test.each<[Record<string, string>, number]>([
		[{}, 60],
		[{ 'x-ratelimit-reset': String(now + 41_200) }, 42],
		[{ 'x-ratelimit-reset': String(now - 1) }, 60],
		[{ 'x-ratelimit-reset': 'soon' }, 60],
		[{ 'x-ratelimit-reset': '32503680000000' }, 300],
		[{ 'x-ratelimit-reset': '1e999' }, 60],
		[{ 'retry-after': '7' }, 7],
		[{ 'retry-after': '7', 'x-ratelimit-reset': String(now + 41_200) }, 7],
		[{ 'retry-after': '3600' }, 300],
		[{ 'retry-after': '1e300' }, 300],
		[{ 'retry-after': '0' }, 60],
		[{ 'retry-after': '-7' }, 60],
		[{ 'retry-after': 'NaN' }, 60],
		[{ 'retry-after': '', 'x-ratelimit-reset': String(now + 41_200) }, 42],
		[{ 'retry-after': new Date(now + 90_000).toUTCString() }, 90],
		[{ 'retry-after': 'Wed, 01 Jan 3000 00:00:00 GMT' }, 300],
		[{ 'retry-after': 'Wed, 01 Jan 1969 00:00:00 GMT' }, 60],
	])('too many requests, with the headers %j: %i s', (headers, seconds) => {
		const limited = { statusCode: 429, headers };
		expect(failureOf(read({ ...limited, data: { success: false } }))).toEqual({ kind: 'rateLimited', seconds });
		expect(failureOf(read({ ...limited, content: '<html>' }))).toEqual({ kind: 'proxyLimits', seconds });
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

	test('nor where the status says nothing', () => {
		expect(failureOf(read({ statusCode: 404, content: inBytes(' '.repeat(most + 1)) }))).toEqual(failure);
	});

	test.each([
		[403, { kind: 'proxyRefuses' }],
		[502, { kind: 'proxyBroken', status: 502 }],
		[429, { kind: 'proxyLimits', seconds: 60 }],
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
		[{ 'x-ratelimit-remaining': 'CANARY' }, Number.POSITIVE_INFINITY],
		[{ 'x-ratelimit-remaining': '-3' }, 0],
		[{ 'x-ratelimit-remaining': '1.5' }, 1],
	])('is told by the headers %j', (headers, remaining) => {
		expect(valueOf(read({ data, ...(headers && { headers }) }))).toEqual({ body: data, remaining });
	});
});

describe('an answer of more lists or records than can be parsed in passing', () => {
	const body = (rows: string) => `{"success":true,"rows":[${rows}]}`;
	const most = 300_000;

	test.each([
		['lists', body(Array.from({ length: most }, () => '[]').join())],
		['lists within lists', body('['.repeat(most) + ']'.repeat(most))],
		['records', body(Array.from({ length: most }, () => '{}').join())],
	])('is not read: %s', (_, content) => {
		expect(failureOf(read({ content }))).toEqual({ kind: 'notRocketChat' });
	});

	test('a script with as many braces as scripts have is', () => {
		expect(read({ content: body(JSON.stringify('{[]}'.repeat(200_000))) }).ok).toBe(true);
	});
});
