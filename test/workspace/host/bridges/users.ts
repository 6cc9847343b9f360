import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserBridge } from '@rocket.chat/apps-engine/server/bridges/UserBridge';
import type { User, Workspace } from '../../model';
import { asPromised, toAppUser } from '../convert';
import { newId } from '../identifier';

/** Looks users up, and creates the app's own. */
export class Users extends UserBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	private find(matches: (user: User) => boolean): Promise<IUser> {
		const user = this.workspace.users.find(matches);
		return asPromised(user && toAppUser(user));
	}

	protected override getById(id: string): Promise<IUser> {
		return this.find((user) => user.id === id);
	}

	protected override getByUsername(username: string): Promise<IUser> {
		return this.find((user) => user.username === username);
	}

	protected override getAppUser(appId?: string): Promise<IUser | undefined> {
		return appId ? this.find((user) => user.appId === appId) : Promise.resolve(undefined);
	}

	protected override create(data: Partial<IUser>, appId: string): Promise<string> {
		const { username = '', name = '', roles = [], type } = data;
		if (String(type) !== 'app') throw new Error('Creating normal users is currently not supported');
		if (this.workspace.users.some((user) => user.username === username)) {
			throw new Error(`The username "${username}" is already being used. Rename or remove the user using it to install this App`);
		}
		const user: User = { id: newId(), username, name, roles, active: true, type: 'app', language: '', tokens: [], appId };
		this.workspace.users.push(user);
		return Promise.resolve(user.id);
	}

	protected override remove(user: IUser): Promise<boolean> {
		this.workspace.users = this.workspace.users.filter(({ id }) => id !== user.id);
		return Promise.resolve(true);
	}

	protected override update(): Promise<boolean> {
		// Only the app user's presence ever changes here, and nobody looks at that.
		return Promise.resolve(true);
	}

	protected override deleteUsersCreatedByApp(appId: string): Promise<boolean> {
		const before = this.workspace.users.length;
		this.workspace.users = this.workspace.users.filter((user) => user.appId !== appId);
		return Promise.resolve(this.workspace.users.length < before);
	}

	protected override deactivate(userId: string): Promise<boolean> {
		const user = this.workspace.users.find(({ id }) => id === userId);
		if (user) user.active = false;
		return Promise.resolve(true);
	}

	protected override getActiveUserCount(): Promise<number> {
		return Promise.resolve(this.workspace.users.filter(({ active, type }) => active && type === 'user').length);
	}

	protected override getUserUnreadMessageCount(): Promise<number> {
		return Promise.resolve(0);
	}

	protected override getUserRoomIds(userId: string): Promise<string[]> {
		const rooms = this.workspace.rooms.filter(({ members }) => members.some((member) => member.userId === userId));
		return Promise.resolve(rooms.map(({ id }) => id));
	}
}
