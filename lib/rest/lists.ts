/** The server's two lists, a room's own and the whole workspace's: docs/endpoint.md says what each holds. */
import { fail, type Result, success } from '../failure';
import { mostRows, toPage } from './page';
import { fetchList, type GetPage, largestPage, type List } from './paging';
import type { Get } from './client';

const endpoints = {
	channel: { path: 'v1/channels.getIntegrations', flag: 'includeAllPublicChannels', notFound: 'channelNotFound' },
	group: { path: 'v1/groups.getIntegrations', flag: 'includeAllPrivateGroups', notFound: 'groupNotFound' },
} as const;

/**
 * Fetches a room's own list; `includeGlobal`: with what reaches all rooms of its kind. The first request sends only parameters
 * that every server takes; `count` and `offset` are sent only if `total` says that there is more. At most 5,000
 * rows are fetched. Fails as the first request does; `channelNotFound` becomes `groupNotFound` for a private group. Later failures
 * are in `cutShort`.
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
	return success(await fetchList(getPage, first.value, { full: false, most: mostRows }));
}

/** Fetches the workspace's list, at most 5,000 rows, sorted by `_id`: unsorted, its pages would overlap. Fails as the first request does. */
export async function fetchWorkspaceList(get: Get): Promise<Result<List>> {
	const getPage: GetPage = async (offset, count) =>
		toPage(await get('v1/integrations.list', { count, sort: '{"_id":1}', ...(offset > 0 && { offset: String(offset) }) }));
	const first = await getPage(0, largestPage);
	return first.ok ? success(await fetchList(getPage, first.value, { full: true, most: mostRows })) : first;
}
