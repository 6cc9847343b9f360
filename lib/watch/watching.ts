/** What `watch`, `unwatch` and `changes` do. */
import type { Permit } from '../access/authorize';
import { fail, type Failure, type Result, success } from '../failure';
import type { Place } from '../integrations/room';
import { fetchSeesAll } from '../rest/fetchSeesAll';
import type { Source } from '../rest/fetchIntegrations';
import { fetchWorkspaceList } from '../rest/lists';
import type { List } from '../rest/paging';
import { type Change, compare } from './compare';
import { observe, type ObservePorts } from './observe';
import type { Kept, Snapshot } from './snapshot';
import { readSnapshot, readWatch, removeWatch, saveSnapshot, saveWatch, type StorePorts } from './store';
import type { Interval, Watch } from './watch';

/** What the words need. */
export interface WatchPorts {
	readonly store: StorePorts;
	/** Has the engine call the app every few minutes; gives whether it does. */
	readonly schedule: () => Promise<boolean>;
}

type Ports = WatchPorts & Omit<ObservePorts, 'source'>;

/** What was switched, or what changed. */
export type WatchAnswer =
	| { readonly kind: 'on' | 'already'; readonly watch: Watch; readonly interval: Interval }
	| { readonly kind: 'off'; readonly by: string }
	| { readonly kind: 'changes'; readonly place: Place; readonly watch: Watch; readonly changes: readonly Change[] };

/** Does what one of the three words says, in the room of a question that may be answered. */
export async function answerWatch(permit: Permit, source: Result<Source>, ports: Ports): Promise<Result<WatchAnswer>> {
	const { place, query, room, caller, settings } = permit;
	if (place.kind === 'direct') {
		return fail({ kind: 'watchNowhere' });
	}
	const watch = await readWatch(room.id, ports.store);
	if (query.action === 'watch') {
		const interval = settings.watchInterval;
		if (interval === 'off') {
			return fail({ kind: 'watchOff' });
		}
		return watch ? success({ kind: 'already', watch, interval }) : begin(permit, source, { ...ports, interval });
	}
	if (!watch) {
		return fail({ kind: 'notWatched' });
	}
	if (query.action === 'changes') {
		return tellChanges(permit, source, { ...ports, watch });
	}
	await removeWatch(room.id, ports.store);
	return success({ kind: 'off', by: caller.username ?? '' });
}

/** Keeps who began, and what is there now. */
async function begin(
	permit: Permit,
	source: Result<Source>,
	ports: Ports & { readonly interval: Interval },
): Promise<Result<WatchAnswer>> {
	const { room, caller } = permit;
	const { store, schedule, interval } = ports;
	const seen = await look(permit, undefined, { ...ports, source });
	if (!seen.ok) {
		return seen;
	}
	const { at } = seen.value;
	const watch = {
		roomId: room.id,
		byId: caller.id,
		by: caller.username ?? '',
		since: at,
		looked: at,
		told: at,
		failures: 0,
		untold: false,
	};
	await saveSnapshot(room.id, seen.value, store);
	if (!(await saveWatch(watch, store))) {
		return fail({ kind: 'notKept', permission: 'persistence' });
	}
	if (!(await schedule())) {
		await removeWatch(room.id, store);
		return fail({ kind: 'notKept', permission: 'scheduler' });
	}
	return success({ kind: 'on', watch, interval });
}

/** What changed since the room was last told; it stays untold there. */
async function tellChanges(
	permit: Permit,
	source: Result<Source>,
	ports: Ports & { readonly watch: Watch },
): Promise<Result<WatchAnswer>> {
	const { place, room } = permit;
	const { watch, store } = ports;
	const before = await readSnapshot(room.id, store);
	const seen = await look(permit, before?.rows, { ...ports, source });
	if (!seen.ok) {
		return seen;
	}
	const isComparable = before?.connection === seen.value.connection;
	const changes = isComparable ? compare(before.rows, seen.value.rows) : [];
	return success({
		kind: 'changes',
		place,
		watch,
		changes: await withoutUnseen(changes, async () => source.ok && fetchSeesAll(source.value.get)),
	});
}

async function look(
	permit: Permit,
	before: readonly Kept[] | undefined,
	{ source, ...ports }: Ports & { readonly source: Result<Source> },
): Promise<Result<Snapshot>> {
	if (!source.ok) {
		return source;
	}
	const { room, settings, caller } = permit;
	const list = await readWhole(source.value);
	return list.ok
		? observe(
				{ room, list: list.value, includeGlobal: settings.includeGlobal, before, caller: caller.id },
				{ ...ports, source: source.value },
			)
		: list;
}

/** The workspace's list, asked for anew. What was not read whole cannot be compared: it fails as that did, or as `listNotWhole`. */
export async function readWhole({ get }: Pick<Source, 'get'>): Promise<Result<List>> {
	const list = await fetchWorkspaceList(get);
	const short: Failure | undefined = list.ok && !list.value.whole ? (list.value.cutShort ?? { kind: 'listNotWhole' }) : undefined;
	return short ? fail(short) : list;
}

/** Takes out what is gone, unless the token's user still sees everything: what is not seen any more is not gone. */
export async function withoutUnseen(changes: readonly Change[], seesAll: () => Promise<boolean>): Promise<readonly Change[]> {
	const isGone = changes.some(({ kind }) => kind === 'gone');
	return isGone && !(await seesAll()) ? changes.filter(({ kind }) => kind !== 'gone') : changes;
}
