import { describe, expect, test } from '@jest/globals';
import type { Failure } from '../../lib/failure';
import { fail, success } from '../../lib/failure';
import { fetchIntegrations } from '../../lib/fetchIntegrations';
import type { Get } from '../../lib/restClient';
import { failureOf, valueOf } from './builders';

interface Server {
	readonly total: number;
	readonly first?: number;
	readonly most?: number;
	readonly failAt?: Record<number, Failure>;
	readonly row?: (index: number) => unknown;
}

/** A server that pages as the real one does, and the requests that it got. */
const server = ({ total, first = 50, most = 100, failAt = {}, row }: Server) => {
	const requests: string[] = [];
	const makeRow = row ?? ((index: number) => ({ _id: `id${String(index)}`, type: 'webhook-incoming', token: 'CANARY' }));
	const get: Get = async (endpoint, params) => {
		requests.push(`${endpoint}?${new URLSearchParams(params).toString()}`);
		const offset = Number(params.offset ?? 0);
		const count = params.count === undefined ? first : Math.min(Number(params.count), most);
		const failure = failAt[offset];
		const integrations = Array.from({ length: Math.max(0, Math.min(count, total - offset)) }, (_, index) =>
			makeRow(offset + index),
		);
		return Promise.resolve(
			failure ? fail(failure) : success({ success: true, integrations, count: integrations.length, offset, total }),
		);
	};
	return { get, requests };
};

const channel = { id: 'R1', kind: 'channel' } as const;
const group = { id: 'R1', kind: 'group' } as const;

test('one page is one request with what every generation takes', async () => {
	const { get, requests } = server({ total: 3 });
	const fetched = valueOf(await fetchIntegrations(channel, true, get));
	expect(requests).toEqual(['channels.getIntegrations?roomId=R1&includeAllPublicChannels=true']);
	expect(fetched).toMatchObject({ total: 3, unreadable: 0, integrations: [{ id: 'id0' }, { id: 'id1' }, { id: 'id2' }] });
	expect(JSON.stringify(fetched)).not.toContain('CANARY');
});

test('a private group has its own endpoint and flag', async () => {
	const { get, requests } = server({ total: 0 });
	await fetchIntegrations(group, false, get);
	expect(requests).toEqual(['groups.getIntegrations?roomId=R1&includeAllPrivateGroups=false']);
});

describe('more than one page: every row once', () => {
	test.each([
		{ total: 50, requests: 1 },
		{ total: 51, requests: 2 },
		{ total: 150, requests: 2 },
		{ total: 151, requests: 3 },
		{ total: 1000, requests: 11 },
		{ total: 1200, most: 30, requests: 40 },
		{ total: 10, first: 3, most: 3, requests: 4 },
	])('$total rows, at most $most a page', async ({ requests: expected, ...behaviour }) => {
		const { get, requests } = server(behaviour);
		const { integrations, cutShort } = valueOf(await fetchIntegrations(channel, true, get));
		expect(new Set(integrations.map(({ id }) => id)).size).toBe(behaviour.total);
		expect(integrations).toHaveLength(behaviour.total);
		expect(cutShort).toBeUndefined();
		expect(requests).toHaveLength(expected);
	});

	test('a row that comes twice is shown once', async () => {
		const { get } = server({
			total: 60,
			row: (index) => ({ _id: `id${String(Math.min(index, 50))}`, type: 'webhook-incoming' }),
		});
		expect(valueOf(await fetchIntegrations(channel, true, get)).integrations).toHaveLength(51);
	});
});

describe('what comes after the first page may fail', () => {
	test.each([
		[50, { kind: 'pagingRefused' }, 50],
		[50, { kind: 'rateLimited', seconds: 9 }, 50],
		[150, { kind: 'tooSlow', seconds: 10 }, 150],
		[250, { kind: 'serverError', status: 502 }, 250],
	] as const)('at %i', async (offset, failure, shown) => {
		const { get } = server({ total: 400, failAt: { [offset]: failure } });
		const fetched = valueOf(await fetchIntegrations(channel, true, get));
		expect(fetched).toMatchObject({ total: 400, cutShort: failure });
		expect(fetched.integrations).toHaveLength(shown);
	});

	test('a server that says more than it has ends', async () => {
		const get: Get = async () => Promise.resolve(success({ success: true, integrations: [], total: 7 }));
		expect(valueOf(await fetchIntegrations(channel, true, get))).toEqual({ integrations: [], total: 7, unreadable: 0 });
	});
});

describe('the first page fails', () => {
	test.each([
		[channel, { kind: 'channelNotFound' }, { kind: 'channelNotFound' }],
		[group, { kind: 'channelNotFound' }, { kind: 'groupNotFound' }],
		[group, { kind: 'unauthorized' }, { kind: 'unauthorized' }],
	] as const)('%j with %j', async (room, failure, expected) => {
		const { get } = server({ total: 1, failAt: { 0: failure } });
		expect(failureOf(await fetchIntegrations(room, true, get))).toEqual(expected);
	});

	test('JSON of another shape', async () => {
		const get: Get = async () => Promise.resolve(success({ success: true, integrations: 'CANARY' }));
		expect(failureOf(await fetchIntegrations(channel, true, get))).toEqual({ kind: 'notRocketChat' });
	});
});
