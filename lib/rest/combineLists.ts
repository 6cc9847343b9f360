/** A room's own list and the workspace's, put together: each row once, and why it reaches the room. */
import type { Failure, Result } from '../failure';
import type { Integration } from '../integrations/integration';
import { reachOf, type Reason, type Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import type { AgedList } from './cache';
import type { List } from './paging';

/** What could not be looked through, and why: the room's own list or the rest of it, the workspace's list or the rest of it. */
export type Gap =
	| { readonly what: 'room' | 'rest' | 'workspace' | 'workspaceRest'; readonly why: Failure }
	/** The server's own list of a private discussion goes by its shown name, which integrations do not use. */
	| { readonly what: 'discussion' };

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

/** The answers to what was asked. */
export interface Lists {
	/** Undefined where the room has no list of its own. */
	readonly room: Result<AgedList> | undefined;
	/** Undefined where it is not wanted. */
	readonly workspace: Result<AgedList> | undefined;
	/** It only stands in for the pages of the room's own list. */
	readonly fillsUp: boolean;
}

/**
 * Puts together what the lists hold of a room. `includeGlobal`: with what reaches the room only as it reaches all of its kind.
 * One list that failed is a gap in what comes out.
 */
export function combineLists(lists: Lists, place: Place, includeGlobal: boolean): Fetched {
	const [own, workspace] = [listOf(lists.room), listOf(lists.workspace)];
	const rows = rowsOf(lists, place, includeGlobal);
	// The same row may be unreadable in both lists; only the room's own tells that it is this room's.
	const unreadable = Math.max(own?.unreadable ?? 0, workspace?.unreadable ?? 0);
	const total = rows.length + (own?.unreadable ?? 0) + missing(rows, lists, place);
	const ages = [lists.room, lists.workspace].map((list) => (list?.ok ? list.value.age : 0));
	return { rows, total, unreadable, gaps: gapsOf(lists, place), age: Math.max(...ages) };
}

/** What the room's own list holds, where nothing is in the way. */
const ownReasons: readonly Reason[] = ['named', 'publicChannels', 'privateGroups'];

function rowsOf(lists: Lists, place: Place, includeGlobal: boolean): Row[] {
	const [own, workspace] = [listOf(lists.room), listOf(lists.workspace)];
	const rows = (own?.integrations ?? []).flatMap((integration) => ownRow(integration, place));
	const known = new Set(rows.map(({ integration }) => integration.id));
	const found = (workspace?.integrations ?? []).flatMap((integration): Row[] => {
		const reach = known.has(integration.id) ? undefined : reachOf(integration, place);
		const isWanted =
			reach && (includeGlobal || reach.part !== 'everywhere') && (!lists.fillsUp || ownReasons.includes(reach.reason));
		return isWanted ? [{ integration, reach }] : [];
	});
	return [...rows, ...found];
}

/** What the room's own list holds reaches the room, whatever its channels look like to us; but that of a private discussion. */
function ownRow(integration: Integration, place: Place): Row[] {
	const reach = reachOf(integration, place);
	if (!reach && isMisnamed(place)) {
		return [];
	}
	return [{ integration, reach: reach ?? { reason: 'named', part: 'here', elsewhere: integration.channels } }];
}

function isMisnamed({ kind, discussion }: Place): boolean {
	return discussion && kind === 'group';
}

/** What the server counts for the room and neither list shows; the workspace's whole list leaves nothing out. */
function missing(rows: readonly Row[], { room, workspace }: Lists, place: Place): number {
	const own = listOf(room);
	if (!own || isWhole(listOf(workspace)) || isMisnamed(place)) {
		return 0;
	}
	const ids = new Set(own.integrations.map(({ id }) => id));
	const shown = rows.filter(({ integration, reach }) => ids.has(integration.id) || ownReasons.includes(reach.reason)).length;
	return Math.max(0, own.total - shown - own.unreadable);
}

function isWhole(list: List | undefined): boolean {
	return list?.whole === true;
}

function gapsOf({ room, workspace, fillsUp }: Lists, place: Place): Gap[] {
	const gap = (what: Exclude<Gap['what'], 'discussion'>, why: Failure | undefined): Gap[] => (why ? [{ what, why }] : []);
	return [
		...gap('room', room?.ok === false ? room.failure : undefined),
		...gap('rest', isWhole(listOf(workspace)) ? undefined : shortOf(listOf(room))),
		...(fillsUp ? [] : gap('workspace', workspace?.ok === false ? workspace.failure : undefined)),
		...(fillsUp ? [] : gap('workspaceRest', shortOf(listOf(workspace)))),
		...(isMisnamed(place) && !isWhole(listOf(workspace)) ? [{ what: 'discussion' } as const] : []),
	];
}

/** A list may be short of its own total for a reason that the server does not tell. */
function shortOf(list: List | undefined): Failure | undefined {
	return list && !list.whole ? (list.cutShort ?? { kind: 'requestRejected', status: 200 }) : undefined;
}

/** The list, where there is one. */
export function listOf(result: Result<AgedList> | undefined): List | undefined {
	return result?.ok ? result.value.list : undefined;
}
