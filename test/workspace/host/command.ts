import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { Message, Notice, Workspace } from '../model';
import { toAppRoom, toAppUser } from './convert';
import { parseParameters } from './parameters';

/** A line that somebody sends in a room. */
export interface CommandLine {
	readonly userId: string;
	readonly roomId: string;
	/** With the slash: `/integrations outgoing`. */
	readonly text: string;
	readonly threadId?: string;
	readonly triggerId?: string;
}

/** What came of a command. */
export interface Reply {
	readonly messages: Message[];
	readonly notices: Notice[];
}

/**
 * What the server hands to an app's command. Older servers check neither that the sender is in the room, nor that the thread belongs
 * to it, nor the command's permission: so nothing is checked here.
 */
export function commandContext(workspace: Workspace, line: CommandLine): { name: string; context: SlashCommandContext } {
	const [, command = '', rest = ''] = /^\/(\S+)(.*)/s.exec(line.text) ?? [];
	const room = workspace.rooms.find(({ id }) => id === line.roomId);
	const user = workspace.users.find(({ id }) => id === line.userId);
	if (!room || !user) throw new Error(`No room ${line.roomId} or no user ${line.userId} in this workspace`);
	const context = new SlashCommandContext(
		Object.freeze(toAppUser(user)),
		Object.freeze(toAppRoom(workspace, room)),
		parseParameters(rest),
		line.threadId,
		line.triggerId,
	);
	return { name: command.toLowerCase(), context };
}

/** Tells, when called, what the workspace has got since. */
export function watchAnswers(workspace: Workspace): () => Reply {
	const messages = new Set(workspace.messages);
	const notices = new Set(workspace.notices);
	return () => ({
		messages: workspace.messages.filter((message) => !messages.has(message)),
		notices: workspace.notices.filter((notice) => !notices.has(notice)),
	});
}
