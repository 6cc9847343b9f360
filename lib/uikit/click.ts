/** What a click asks, if it is one that the app offered: whatever a client sends is looked at here, and nowhere else. */
import { fail, type Result, success } from '../failure';
import { actOn } from './actions';
import { type Asked, type ButtonValue, isOffered } from './buttonValue';
import type { Touched } from './payload';

/** A message as the engine hands it over with a click: the server looked it up by the id that the client sent. */
interface ClickedMessage {
	readonly id?: string;
	readonly room: { readonly id: string };
	readonly sender: { readonly id: string };
	readonly blocks?: readonly unknown[];
}

/** Who clicked what, and where. */
export interface Click {
	readonly touched: Touched;
	/** What the control carries. */
	readonly value: Result<ButtonValue>;
	readonly userId: string;
	/** Undefined for a control of a panel. */
	readonly roomId: string | undefined;
	/** Undefined for what only one person sees: that is stored nowhere. */
	readonly message: ClickedMessage | undefined;
}

export interface ReadClick extends Asked {
	/** The posted message that changes in place: only whoever asked changes it. */
	readonly inPlace: string | undefined;
}

/**
 * The question of a click, and where it was asked; the clicker becomes the asker. Only a message that changes in place is for
 * the room.
 */
export function readClick(click: Click, appUserId: string | undefined): Result<ReadClick, 'stale'> {
	const { touched, value, message, userId } = click;
	const query = value.ok && isMade(click, value.value, appUserId) ? actOn(touched, value.value) : undefined;
	if (!value.ok || !query?.ok) {
		return fail({ kind: 'stale' });
	}
	const { origin } = value.value;
	const inPlace = message && origin.askerId === userId ? message.id : undefined;
	const isPrivate = inPlace === undefined && query.value.action === 'list';
	return success({
		query: isPrivate ? { ...query.value, visibility: 'private' } : query.value,
		origin: { ...origin, askerId: userId },
		inPlace,
	});
}

/** What nobody else can see was made for whoever clicks. */
function isMade(click: Click, { origin }: ButtonValue, appUserId: string | undefined): boolean {
	const isOfRoom = click.roomId === undefined || click.roomId === origin.roomId;
	return isOfRoom && (click.message ? isPosted(click, click.message, appUserId) : origin.askerId === click.userId);
}

/** A posted message counts only if it is the app's own, of this room, and offers just this. */
function isPosted({ touched, roomId }: Click, message: ClickedMessage, appUserId: string | undefined): boolean {
	return (
		appUserId !== undefined &&
		message.sender.id === appUserId &&
		message.room.id === roomId &&
		isOffered(message.blocks ?? [], touched.action, String(touched.value))
	);
}
