/** A direct message from the app to one person. */
import type { IModifyCreator, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms/RoomType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** What the engine offers for it. */
export interface DirectMessagePorts {
	readonly rooms: Pick<IRoomRead, 'getById' | 'getDirectByUsernames'>;
	readonly creator: Pick<IModifyCreator, 'startRoom' | 'startMessage' | 'finish'>;
}

/** Sender and recipient. */
export interface Pair {
	readonly from: IUser;
	readonly to: IUser;
}

/** Sends a text as a direct message, in a room that is opened where there is none. Rejects where the engine refuses either, and to oneself. */
export async function sendDirectMessage(text: string, { from, to }: Pair, ports: DirectMessagePorts): Promise<void> {
	const room = await openDirectRoom({ from, to }, ports);
	if (!room) {
		throw new Error('noDirectMessage');
	}
	await ports.creator.finish(ports.creator.startMessage().setRoom(room).setSender(from).setText(text).setParseUrls(false));
}

/** The direct message of two people, which is opened where there is none; undefined to oneself, and where the app may not open it. Rejects as the engine does. */
export async function openDirectRoom({ from, to }: Pair, { rooms, creator }: DirectMessagePorts): Promise<IRoom | undefined> {
	if (from.id === to.id) {
		return undefined;
	}
	const usernames = [from.username, to.username];
	const existing = await rooms.getDirectByUsernames(usernames).catch(() => undefined);
	if (existing) {
		return existing;
	}
	const room = creator.startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(from).setMembersToBeAddedByUsernames(usernames);
	// Without the permission the engine gives nothing, and does not say so.
	const id: unknown = await creator.finish(room);
	return typeof id === 'string' && id !== '' ? rooms.getById(id) : undefined;
}
