import {
	isMessageBlockActionUserInteraction,
	isMesssageActionButtonUserInteraction,
	isRoomActionButtonUserInteraction,
	isViewBlockActionUserInteraction,
	isViewClosedUserInteraction,
	isViewSubmitUserInteraction,
} from 'ui-kit-next';
import { sendActionButton, type ServerAnswer, sendBlockAction, sendViewClosed, sendViewSubmit } from '../host/interact';
import type { User } from '../model';
import { messageOf } from '../start/failures';
import type { Inhabited } from './inhabited';
import { sentences } from './sentences';
import type { Outcome } from './typed';
import { type Interaction, type ShownInteraction, showInteraction } from './views';
import { languageOf } from './visitor';

/** An interaction as a client sends it, to the app that it names. */
export interface Used {
	readonly user: User;
	readonly appId: string;
	/** Whatever came: ui-kit tells what is one. */
	readonly interaction: unknown;
}

/** What a client gets: what it is to show, if anything, or what went wrong. */
export interface Answered extends Outcome {
	readonly interaction?: ShownInteraction;
}

/** Hands it on as the server's endpoint does; undefined where no client sends such a thing. */
function handOn({ host }: Inhabited, { user, appId, interaction }: Used): Promise<ServerAnswer> | undefined {
	const userId = user.id;
	if (isMessageBlockActionUserInteraction(interaction)) {
		const { actionId, payload, rid, mid, triggerId } = interaction;
		return sendBlockAction(host, { appId, userId, triggerId }, { actionId, ...payload }, { roomId: rid, messageId: mid });
	}
	if (isViewBlockActionUserInteraction(interaction)) {
		const { actionId, payload, container, triggerId } = interaction;
		return sendBlockAction(host, { appId, userId, triggerId }, { actionId, ...payload }, { viewId: container.id });
	}
	if (isViewSubmitUserInteraction(interaction)) {
		const { payload, triggerId } = interaction;
		return sendViewSubmit(host, { appId, userId, triggerId }, payload.view, payload.view.state);
	}
	if (isViewClosedUserInteraction(interaction)) {
		const { payload, triggerId } = interaction;
		return sendViewClosed(host, { appId, userId, triggerId }, payload.view, payload.isCleared);
	}
	if (isRoomActionButtonUserInteraction(interaction) || isMesssageActionButtonUserInteraction(interaction)) {
		const { actionId, payload, rid, mid, triggerId } = interaction;
		const place = { roomId: rid, ...(mid !== undefined && { messageId: mid }) };
		return sendActionButton(host, { appId, userId, triggerId }, { actionId, context: payload.context }, place);
	}
	return undefined;
}

/** Does what a control asks, and tells what the app has the client show. */
export async function useControl(inhabited: Inhabited, used: Used): Promise<Answered> {
	if (used.appId !== inhabited.appId) return { failure: sentences.noSuchApp(used.appId) };
	const handed = handOn(inhabited, used);
	if (!handed) return { failure: sentences.notAnInteraction };
	try {
		const answer = await handed;
		const language = languageOf(used.user, inhabited.workspace);
		return 'type' in answer ? { interaction: showInteraction(answer as unknown as Interaction, language) } : {};
	} catch (error) {
		return { failure: sentences.appFailed(messageOf(error)) };
	}
}
