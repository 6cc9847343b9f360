import { describe, expect, test } from '@jest/globals';
import { fetchRoomList, fetchWorkspaceList } from '../../../lib/rest/lists';
import { failureOf, valueOf } from '../../support/builders';
import { pagedServer } from '../../support/pagedServer';

const channel = { id: 'R1', kind: 'channel' } as const;
const group = { id: 'R1', kind: 'group' } as const;

describe('a room’s own list', () => {
	test.each([
		[channel, true, 'v1/channels.getIntegrations?roomId=R1&includeAllPublicChannels=true'],
		[channel, false, 'v1/channels.getIntegrations?roomId=R1&includeAllPublicChannels=false'],
		[group, true, 'v1/groups.getIntegrations?roomId=R1&includeAllPrivateGroups=true'],
		[group, false, 'v1/groups.getIntegrations?roomId=R1&includeAllPrivateGroups=false'],
	])('one page of %j (%s) is one request with what every generation takes', async (room, includeGlobal, request) => {
		const { get, requests } = pagedServer({ total: 3 });
		const list = valueOf(await fetchRoomList(room, includeGlobal, get));
		expect(requests).toEqual([request]);
		expect(list).toMatchObject({ total: 3, unreadable: 0, integrations: [{ id: 'id0' }, { id: 'id1' }, { id: 'id2' }] });
		expect(JSON.stringify(list)).not.toContain('CANARY');
	});

	test('only where there is more, count and offset follow; the flag stays', async () => {
		const { get, requests } = pagedServer({ total: 60 });
		expect(valueOf(await fetchRoomList(channel, false, get)).integrations).toHaveLength(60);
		expect(requests.slice(1)).toEqual([
			'v1/channels.getIntegrations?roomId=R1&includeAllPublicChannels=false&count=100&offset=50',
		]);
	});

	test('more than 5,000 rows are not read, and that is said', async () => {
		const { get, requests } = pagedServer({ total: 5400 });
		const list = valueOf(await fetchRoomList(channel, true, get));
		expect(list.integrations).toHaveLength(5000);
		expect(list).toMatchObject({ total: 5400, cutShort: { kind: 'listTooLong', most: 5000 } });
		expect(requests).toHaveLength(51);
	});

	test.each([
		[channel, { kind: 'channelNotFound' }, { kind: 'channelNotFound' }],
		[group, { kind: 'channelNotFound' }, { kind: 'groupNotFound' }],
		[group, { kind: 'unauthorized' }, { kind: 'unauthorized' }],
		[channel, { kind: 'pagingRefused' }, { kind: 'pagingRefused' }],
	] as const)('%j fails with %j', async (room, failure, expected) => {
		const { get } = pagedServer({ total: 1, failAt: { 0: failure } });
		expect(failureOf(await fetchRoomList(room, true, get))).toEqual(expected);
	});
});

describe('the workspace’s whole list', () => {
	test('has no order of its own: one is asked for, on every page', async () => {
		const { get, requests } = pagedServer({ total: 250 });
		expect(valueOf(await fetchWorkspaceList(get)).integrations).toHaveLength(250);
		expect(requests.map((request) => decodeURIComponent(request))).toEqual([
			'v1/integrations.list?count=100&sort={"_id":1}',
			'v1/integrations.list?count=100&sort={"_id":1}&offset=100',
			'v1/integrations.list?count=100&sort={"_id":1}&offset=200',
		]);
	});

	test('1,200 rows from a server that gives 30 at once', async () => {
		const list = valueOf(await fetchWorkspaceList(pagedServer({ total: 1200, most: 30 }).get));
		expect(new Set(list.integrations.map(({ id }) => id)).size).toBe(1200);
		expect(list.integrations).toHaveLength(1200);
	});

	test('more than 5,000 rows are not looked through, and that is said', async () => {
		const { get, requests } = pagedServer({ total: 5400 });
		const list = valueOf(await fetchWorkspaceList(get));
		expect(list.integrations).toHaveLength(5000);
		expect(list).toMatchObject({ total: 5400, cutShort: { kind: 'listTooLong', most: 5000 } });
		expect(requests).toHaveLength(50);
	});

	test('fails as its first page does; later it is cut short', async () => {
		const failure = { kind: 'rateLimited', seconds: 9 } as const;
		expect(failureOf(await fetchWorkspaceList(pagedServer({ total: 1, failAt: { 0: failure } }).get))).toEqual(failure);
		const list = valueOf(await fetchWorkspaceList(pagedServer({ total: 150, failAt: { 100: failure } }).get));
		expect(list).toMatchObject({ total: 150, cutShort: failure });
		expect(list.integrations).toHaveLength(100);
	});
});
