/** What `watch`, `unwatch` and `changes` do. */
import type { Permit } from '../access/authorize';
import { fail, type Result, success } from '../failure';
import type { Place } from '../integrations/room';
import type { Source } from '../rest/fetchIntegrations';
import type { List } from '../rest/paging';
import { type Change, compareSnapshots } from './compare';
import { observe, type ObservePorts } from './observe';
import { isSameConnection, type Snapshot } from './snapshot';
import { readSnapshot, readWatch, removeWatch, saveSnapshot, saveWatch, type StorePorts } from './store';
import type { Interval, Watch } from './watch';
import { readWhole, seesAll, withoutUnseen } from './wholeList';

/** What the words need. */
export interface WatchPorts {
	readonly store: StorePorts;
	/** Has the engine call the app every few minutes; gives whether it does. */
	readonly schedule: () => Promise<boolean>;
}

type Ports = WatchPorts & Omit<ObservePorts, 'source'>;

/** What was switched, or what changed. */
export type WatchAnswer =
	/** `isPrivate`: what changed is told to who began it alone. */
	| { readonly kind: 'on' | 'already'; readonly watch: Watch; readonly interval: Interval; readonly isPrivate: boolean }
	| { readonly kind: 'off'; readonly by: string }
	/** `unseen`: how many are not seen any more, and perhaps not gone; `more`: how many are not watched; `isAnew`: nothing is known of before, as another server or user is asked. */
	| {
			readonly kind: 'changes';
			readonly place: Place;
			readonly watch: Watch;
			readonly changes: readonly Change[];
			readonly unseen: number;
			readonly more: number;
			readonly isAnew: boolean;
	  };

/** Does what one of the three words says, in the room of a question that may be answered. */
export async function answerWatch(permit: Permit, source: Result<Source>, ports: Ports): Promise<Result<WatchAnswer>> {
	const { place, query, room, caller, settings } = permit;
	if (place.kind === 'direct') {
		return fail({ kind: 'watchNowhere' });
	}
	const kept = await stored(readWatch(room.id, ports.store));
	if (!kept.ok) {
		return kept;
	}
	const watch = kept.value;
	if (query.action === 'watch') {
		const interval = settings.watchInterval;
		if (interval === 'off') {
			return fail({ kind: 'watchOff' });
		}
		return watch
			? success({ kind: 'already', watch, interval, isPrivate: settings.replyVisibility === 'sender' })
			: begin(permit, source, { ...ports, interval });
	}
	if (!watch) {
		return fail({ kind: 'notWatched' });
	}
	if (query.action === 'changes') {
		return tellChanges(permit, source, { ...ports, watch });
	}
	const removed = await stored(removeWatch(room.id, ports.store));
	return removed.ok ? success({ kind: 'off', by: caller.username ?? '' }) : removed;
}

/** What came of asking the engine's persistence. */
async function stored<T>(work: Promise<T>): Promise<Result<T, 'hostSilent'>> {
	return work.then(success, () => fail({ kind: 'hostSilent' }));
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
	const { snapshot } = seen.value;
	const { at } = snapshot;
	const times = { since: at, looked: at, told: at };
	const watch = { roomId: room.id, byId: caller.id, by: caller.username ?? '', ...times, failures: 0, untold: false };
	const save = async (): Promise<boolean> => saveSnapshot(room.id, snapshot, store).then(async () => saveWatch(watch, store));
	const steps = [['persistence', save] as const, ['scheduler', schedule] as const];
	for (const [permission, step] of steps) {
		const done = await stored(step());
		if (!done.ok || !done.value) {
			// Nothing stays of a room that is not watched.
			await stored(removeWatch(room.id, store));
			return done.ok ? fail({ kind: 'notKept', permission }) : done;
		}
	}
	return success({ kind: 'on', watch, interval, isPrivate: permit.settings.replyVisibility === 'sender' });
}

/** What changed since the room was last told; it stays untold there. */
async function tellChanges(
	permit: Permit,
	source: Result<Source>,
	ports: Ports & { readonly watch: Watch },
): Promise<Result<WatchAnswer>> {
	const { place, room } = permit;
	const { watch, store } = ports;
	const kept = await stored(readSnapshot(room.id, store));
	if (!kept.ok) {
		return kept;
	}
	const before = kept.value;
	const seen = await look(permit, before, { ...ports, source });
	if (!seen.ok) {
		return seen;
	}
	const { snapshot, list } = seen.value;
	const found = compareSnapshots(before, snapshot);
	const changes = await withoutUnseen(found, async () => source.ok && seesAll(list, source.value));
	const unseen = found.length - changes.length;
	const isAnew = !before || !isSameConnection(before, snapshot);
	return success({ kind: 'changes', place, watch, changes, unseen, more: snapshot.more, isAnew });
}

async function look(
	permit: Permit,
	before: Snapshot | undefined,
	{ source, ...ports }: Ports & { readonly source: Result<Source> },
): Promise<Result<{ readonly snapshot: Snapshot; readonly list: List }>> {
	if (!source.ok) {
		return source;
	}
	const { room, settings, caller } = permit;
	const list = await readWhole(source.value);
	if (!list.ok) {
		return list;
	}
	const { includeGlobal } = settings;
	const asked = { room, list: list.value, includeGlobal, before, caller: caller.id };
	const seen = await observe(asked, { ...ports, source: source.value });
	return seen.ok ? success({ snapshot: seen.value, list: list.value }) : seen;
}
