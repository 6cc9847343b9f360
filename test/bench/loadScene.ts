/** What the load is: many rooms, each with its integrations, and what a right answer about one of them is. */
import type { CommandLine } from '../workspace/host/command';
import type { Message } from '../workspace/model';
import { callerId, roomIdAt, type Size } from './scene';

/** More rooms and more people than the app keeps answers and people of. */
export const loadSize = { integrations: 600, rooms: 60, people: 600 } satisfies Size;

const perRoom = loadSize.integrations / loadSize.rooms;

/** So many commands, through the first rooms in turns. */
export function linesFor(count: number, rooms: number, command = '/integrations'): CommandLine[] {
	return Array.from({ length: count }, (_, index) => ({ userId: callerId, roomId: roomIdAt(index % rooms), text: command }));
}

function isOfRoom(hook: number, roomId: string): boolean {
	return roomIdAt((hook - 1) % loadSize.rooms) === roomId;
}

/** Whether a summary names the integrations of its room, all of them, and no others. */
export function isRight({ text, roomId }: Message): boolean {
	const hooks = new Set([...text.matchAll(/^- `Hook (\d+)`/gm)].map(([, number]) => Number(number)));
	return hooks.size === perRoom && [...hooks].every((hook) => isOfRoom(hook, roomId)) && text.includes(`${perRoom} here`);
}

/** Throws unless each command has its own right answer in its room. */
export function requireAnswers(lines: readonly CommandLine[], messages: readonly Message[]): void {
	const rooms = (of: readonly { readonly roomId: string }[]): string =>
		of
			.map(({ roomId }) => roomId)
			.sort()
			.join();
	const wrong = messages.find((message) => !isRight(message));
	if (wrong) throw new Error(`A wrong answer in ${wrong.roomId}:\n${wrong.text}`);
	if (rooms(lines) !== rooms(messages)) throw new Error(`${lines.length} commands got ${messages.length} answers`);
}
