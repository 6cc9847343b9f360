/** Everything that can act on a room, and why: the room's own list and the workspace's, asked together and put together. */
import type { AgedList, Cache } from './cache';
import type { Failure, Result } from './failure';
import { success } from './failure';
import type { Integration } from './integration';
import { fetchRoomList, fetchWorkspaceList } from './lists';
import type { List } from './pages';
import type { Place, Reason, Row } from './reach';
import { reachOf } from './reach';
import type { Get } from './restClient';

/** What could not be looked through, and why: the room's own list or the rest of it, the workspace's list or the rest of it. */
export interface Gap {
	readonly what: 'room' | 'rest' | 'workspace' | 'workspaceRest';
	readonly why: Failure;
}

export interface Fetched {
	/** Each integration once. */
	readonly rows: readonly Row[];
	/** How many there are, as far as the server says; more than the rows when something was in the way. */
	readonly total: number;
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
	/** How old the answer is, in milliseconds. */
	readonly age: number;
}

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

interface Lists {
	/** Undefined where the room has no list of its own. */
	readonly room: Result<AgedList> | undefined;
	/** Undefined where it is not wanted. */
	readonly workspace: Result<AgedList> | undefined;
}

/** Both at once: neither waits for the other. */
const ask = async ({ id, kind }: Place, { includeGlobal, workspaceScan, fresh }: Wanted, source: Source): Promise<Lists> => {
	const { get, cache, connectionKey, keepFor } = source;
	const rules = { keepFor, fresh };
	const [room, workspace] = await Promise.all([
		kind === 'direct'
			? undefined
			: cache.get(`${connectionKey} ${id} ${includeGlobal}`, async () => fetchRoomList({ id, kind }, includeGlobal, get), rules),
		workspaceScan || kind === 'direct' ? cache.get(connectionKey, async () => fetchWorkspaceList(get), rules) : undefined,
	]);
	return { room, workspace };
};

const listOf = (result: Result<AgedList> | undefined): List | undefined => (result?.ok ? result.value.list : undefined);

const isWhole = (list: List | undefined): boolean => list?.whole === true;

/** What the room's own list holds, where nothing is in the way. */
const ownReasons: readonly Reason[] = ['named', 'publicChannels', 'privateGroups'];

/** What the room's own list holds reaches the room, whatever its channels look like to us. */
const asRow = (integration: Integration, place: Place): Row => ({
	integration,
	reach: reachOf(integration, place) ?? { reason: 'named', part: 'here', elsewhere: integration.channels },
});

const rowsOf = (own: List | undefined, workspace: List | undefined, place: Place, includeGlobal: boolean): Row[] => {
	const rows = (own?.integrations ?? []).map((integration) => asRow(integration, place));
	const known = new Set(rows.map(({ integration }) => integration.id));
	const found = (workspace?.integrations ?? []).flatMap((integration): Row[] => {
		const reach = known.has(integration.id) ? undefined : reachOf(integration, place);
		return reach && (includeGlobal || reach.part !== 'everywhere') ? [{ integration, reach }] : [];
	});
	return [...rows, ...found];
};

/** A list may be short of its own total for a reason that the server does not tell. */
const shortOf = (list: List | undefined): Failure | undefined =>
	list && !list.whole ? (list.cutShort ?? { kind: 'requestRejected', status: 200 }) : undefined;

const gapsOf = ({ room, workspace }: Lists): Gap[] => {
	const gap = (what: Gap['what'], why: Failure | undefined): Gap[] => (why ? [{ what, why }] : []);
	return [
		...gap('room', room?.ok === false ? room.failure : undefined),
		...gap('rest', isWhole(listOf(workspace)) ? undefined : shortOf(listOf(room))),
		...gap('workspace', workspace?.ok === false ? workspace.failure : undefined),
		...gap('workspaceRest', shortOf(listOf(workspace))),
	];
};

const combine = (lists: Lists, place: Place, includeGlobal: boolean): Fetched => {
	const [own, workspace] = [listOf(lists.room), listOf(lists.workspace)];
	const rows = rowsOf(own, workspace, place, includeGlobal);
	// The same row may be unreadable in both lists.
	const unreadable = Math.max(own?.unreadable ?? 0, workspace?.unreadable ?? 0);
	const shown = rows.filter(({ reach }) => ownReasons.includes(reach.reason)).length;
	// What the server counts for the room and neither list shows; the workspace's whole list leaves nothing out.
	const missing = own && !isWhole(workspace) ? Math.max(0, own.total - shown - own.unreadable) : 0;
	const ages = [lists.room, lists.workspace].map((list) => (list?.ok ? list.value.age : 0));
	return { rows, total: rows.length + unreadable + missing, unreadable, gaps: gapsOf(lists), age: Math.max(...ages) };
};

/**
 * Fetches what can act on a room. One list that fails is a gap in the answer; fails only where no list is left: as the room's
 * own does, or for a direct message, which has none, as the workspace's.
 */
export const fetchIntegrations = async (place: Place, wanted: Wanted, source: Source): Promise<Result<Fetched>> => {
	const lists = await ask(place, wanted, source);
	const { room, workspace } = lists;
	const failed = room ?? workspace;
	// Where the room is unknown, the list is another workspace's.
	const isElsewhere = room?.ok === false && room.failure.kind === 'channelNotFound';
	return failed?.ok === false && (isElsewhere || !workspace?.ok) ? failed : success(combine(lists, place, wanted.includeGlobal));
};
