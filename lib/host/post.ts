/** The only sender: into the room as the app's user, or to the caller alone. */
import type {
	IMessageBuilder,
	IMessageRead,
	IModifyCreator,
	IModifyUpdater,
	INotifier,
} from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { isRecord } from '../util/guards';
import type { LayoutBlock } from '@rocket.chat/ui-kit';

/** Why a room does not take a message. */
export type Obstacle = 'readOnly' | 'archived' | 'encrypted' | 'muted' | 'tooLong' | 'notChanged' | 'unknown';

export interface Destination {
	readonly room: IRoom;
	readonly caller: IUser;
	/** The app's user, who speaks; where it could not be looked up, the engine does so again. */
	readonly sender: IUser | undefined;
	readonly threadId: string | undefined;
}

export interface PostPorts {
	readonly creator: Pick<IModifyCreator, 'startMessage' | 'finish'>;
	readonly updater: Pick<IModifyUpdater, 'message' | 'finish'>;
	readonly notifier: Pick<INotifier, 'notifyUser'>;
}

/** A message in the place of another. */
export interface Edit extends Posting {
	readonly messageId: string;
}

/** A message as it is posted. */
export interface Posting {
	readonly text: string;
	readonly blocks: readonly LayoutBlock[];
}

/** Posts a message into the room; gives what stood in the way where the room does not take it. */
export async function postToRoom(posting: Posting, destination: Destination, ports: PostPorts): Promise<Obstacle | undefined> {
	return unlessRefused(destination, async () => ports.creator.finish(compose(posting, destination, ports)));
}

async function unlessRefused({ room }: Destination, send: () => Promise<unknown>): Promise<Obstacle | undefined> {
	if (isArchived(room)) {
		return 'archived';
	}
	try {
		await send();
		return undefined;
	} catch (error) {
		return toObstacle(error);
	}
}

/** The engine hands on what it has no name for; the server itself takes an app's message into an archived room. */
function isArchived(room: object): boolean {
	return '_unmappedProperties_' in room && isRecord(room._unmappedProperties_) && room._unmappedProperties_.archived === true;
}

/** The server says by the error's text alone why a room takes no message (server-contract.md, section 8). */
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
	if (sender) {
		message.setSender(sender);
	}
	if (threadId !== undefined) {
		message.setThreadId(threadId);
	}
	return message;
}

function fill(message: IMessageBuilder, { text, blocks }: Posting): IMessageBuilder {
	return message
		.setText(text)
		.setBlocks([...blocks])
		.setParseUrls(false);
}

/** Puts a message in the place of one that the app's user posted; gives what stood in the way. */
export async function editInRoom(edit: Edit, destination: Destination, ports: PostPorts): Promise<Obstacle | undefined> {
	const { updater } = ports;
	const { sender } = destination;
	const obstacle = sender
		? await unlessRefused(destination, async () => updater.finish(fill(await updater.message(edit.messageId, sender), edit)))
		: 'unknown';
	// The room took the message once: it is gone, or the app may not read it.
	return obstacle === 'unknown' ? 'notChanged' : obstacle;
}

/** Shows a message to the caller alone. */
export async function notifyCaller(posting: Posting, destination: Destination, ports: PostPorts): Promise<void> {
	return ports.notifier.notifyUser(destination.caller, compose(posting, destination, ports).getMessage());
}

/**
 * The thread to answer in: the one that the command was typed in, if its parent is a message of this room. Older ways to
 * call a command hand over whatever was sent (server-contract.md, section 9), and the server posts to the parent's room.
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
