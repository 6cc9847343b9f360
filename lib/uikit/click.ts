/** Checks a click and reads what it asks. A client may send any room, message, action and value: only here they are checked. */
import { fail, type Result, success } from '../failure';
import type { Preface } from '../messages/preface';
import { actOn } from './actions';
import { type Asked, type ButtonValue, isOffered } from './buttonValue';
import type { Touched } from './payload';

/** The clicked message. The server looked it up by the id that the client sent: it is real, but may be any message. */
interface ClickedMessage {
	readonly id?: string;
	readonly room: { readonly id: string };
	readonly sender: { readonly id: string };
	readonly blocks?: readonly unknown[];
}

/** Who clicked what, and where. */
export interface Click {
	readonly touched: Touched;
	/** The value of the clicked control. */
	readonly value: Result<ButtonValue>;
	readonly userId: string;
	/** Undefined for a click in a panel. */
	readonly roomId: string | undefined;
	/** Undefined for a panel or a private message: these are stored nowhere. */
	readonly message: ClickedMessage | undefined;
}

/** What a click asks. */
export interface ReadClick extends Asked {
	/** The id of the posted message that the answer replaces; undefined where somebody else asked for it, or none was clicked. */
	readonly inPlace: string | undefined;
	/** Said before the answer. */
	readonly preface: Preface | undefined;
}

/**
 * Reads a click. Whoever clicks becomes the asker. The answer is private unless it replaces a posted message. `stale`: the app did
 * not offer this control here. `appUserId`: the app's own user, undefined where unknown.
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
		preface: message && isPrivate && !query.value.attention ? 'anothers' : undefined,
	});
}

/** Whether the app made this control for this room, and, in a panel or a private message, for this person. */
function isMade(click: Click, { origin }: ButtonValue, appUserId: string | undefined): boolean {
	const isOfRoom = click.roomId === undefined || click.roomId === origin.roomId;
	return isOfRoom && (click.message ? isPosted(click, click.message, appUserId) : origin.askerId === click.userId);
}

/** Whether the clicked message is the app's own, of this room, and holds exactly this control. */
function isPosted({ touched, roomId }: Click, message: ClickedMessage, appUserId: string | undefined): boolean {
	return (
		appUserId !== undefined &&
		message.sender.id === appUserId &&
		message.room.id === roomId &&
		isOffered(message.blocks ?? [], touched.action, String(touched.value))
	);
}
