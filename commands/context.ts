/** What commands and clicks have in common: where and in which languages to answer, and the ports for `lib/`. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnswerPorts } from '../lib/answer';
import { type Destination, findThread, type PostPorts } from '../lib/host/post';
import { rememberingReader } from '../lib/host/remember';
import { readLanguage } from '../lib/host/workspaceSettings';
import { renderRow } from '../lib/messages/renderRow';
import { pickLocale, type Translate, translator } from '../lib/messages/translate';
import type { Query } from '../lib/query/query';
import { readSettings } from '../lib/settings';
import { now } from '../lib/util/clock';
import { withTimeout } from '../lib/util/timeout';
import type { Memory } from './memory';
import { scheduleRounds } from './schedule';
import { reportSender } from './sendReport';

/** Used where what was typed or clicked could not be read: the plain list. */
export const plainQuery: Query = { action: 'list', page: 1 };

/** What the engine hands over with a command or a click. */
export interface Engine {
	readonly app: App;
	readonly read: IRead;
	readonly http: IHttp;
	readonly modify: IModify;
	readonly persistence: IPersistence;
}

/** Where answers go, and in which language: for the room the workspace's, for the caller the caller's own. */
export interface Context {
	readonly destination: Destination;
	readonly forRoom: Translate;
	readonly forCaller: Translate;
}

/** Who asks, and where. */
interface Asker {
	readonly caller: IUser;
	readonly room: IRoom;
	/** As the client sent it, unchecked: it may be a thread of another room. */
	readonly threadId: string | undefined;
	/** Milliseconds that the look-ups may take. */
	readonly timeout: number;
}

/** Looks up the app's user, the workspace's language, and whether the thread is of this room. What fails or is late is undefined. */
export async function lookUpContext(
	{ caller, room, threadId: sent, timeout }: Asker,
	read: IRead,
	memory: Memory,
): Promise<Context> {
	const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => withTimeout(work, timeout, undefined);
	const [language, sender, threadId] = await Promise.all([
		lookUpLanguage(timeout, read, memory),
		inTime(findAppUser(read, memory)),
		inTime(findThread(sent, room.id, read.getMessageReader())),
	]);
	return {
		destination: { room, caller, sender, threadId },
		forRoom: translator(pickLocale([language])),
		forCaller: callerTranslator(caller, language),
	};
}

/** The app's own user, or that it was deleted; undefined where it cannot be looked up. */
async function findAppUser(read: IRead, memory: Memory): Promise<Destination['sender']> {
	return memory.appUser
		.recall('', async () => read.getUserReader().getAppUser())
		.then((user) => user ?? ('missing' as const))
		.catch(() => undefined);
}

/** The language of the workspace; undefined where it has none, or it cannot be read in time. */
export async function lookUpLanguage(
	timeout: number,
	read: IRead,
	{ serverSettings }: Pick<Memory, 'serverSettings'>,
): Promise<string | undefined> {
	const reader = rememberingReader(serverSettings, read.getEnvironmentReader().getServerSettings());
	return withTimeout(readLanguage(reader), timeout, undefined);
}

/** Sentences in somebody's own language; where they chose none, or their record holds no text there, in the workspace's. */
export function callerTranslator({ settings }: Pick<IUser, 'settings'>, language: string | undefined): Translate {
	return translator(pickLocale([settings?.preferences?.language, language]));
}

/** The ports of `answer`, made of what the engine hands over; `context` tells the languages in which lines are measured, where any is. */
export function answerPorts(engine: Engine, memory: Memory, context?: Promise<Context>): AnswerPorts {
	const { app, read, http, modify, persistence } = engine;
	const { cache, limits, people, places, lookUps, settings, serverSettings } = memory;
	return {
		cache,
		limits,
		people,
		places,
		lookUps,
		readSettings: async () => readSettings(rememberingReader(settings, read.getEnvironmentReader().getSettings())),
		lineLength: async (audience) => {
			const found = await context;
			const t = (audience === 'room' ? found?.forRoom : found?.forCaller) ?? translator('en');
			return (row, listing) => renderRow(row, listing, t).length;
		},
		store: { reader: read.getPersistenceReader(), writer: persistence },
		sendFile: reportSender(engine, context),
		schedule: async () => scheduleRounds(modify.getScheduler()),
		http,
		now,
		appId: app.getID(),
		appVersion: app.getVersion(),
		users: read.getUserReader(),
		self: read.getUserReader(),
		rooms: read.getRoomReader(),
		roles: read.getRoleReader(),
		serverSettings: rememberingReader(serverSettings, read.getEnvironmentReader().getServerSettings()),
	};
}

/** The ports for posting, changing and privately showing messages. */
export function postPorts({ read, modify }: Pick<Engine, 'read' | 'modify'>, { serverSettings }: Memory): PostPorts {
	return {
		rooms: read.getRoomReader(),
		serverSettings: rememberingReader(serverSettings, read.getEnvironmentReader().getServerSettings()),
		creator: modify.getCreator(),
		updater: modify.getUpdater(),
		notifier: modify.getNotifier(),
	};
}
