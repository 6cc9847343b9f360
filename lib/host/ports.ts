/** What the app reads of Rocket.Chat through the engine. A function takes the part that it uses, by `Pick`. */
import type { IRoleRead, IRoomRead, IServerSettingRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';

/** The engine's accessors, reduced to what is called. */
export interface HostPorts {
	/** The app's own id. */
	readonly appId: string;
	readonly users: Pick<IUserRead, 'getById' | 'getByUsername'>;
	readonly rooms: Pick<
		IRoomRead,
		'getById' | 'getByName' | 'getOwners' | 'getModerators' | 'getLeaders' | 'getUserUnreadMessageCount' | 'getMessages'
	>;
	readonly roles: Pick<IRoleRead, 'getOneByIdOrName'>;
	readonly serverSettings: Pick<IServerSettingRead, 'getValueById'>;
}
