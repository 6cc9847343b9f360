/** Clicks, in messages and in the panel: hands what they ask to the pipeline, and shows what comes out of it. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type {
	IUIKitResponse,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { isLink } from '../lib/uikit/actions';
import type { Answer } from '../lib/answer';
import type { ReadClick } from '../lib/uikit/click';
import { type Result, success } from '../lib/failure';
import { readBlockAction, readViewSubmit } from '../lib/uikit/payload';
import { renderPanel, type View } from '../lib/uikit/panel';
import { pickLocale, translator } from '../lib/messages/translate';
import { findWhere, type Host, type Interaction, toErrand } from './interaction';
import { type Errand, showInTime, type Shown, tellInTime } from './deliver';
import { inquire } from './ask';
import { answerPorts, type Memory, plainQuery } from './context';
import { unforeseen } from './logFailure';

export class IntegrationsButtons {
	public constructor(private readonly memory: Memory) {}

	/** A button or a choice was clicked. */
	public async clicked(context: UIKitBlockInteractionContext, host: Host): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		return this.serve({ ...data, touched: readBlockAction(data), responder: context.getInteractionResponder() }, host);
	}

	/** The search was sent. */
	public async submitted(context: UIKitViewSubmitInteractionContext, host: Host): Promise<IUIKitResponse> {
		const { view, user, triggerId } = context.getInteractionData();
		const responder = context.getInteractionResponder();
		return this.serve({ user, triggerId, touched: readViewSubmit(view), closes: true, responder }, host);
	}

	/** The only catch-all of clicks: whatever happens, the client gets one interaction. */
	private async serve(interaction: Interaction, host: Host): Promise<IUIKitResponse> {
		const { touched, user } = interaction;
		try {
			return isLink(touched.action) ? toResponse(undefined, interaction) : await this.respond(interaction, host);
		} catch (error) {
			const reply = unforeseen(error, host.app);
			return toResponse(touched.viewId === undefined ? undefined : lostPanel(reply, user, host.app), interaction);
		}
	}

	private async respond(interaction: Interaction, host: Host): Promise<IUIKitResponse> {
		const startedAt = Date.now();
		const where = await findWhere(interaction, host.read, startedAt);
		if (!where.ok) {
			return toResponse(lostPanel(where, interaction.user, host.app), interaction);
		}
		const { click, errand } = await toErrand(interaction, where.value, host, this.memory, startedAt);
		const { view, later } = await show(this.answer(click, errand, host), errand, interaction);
		// The client has its interaction, and waits no longer: what follows reports its own failure.
		void later?.catch((error: unknown) => unforeseen(error, host.app));
		return toResponse(view, interaction);
	}

	private async answer(click: Result<ReadClick>, errand: Errand, { app, read, http }: Host): Promise<Result<Answer>> {
		const { room, caller } = errand.surroundings.destination;
		const asked = click.ok ? success({ query: click.value.query, namedRooms: [], caller, room, click: true } as const) : click;
		return inquire(asked, errand.startedAt, answerPorts(read, http, app.getID(), this.memory), app);
	}
}

/** The one interaction that a click gets. */
function toResponse(view: View | undefined, { touched: { viewId }, closes, responder }: Interaction): IUIKitResponse {
	if (!view) {
		return responder.successResponse();
	}
	return viewId === undefined || closes
		? responder.openContextualBarViewResponse(view)
		: responder.updateContextualBarViewResponse({ id: viewId, ...view });
}

/** The panel where it is not even known which room it is about. */
function lostPanel(reply: Result<Answer>, user: IUser, app: App): View {
	const t = translator(pickLocale([user.settings?.preferences?.language]));
	const origin = { roomId: '', askerId: user.id, threadId: '' };
	return renderPanel(reply, { query: plainQuery, origin }, app.getID(), t);
}

/** Only the panel, and what opens it, are shown by the client: everything else is a message. */
async function show(reply: Promise<Result<Answer>>, errand: Errand, { touched, triggerId }: Interaction): Promise<Shown> {
	const isOpen = touched.viewId !== undefined;
	if (!isOpen && errand.asked.query.action !== 'browse') {
		return tellInTime(reply, errand);
	}
	return triggerId ? showInTime(reply, errand, isOpen) : tellInTime(reply, errand, 'noPanel');
}
