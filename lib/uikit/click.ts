/** What a click asks, if it is one that the app offered: whatever a client sends is looked at here, and nowhere else. */
import { actOn } from './actions';
import { fail, type Result, success } from '../failure';
import type { Touched } from './payload';
import { type Asked, isOffered, type Offer, readOffer } from './buttonValue';

/** A message as the engine hands it over with a click: the server looked it up by the id that the client sent. */
interface ClickedMessage {
	readonly id?: string;
	readonly room: { readonly id: string };
	readonly sender: { readonly id: string };
	readonly blocks?: readonly unknown[];
}

/** Who clicked what, and where. */
export interface Click extends Touched {
	readonly userId: string;
	/** Undefined for a control of a panel. */
	readonly roomId?: string | undefined;
	/** Undefined for what only one person sees: that is stored nowhere. */
	readonly message?: ClickedMessage | undefined;
}

export interface ReadClick extends Asked {
	/** The posted message that changes in place: only whoever asked changes it. */
	readonly inPlace?: string;
}

/**
 * The question of a click, and where it was asked; the clicker becomes the asker. Only a message that changes in place is for
 * the room. Fails with `stale`.
 */
export function readClick(click: Click, appUserId: string | undefined): Result<ReadClick> {
	const offer = readOffer(click.value);
	if (!offer.ok || !isMade(click, offer.value, appUserId)) {
		return fail({ kind: 'stale' });
	}
	const query = actOn(click.action, offer.value, click.text);
	if (!query.ok) {
		return query;
	}
	const { origin } = offer.value;
	const own = click.message && origin.askerId === click.userId ? click.message.id : undefined;
	return success({
		query: own === undefined && query.value.action === 'list' ? { ...query.value, visibility: 'private' } : query.value,
		origin: { ...origin, askerId: click.userId },
		...(own !== undefined && { inPlace: own }),
	});
}

/** What nobody else can see was made for whoever clicks. */
function isMade(click: Click, { origin }: Offer, appUserId: string | undefined): boolean {
	const isOfRoom = click.roomId === undefined || click.roomId === origin.roomId;
	return isOfRoom && (click.message ? isPosted(click, click.message, appUserId) : origin.askerId === click.userId);
}

/** A posted message counts only if it is the app's own, of this room, and offers just this. */
function isPosted({ action, value, roomId }: Click, message: ClickedMessage, appUserId: string | undefined): boolean {
	return (
		appUserId !== undefined &&
		message.sender.id === appUserId &&
		message.room.id === roomId &&
		isOffered(message.blocks ?? [], action, String(value))
	);
}
