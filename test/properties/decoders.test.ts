import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRoomActivity } from '../../lib/host/roomActivity';
import { decodeIntegrations } from '../../lib/rest/decodeIntegrations';
import { success } from '../../lib/failure';
import { fetchLastRun } from '../../lib/rest/fetchLastRun';
import { fetchRoomList, fetchWorkspaceList } from '../../lib/rest/lists';
import { toRecentPosts } from '../../lib/integrations/recentPosts';
import { toNetworkFailure } from '../../lib/rest/networkFailure';
import { type Body, isResponse, readResponse } from '../../lib/rest/response';
import type { Get } from '../../lib/rest/client';
import { readServerSettings } from '../../lib/host/workspaceSettings';
import { readTokenPermissions, toTokenUser } from '../../lib/status/tokenPermissions';
import { anyJson, canary, leftOf, orAnything, secretRows } from './json';
import { readRateHeaders } from '../../lib/rest/rateLimits';

/** Each is over in microseconds. */
const often = { numRuns: 1000 };

function withoutSecret(value: unknown): void {
	expect(leftOf(value)).not.toContain('canary');
}

function bodyOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Body> {
	return fc.record({ message: canary, error: canary, ...fields }, { requiredKeys: [] });
}

/** A server whose answers follow each other. */
function getFrom(bodies: readonly Body[], remaining: number): Get {
	let asked = 0;
	return async () => Promise.resolve(success({ body: bodies[asked++ % bodies.length] ?? {}, remaining }));
}

describe('of the server, whatever it answers, nothing secret is left', () => {
	test('of a row', () => {
		fc.assert(
			fc.property(secretRows, (rows) => {
				const { integrations, unreadable } = decodeIntegrations(rows);
				expect(integrations.length + unreadable).toBe(rows.length);
				withoutSecret(integrations);
			}),
		);
	});

	test('of a list', async () => {
		const total = orAnything(fc.integer({ min: -5, max: 12 }));
		const bodies = fc.array(bodyOf({ integrations: orAnything(secretRows), total }), { minLength: 1, maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(
				bodies,
				fc.constantFrom(0, 1, Infinity, NaN),
				fc.constantFrom('channel', 'group'),
				async (some, left, kind) => {
					withoutSecret(await fetchRoomList({ id: 'ROOM1', kind }, true, getFrom(some, left)));
					withoutSecret(await fetchWorkspaceList(getFrom(some, left)));
				},
			),
		);
	});

	test('of a last run', async () => {
		const run = fc.record(
			{
				...{ _updatedAt: orAnything(fc.constant('2024-05-02T10:00:00.000Z')), finished: orAnything(fc.boolean()) },
				...{
					error: canary,
					httpError: canary,
					data: canary,
					httpResult: canary,
					ranPrepareScript: canary,
					prepareSentMessage: canary,
				},
				step: orAnything(fc.constantFrom('after-http-call', 'a CANARY of a step')),
			},
			{ requiredKeys: [] },
		);
		const history = orAnything(fc.array(fc.oneof(run, anyJson), { maxLength: 2 }));
		await fc.assert(
			fc.asyncProperty(bodyOf({ history }), async (body) => {
				withoutSecret(await fetchLastRun('ID1', getFrom([body], 9)));
			}),
			often,
		);
	});

	test('the newest messages of a room', async () => {
		const bot = orAnything(fc.record({ i: orAnything(fc.constant('ID1')), token: canary }));
		const message = fc.record(
			{
				text: canary,
				createdAt: orAnything(fc.date()),
				sender: canary,
				_unmappedProperties_: orAnything(fc.record({ bot, msg: canary })),
			},
			{ requiredKeys: [] },
		);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.oneof(message, anyJson), { maxLength: 4 }), async (messages) => {
				const activity = await readRoomActivity('ROOM1', { getMessages: async () => Promise.resolve(messages as never) });
				withoutSecret(activity && toRecentPosts(activity, [], 0));
			}),
		);
	});

	test('whose token it is and what that user sees', () => {
		const roles = orAnything(fc.array(orAnything(fc.constantFrom('admin', 'bot'))));
		const held = fc.record({ _id: orAnything(fc.constantFrom('manage-incoming-integrations')), roles, _updatedAt: canary });
		const me = bodyOf({ username: orAnything(fc.constant('reader')), roles, emails: canary, services: canary });
		fc.assert(
			fc.property(me, bodyOf({ update: orAnything(fc.array(orAnything(held))), remove: canary }), (user, list) => {
				withoutSecret(readTokenPermissions(toTokenUser(user).roles, list));
			}),
		);
	});
});

describe('a response, and an error in place of one', () => {
	const data = fc.oneof(
		bodyOf({ success: orAnything(fc.boolean()), status: orAnything(fc.constant('error')), errorType: canary }),
		anyJson,
	);
	const content = data.map((body) => JSON.stringify(body));
	const bytes = fc.oneof(
		content,
		content.map((text) => new TextEncoder().encode(text)),
		fc.uint8Array(),
		anyJson,
	);
	const header = fc.constantFrom('0', '9', '-1', '1700000000000', 'soon', '', ['1', '2'], 7, null);
	const headers = orAnything(
		fc.record({ 'x-ratelimit-remaining': header, 'x-ratelimit-reset': header, 'retry-after': header }, { requiredKeys: [] }),
	);
	const statusCode = orAnything(fc.constantFrom(200, 301, 400, 401, 403, 404, 429, 500, 599, -1));
	const response = fc.record({ data, content: bytes, headers, statusCode, url: canary }, { requiredKeys: [] });

	test('never throws, and of a failure nothing is passed on', () => {
		fc.assert(
			fc.property(fc.oneof(response, anyJson), (given: unknown) => {
				const read = isResponse(given)
					? readResponse(given, readRateHeaders(given.headers, 1_699_999_990_000), 1_699_999_990_000)
					: undefined;
				withoutSecret(read?.ok === false && read.failure);
			}),
			often,
		);
	});

	test('of an error only its kind', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					canary,
					fc.string().map((text) => new Error(`request to CANARY failed, reason: ${text} CANARY`)),
				),
				(error) => {
					withoutSecret(toNetworkFailure(error, { kind: 'tooSlow', seconds: 1 }));
				},
			),
		);
	});
});

test("the workspace's own settings are an address and a number, whatever they hold", async () => {
	await fc.assert(
		fc.asyncProperty(anyJson, anyJson, async (site, limit) => {
			const { siteUrl, messageLimit } = await readServerSettings({
				getValueById: async (id) => Promise.resolve(id === 'Site_Url' ? site : limit),
			});
			expect(typeof siteUrl).toBe('string');
			expect(messageLimit).toBeGreaterThan(0);
		}),
	);
});
