/** Clicks on messages and in the panel: a click becomes a question, and its answer a message or a panel. */
import type {
	IUIKitResponse,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { Answer } from '../lib/answer';
import { type Result, success } from '../lib/failure';
import { isLink } from '../lib/uikit/actions';
import { readButtonValue } from '../lib/uikit/buttonValue';
import { renderPanel } from '../lib/uikit/panel';
import { readBlockAction, readViewSubmit } from '../lib/uikit/payload';
import { toView, type View } from '../lib/uikit/stamp';
import { ask } from './ask';
import { answerPorts, type Engine, lookUpLanguage, type Memory, plainQuery, callerTranslator } from './context';
import { timeLeft } from './deadlines';
import { type Delivery, refusalInTime, showInTime, type Shown, tellInTime } from './deliver';
import { type ClickRequest, findRoom, type Interaction, toClickRequest } from './interaction';
import { logUnforeseen } from './logFailure';

export class IntegrationsButtons {
	public constructor(private readonly memory: Memory) {}

	/** Answers a click on a button or a choice. */
	public async clicked(context: UIKitBlockInteractionContext, engine: Engine): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		const { user, room, message, triggerId } = data;
		const touched = readBlockAction(data);
		const value = readButtonValue(touched.value);
		const [responder, startedAt] = [context.getInteractionResponder(), Date.now()];
		return this.serve({ touched, value, user, room, message, triggerId, closes: false, responder, startedAt }, engine);
	}

	/** Answers the search of the panel. Such an event says neither the room nor the message. */
	public async submitted(context: UIKitViewSubmitInteractionContext, engine: Engine): Promise<IUIKitResponse> {
		const { view, user, triggerId } = context.getInteractionData();
		const touched = readViewSubmit(view);
		const value = readButtonValue(touched.value);
		const [responder, startedAt] = [context.getInteractionResponder(), Date.now()];
		return this.serve(
			{ touched, value, user, room: undefined, message: undefined, triggerId, closes: true, responder, startedAt },
			engine,
		);
	}

	/** Catches every error, so that the client always gets its one response. */
	private async serve(interaction: Interaction, engine: Engine): Promise<IUIKitResponse> {
		const { touched } = interaction;
		try {
			return isLink(touched.action) ? toResponse(undefined, interaction) : await this.respond(interaction, engine);
		} catch (error) {
			const reply = logUnforeseen(error, engine.app);
			return toResponse(touched.viewId === undefined ? undefined : await this.lostPanel(reply, interaction, engine), interaction);
		}
	}

	private async respond(interaction: Interaction, engine: Engine): Promise<IUIKitResponse> {
		const room = await findRoom(interaction, engine);
		if (!room.ok) {
			return toResponse(await this.lostPanel(room, interaction, engine), interaction);
		}
		const errand = await toClickRequest(interaction, room.value, { ...engine, memory: this.memory });
		const { view, later } = await show(this.answer(errand, engine), errand.delivery, interaction);
		// The client gets its response now. What is still running can only log that it failed.
		void later?.catch((error: unknown) => logUnforeseen(error, engine.app));
		return toResponse(view, interaction);
	}

	private async answer({ click, delivery }: ClickRequest, engine: Engine): Promise<Result<Answer>> {
		const { room, caller } = delivery.context.destination;
		const asked = click.ok ? success({ query: click.value.query, rooms: [] }) : click;
		const ports = answerPorts(engine, this.memory);
		return ask({ asked, caller, room, isClick: true }, { app: engine.app, ports, startedAt: delivery.startedAt });
	}

	/** A panel that only shows a failure, where the room is not known. */
	private async lostPanel(reply: Result<Answer>, { user, startedAt }: Interaction, { app, read }: Engine): Promise<View> {
		const language = await lookUpLanguage(timeLeft(startedAt, 'look'), read, this.memory);
		const origin = { roomId: '', askerId: user.id, threadId: '' };
		return toView(renderPanel(reply, { query: plainQuery, origin }, callerTranslator(user, language)), app.getID());
	}
}

/** The response to a click: nothing to show, a new panel, or new content of the open one. A sent form closes its panel. */
function toResponse(view: View | undefined, { touched: { viewId }, closes, responder }: Interaction): IUIKitResponse {
	if (!view) {
		return responder.successResponse();
	}
	return viewId === undefined || closes
		? responder.openContextualBarViewResponse(view)
		: responder.updateContextualBarViewResponse({ id: viewId, ...view });
}

/** Answers in the panel what is clicked there, or opens it; everything else is answered by a message. */
async function show(reply: Promise<Result<Answer>>, delivery: Delivery, { touched, triggerId }: Interaction): Promise<Shown> {
	const refusal = await refusalInTime(reply, delivery);
	if (refusal) {
		return { view: refusal };
	}
	const isOpen = touched.viewId !== undefined;
	if (!isOpen && delivery.asked.query.action !== 'browse') {
		return tellInTime(reply, delivery);
	}
	return triggerId ? showInTime(reply, delivery, isOpen) : tellInTime(reply, delivery, 'noPanel');
}
