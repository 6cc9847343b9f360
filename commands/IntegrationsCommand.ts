/** `/integrations`: what was typed becomes a question, and its answer goes to the room, the caller or a panel. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { Answer } from '../lib/answer';
import type { Result } from '../lib/failure';
import { command } from '../lib/query/grammar';
import { parseQuery, type Typed } from '../lib/query/parseQuery';
import { now } from '../lib/util/clock';
import { ask } from './ask';
import { answerPorts, type Engine, lookUpContext, plainQuery, postPorts } from './context';
import { forgetHost, type Memory } from './memory';
import { timeLeft } from './deadlines';
import { type Delivery, handOver, showInTime, tell, tellCaller } from './deliver';
import { logUnforeseen } from './logFailure';
import { showPanel } from './showPanel';

export class IntegrationsCommand implements ISlashCommand {
	public readonly command = command;
	public readonly i18nDescription = 'command_description';
	public readonly i18nParamsExample = 'command_params';
	public readonly providesPreview = false;

	/** `app` must be a field and `executor` a method: the engine replaces `app` by one with a logger for each run. */
	constructor(
		private readonly app: App,
		private readonly memory: Memory,
	) {}

	/** Runs one typed command; called by the engine. Catches every error, so that the caller always gets an answer. */
	public async executor(
		typedIn: SlashCommandContext,
		read: IRead,
		modify: IModify,
		http: IHttp,
		persistence: IPersistence,
	): Promise<void> {
		const startedAt = now();
		const { app, memory } = this;
		const engine = { app, read, http, modify, persistence };
		const typed = parseQuery(typedIn.getArguments());
		const query = typed.ok ? typed.value.query : plainQuery;
		if (query.action === 'status') {
			// `status` must show the settings as they are now, not as they were remembered.
			forgetHost(memory);
		}
		const delivery = this.prepare(query, typedIn, { engine, startedAt });
		const context = delivery.then((prepared) => prepared.context);
		const question = { asked: typed, caller: typedIn.getSender(), room: typedIn.getRoom(), isClick: false };
		const reply = ask(question, { app, ports: answerPorts(engine, memory, context), startedAt });
		try {
			await deliver(reply, await delivery, { triggerId: typedIn.getTriggerId(), modify });
		} catch (error) {
			await tellCaller(logUnforeseen(error, app), await delivery);
		}
	}

	private async prepare(
		query: Typed['query'],
		context: SlashCommandContext,
		{ engine, startedAt }: { readonly engine: Engine; readonly startedAt: number },
	): Promise<Delivery> {
		const [caller, room] = [context.getSender(), context.getRoom()];
		const asker = { caller, room, threadId: context.getThreadId(), timeout: timeLeft(startedAt, 'requests') };
		const found = await lookUpContext(asker, engine.read, this.memory);
		const { threadId = '' } = found.destination;
		return {
			startedAt,
			appId: engine.app.getID(),
			context: found,
			post: postPorts(engine, this.memory),
			asked: { query, origin: { roomId: room.id, askerId: caller.id, threadId } },
			inPlace: undefined,
		};
	}
}

/** What is needed to open a panel. */
interface Opening {
	/** Undefined where the client sent none, as over the REST API: then no panel can be opened. */
	readonly triggerId: string | undefined;
	readonly modify: IModify;
}

async function deliver(reply: Promise<Result<Answer>>, delivery: Delivery, { triggerId, modify }: Opening): Promise<void> {
	if (delivery.asked.query.action !== 'browse') {
		await tell(await reply, delivery);
		return;
	}
	if (!triggerId) {
		const came = await reply;
		await tellCaller(came, delivery, came.ok ? 'noPanel' : undefined);
		return;
	}
	const { view, later } = await showInTime(reply, delivery, false);
	const { caller: user } = delivery.context.destination;
	await Promise.all([view && handOver(showPanel(view, { user, triggerId }, modify), delivery), later]);
}
