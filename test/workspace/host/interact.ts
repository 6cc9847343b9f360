import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata';
import type { Workspace } from '../model';
import { toAppMessage, toAppRoom, toAppUser } from './convert';
import type { OpenedView } from './bridges/interactions';
import type { Host } from './host';

/** A host as far as it is handed events, and has clients show views. */
export interface EventTarget extends Pick<Host, 'workspace' | 'executeListener'> {
	readonly bridges: { readonly interactions: { readonly opened: OpenedView[] } };
}

/** A control that somebody uses: what the client sends of it. */
export interface Control {
	readonly actionId: string;
	readonly blockId: string;
	readonly value?: unknown;
}

/** Where the control is: in a message (or in what only one person sees, which is stored nowhere), or in a view. */
export type Container = { readonly roomId: string; readonly messageId: string } | { readonly viewId: string };

/** A view as a client has it. */
export interface ShownView {
	readonly id: string;
	readonly blocks: readonly unknown[];
}

/** What the server answers to the client: mostly with an interaction. */
export type ServerAnswer = Readonly<Record<string, unknown>> & { readonly success: boolean; readonly view?: ShownView };

interface Sent {
	readonly appId: string;
	readonly userId: string;
	/** A client makes one for each interaction; the oldest ones do not. */
	readonly triggerId?: string;
}

function userOf({ users }: Workspace, id: string): ReturnType<typeof toAppUser> {
	const user = users.find((one) => one.id === id);
	if (!user) throw new Error(`No user ${id} in this workspace`);
	return toAppUser(user);
}

/** The room and the message as the server looks them up, by ids that it does not check. A view's click names neither. */
function placeOf(workspace: Workspace, container: Container): Record<string, unknown> {
	if ('viewId' in container) return { container: { type: 'view', id: container.viewId } };
	const room = workspace.rooms.find(({ id }) => id === container.roomId);
	const message = workspace.messages.find(({ id }) => id === container.messageId);
	return {
		container: { type: 'message', id: container.messageId },
		room: room && toAppRoom(workspace, room),
		message: message && toAppMessage(workspace, message),
	};
}

async function send(host: EventTarget, data: Record<string, unknown>): Promise<ServerAnswer> {
	const answer = await host.executeListener(AppInterface.IUIKitInteractionHandler, data as never);
	return answer as unknown as ServerAnswer;
}

/** Hands a click on a button or a choice to the app, as the server does. */
export async function sendBlockAction(
	host: EventTarget,
	sent: Sent,
	control: Control,
	container: Container,
): Promise<ServerAnswer> {
	const { actionId, blockId, value } = control;
	const place = placeOf(host.workspace, container);
	const user = userOf(host.workspace, sent.userId);
	return send(host, { type: 'blockAction', ...sent, user, actionId, payload: { blockId, value }, ...place });
}

/** An entry of one of the server's own menus. */
export interface MenuEntry {
	readonly actionId: string;
	/** `roomAction`, `messageAction` … */
	readonly context: string;
}

/** Hands an entry of a menu to the app, as the server does: the room and the message by ids that it does not check. */
export async function sendActionButton(
	host: EventTarget,
	sent: Sent,
	{ actionId, context }: MenuEntry,
	place: { readonly roomId: string; readonly messageId?: string },
): Promise<ServerAnswer> {
	const user = userOf(host.workspace, sent.userId);
	const { room, message } = placeOf(host.workspace, { messageId: '', ...place });
	const named = place.messageId === undefined ? { room } : { room, message };
	return send(host, { type: 'actionButton', ...sent, user, actionId, payload: { context }, ...named });
}

/** Hands a view that was sent to the app, with what was typed: by block, then by action. */
export async function sendViewSubmit(
	host: EventTarget,
	sent: Sent,
	view: ShownView,
	state: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<ServerAnswer> {
	const user = userOf(host.workspace, sent.userId);
	return send(host, { type: 'viewSubmit', ...sent, user, payload: { view: { ...view, state } } });
}

/** Tells the app that a view was closed: cleared by its cross, not so by its button. */
export async function sendViewClosed(host: EventTarget, sent: Sent, view: ShownView, isCleared = false): Promise<ServerAnswer> {
	const user = userOf(host.workspace, sent.userId);
	return send(host, { type: 'viewClosed', ...sent, user, payload: { view, isCleared } });
}
