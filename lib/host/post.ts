/** Posts, changes and privately shows messages; but for the first steps (directMessage.ts) nothing else sends any. */
import type {
	IMessageBuilder,
	IMessageRead,
	IModifyCreator,
	IModifyUpdater,
	INotifier,
} from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { HostPorts } from './ports';
import { findRoomObstacle, type RoomObstacle } from './roomObstacle';

/** Why a room does not take a message. `muted`: the app's own user is; `noAppUser`: there is nobody to post as; `notChanged`: a posted message could not be changed. */
export type Obstacle = RoomObstacle | 'muted' | 'tooLong' | 'noAppUser' | 'notChanged' | 'unknown';

/** Where an answer goes. */
export interface Destination {
	readonly room: IRoom;
	readonly caller: IUser;
	/** The app's user, whom messages are from; undefined where it could not be looked up: the engine fills it in. */
	readonly sender: IUser | 'missing' | undefined;
	readonly threadId: string | undefined;
}

/** What the engine offers for messages, and what tells whether a room takes them. */
export interface PostPorts extends Pick<HostPorts, 'rooms' | 'serverSettings'> {
	readonly creator: Pick<IModifyCreator, 'startMessage' | 'finish'>;
	readonly updater: Pick<IModifyUpdater, 'message' | 'finish'>;
	readonly notifier: Pick<INotifier, 'notifyUser'>;
}

/** New content for the posted message with this id. */
interface Edit extends Posting {
	readonly messageId: string;
}

/** A message as it is posted. */
export interface Posting {
	readonly text: string;
	readonly blocks: readonly LayoutBlock[];
}

/** Posts a message into the room; gives why the room did not take it, undefined where it did. Never rejects. */
export async function postToRoom(posting: Posting, destination: Destination, ports: PostPorts): Promise<Obstacle | undefined> {
	return unlessRefused(destination, ports, async () => ports.creator.finish(compose(posting, destination, ports)));
}

/** Posts or changes a message, unless the caller may not write in the room now; gives why nothing came of it. */
async function unlessRefused(
	{ room, caller, sender }: Destination,
	ports: PostPorts,
	send: () => Promise<unknown>,
): Promise<Obstacle | undefined> {
	if (sender === 'missing') {
		return 'noAppUser';
	}
	try {
		const obstacle = await findRoomObstacle(room, caller, ports);
		if (!obstacle) {
			await send();
		}
		return obstacle;
	} catch (error) {
		return toObstacle(error);
	}
}

/** The server (`executeSendMessage`, `canSendMessage`) says only in the text of its error why a room takes no message. */
const obstacles: readonly (readonly [RegExp, Obstacle])[] = [
	[/readonly|read-only/i, 'readOnly'],
	[/e2e|encrypt/i, 'encrypted'],
	[/muted/i, 'muted'],
	[/size-exceeded|MaxAllowedSize/i, 'tooLong'],
];

function toObstacle(error: unknown): Obstacle {
	const text = error instanceof Error ? error.message : '';
	return obstacles.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

function compose(posting: Posting, { room, sender, threadId }: Destination, { creator }: PostPorts): IMessageBuilder {
	const message = fill(creator.startMessage().setRoom(room).setGroupable(false), posting);
	if (isUser(sender)) {
		message.setSender(sender);
	}
	if (threadId !== undefined) {
		message.setThreadId(threadId);
	}
	return message;
}

/** Whether the app's own user is known. */
export function isUser(sender: Destination['sender']): sender is IUser {
	return sender !== undefined && sender !== 'missing';
}

function fill(message: IMessageBuilder, { text, blocks }: Posting): IMessageBuilder {
	return message
		.setText(text)
		.setBlocks([...blocks])
		.setParseUrls(false);
}

/** Changes a message that the app's user posted; gives why that did not work, undefined where it did. Never rejects. */
export async function editInRoom(edit: Edit, destination: Destination, ports: PostPorts): Promise<Obstacle | undefined> {
	const { updater } = ports;
	const { sender } = destination;
	if (!isUser(sender)) {
		return sender === 'missing' ? 'noAppUser' : 'notChanged';
	}
	const change = async (): Promise<unknown> => updater.finish(fill(await updater.message(edit.messageId, sender), edit));
	const obstacle = await unlessRefused(destination, ports, change);
	// An unknown obstacle to a change: the message was deleted, or the app lacks `message.read`.
	return obstacle === 'unknown' ? 'notChanged' : obstacle;
}

/** Shows a message to the caller alone. It is stored nowhere. Rejects as the engine does. */
export async function notifyCaller(posting: Posting, destination: Destination, ports: PostPorts): Promise<void> {
	return ports.notifier.notifyUser(destination.caller, compose(posting, destination, ports).getMessage());
}

/**
 * The thread to answer in, if it is one of this room; undefined otherwise, or where it cannot be looked up. The thread's id
 * may be forged: older ways to run a command (the DDP method `slashCommand`) hand it over unchecked, and the server would
 * post into the room of the thread's first message.
 */
export async function findThread(
	threadId: string | undefined,
	roomId: string,
	messages: Pick<IMessageRead, 'getById'>,
): Promise<string | undefined> {
	if (!threadId) {
		return undefined;
	}
	const isOfRoom = await messages
		.getById(threadId)
		.then((parent) => parent?.room.id === roomId)
		.catch(() => false);
	return isOfRoom ? threadId : undefined;
}
