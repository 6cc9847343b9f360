import type { Room, Workspace } from '../model';
import { roomIds } from '../sample';

/** Rooms whose own names nobody could type go by what they are: `direct`, `discussion`, `omnichannel`. */
const nicknames = new Map<string, string>(Object.entries(roomIds).map(([key, id]) => [id, key]));

function isPlain({ type, parentRoomId }: Room): boolean {
	return (type === 'c' || type === 'p') && !parentRoomId;
}

/** The only rooms that the sample does not name are the direct messages that the app opens, one with each person. */
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

/** Finds the room that somebody typed, with or without `#`, by any of its names: their own where several have it. */
export function findRoom(workspace: Workspace, typed: string, userId: string): Room | undefined {
	const wanted = typed.replace(/^#/, '').toLowerCase();
	const names = (room: Room): string[] => [typedName(room), room.name, room.displayName].filter((name) => name !== undefined);
	const found = workspace.rooms.filter((room) => names(room).some((name) => name.toLowerCase() === wanted));
	return found.find(({ members }) => members.some((member) => member.userId === userId)) ?? found[0];
}
