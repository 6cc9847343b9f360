/** What the app asks Rocket.Chat through the engine: each function takes the part of it that it uses. */
import type { IRoleRead, IRoomRead, IServerSettingRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';

export interface HostPorts {
	/** The app's own id. */
	readonly appId: string;
	readonly users: Pick<IUserRead, 'getById'>;
	readonly rooms: Pick<IRoomRead, 'getOwners' | 'getModerators' | 'getLeaders' | 'getUserUnreadMessageCount' | 'getMessages'>;
	readonly roles: Pick<IRoleRead, 'getOneByIdOrName'>;
	readonly serverSettings: Pick<IServerSettingRead, 'getValueById'>;
}
