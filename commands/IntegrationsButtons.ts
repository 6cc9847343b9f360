/** Clicks on messages, in the panel and in Rocket.Chat's menus: a click becomes a question, and its answer a message or a panel. */
import type {
	IUIKitResponse,
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { Answer } from '../lib/answer';
import { fail, type Result, success } from '../lib/failure';
import { isLink } from '../lib/uikit/actions';
import { readButtonValue } from '../lib/uikit/buttonValue';
import { renderPanel } from '../lib/uikit/panel';
import { readMenu } from '../lib/uikit/menuEntries';
import { readBlockAction, readViewSubmit } from '../lib/uikit/payload';
import { toView, type View } from '../lib/uikit/stamp';
import { now } from '../lib/util/clock';
import { late, withTimeout } from '../lib/util/timeout';
import { ask } from './ask';
import { answerPorts, callerTranslator, type Engine, lookUpLanguage, plainQuery } from './context';
import { forgetHost, type Memory } from './memory';
import { timeLeft } from './deadlines';
import { refusalInTime, showInTime, type Shown, tellInTime } from './deliver';
import { forReader } from './forReader';
import { type ClickRequest, findRoom, type Interaction, toClickRequest } from './interaction';
import { logUnforeseen } from './logFailure';
import { showPanel } from './showPanel';
import { tellAlone } from './tellAlone';

export class IntegrationsButtons {
	public constructor(private readonly memory: Memory) {}

	/** Answers a click on a button or a choice. */
	public async clicked(context: UIKitBlockInteractionContext, engine: Engine): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		const { user, room, message, triggerId } = data;
		const touched = readBlockAction(data);
		const value = readButtonValue(touched.value);
		const [responder, startedAt] = [context.getInteractionResponder(), now()];
		return this.serve({ touched, value, user, room, message, triggerId, closes: false, responder, startedAt }, engine);
	}

	/** Answers the search of the panel. Such an event says neither the room nor the message. */
	public async submitted(context: UIKitViewSubmitInteractionContext, engine: Engine): Promise<IUIKitResponse> {
		const { view, user, triggerId } = context.getInteractionData();
		const touched = readViewSubmit(view);
		const value = readButtonValue(touched.value);
		const [responder, startedAt] = [context.getInteractionResponder(), now()];
		return this.serve(
			{ touched, value, user, room: undefined, message: undefined, triggerId, closes: true, responder, startedAt },
			engine,
		);
	}

	/** Answers an entry of a room's or a message's menu. */
	public async chosen(context: UIKitActionButtonInteractionContext, engine: Engine): Promise<IUIKitResponse> {
		const { actionId, user, room, message, triggerId } = context.getInteractionData();
		const menu = readMenu(actionId, { room, message });
		const touched = { action: actionId, value: undefined };
		const value = fail({ kind: 'stale' });
		const [responder, startedAt] = [context.getInteractionResponder(), now()];
		return this.serve({ touched, value, menu, user, room, message, triggerId, closes: false, responder, startedAt }, engine);
	}

	/** Catches every error, so that the client always gets its one response. */
	private async serve(interaction: Interaction, engine: Engine): Promise<IUIKitResponse> {
		const { touched, closes, responder } = interaction;
		try {
			return isLink(touched.action) ? responder.successResponse() : await this.respond(interaction, engine);
		} catch (error) {
			const reply = logUnforeseen(error, engine.app);
			if (touched.viewId === undefined) {
				await tellAlone(reply, interaction, { ...engine, memory: this.memory });
				return responder.successResponse();
			}
			// This panel holds no name, and handing it over may be what failed: it is returned.
			const panel = await this.lostPanel(reply, interaction, engine);
			return closes
				? responder.openContextualBarViewResponse(panel)
				: responder.updateContextualBarViewResponse({ id: touched.viewId, ...panel });
		}
	}

	private async respond(interaction: Interaction, engine: Engine): Promise<IUIKitResponse> {
		const room = await findRoom(interaction, engine);
		if (!room.ok) {
			return respondWith(await this.lostPanel(room, interaction, engine), interaction, engine);
		}
		const errand = await toClickRequest(interaction, room.value, { ...engine, memory: this.memory });
		const { view, later } = await show(this.answer(errand, engine), errand, interaction);
		// The client gets its response now. What is still running can only log that it failed.
		void later?.catch((error: unknown) => logUnforeseen(error, engine.app));
		return respondWith(view, interaction, engine);
	}

	private async answer({ click, about, isClick, delivery }: ClickRequest, engine: Engine): Promise<Result<Answer>> {
		const { room, caller } = delivery.context.destination;
		const asked = click.ok ? success({ query: click.value.query, rooms: [] }) : click;
		if (click.ok && click.value.query.action === 'status') {
			forgetHost(this.memory);
		}
		const ports = answerPorts(engine, this.memory, Promise.resolve(delivery.context));
		return ask(
			{ asked, caller, room, isClick, ...(about && { about }) },
			{ app: engine.app, ports, startedAt: delivery.startedAt },
		);
	}

	/** A panel that only shows a failure, where the room is not known. */
	private async lostPanel(failed: Result<Answer>, { user, startedAt }: Interaction, { app, read }: Engine): Promise<View> {
		const language = await lookUpLanguage(timeLeft(startedAt, 'look'), read, this.memory);
		const origin = { roomId: '', askerId: user.id, threadId: '' };
		const reply = forReader(failed, user);
		return toView(renderPanel(reply, { query: plainQuery, origin }, callerTranslator(user, language)), app.getID());
	}
}

/**
 * Shows a panel, if there is one: a new one, or new content of the open one; gives the response to the click. The engine writes
 * what is returned into the app's log, where no name belongs, so the panel takes another way: the trigger id that a client accepts
 * once. A sent form alone returns its panel, because the client closes it otherwise.
 */
async function respondWith(view: View | undefined, interaction: Interaction, { modify }: Engine): Promise<IUIKitResponse> {
	const { touched, triggerId, user, closes, responder, startedAt } = interaction;
	if (view && closes) {
		return responder.openContextualBarViewResponse(view);
	}
	if (view && triggerId) {
		const shown = showPanel(view, { user, triggerId, viewId: touched.viewId }, modify);
		await withTimeout(shown, timeLeft(startedAt, 'view'), late);
	}
	return responder.successResponse();
}

/** Answers in the panel what is clicked there, or opens it; everything else is answered by a message. */
async function show(
	reply: Promise<Result<Answer>>,
	{ click, delivery }: ClickRequest,
	{ touched, triggerId }: Interaction,
): Promise<Shown> {
	const refusal = await refusalInTime(reply, delivery);
	if (refusal) {
		return { view: refusal };
	}
	const isOpen = touched.viewId !== undefined;
	if (!isOpen && delivery.asked.query.action !== 'browse') {
		return tellInTime(reply, delivery, click.ok ? click.value.preface : undefined);
	}
	return triggerId ? showInTime(reply, delivery, isOpen) : tellInTime(reply, delivery, 'noPanel');
}
