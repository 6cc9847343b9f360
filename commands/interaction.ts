/** What was clicked, where and by whom: all that is looked up before a click is answered. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type Click, readClick, type ReadClick } from '../lib/uikit/click';
import { fail, type Result, success } from '../lib/failure';
import type { Touched } from '../lib/uikit/payload';
import { readOffer } from '../lib/uikit/buttonValue';
import { within } from '../lib/util/timeout';
import type { Errand } from './deliver';
import { timeLeft } from './deadlines';
import { lookAround, type Memory, plainQuery, postPorts } from './context';

/** What the engine hands over with a click. */
export interface Host {
	readonly app: App;
	readonly read: IRead;
	readonly http: IHttp;
	readonly modify: IModify;
}

/** One click. */
export interface Interaction {
	readonly touched: Touched;
	readonly user: IUser;
	readonly room?: IRoom | undefined;
	readonly message?: IMessage | undefined;
	readonly triggerId: string | undefined;
	/** Sending a panel closes it: what comes of that opens anew. */
	readonly closes?: true;
	readonly responder: ReturnType<UIKitBlockInteractionContext['getInteractionResponder']>;
}

/** The room that a click is about, and the thread in it. */
export interface Where {
	readonly room: IRoom;
	readonly threadId: string;
}

/**
 * A message is in the room that the engine hands over; a panel is in none: its controls name the room that it is about.
 * Fails with `stale` where there is no such room, with `hostSilent` where the look-up fails or takes too long.
 */
export async function findWhere({ touched, room, message }: Interaction, read: IRead, startedAt: number): Promise<Result<Where>> {
	const offer = readOffer(touched.value);
	const { roomId, threadId } = offer.ok ? offer.value.origin : { roomId: '', threadId: '' };
	const lookUp = async (): Promise<IRoom | undefined> => read.getRoomReader().getById(roomId);
	const look = touched.viewId === undefined ? Promise.resolve(room) : lookUp();
	const found = await within(look, timeLeft(startedAt, 'look')).catch(() => undefined);
	if (!found || found.late) {
		return fail({ kind: 'hostSilent' });
	}
	return found.value ? success({ room: found.value, threadId: message?.threadId ?? threadId }) : fail({ kind: 'stale' });
}

/** What a click asks, and all that is needed to answer it. */
export async function toErrand(
	{ touched, user, message }: Interaction,
	{ room, threadId }: Where,
	{ app, read, modify }: Host,
	memory: Memory,
	startedAt: number,
): Promise<{ click: Result<ReadClick>; errand: Errand }> {
	const surroundings = await lookAround({ caller: user, room, threadId }, read, memory, timeLeft(startedAt, 'look'));
	const roomId = touched.viewId === undefined ? room.id : undefined;
	const click = readOwn({ ...touched, userId: user.id, roomId, message }, surroundings.destination.sender?.id);
	const asked = click.ok ? click.value : { query: plainQuery, origin: { roomId: room.id, askerId: user.id, threadId } };
	const inPlace = click.ok ? click.value.inPlace : undefined;
	return { click, errand: { startedAt, asked, surroundings, inPlace, appId: app.getID(), post: postPorts(modify) } };
}

/** Whose a message is, is known only beside the app's own user. */
function readOwn(click: Click, appUserId: string | undefined): Result<ReadClick> {
	return click.message && appUserId === undefined ? fail({ kind: 'hostSilent' }) : readClick(click, appUserId);
}
