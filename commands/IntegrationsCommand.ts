/** `/integrations`: hands what was typed to the pipeline, and what comes out of it to the one who should read it. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { Answer, AnswerPorts } from '../lib/answer';
import { answer } from '../lib/answer';
import type { Cache } from '../lib/cache';
import type { Failure, Result } from '../lib/failure';
import { fail, success } from '../lib/failure';
import { renderFailure } from '../lib/failureMessage';
import type { Limits } from '../lib/limits';
import { renderForCallerOnly } from '../lib/message';
import type { Destination, PostPorts } from '../lib/post';
import { findThread, notifyCaller, postToRoom } from '../lib/post';
import { command } from '../lib/grammar';
import { renderHelp } from '../lib/helpMessage';
import { parseQuery } from '../lib/query';
import { renderAnswer } from '../lib/render';
import { readLanguage } from '../lib/serverSettings';
import type { SettingsMemory } from '../lib/settingsMemory';
import type { Translate } from '../lib/strings';
import { pickLocale, translator } from '../lib/strings';

/** From the executor's first line on, in milliseconds; the host gives up after 30 s. */
const patience = 25_000;

/** Where answers go, and in which language: for the room the workspace's, for the caller the caller's own. */
interface Surroundings {
	readonly destination: Destination;
	readonly forRoom: Translate;
	readonly forCaller: Translate;
}

const lookAround = async (context: SlashCommandContext, read: IRead): Promise<Surroundings> => {
	const [caller, room] = [context.getSender(), context.getRoom()];
	const [language, sender, threadId] = await Promise.all([
		readLanguage(read.getEnvironmentReader().getServerSettings()),
		read
			.getUserReader()
			.getAppUser()
			.catch(() => undefined),
		findThread(context.getThreadId(), room.id, read.getMessageReader()),
	]);
	return {
		destination: { room, caller, sender, threadId },
		forRoom: translator(pickLocale([language])),
		forCaller: translator(pickLocale([caller.settings?.preferences?.language, language])),
	};
};

/** What outlives one command. */
export interface Memory {
	readonly cache: Cache;
	readonly limits: Limits;
	readonly settings: SettingsMemory;
}

const answerPorts = (read: IRead, http: IHttp, appId: string, { cache, limits, settings }: Memory): AnswerPorts => ({
	cache,
	limits,
	readSettings: async () => settings.recall(read.getEnvironmentReader().getSettings()),
	http,
	now: Date.now,
	appId,
	users: read.getUserReader(),
	rooms: read.getRoomReader(),
	roles: read.getRoleReader(),
	serverSettings: read.getEnvironmentReader().getServerSettings(),
});

/** From the words to what is to be said; nothing is sent yet. */
const respond = async (context: SlashCommandContext, ports: AnswerPorts): Promise<Result<'help' | Answer>> => {
	const deadline = ports.now() + patience;
	const typed = parseQuery(context.getArguments());
	if (!typed.ok) {
		return typed;
	}
	const { query, rooms: namedRooms } = typed.value;
	if (query.action === 'help') {
		return success('help');
	}
	return answer({ query, namedRooms, caller: context.getSender(), room: context.getRoom(), deadline }, ports);
};

/** Only a summary is for the room; one that the room does not take goes to the caller, with the reason. */
const deliverAnswer = async (
	answered: Answer,
	{ destination, forRoom, forCaller }: Surroundings,
	post: PostPorts,
): Promise<void> => {
	const isForRoom = answered.kind === 'report' && answered.report.audience === 'room';
	const obstacle = isForRoom ? await postToRoom(renderAnswer(answered, forRoom), destination, post) : undefined;
	if (!isForRoom || obstacle) {
		const message = renderAnswer(answered, forCaller);
		await notifyCaller(obstacle ? renderForCallerOnly(message, obstacle, forCaller) : message, destination, post);
	}
};

export class IntegrationsCommand implements ISlashCommand {
	public readonly command = command;
	public readonly i18nDescription = 'command_description';
	public readonly i18nParamsExample = 'command_params';
	public readonly providesPreview = false;

	/** The engine finds the app here, to give each run a logger of its own: no arrow function for the executor, then. */
	constructor(
		private readonly app: App,
		private readonly memory: Memory,
	) {}

	/** The engine's way in, and the only catch-all: whatever happens, the caller gets an answer. */
	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp): Promise<void> {
		const post: PostPorts = { creator: modify.getCreator(), notifier: modify.getNotifier() };
		const surroundings = lookAround(context, read);
		try {
			const reply = await respond(context, answerPorts(read, http, this.app.getID(), this.memory));
			await this.deliver(reply, await surroundings, post);
		} catch (error) {
			await this.deliver(fail(this.unforeseen(error)), await surroundings, post);
		}
	}

	private async deliver(reply: Result<'help' | Answer>, surroundings: Surroundings, post: PostPorts): Promise<void> {
		const { destination, forCaller } = surroundings;
		if (!reply.ok) {
			this.app.getLogger().warn({ failure: reply.failure.kind });
			await notifyCaller(renderFailure(reply.failure, forCaller), destination, post);
		} else if (reply.value === 'help') {
			await notifyCaller(renderHelp(forCaller), destination, post);
		} else {
			await deliverAnswer(reply.value, surroundings, post);
		}
	}

	/** An error's text may quote anything: only its name goes into the log, under the id that the caller is told. */
	private unforeseen(error: unknown): Failure {
		const id = Math.random().toString(36).slice(2, 8);
		this.app.getLogger().error({ unforeseen: id, error: error instanceof Error ? error.constructor.name : typeof error });
		return { kind: 'unforeseen', id };
	}
}
