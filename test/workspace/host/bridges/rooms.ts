import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type GetMessagesOptions, RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import type { Membership, Room, RoomRole, Workspace } from '../../model';
import { asPromised, toAppRoom, toAppUser, toRawMessage } from '../convert';
import { newId } from '../identifier';
import { absent } from './absent';

/** Looks rooms and their people up, and creates direct messages; rooms are changed in the model itself. */
export class Rooms extends RoomBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	private find(matches: (room: Room) => boolean): IRoom | undefined {
		const room = this.workspace.rooms.find(matches);
		return room && toAppRoom(this.workspace, room);
	}

	private people(roomId: string, matches: (member: Membership) => boolean): Promise<IUser[]> {
		const members = this.workspace.rooms.find(({ id }) => id === roomId)?.members.filter(matches) ?? [];
		const users = members.map(({ userId }) => this.workspace.users.find(({ id }) => id === userId));
		return Promise.resolve(users.flatMap((user) => (user ? [toAppUser(user)] : [])));
	}

	private holders(roomId: string, role: RoomRole): Promise<IUser[]> {
		return this.people(roomId, ({ roles }) => roles.includes(role));
	}

	protected override getById(id: string): Promise<IRoom> {
		return asPromised(this.find((room) => room.id === id));
	}

	protected override getByName(name: string): Promise<IRoom> {
		return asPromised(this.find((room) => room.name === name));
	}

	protected override async getCreatorById(roomId: string): Promise<IUser | undefined> {
		return (await this.holders(roomId, 'owner'))[0];
	}

	protected override getCreatorByName(name: string): Promise<IUser | undefined> {
		return Promise.resolve(this.find((room) => room.name === name)?.creator);
	}

	protected override getMembers(roomId: string): Promise<IUser[]> {
		return this.people(roomId, () => true);
	}

	protected override getOwners(roomId: string): Promise<IUser[]> {
		return this.holders(roomId, 'owner');
	}

	protected override getModerators(roomId: string): Promise<IUser[]> {
		return this.holders(roomId, 'moderator');
	}

	protected override getLeaders(roomId: string): Promise<IUser[]> {
		return this.holders(roomId, 'leader');
	}

	private direct(usernames: string[]): Room | undefined {
		const ids = usernames.map((name) => this.workspace.users.find(({ username }) => username === name)?.id);
		return this.workspace.rooms.find(
			({ type, members }) =>
				type === 'd' && members.length === ids.length && ids.every((id) => members.some(({ userId }) => userId === id)),
		);
	}

	protected override getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
		const room = this.direct(usernames);
		return Promise.resolve(room && toAppRoom(this.workspace, room));
	}

	protected override create(room: IRoom, members: string[]): Promise<string> {
		if ((room.type as string) !== 'd') throw new Error('This workspace lets apps create direct messages only');
		const usernames = [...new Set([room.creator.username, ...members])];
		const existing = this.direct(usernames);
		if (existing) return Promise.resolve(existing.id);
		const users = usernames.map((name) => this.workspace.users.find(({ username }) => username === name));
		if (users.includes(undefined)) throw new Error('Invalid user [error-invalid-user]');
		const created: Room = {
			id: newId(),
			type: 'd',
			members: users.flatMap((user) => (user ? [{ userId: user.id, roles: [] }] : [])),
		};
		this.workspace.rooms.push(created);
		return Promise.resolve(created.id);
	}

	protected override getMessages(roomId: string, options: Partial<GetMessagesOptions>): Promise<IMessageRaw[]> {
		const { limit = 100, skip = 0, sort, showThreadMessages = false } = options;
		const visible = this.workspace.messages.filter(
			(message) => message.roomId === roomId && !message.type && (showThreadMessages || !message.threadId),
		);
		const sign = sort?.createdAt === 'desc' ? -1 : 1;
		if (sort) visible.sort((a, b) => sign * (a.createdAt.getTime() - b.createdAt.getTime()));
		return Promise.resolve(visible.slice(skip, skip + limit).map((message) => toRawMessage(this.workspace, message)));
	}

	/** Nobody reads here, so nothing is ever unread; what counts is who may ask. */
	protected override async getUserUnreadMessageCount(roomId: string, userId: string): Promise<number> {
		const asked = await this.people(roomId, (member) => member.userId === userId);
		if (!asked.length) throw new Error('User not subscribed to room');
		return 0;
	}

	protected override getUnreadByUser = absent('Room.getUnreadByUser');
	protected override getAllRooms = absent('Room.getAllRooms');
	protected override update = absent('Room.update');
	protected override createDiscussion = absent('Room.createDiscussion');
	protected override delete = absent('Room.delete');
	protected override removeUsers = absent('Room.removeUsers');
}
