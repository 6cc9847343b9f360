/** `/integrations`: hands what was typed to the pipeline, and what comes out of it to the one who should read it. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import type { Answer, AnswerPorts } from '../lib/answer';
import { answer } from '../lib/answer';
import type { Result } from '../lib/failure';
import { command } from '../lib/grammar';
import type { View } from '../lib/panel';
import type { Typed } from '../lib/query';
import { parseQuery } from '../lib/query';
import type { Errand } from './delivery';
import { showInTime, tell, tellCaller } from './delivery';
import type { Memory } from './surroundings';
import { answerPorts, lookAround, patience, plainQuery, postPorts } from './surroundings';
import { logged, unforeseen } from './unforeseen';

/** From the words to what is to be said; nothing is sent yet. */
const respond = async (typed: Result<Typed>, context: SlashCommandContext, ports: AnswerPorts): Promise<Result<Answer>> => {
	if (!typed.ok) {
		return typed;
	}
	const { query, rooms: namedRooms } = typed.value;
	const deadline = ports.now() + patience;
	return answer({ query, namedRooms, caller: context.getSender(), room: context.getRoom(), deadline }, ports);
};

const toErrand = async (
	{ query }: Pick<Typed, 'query'>,
	context: SlashCommandContext,
	read: IRead,
	modify: IModify,
	appId: string,
	memory: Memory,
): Promise<Errand> => {
	const startedAt = Date.now();
	const [caller, room] = [context.getSender(), context.getRoom()];
	const surroundings = await lookAround({ caller, room, threadId: context.getThreadId() }, read, memory);
	const { threadId = '' } = surroundings.destination;
	return {
		...{ startedAt, appId, surroundings, post: postPorts(modify) },
		asked: { query, origin: { roomId: room.id, askerId: caller.id, threadId } },
	};
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

	/** The engine's way in, and its only catch-all: whatever happens, the caller gets an answer. */
	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp): Promise<void> {
		const typed = parseQuery(context.getArguments());
		const asked = typed.ok ? typed.value : { query: plainQuery };
		if (asked.query.action === 'status') {
			// Who mends a setting wants to see that it is mended.
			this.memory.settings.forget();
			this.memory.serverSettings.forget();
		}
		const errand = toErrand(asked, context, read, modify, this.app.getID(), this.memory);
		const reply = respond(typed, context, answerPorts(read, http, this.app.getID(), this.memory))
			.catch((error: unknown) => unforeseen(error, this.app))
			.then((came) => logged(came, this.app));
		try {
			await this.deliver(reply, await errand, context.getTriggerId(), modify);
		} catch (error) {
			await tellCaller(unforeseen(error, this.app), await errand);
		}
	}

	private async deliver(
		reply: Promise<Result<Answer>>,
		errand: Errand,
		triggerId: string | undefined,
		modify: IModify,
	): Promise<void> {
		if (errand.asked.query.action !== 'browse') {
			await tell(await reply, errand);
			return;
		}
		if (!triggerId) {
			await tellCaller(await reply, errand, 'noPanel');
			return;
		}
		const { view, later } = await showInTime(reply, errand, false);
		const { caller } = errand.surroundings.destination;
		const open = async (shown: View): Promise<void> =>
			modify.getUiController().openSurfaceView({ type: UIKitSurfaceType.CONTEXTUAL_BAR, ...shown }, { triggerId }, caller);
		await Promise.all([view && open(view), later]);
	}
}
