/** The server's two lists: a room's own, and the whole workspace's (server-contract.md, sections 1 and 3). */
import { fail, type Result, success } from '../failure';
import { toPage, fetchList, type GetPage, largestPage, type List } from './paging';
import type { Get } from './client';

const endpoints = {
	channel: { path: 'v1/channels.getIntegrations', flag: 'includeAllPublicChannels', notFound: 'channelNotFound' },
	group: { path: 'v1/groups.getIntegrations', flag: 'includeAllPrivateGroups', notFound: 'groupNotFound' },
} as const;

/**
 * Fetches a room's own list, with what reaches all rooms of its kind where `includeGlobal` says so. The first request holds
 * what every server generation takes; only where `total` tells of more, `count` and `offset` follow. Fails as the first
 * request does, with `groupNotFound` for a private group.
 */
export async function fetchRoomList(
	room: { readonly id: string; readonly kind: 'channel' | 'group' },
	includeGlobal: boolean,
	get: Get,
): Promise<Result<List>> {
	const { path, flag, notFound } = endpoints[room.kind];
	const base = { roomId: room.id, [flag]: String(includeGlobal) };
	const first = toPage(await get(path, base));
	if (!first.ok) {
		return first.failure.kind === 'channelNotFound' ? fail({ kind: notFound }) : first;
	}
	const getPage: GetPage = async (offset, count) => toPage(await get(path, { ...base, count, offset: String(offset) }));
	return success(await fetchList(getPage, first.value, { full: false, most: Number.POSITIVE_INFINITY }));
}

/** More rows than these are not looked through: a workspace has some hundreds. */
const mostInWorkspace = 5000;

/** Fetches the workspace's whole list, at most 5,000 rows of it. It has no order of its own: without one, pages overlap. */
export async function fetchWorkspaceList(get: Get): Promise<Result<List>> {
	const getPage: GetPage = async (offset, count) =>
		toPage(await get('v1/integrations.list', { count, sort: '{"_id":1}', ...(offset > 0 && { offset: String(offset) }) }));
	const first = await getPage(0, largestPage);
	return first.ok ? success(await fetchList(getPage, first.value, { full: true, most: mostInWorkspace })) : first;
}
