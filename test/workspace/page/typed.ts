import { sendMessage } from '../host/sendMessage';
import { messageOf } from '../start/failures';
import { parseLine } from '../start/line';
import type { Inhabited } from './inhabited';
import { sentences } from './sentences';
import type { Visitor } from './visitor';

/** What a composer sends: a client gives each command a trigger id, so that it may open something. */
export interface Typed {
	readonly text: string;
	readonly triggerId: string;
}

/** What went wrong for everybody to see; what came of it shows by itself. */
export interface Outcome {
	readonly failure?: string;
}

async function runCommand({ host }: Inhabited, { user, room }: Visitor, name: string, typed: Typed): Promise<Outcome> {
	if (!host.bridges.commands.registered.has(name)) return { failure: sentences.noSuchCommand(name) };
	try {
		await host.runCommand({ userId: user.id, roomId: room.id, ...typed });
		return {};
	} catch (error) {
		return { failure: sentences.commandFailed(messageOf(error)) };
	}
}

/** Posts what was typed into the room, or runs it where it is a command. */
export async function sendTyped(inhabited: Inhabited, visitor: Visitor, { text, triggerId }: Typed): Promise<Outcome> {
	const line = parseLine(text);
	if (line.kind === 'nothing') return {};
	if (line.kind === 'command') return runCommand(inhabited, visitor, line.name, { text: line.text, triggerId });
	try {
		sendMessage(inhabited.workspace, { senderId: visitor.user.id, roomId: visitor.room.id, text: line.text });
		return {};
	} catch (error) {
		return { failure: sentences.notPosted(messageOf(error)) };
	}
}
