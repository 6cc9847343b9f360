import type { Message, Room, User, Workspace } from '../model';
import { announceChange } from './changes';
import { newId } from './identifier';
import { meteorError } from './meteorError';
import { hasPermission } from './permissions';

/** The server's default of Message_MaxAllowedSize. */
const DEFAULT_SIZE = 5000;
/** `@name` counts as a mention at a line's start, and after white space or ">". */
const MENTION = /(?:^|\s|>)@([0-9a-zA-Z-_.]+)/gm;

function refuseOversize(workspace: Workspace, text: string): void {
	const limit = workspace.settings.Message_MaxAllowedSize ?? DEFAULT_SIZE;
	if (text.length > Number(limit)) {
		throw meteorError('error-message-size-exceeded', 'Message size exceeds Message_MaxAllowedSize');
	}
}

/**
 * Nobody checks `archived` on this way: the server's clients hide the composer, and that is all.
 * App users need not be in the room; everybody else must.
 */
function refuseUnwelcome(workspace: Workspace, room: Room, user: User): void {
	const inside = room.type === 'c' || room.members.some(({ userId }) => userId === user.id);
	if (user.type !== 'app' && !inside) throw new Error('error-not-allowed');
	const isSilent = room.readOnly && !room.unmuted?.includes(user.username);
	if (isSilent && !hasPermission(workspace, user, 'post-readonly', room)) {
		throw new Error("You can't send messages because the room is readonly.");
	}
	if (room.muted?.includes(user.username)) throw new Error('You_have_been_muted');
	const { E2E_Enable: enabled = true, E2E_Allow_Unencrypted_Messages: plainAllowed = false } = workspace.settings;
	if (room.encrypted && enabled && !plainAllowed) {
		throw meteorError('error-not-allowed', 'Not allowed to send un-encrypted messages in an encrypted room');
	}
}

function refuseMassMention(workspace: Workspace, room: Room, user: User, text: string): void {
	const mentioned = new Set([...text.matchAll(MENTION)].map(([, name]) => name));
	for (const name of ['all', 'here']) {
		if (mentioned.has(name) && !hasPermission(workspace, user, `mention-${name}`, room)) {
			throw meteorError('error-action-not-allowed', `Notify ${name} in this room not allowed`);
		}
	}
}

/** What a sender hands over. */
export type Draft = Omit<Message, 'id' | 'createdAt'>;

/** Stores a message after the checks that the server makes, in its order and with its words. */
export function sendMessage(workspace: Workspace, draft: Draft): Message {
	if (draft.threadId && workspace.settings.Threads_enabled === false) throw meteorError('error-not-allowed', 'not-allowed');
	refuseOversize(workspace, draft.text);
	const user = workspace.users.find(({ id }) => id === draft.senderId);
	if (!user) throw meteorError('error-invalid-user', 'Invalid user');
	// A thread's messages go where its parent is, whatever room was named.
	const parent = workspace.messages.find(({ id }) => id === draft.threadId);
	const roomId = parent?.roomId ?? draft.roomId;
	const room = workspace.rooms.find(({ id }) => id === roomId);
	if (!room) throw new Error('error-invalid-room');
	refuseUnwelcome(workspace, room, user);
	if (draft.alias && !hasPermission(workspace, user, 'message-impersonate', room)) throw new Error('Not enough permission');
	refuseMassMention(workspace, room, user, draft.text);
	const threadId = parent?.threadId ?? draft.threadId;
	const message: Message = { ...draft, id: newId(), roomId, ...(threadId && { threadId }), createdAt: new Date() };
	workspace.messages.push(message);
	announceChange(workspace);
	return message;
}
