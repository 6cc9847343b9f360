import { describe, expect, test } from '@jest/globals';
import type { IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { createRateLimits } from '../../../lib/rest/rateLimits';
import { createGet, type RestPorts } from '../../../lib/rest/client';
import { failureOf, valueOf } from '../../support/builders';

const connection = { baseUrl: 'https://chat.example/sub', userId: 'u1', token: { reveal: () => 'CANARY-token' } };
const now = 1_000_000;

async function ask(get: RestPorts['http']['get'], { timeout = 10, deadline = now + 25_000 } = {}) {
	return createGet(
		connection,
		{ requestTimeout: timeout, deadline },
		{ http: { get }, now: () => now, limits: createRateLimits(() => now) },
	)('v1/channels.getIntegrations', { roomId: 'R1' });
}

function answering(response: Partial<IHttpResponse> | null | undefined) {
	return async () => Promise.resolve((response && { statusCode: 200, ...response }) as IHttpResponse);
}

test('what is sent: the two headers, the parameters, a limit, and no switch of the accessor', async () => {
	const sent: [string, IHttpRequest | undefined][] = [];
	const body = { success: true, integrations: [] };
	const answer = await ask(async (url, options) => {
		sent.push([url, options]);
		return answering({ data: body })();
	});
	expect(valueOf(answer)).toEqual({ body, remaining: Number.POSITIVE_INFINITY });
	expect(sent).toEqual([
		[
			'https://chat.example/sub/api/v1/channels.getIntegrations',
			{
				headers: { 'X-User-Id': 'u1', 'X-Auth-Token': 'CANARY-token' },
				params: { roomId: 'R1' },
				timeout: 10_000,
				encoding: null,
			},
		],
	]);
});

test.each([null, undefined])('%s: the permission was not granted', async (response) => {
	expect(failureOf(await ask(answering(response)))).toEqual({ kind: 'networkingDenied' });
});

test('an error of the accessor is a failure, its text is gone', async () => {
	const error = new Error('request to https://chat.example/CANARY failed, reason: connect ECONNREFUSED 127.0.0.1:1');
	expect(failureOf(await ask(async () => Promise.reject(error)))).toEqual({ kind: 'connectionRefused' });
});

describe('time', () => {
	const never = async () => new Promise<IHttpResponse>(() => undefined);

	test('an answer that never ends is given up by the app itself', async () => {
		expect(failureOf(await ask(never, { timeout: 0.02 }))).toEqual({ kind: 'tooSlow', seconds: 1 });
	});

	test('a request gets what is left until the deadline', async () => {
		const timeouts: unknown[] = [];
		await ask(
			async (_url, options) => {
				timeouts.push(options?.timeout);
				return answering({ data: { success: true } })();
			},
			{ deadline: now + 3000 },
		);
		expect(timeouts).toEqual([3000]);
	});

	test('after the deadline nothing is sent', async () => {
		const get = async () => Promise.reject(new Error('was sent'));
		expect(failureOf(await ask(get, { deadline: now }))).toMatchObject({ kind: 'tooSlow' });
	});
});
