/** Tells a watched room what changed, and keeps what was seen. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Change } from './compare';
import type { Kept, Snapshot } from './snapshot';
import { readWatch, saveSnapshot, type StorePorts, updateWatch } from './store';
import type { Watch } from './watch';

/** What changed in a room. */
export interface Digest {
	readonly room: IRoom;
	readonly watch: Watch;
	readonly changes: readonly Change[];
	/** How many of its integrations are not watched. */
	readonly more: number;
}

/** What telling needs. */
export interface TellPorts {
	readonly store: StorePorts;
	/** Tells the room, or who switched it on; gives how many of the changes, the first; undefined where that was not taken. */
	readonly tell: (digest: Digest) => Promise<number | undefined>;
	/** Epoch, milliseconds. */
	readonly now: () => number;
	/** Epoch, milliseconds: nothing is begun after it. */
	readonly deadline: number;
}

/** What a room was compared by: all that was found, and both looks. */
interface Seen {
	readonly found: readonly Change[];
	readonly before: Snapshot | undefined;
	readonly seen: Snapshot;
}

/** Tells what changed, if anything did; what is seen is kept after that: nothing is lost where the app ends in between. */
export async function tellRoom(digest: Digest, { found, before, seen }: Seen, ports: TellPorts): Promise<void> {
	const { watch, changes } = digest;
	if (changes.length > 0 && !(await isStillWatched(watch, ports))) {
		return;
	}
	const count = changes.length > 0 ? await ports.tell(digest) : 0;
	if (count === undefined) {
		await keep({ ...watch, failures: 0, untold: true }, ports);
		return;
	}
	const told = changes.length > 0 ? seen.at : watch.told;
	const said = new Set(changes.slice(0, count));
	const untold = found.filter((change) => !said.has(change));
	const isNews = changes.length > 0 || before?.view !== seen.view || before.isSure !== seen.isSure;
	if (isNews && (await isStillWatched(watch, ports))) {
		// What was not known of people stays so where the row from before is kept.
		const isSure = seen.isSure && (before?.isSure === true || !untold.some(({ kind }) => kind === 'changed'));
		await saveSnapshot(watch.roomId, { ...seen, isSure, rows: rowsWithout(untold, seen) }, ports.store);
	}
	await keep({ ...watch, looked: seen.at, told, failures: 0, untold: false }, ports);
}

/** What was seen, as if some of the changes had not been: they are found again at the next look. */
function rowsWithout(untold: readonly Change[], { rows }: Snapshot): Kept[] {
	const ids = new Set(untold.map(({ row }) => row.id));
	const before = untold.flatMap((change) =>
		change.kind === 'changed' ? change.before : change.kind === 'gone' ? change.row : [],
	);
	return [...rows.filter(({ id }) => !ids.has(id)), ...before].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Whether nobody ended the watch, or began it anew, while the room was looked at; and the round is not one that hung. */
async function isStillWatched({ roomId, since }: Watch, ports: TellPorts): Promise<boolean> {
	return isInTime(ports) && (await readWatch(roomId, ports.store))?.since === since;
}

function isInTime({ deadline, now }: TellPorts): boolean {
	return now() < deadline + grace;
}

/** Milliseconds after the deadline within which what was begun may be ended. */
const grace = 5000;

/** Keeps what is known of a watch, unless it was ended. */
export async function keep(watch: Watch, ports: TellPorts): Promise<void> {
	if (isInTime(ports)) {
		await updateWatch(watch, ports.store);
	}
}
