/** Fetches everything that can act on a room: the room's own list and the workspace's, at the same time. */
import { type Result, success } from '../failure';
import type { Place, Subject } from '../integrations/room';
import type { AgedList, Cache } from './cache';
import type { Get } from './client';
import { combineLists, type Fetched, listOf, type Lists, toFetched } from './combineLists';
import { fetchRoomList, fetchWorkspaceList } from './lists';

/** Which lists are wanted. */
export interface Wanted {
	/** Also what reaches all rooms of the kind. */
	readonly includeGlobal: boolean;
	/** Also the workspace's list; for a direct message it is always asked. */
	readonly workspaceScan: boolean;
	/** Ask the server anew, whatever is kept. */
	readonly fresh: boolean;
}

/** Where lists come from: the server, or the cache. */
export interface Source {
	readonly get: Get;
	readonly cache: Cache;
	/** Of `connectionKey`: lists fetched from another server or as another user must not be used. */
	readonly connectionKey: string;
	/** Of `identityOf`. */
	readonly identity: string;
	/** Milliseconds for which a list may be used again; 0: nothing is kept. */
	readonly keepFor: number;
}

/** Fetches all that there is, or what can act on a room. Fails where no list came. */
export async function fetchIntegrations(subject: Subject, wanted: Wanted, source: Source): Promise<Result<Fetched>> {
	if (subject.kind !== 'workspace') {
		return fetchForRoom(subject, wanted, source);
	}
	const list = await fetchWorkspace(wanted, source);
	return list.ok ? success(toFetched(list.value)) : list;
}

async function fetchWorkspace({ fresh }: Wanted, { get, cache, connectionKey, keepFor }: Source): Promise<Result<AgedList>> {
	return cache.get(connectionKey, async () => fetchWorkspaceList(get), { keepFor, fresh });
}

/**
 * Fetches what can act on a room. A list that fails is a gap in what comes out. Where no list came, fails as the room's own list
 * did; for a direct message, as the workspace's did.
 */
async function fetchForRoom(place: Place, wanted: Wanted, source: Source): Promise<Result<Fetched>> {
	const lists = await ask(place, wanted, source);
	const { room, workspace } = lists;
	const failed = room ?? workspace;
	// A server that does not know this channel is another workspace's: its list would be wrong.
	const isElsewhere = room?.ok === false && room.failure.kind === 'channelNotFound';
	return failed?.ok === false && (isElsewhere || !workspace?.ok)
		? failed
		: success(combineLists(lists, place, wanted.includeGlobal));
}

/** Asks for both lists at once. Where the server refuses to page the room's own, the workspace's is asked afterwards in its place. */
async function ask({ id, kind }: Place, wanted: Wanted, source: Source): Promise<Lists> {
	const { includeGlobal, workspaceScan, fresh } = wanted;
	const { get, cache, connectionKey, keepFor } = source;
	const [room, workspace] = await Promise.all([
		kind === 'direct'
			? undefined
			: cache.get(
					`${connectionKey} ${kind} ${id} ${includeGlobal}`,
					async () => fetchRoomList({ id, kind }, includeGlobal, get),
					{ keepFor, fresh },
				),
		workspaceScan || kind === 'direct' ? fetchWorkspace(wanted, source) : undefined,
	]);
	const fillsUp = !workspace && listOf(room)?.cutShort?.kind === 'pagingRefused';
	return fillsUp ? { room, workspace: await fetchWorkspace(wanted, source), fillsUp } : { room, workspace, fillsUp };
}
