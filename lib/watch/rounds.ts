/** The round through the watched rooms that are due: one reading of the workspace's list for all of them. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { mayStillAsk, type StillPorts } from '../access/mayStillAsk';
import { type Failure, type Result, success } from '../failure';
import { isLimit } from '../rest/rateLimits';
import type { Source } from '../rest/fetchIntegrations';
import type { List } from '../rest/paging';
import type { Settings } from '../settings';
import { compareSnapshots } from './compare';
import { observe, type ObservePorts } from './observe';
import { readSnapshot, readWatches, removeWatch } from './store';
import { keep, type TellPorts, tellRoom } from './tellRoom';
import { intervals, isDue, type Watch } from './watch';
import { readWhole, seesAll, withoutUnseen } from './wholeList';

/** What a round needs. */
export interface RoundPorts extends Omit<ObservePorts, 'source'>, TellPorts, StillPorts {
	/** The room by its id; undefined where it is gone. Rejects where that could not be looked up. */
	readonly getRoom: (id: string) => Promise<IRoom | undefined>;
	/** Tells who switched them on that the rooms cannot be looked at; gives whether Rocket.Chat took it, or nobody is there any more. */
	readonly complain: (watches: readonly Watch[], why: Failure) => Promise<boolean>;
	/** Is told of an error with one room: the others are looked at all the same. */
	readonly report: (error: unknown) => void;
}

type RoundSettings = Pick<Settings, 'watchInterval' | 'includeGlobal' | 'replyVisibility' | 'allowedRoles'>;

/** Looks at what is due. Rejects as the engine does; what is left is due at the next round. `opened`: fails where nothing can be asked. */
export async function goRound(settings: RoundSettings, opened: Result<Source>, ports: RoundPorts): Promise<void> {
	const { store, now } = ports;
	const interval = intervals[settings.watchInterval];
	const due = interval === undefined ? [] : (await readWatches(store)).filter((watch) => isDue(watch, interval, now()));
	if (due.length === 0) {
		return;
	}
	const round = await begin(settings, opened);
	if (!round.ok) {
		await failed(due, round.failure, ports);
		return;
	}
	await inTurn(due, ports, async (watch) => lookAt(watch, round.value, ports));
}

async function begin(settings: RoundSettings, opened: Result<Source>): Promise<Result<Round>> {
	if (!opened.ok) {
		return opened;
	}
	const source = opened.value;
	const list = await readWhole(source);
	return list.ok ? success({ settings, source, list: list.value, sees: once(async () => seesAll(list.value, source)) }) : list;
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
	if (isLimit(why)) {
		return;
	}
	const counted = due.map((watch) => ({ ...watch, failures: watch.failures + 1 }));
	const untold = await complain(counted, why, ports);
	// What was not told is told after the next failure.
	const left = counted.map((watch) => (untold.includes(watch) ? { ...watch, failures: mostFailures - 1 } : watch));
	await Promise.all(left.map(async (watch) => keep(watch, ports)));
}

/** After so many in a row it is told, once. */
const mostFailures = 3;

/** Tells everybody whose rooms failed for the third time, each once; gives those rooms whose people that did not reach. */
async function complain(counted: readonly Watch[], why: Failure, ports: RoundPorts): Promise<readonly Watch[]> {
	const third = counted.filter(({ failures }) => failures === mostFailures);
	const people = [...new Set(third.map(({ byId }) => byId))];
	const untold = people.map(async (id) => {
		const theirs = third.filter(({ byId }) => byId === id);
		const isTold = await ports.complain(theirs, why).catch((error: unknown) => {
			ports.report(error);
			return false;
		});
		return isTold ? [] : theirs;
	});
	return (await Promise.all(untold)).flat();
}

interface Round {
	readonly settings: RoundSettings;
	readonly source: Source;
	readonly list: List;
	/** Whether all that there is was seen: asked once. */
	readonly sees: () => Promise<boolean>;
}

async function lookAt(watch: Watch, { settings, source, list, sees }: Round, ports: RoundPorts): Promise<void> {
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
	const asked = { room, list, includeGlobal, before, caller: watch.byId };
	const seen = await observe(asked, { ...ports, source });
	if (seen.ok) {
		const found = compareSnapshots(before, seen.value);
		const digest = { room, watch, changes: await withoutUnseen(found, sees), more: seen.value.more };
		await tellRoom(digest, { found, before, seen: seen.value }, ports);
	}
}
