/* global setTimeout */
import { post } from './server.js';
import { toast } from './toasts.js';
import { newTrigger, PATIENCE, useTrigger } from './triggers.js';
import { closeView, openView, showErrors, updateView } from './views.js';

/**
 * What the app has a client do.
 * @typedef {{ type: string, triggerId: string, view?: import('./views.js').View, html?: string, viewId?: string, errors?: unknown }} Interaction
 */

/** @type {Record<string, (interaction: Interaction) => void>} */
const handlers = {
	'contextual_bar.open': ({ view, html }) => view && html !== undefined && openView(view, html),
	'contextual_bar.update': ({ view, html }) => view && html !== undefined && updateView(view, html),
	'contextual_bar.close': ({ view }) => view && void closeView(view.id),
	'modal.open': ({ view, html }) => view && html !== undefined && openView(view, html),
	'modal.update': ({ view, html }) => view && html !== undefined && updateView(view, html),
	'modal.close': ({ view }) => view && void closeView(view.id),
	errors: ({ viewId, errors }) => viewId !== undefined && showErrors(viewId, errors),
};

/**
 * Does what the app asks, if this tab asked for it, not too long ago, and for the first time.
 * @param {Interaction} interaction
 */
export function handle(interaction) {
	if (useTrigger(interaction.triggerId)) handlers[interaction.type]?.(interaction);
}

const LATE = Symbol('late');

/**
 * Sends what somebody does to the app, and does what it answers; tells what type that was. A view that was sent and got no answer in
 * time is closed.
 * @param {string} appId
 * @param {Record<string, unknown>} interaction
 * @returns {Promise<string | undefined>}
 */
export async function emit(appId, interaction) {
	const triggerId = newTrigger();
	const answering = post(`interaction/${encodeURIComponent(appId)}`, { ...interaction, triggerId });
	const late = new Promise((resolve) => void setTimeout(() => resolve(LATE), PATIENCE));
	const answer = await Promise.race([answering, late]);
	if (answer === LATE) {
		toast('The app did not answer within 5 seconds. Rocket.Chat waits no longer.');
		if (typeof interaction.viewId === 'string') closeView(interaction.viewId);
		return undefined;
	}
	const answered = /** @type {{ interaction?: Interaction }} */ (answer).interaction;
	if (answered) handle(answered);
	return answered?.type;
}
