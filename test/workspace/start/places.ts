import type { Room, Workspace } from '../model';
import { roomIds } from '../sample';

/** Rooms whose own names nobody could type go by what they are: `direct`, `discussion`, `omnichannel`. */
const nicknames = new Map<string, string>(Object.entries(roomIds).map(([key, id]) => [id, key]));

function isPlain({ type, parentRoomId }: Room): boolean {
	return (type === 'c' || type === 'p') && !parentRoomId;
}

/** The only room that the sample does not name is the direct message that the app opens when it is installed. */
const openedByApp = 'app';

/** What to type to get into a room. */
export function typedName(room: Room): string {
	return (isPlain(room) ? room.name : nicknames.get(room.id)) ?? openedByApp;
}

/** How a room's header calls it to one of its users: a direct message goes by whom it is with. */
export function labelOf(room: Room, workspace: Workspace, userId: string): string {
	if (room.type === 'd') {
		const others = room.members.filter((member) => member.userId !== userId);
		return others.map((member) => `@${workspace.users.find(({ id }) => id === member.userId)?.username ?? '?'}`).join(', ');
	}
	return `#${(isPlain(room) ? room.name : room.displayName) ?? typedName(room)}`;
}

/** Finds the room that was typed, with or without `#`, by any of its names. */
export function findRoom(workspace: Workspace, typed: string): Room | undefined {
	const wanted = typed.replace(/^#/, '').toLowerCase();
	const names = (room: Room): string[] => [typedName(room), room.name, room.displayName].filter((name) => name !== undefined);
	return workspace.rooms.find((room) => names(room).some((name) => name.toLowerCase() === wanted));
}
