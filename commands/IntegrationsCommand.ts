/** `/integrations`: hands what was typed to the pipeline, and what comes out of it to the one who should read it. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import type { Answer } from '../lib/answer';
import { type Result, success } from '../lib/failure';
import { command } from '../lib/query/grammar';
import type { View } from '../lib/uikit/panel';
import { parseQuery, type Typed } from '../lib/query/parseQuery';
import { type Errand, handOver, showInTime, tell, tellCaller } from './deliver';
import { inquire, type Inquiry } from './ask';
import { timeLeft } from './deadlines';
import { answerPorts, forgetSettings, lookAround, type Memory, plainQuery, postPorts } from './context';
import { unforeseen } from './logFailure';

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
		const [startedAt, appId] = [Date.now(), this.app.getID()];
		const typed = parseQuery(context.getArguments());
		const asked = typed.ok ? typed.value : { query: plainQuery };
		if (asked.query.action === 'status') {
			// Who mends a setting wants to see that it is mended.
			forgetSettings(this.memory);
		}
		const errand = toErrand(asked, context, read, modify, { startedAt, appId }, this.memory);
		const ports = answerPorts(read, http, appId, this.memory);
		const reply = inquire(toInquiry(typed, context), startedAt, ports, this.app);
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
		await Promise.all([view && handOver(open(view), errand), later]);
	}
}

async function toErrand(
	{ query }: Pick<Typed, 'query'>,
	context: SlashCommandContext,
	read: IRead,
	modify: IModify,
	{ startedAt, appId }: Pick<Errand, 'startedAt' | 'appId'>,
	memory: Memory,
): Promise<Errand> {
	const [caller, room] = [context.getSender(), context.getRoom()];
	const asking = { caller, room, threadId: context.getThreadId() };
	const surroundings = await lookAround(asking, read, memory, timeLeft(startedAt, 'requests'));
	const { threadId = '' } = surroundings.destination;
	return {
		...{ startedAt, appId, surroundings, post: postPorts(modify) },
		asked: { query, origin: { roomId: room.id, askerId: caller.id, threadId } },
	};
}

function toInquiry(typed: Result<Typed>, context: SlashCommandContext): Inquiry {
	if (!typed.ok) {
		return typed;
	}
	const { query, rooms: namedRooms } = typed.value;
	return success({ query, namedRooms, caller: context.getSender(), room: context.getRoom() });
}
