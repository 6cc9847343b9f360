/** What every way in needs of the host: who asks where, in which languages to answer, and the ports of the pipeline. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnswerPorts } from '../lib/answer';
import type { PeopleMemory } from '../lib/host/people';
import { type Destination, findThread, type PostPorts } from '../lib/host/post';
import { type HostMemory, rememberingReader } from '../lib/host/remember';
import { readLanguage } from '../lib/host/workspaceSettings';
import { pickLocale, type Translate, translator } from '../lib/messages/translate';
import type { Query } from '../lib/query/query';
import type { Cache } from '../lib/rest/cache';
import type { RateLimits } from '../lib/rest/rateLimits';
import { readSettings } from '../lib/settings';
import { withTimeout } from '../lib/util/timeout';

/** What stands for words, or for a click, that cannot be read. */
export const plainQuery: Query = { action: 'list', page: 1 };

/** What the engine hands over with a command or a click. */
export interface Engine {
	readonly app: App;
	readonly read: IRead;
	readonly http: IHttp;
	readonly modify: IModify;
}

/** What outlives one command. */
export interface Memory {
	readonly cache: Cache;
	readonly limits: RateLimits;
	readonly people: PeopleMemory;
	/** The app's own, as they were typed. */
	readonly settings: HostMemory<unknown>;
	readonly serverSettings: HostMemory<unknown>;
	readonly appUser: HostMemory<IUser | undefined>;
}

/** Where answers go, and in which language: for the room the workspace's, for the caller the caller's own. */
export interface Context {
	readonly destination: Destination;
	readonly forRoom: Translate;
	readonly forCaller: Translate;
}

export interface Asker {
	readonly caller: IUser;
	readonly room: IRoom;
	/** As the client says: it may be another room's. */
	readonly threadId: string | undefined;
	/** Milliseconds that the look-ups may take. */
	readonly patience: number;
}

/** Looks up the app's user and the language, and whether the thread is the room's. What is not there in time stays unknown. */
export async function lookUpContext(
	{ caller, room, threadId: said, patience }: Asker,
	read: IRead,
	memory: Memory,
): Promise<Context> {
	const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => withTimeout(work, patience, undefined);
	const [language, sender, threadId] = await Promise.all([
		inTime(readLanguage(rememberingReader(memory.serverSettings, read.getEnvironmentReader().getServerSettings()))),
		inTime(memory.appUser.recall('', async () => read.getUserReader().getAppUser()).catch(() => undefined)),
		inTime(findThread(said, room.id, read.getMessageReader())),
	]);
	return {
		destination: { room, caller, sender, threadId },
		forRoom: translator(pickLocale([language])),
		forCaller: translator(pickLocale([caller.settings?.preferences?.language, language])),
	};
}

/** The host as the pipeline sees it. */
export function answerPorts({ app, read, http }: Omit<Engine, 'modify'>, memory: Memory): AnswerPorts {
	const { cache, limits, people, settings, serverSettings } = memory;
	return {
		cache,
		limits,
		people,
		readSettings: async () => readSettings(rememberingReader(settings, read.getEnvironmentReader().getSettings())),
		http,
		now: Date.now,
		appId: app.getID(),
		users: read.getUserReader(),
		rooms: read.getRoomReader(),
		roles: read.getRoleReader(),
		serverSettings: rememberingReader(serverSettings, read.getEnvironmentReader().getServerSettings()),
	};
}

/** The ways in which a message is sent. */
export function postPorts(modify: IModify): PostPorts {
	return {
		creator: modify.getCreator(),
		updater: modify.getUpdater(),
		notifier: modify.getNotifier(),
	};
}

/** Has everything that is set somewhere read anew: by whoever sets the app up, or checks how it is set up. */
export function forgetSettings({ settings, serverSettings }: Memory): void {
	settings.forget();
	serverSettings.forget();
}
