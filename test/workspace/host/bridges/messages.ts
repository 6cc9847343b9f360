import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type ITypingDescriptor, MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import type { Notice, Workspace } from '../../model';
import { announceChange } from '../changes';
import { asPromised, toAppMessage } from '../convert';
import { sendMessage } from '../sendMessage';
import { absent } from './absent';

/** Posts, edits and deletes messages, and tells single people things. */
export class Messages extends MessageBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	private roomOf(message: IMessage): string {
		const room = this.workspace.rooms.find(({ id }) => id === (message.room as IRoom | undefined)?.id);
		if (!room) throw new Error('Invalid room provided on the message.');
		return room.id;
	}

	protected override create(message: IMessage): Promise<string> {
		const { text = '', threadId, alias, blocks, parseUrls } = message;
		const sent = sendMessage(this.workspace, {
			roomId: this.roomOf(message),
			senderId: message.sender.id,
			text,
			...(threadId && { threadId }),
			...(alias && { alias }),
			...(blocks && { blocks }),
			...(parseUrls !== undefined && { parseUrls }),
		});
		return Promise.resolve(sent.id);
	}

	protected override getById(messageId: string): Promise<IMessage> {
		const message = this.workspace.messages.find(({ id }) => id === messageId);
		return asPromised(message && toAppMessage(this.workspace, message));
	}

	protected override update(message: IMessage): Promise<void> {
		if (!message.editor) throw new Error('Invalid editor assigned to the message for the update.');
		const stored = this.workspace.messages.find(({ id }) => id === message.id);
		if (!stored) throw new Error('A message must exist to update.');
		stored.text = message.text ?? '';
		if (message.blocks) stored.blocks = message.blocks;
		announceChange(this.workspace);
		return Promise.resolve();
	}

	protected override delete(message: IMessage): Promise<void> {
		if (!message.id) throw new Error('Invalid message id');
		this.workspace.messages = this.workspace.messages.filter(({ id }) => id !== message.id);
		announceChange(this.workspace);
		return Promise.resolve();
	}

	private notice(userId: string, message: IMessage): Notice {
		const { text = '', threadId, blocks } = message;
		return { userId, roomId: this.roomOf(message), text, ...(threadId && { threadId }), ...(blocks && { blocks }) };
	}

	/** Neither stored nor checked for size or mentions, on the server as here. */
	protected override notifyUser(user: IUser, message: IMessage): Promise<void> {
		this.workspace.notices.push(this.notice(user.id, message));
		announceChange(this.workspace);
		return Promise.resolve();
	}

	protected override notifyRoom(room: IRoom, message: IMessage): Promise<void> {
		const members = this.workspace.rooms.find(({ id }) => id === room.id)?.members ?? [];
		this.workspace.notices.push(...members.map(({ userId }) => this.notice(userId, message)));
		announceChange(this.workspace);
		return Promise.resolve();
	}

	protected override typing({ scope }: ITypingDescriptor): Promise<void> {
		if (String(scope) !== 'room') throw new Error('Unrecognized typing scope provided');
		return Promise.resolve();
	}

	protected override addReaction = absent('Message.addReaction');
	protected override removeReaction = absent('Message.removeReaction');
}
