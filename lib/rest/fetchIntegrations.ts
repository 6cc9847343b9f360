/** Everything that can act on a room, and why: the room's own list and the workspace's, asked together and put together. */
import { type Result, success } from '../failure';
import type { Place } from '../integrations/room';
import type { AgedList, Cache } from './cache';
import type { Get } from './client';
import { combineLists, type Fetched, listOf, type Lists } from './combineLists';
import { fetchRoomList, fetchWorkspaceList } from './lists';

export interface Wanted {
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	/** Not from the cache. */
	readonly fresh: boolean;
}

/** Where the lists come from: the server, or what it said a moment ago. */
export interface Source {
	readonly get: Get;
	readonly cache: Cache;
	/** Names the connection, without its secret: another one is another server, or sees something else. */
	readonly connectionKey: string;
	/** Milliseconds. */
	readonly keepFor: number;
}

/**
 * Fetches what can act on a room. One list that fails is a gap in the answer; fails only where no list is left: as the room's
 * own does, or for a direct message, which has none, as the workspace's.
 */
export async function fetchIntegrations(place: Place, wanted: Wanted, source: Source): Promise<Result<Fetched>> {
	const lists = await ask(place, wanted, source);
	const { room, workspace } = lists;
	const failed = room ?? workspace;
	// Where the room is unknown, the list is another workspace's.
	const isElsewhere = room?.ok === false && room.failure.kind === 'channelNotFound';
	return failed?.ok === false && (isElsewhere || !workspace?.ok)
		? failed
		: success(combineLists(lists, place, wanted.includeGlobal));
}

/** Both at once: neither waits for the other. Only a server that refuses to page is asked for the workspace's list afterwards. */
async function ask({ id, kind }: Place, { includeGlobal, workspaceScan, fresh }: Wanted, source: Source): Promise<Lists> {
	const { get, cache, connectionKey, keepFor } = source;
	const rules = { keepFor, fresh };
	const askWorkspace = async (): Promise<Result<AgedList>> =>
		cache.get(connectionKey, async () => fetchWorkspaceList(get), rules);
	const [room, workspace] = await Promise.all([
		kind === 'direct'
			? undefined
			: cache.get(`${connectionKey} ${id} ${includeGlobal}`, async () => fetchRoomList({ id, kind }, includeGlobal, get), rules),
		workspaceScan || kind === 'direct' ? askWorkspace() : undefined,
	]);
	const fillsUp = !workspace && listOf(room)?.cutShort?.kind === 'pagingRefused';
	return fillsUp ? { room, workspace: await askWorkspace(), fillsUp } : { room, workspace, fillsUp };
}
