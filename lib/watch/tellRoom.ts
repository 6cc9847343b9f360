/** Tells a watched room what changed, and keeps what was seen. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Change } from './compare';
import type { Snapshot } from './snapshot';
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
	/** Tells the room, or who switched it on; gives whether that was taken. */
	readonly tell: (digest: Digest) => Promise<boolean>;
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
	if (changes.length > 0 && !(await ports.tell(digest))) {
		await keep({ ...watch, failures: 0, untold: true }, ports);
		return;
	}
	const told = changes.length > 0 ? seen.at : watch.told;
	const unseen = found.filter((change) => !changes.includes(change)).map(({ row }) => row);
	const isNews = changes.length > 0 || before?.view !== seen.view || before.isSure !== seen.isSure;
	if (isNews && (await isStillWatched(watch, ports))) {
		const rows = [...seen.rows, ...unseen].sort((one, other) => (one.id < other.id ? -1 : 1));
		await saveSnapshot(watch.roomId, { ...seen, rows }, ports.store);
	}
	await keep({ ...watch, looked: seen.at, told, failures: 0, untold: false }, ports);
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
