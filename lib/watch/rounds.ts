/** The round through the watched rooms that are due: one reading of the workspace's list for all of them. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { isAdmin, isMember, toCaller } from '../host/members';
import type { HostPorts } from '../host/ports';
import type { Failure } from '../failure';
import { fetchSeesAll } from '../rest/fetchSeesAll';
import type { List } from '../rest/paging';
import type { Settings } from '../settings';
import { isRecord } from '../util/guards';
import { type Change, compare } from './compare';
import { observe, type ObservePorts } from './observe';
import type { Snapshot } from './snapshot';
import { readSnapshot, readWatches, removeWatch, saveSnapshot, saveWatch, type StorePorts } from './store';
import { intervals, isDue, type Watch } from './watch';
import { readWhole, withoutUnseen } from './watching';

/** What a round needs. */
export interface RoundPorts extends ObservePorts, Pick<HostPorts, 'rooms' | 'users'> {
	readonly store: StorePorts;
	/** The room by its id; undefined where it is gone. Rejects where that could not be looked up. */
	readonly getRoom: (id: string) => Promise<IRoom | undefined>;
	/** Tells the room, or who switched it on; gives whether that was taken. */
	readonly tell: (digest: Digest) => Promise<boolean>;
	/** Tells who switched it on that the rooms cannot be looked at. */
	readonly complain: (watches: readonly Watch[], why: Failure) => Promise<void>;
	/** Epoch, milliseconds: nothing is begun after it. */
	readonly deadline: number;
}

/** What changed in a room. */
export interface Digest {
	readonly room: IRoom;
	readonly watch: Watch;
	readonly changes: readonly Change[];
}

type RoundSettings = Pick<Settings, 'watchInterval' | 'includeGlobal' | 'replyVisibility'>;

/** Looks at what is due. Rejects as the engine does; what is left is due at the next round. */
export async function goRound(settings: RoundSettings, ports: RoundPorts): Promise<void> {
	const { store, now } = ports;
	const interval = intervals[settings.watchInterval];
	const due = interval === undefined ? [] : (await readWatches(store)).filter((watch) => isDue(watch, interval, now()));
	const list = due.length > 0 ? await readWhole(ports.source) : undefined;
	if (list && !list.ok) {
		await failed(due, list.failure, ports);
	}
	if (list?.ok) {
		const seesAll = once(async () => fetchSeesAll(ports.source.get));
		await inTurn(due, ports, async (watch) => lookAt(watch, { settings, list: list.value, seesAll }, ports));
	}
}

/** So many rooms at once: each takes several round trips to the engine. */
const atOnce = 10;

async function inTurn(
	due: readonly Watch[],
	{ deadline, now }: RoundPorts,
	work: (watch: Watch) => Promise<void>,
): Promise<void> {
	for (let from = 0; from < due.length && now() < deadline; from += atOnce) {
		await Promise.all(due.slice(from, from + atOnce).map(work));
	}
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
	let begun: Promise<T> | undefined;
	return async () => (begun ??= work());
}

/** A full house is no fault: where the server takes no more requests, the next round tries again. */
async function failed(due: readonly Watch[], why: Failure, { store, complain }: RoundPorts): Promise<void> {
	if (why.kind === 'rateLimited' || why.kind === 'proxyLimits') {
		return;
	}
	const counted = due.map((watch) => ({ ...watch, failures: watch.failures + 1 }));
	await Promise.all(counted.map(async (watch) => saveWatch(watch, store)));
	const third = counted.filter(({ failures }) => failures === mostFailures);
	if (third.length > 0) {
		await complain(third, why);
	}
}

/** After so many in a row it is told, once. */
const mostFailures = 3;

interface Round {
	readonly settings: RoundSettings;
	readonly list: List;
	readonly seesAll: () => Promise<boolean>;
}

async function lookAt(watch: Watch, { settings, list, seesAll }: Round, ports: RoundPorts): Promise<void> {
	const { store } = ports;
	const room = await ports.getRoom(watch.roomId);
	if (!room || (settings.replyVisibility === 'sender' && !(await isStillThere(watch, ports)))) {
		await removeWatch(watch.roomId, store);
		return;
	}
	const before = await readSnapshot(watch.roomId, store);
	const { includeGlobal } = settings;
	const seen = await observe({ room, list, includeGlobal, before: before?.rows, caller: watch.byId }, ports);
	if (seen.ok) {
		const found = before?.connection === seen.value.connection ? compare(before.rows, seen.value.rows) : [];
		await tell({ room, watch, changes: await withoutUnseen(found, seesAll) }, { found, before, seen: seen.value }, ports);
	}
}

/** Whether who switched it on is active, and in the room; also where that is not known. */
async function isStillThere({ byId, roomId }: Watch, { users, rooms }: RoundPorts): Promise<boolean> {
	const [user, member] = await Promise.all([
		users.getById(byId).then(
			(found: unknown) => (isRecord(found) ? { isActive: found.isEnabled !== false, roles: found.roles } : 'gone'),
			() => undefined,
		),
		isMember(byId, roomId, rooms),
	]);
	if (user === undefined) {
		return true;
	}
	return user !== 'gone' && user.isActive && (member !== false || isAdmin(toCaller({ id: byId, roles: user.roles })));
}

interface Seen {
	readonly found: readonly Change[];
	readonly before: Snapshot | undefined;
	readonly seen: Snapshot;
}

/** What is seen is kept after it was told: nothing is lost where the app ends in between. */
async function tell(digest: Digest, { found, before, seen }: Seen, { store, ...ports }: RoundPorts): Promise<void> {
	const { watch, changes } = digest;
	const isTaken = changes.length === 0 || (await ports.tell(digest));
	if (!isTaken) {
		await saveWatch({ ...watch, failures: 0, untold: true }, store);
		return;
	}
	const told = changes.length > 0 ? seen.at : watch.told;
	const unseen = found.filter((change) => !changes.includes(change)).map(({ row }) => row);
	if (changes.length > 0 || before?.connection !== seen.connection) {
		await saveSnapshot(watch.roomId, { ...seen, rows: [...seen.rows, ...unseen] }, store);
	}
	await saveWatch({ ...watch, looked: seen.at, told, failures: 0, untold: false }, store);
}
