import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Message, MessageAttachment, Room, User, Workspace } from '../model';

/** The server's records have times that the model does without. */
const SINCE = new Date('2020-01-01T00:00:00Z');

/** The server leaves out what a record does not have: absent and undefined differ once encoded. */
function defined(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** The engine's types promise a record where the server answers undefined for one that does not exist. */
export function asPromised<T>(found: T | undefined): Promise<T> {
	return Promise.resolve(found as T);
}

/** A user as the server's converter hands it to apps. */
export function toAppUser(user: User): IUser {
	const converted: Record<string, unknown> = {
		id: user.id,
		username: user.username,
		emails: user.type === 'app' ? undefined : [{ address: `${user.username}@example.com`, verified: true }],
		type: user.type,
		isEnabled: user.active,
		name: user.name,
		roles: [...user.roles],
		status: 'online',
		statusConnection: 'online',
		utcOffset: 0,
		createdAt: SINCE,
		updatedAt: SINCE,
		lastLoginAt: SINCE,
		appId: user.appId,
		settings: { preferences: user.language ? { language: user.language } : {} },
		...user.stored,
	};
	return converted as unknown as IUser;
}

/** What the server's room converter does not name; apps find it under `_unmappedProperties_`. */
function unmapped(workspace: Workspace, room: Room): Record<string, unknown> {
	const names = room.members.map(({ userId }) => workspace.users.find(({ id }) => id === userId)?.username);
	return defined({
		usersCount: room.members.length,
		topic: room.topic,
		teamId: room.teamId,
		teamMain: room.teamMain,
		archived: room.archived,
		encrypted: room.encrypted,
		muted: room.muted,
		unmuted: room.unmuted,
		usernames: room.type === 'd' ? names : undefined,
	});
}

/** A room as the server's converter hands it to apps. */
export function toAppRoom(workspace: Workspace, room: Room): IRoom {
	const owner = room.members.find(({ roles }) => roles.includes('owner'));
	const creator = workspace.users.find(({ id }) => id === owner?.userId);
	const parent = workspace.rooms.find(({ id }) => id === room.parentRoomId);
	const converted = defined({
		id: room.id,
		displayName: room.displayName ?? room.name,
		slugifiedName: room.name,
		userIds: room.type === 'd' ? room.members.map(({ userId }) => userId) : undefined,
		messageCount: workspace.messages.filter(({ roomId }) => roomId === room.id).length,
		createdAt: SINCE,
		updatedAt: SINCE,
		isDefault: false,
		isReadOnly: room.readOnly ?? false,
		displaySystemMessages: true,
		type: room.type,
		creator: creator && toAppUser(creator),
		parentRoom: parent && toAppRoom(workspace, parent),
		_unmappedProperties_: unmapped(workspace, room),
	});
	return converted as unknown as IRoom;
}

/** A title's parts have one place; the other fields stay as they are. */
function toAppAttachment({ title, title_link, title_link_download, ...rest }: MessageAttachment): Record<string, unknown> {
	return { ...rest, title: { value: title, link: title_link, displayDownloadLink: title_link_download } };
}

function messageFields(message: Message): Record<string, unknown> {
	return {
		id: message.id,
		threadId: message.threadId,
		text: message.text,
		parseUrls: message.parseUrls,
		blocks: message.blocks,
		createdAt: message.createdAt,
		updatedAt: message.createdAt,
		alias: message.alias,
		type: message.type,
		file: message.file,
		attachments: message.attachments?.map(toAppAttachment),
		// The converter does not name `bot`: it is the trace that an incoming webhook leaves.
		_unmappedProperties_: defined({ bot: message.bot }),
	};
}

/** A message as apps get it by its id. */
export function toAppMessage(workspace: Workspace, message: Message): IMessage {
	const room = workspace.rooms.find(({ id }) => id === message.roomId);
	const sender = workspace.users.find(({ id }) => id === message.senderId);
	const converted = defined({
		...messageFields(message),
		room: room && toAppRoom(workspace, room),
		sender: sender && toAppUser(sender),
	});
	return converted as unknown as IMessage;
}

/** A message as apps get it in a list: the room and the sender stay as they are stored. */
export function toRawMessage(workspace: Workspace, message: Message): IMessageRaw {
	const sender = workspace.users.find(({ id }) => id === message.senderId);
	const converted = defined({
		...messageFields(message),
		roomId: message.roomId,
		sender: { _id: message.senderId, username: sender?.username, name: sender?.name },
	});
	return converted as unknown as IMessageRaw;
}
