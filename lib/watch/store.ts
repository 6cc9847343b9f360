/**
 * What is kept of watched rooms, in the engine's persistence: for each a small record that says when it was looked at, and one with
 * what was seen. Writes go by association: the server knows no other way, no unique key and no compare-and-swap.
 */
import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
	RocketChatAssociationModel as Model,
	RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata/RocketChatAssociations';
import type { Snapshot } from './snapshot';
import { toSnapshot, toWatch } from './stored';
import { version, type Watch } from './watch';

/** What keeps it. */
export interface StorePorts {
	readonly reader: Pick<IPersistenceRead, 'readByAssociation' | 'readByAssociations'>;
	readonly writer: Pick<IPersistence, 'updateByAssociations' | 'removeByAssociation' | 'removeByAssociations'>;
}

const [watches, seen] = ['watched-room', 'watched-room-rows'];

function keyOf(record: string, roomId: string): Association[] {
	return [new Association(Model.MISC, record), new Association(Model.ROOM, roomId)];
}

/** All watches; of two of one room the newer. Rejects as the engine does. */
export async function readWatches({ reader }: StorePorts): Promise<Watch[]> {
	const records = await reader.readByAssociation(new Association(Model.MISC, watches));
	const byRoom = new Map<string, Watch>();
	for (const watch of toRecords(records).flatMap(toWatch)) {
		const other = byRoom.get(watch.roomId);
		byRoom.set(watch.roomId, other && other.looked > watch.looked ? other : watch);
	}
	return [...byRoom.values()];
}

/** The watch of a room; undefined where it is not watched. */
export async function readWatch(roomId: string, { reader }: StorePorts): Promise<Watch | undefined> {
	return newest(toRecords(await reader.readByAssociations(keyOf(watches, roomId))));
}

function newest(records: readonly unknown[]): Watch | undefined {
	return records.flatMap(toWatch).sort((one, other) => other.looked - one.looked)[0];
}

/** What was seen in a room last; undefined where nothing is kept, or not in this version. */
export async function readSnapshot(roomId: string, { reader }: StorePorts): Promise<Snapshot | undefined> {
	const found = toRecords(await reader.readByAssociations(keyOf(seen, roomId))).flatMap(toSnapshot);
	return found.sort((one, other) => other.at - one.at)[0];
}

/** Without its permission the engine gives nothing where it should give records. */
function toRecords(records: unknown): unknown[] {
	return Array.isArray(records) ? records : [];
}

/** Keeps that a room is watched; gives whether that was kept: without its permission the engine keeps nothing, and does not say so. */
export async function saveWatch(watch: Watch, ports: StorePorts): Promise<boolean> {
	const records = toRecords(await ports.reader.readByAssociations(keyOf(watches, watch.roomId)));
	await write(watch, records, ports);
	return (await readWatch(watch.roomId, ports)) !== undefined;
}

/** Keeps what is known of a watch now, unless it was ended meanwhile, or begun anew. */
export async function updateWatch(watch: Watch, ports: StorePorts): Promise<void> {
	const records = toRecords(await ports.reader.readByAssociations(keyOf(watches, watch.roomId)));
	if (newest(records)?.since === watch.since) {
		await write(watch, records, ports);
	}
}

/** Two servers may have made more than one of the `records` that there are: one takes their place. */
async function write(watch: Watch, records: readonly unknown[], { writer }: StorePorts): Promise<void> {
	const key = keyOf(watches, watch.roomId);
	if (records.length > 1) {
		await writer.removeByAssociations(key);
	}
	await writer.updateByAssociations(key, { version, ...watch }, true);
}

/** Keeps what was seen in a room. */
export async function saveSnapshot(roomId: string, snapshot: Snapshot, { writer }: StorePorts): Promise<void> {
	await writer.updateByAssociations(keyOf(seen, roomId), { version, ...snapshot }, true);
}

/** Keeps nothing more of a room. */
export async function removeWatch(roomId: string, { writer }: StorePorts): Promise<void> {
	await Promise.all([watches, seen].map(async (record) => writer.removeByAssociations(keyOf(record, roomId))));
}

/** Keeps nothing more of any room. */
export async function removeAll({ writer }: Pick<StorePorts, 'writer'>): Promise<void> {
	await Promise.all([watches, seen].map(async (record) => writer.removeByAssociation(new Association(Model.MISC, record))));
}
