/** The round through the watched rooms that are due: one reading of the workspace's list for all of them. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { mayStillAsk, type StillPorts } from '../access/mayStillAsk';
import type { Failure } from '../failure';
import { fetchSeesAll } from '../rest/fetchSeesAll';
import type { List } from '../rest/paging';
import type { Settings } from '../settings';
import { compareSnapshots } from './compare';
import { observe, type ObservePorts } from './observe';
import { readSnapshot, readWatches, removeWatch } from './store';
import { keep, type TellPorts, tellRoom } from './tellRoom';
import { intervals, isDue, type Watch } from './watch';
import { readWhole, withoutUnseen } from './wholeList';

/** What a round needs. */
export interface RoundPorts extends ObservePorts, TellPorts, StillPorts {
	/** The room by its id; undefined where it is gone. Rejects where that could not be looked up. */
	readonly getRoom: (id: string) => Promise<IRoom | undefined>;
	/** Tells who switched them on that the rooms cannot be looked at. */
	readonly complain: (watches: readonly Watch[], why: Failure) => Promise<void>;
	/** Of `identityOf`. */
	readonly identity: string;
	/** Is told of an error with one room: the others are looked at all the same. */
	readonly report: (error: unknown) => void;
}

type RoundSettings = Pick<Settings, 'watchInterval' | 'includeGlobal' | 'replyVisibility' | 'allowedRoles'>;

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
		const seesAll = once(async () => list.value.unreadable === 0 && fetchSeesAll(ports.source.get));
		await inTurn(due, ports, async (watch) => lookAt(watch, { settings, list: list.value, seesAll }, ports));
	}
}

/** So many rooms at once: each takes several round trips to the engine. */
const atOnce = 10;

async function inTurn(
	due: readonly Watch[],
	{ deadline, now, report }: RoundPorts,
	work: (watch: Watch) => Promise<void>,
): Promise<void> {
	for (let from = 0; from < due.length && now() < deadline; from += atOnce) {
		await Promise.all(due.slice(from, from + atOnce).map(async (watch) => work(watch).catch(report)));
	}
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
	let begun: Promise<T> | undefined;
	return async () => (begun ??= work());
}

/** A full house is no fault: where the server takes no more requests, the next round tries again. */
async function failed(due: readonly Watch[], why: Failure, ports: RoundPorts): Promise<void> {
	if (why.kind === 'rateLimited' || why.kind === 'proxyLimits') {
		return;
	}
	const counted = due.map((watch) => ({ ...watch, failures: watch.failures + 1 }));
	await Promise.all(counted.map(async (watch) => keep(watch, ports)));
	const third = counted.filter(({ failures }) => failures === mostFailures);
	const people = [...new Set(third.map(({ byId }) => byId))];
	const theirs = people.map((id) => third.filter(({ byId }) => byId === id));
	await Promise.all(theirs.map(async (watches) => ports.complain(watches, why)));
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
	const { includeGlobal, replyVisibility, allowedRoles } = settings;
	const mayRead =
		room && replyVisibility === 'sender' ? await mayStillAsk({ userId: watch.byId, room, allowedRoles }, ports) : 'yes';
	if (!room || mayRead === 'no') {
		await removeWatch(watch.roomId, store);
		return;
	}
	if (mayRead === 'unknown') {
		return;
	}
	const before = await readSnapshot(watch.roomId, store);
	const asked = { room, list, includeGlobal, identity: ports.identity, before, caller: watch.byId };
	const seen = await observe(asked, ports);
	if (seen.ok) {
		const found = compareSnapshots(before, seen.value);
		const digest = { room, watch, changes: await withoutUnseen(found, seesAll), more: seen.value.more };
		await tellRoom(digest, { found, before, seen: seen.value }, ports);
	}
}
