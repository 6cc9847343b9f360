/** The watched rooms of somebody, as that person may be told of them. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { kindOf, lookUpRoom } from '../lib/host/lookUpRoom';
import { isAdmin, isMember, toCaller } from '../lib/host/members';
import type { Watch } from '../lib/watch/watch';
import type { Engine } from './context';

/** Those that are there. Rejects where a room could not be looked up. */
export async function findRooms(watches: readonly Watch[], { read }: Engine): Promise<IRoom[]> {
	const rooms = await Promise.all(watches.map(async ({ roomId }) => read.getRoomReader().getById(roomId)));
	// The engine gives null, against its types, where there is no such room.
	return rooms.flatMap((room) => room ?? []);
}

type Place = Awaited<ReturnType<typeof lookUpRoom>>;

/** As sentences name them; undefined for a room that the person has left: it may be called otherwise by now. */
export async function placesFor(person: IUser, rooms: readonly IRoom[], { read }: Engine): Promise<(Place | undefined)[]> {
	return Promise.all(
		rooms.map(async (room) => {
			const kind = kindOf(room);
			const isOutside = !isAdmin(toCaller(person)) && (await isMember(person.id, room.id, read.getRoomReader())) !== true;
			return kind.ok && !isOutside ? lookUpRoom(room, kind.value, read.getUserReader()) : undefined;
		}),
	);
}
