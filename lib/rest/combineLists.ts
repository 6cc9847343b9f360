/** Combines a room's own list and the workspace's: each integration once, with why it reaches the room. */
import type { Failure, Gap, Result } from '../failure';
import type { Integration } from '../integrations/integration';
import { toWorkspaceRow } from '../integrations/places';
import { reachOf, type Reason, type Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import type { AgedList } from './cache';
import type { List } from './paging';

/** What can act on a room. */
export interface Fetched {
	/** Each integration once. */
	readonly rows: readonly Row[];
	/** How many there are, as the server says; more than the rows where some could not be read. */
	readonly total: number;
	/** How many records could not be decoded. */
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
	/** Milliseconds since the older of the two lists was fetched. */
	readonly age: number;
	/** Seconds until requests are taken again, where one of the lists was asked for in vain. */
	readonly retryIn: number | undefined;
}

/** The server's answers. */
export interface Lists {
	/** Undefined for a direct message, which has no list of its own. */
	readonly room: Result<AgedList> | undefined;
	/** Undefined where it was not asked for. */
	readonly workspace: Result<AgedList> | undefined;
	/** Whether the workspace's list was only asked for because the server refused further pages of the room's own. */
	readonly fillsUp: boolean;
}

/**
 * Combines the lists of a room. `includeGlobal`: also what reaches the room only because it reaches all rooms of its kind.
 * A list that failed becomes a gap.
 */
export function combineLists(lists: Lists, place: Place, includeGlobal: boolean): Fetched {
	const [own, workspace] = [listOf(lists.room), listOf(lists.workspace)];
	const rows = rowsOf(lists, place, includeGlobal);
	// An unreadable record may be in both lists, and has no id to compare. Only one of the room's own list surely belongs to it.
	const unreadable = Math.max(own?.unreadable ?? 0, workspace?.unreadable ?? 0);
	const total = rows.length + (own?.unreadable ?? 0) + missing(rows, lists, place);
	const came = [lists.room, lists.workspace].flatMap((list) => (list?.ok ? [list.value] : []));
	const waits = came.flatMap(({ retryIn }) => retryIn ?? []);
	return {
		rows,
		total,
		unreadable,
		gaps: gapsOf(lists, place),
		age: Math.max(0, ...came.map(({ age }) => age)),
		retryIn: waits.length > 0 ? Math.max(...waits) : undefined,
	};
}

/** The workspace's list on its own, with all that it holds. */
export function toFetched({ value: list, age, retryIn }: AgedList): Fetched {
	const why = shortOf(list);
	return {
		rows: list.integrations.map(toWorkspaceRow),
		total: Math.max(list.total, list.integrations.length + list.unreadable),
		unreadable: list.unreadable,
		gaps: why ? [{ what: 'rest', why }] : [],
		age,
		retryIn,
	};
}

/** The reasons for which the server puts an integration into the room's own list. */
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

/** Everything in the room's own list counts as reaching the room, even where `reachOf` finds no reason; except for a private discussion. */
function ownRow(integration: Integration, place: Place): Row[] {
	const reach = reachOf(integration, place);
	if (!reach && isMisnamed(place)) {
		return [];
	}
	return [{ integration, reach: reach ?? { reason: 'named', part: 'here', elsewhere: integration.channels } }];
}

/** Whether the server looks for the room under a name that integrations do not use: its shown name (docs/endpoint.md). */
function isMisnamed({ kind, discussion }: Place): boolean {
	return discussion && kind === 'group';
}

/** How many more the server counts for the room than both lists show; none where the workspace's list is complete. */
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

/** Why a list is incomplete, if it is. Where no request failed, the server gave fewer rows than its `total`: an unexplained answer. */
function shortOf(list: List | undefined): Failure | undefined {
	return list && !list.whole ? (list.cutShort ?? { kind: 'requestRejected', status: 200 }) : undefined;
}

/** The list of an answer; undefined where it failed or was not asked for. */
export function listOf(result: Result<AgedList> | undefined): List | undefined {
	return result?.ok ? result.value.value : undefined;
}
