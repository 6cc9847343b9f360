/** What a click asks and where: everything that is looked up before it can be answered. */
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { fail, type Result, success } from '../lib/failure';
import { isAdmin, toCaller } from '../lib/host/members';
import { type Destination, isUser } from '../lib/host/post';
import type { Author } from '../lib/host/messageAuthor';
import { type ButtonValue, type Origin, readRoomId } from '../lib/uikit/buttonValue';
import { type ReadClick, readClick } from '../lib/uikit/click';
import type { MenuQuestion } from '../lib/uikit/menuEntries';
import type { Touched } from '../lib/uikit/payload';
import { late, withTimeout } from '../lib/util/timeout';
import { type Engine, lookUpContext, plainQuery, postPorts } from './context';
import type { Memory } from './memory';
import { timeLeft } from './deadlines';
import type { Delivery } from './deliver';

/** One click, as the engine hands it over. */
export interface Interaction {
	readonly touched: Touched;
	/** What the clicked control carries. */
	readonly value: Result<ButtonValue>;
	/** What an entry of a menu asks; undefined for a control. */
	readonly menu?: Result<MenuQuestion, 'stale'>;
	readonly user: IUser;
	readonly room: IRoom | undefined;
	readonly message: IMessage | undefined;
	readonly triggerId: string | undefined;
	/** Whether the client closes the panel by itself, as it does when a form is sent: the answer must then open a new one. */
	readonly closes: boolean;
	readonly responder: ReturnType<UIKitBlockInteractionContext['getInteractionResponder']>;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
}

/** What a click asks, and all that is needed to answer it. */
export interface ClickRequest {
	readonly click: Result<ReadClick>;
	/** Set where a message is asked about. */
	readonly about?: Author;
	/** Whether it goes on with an answer; an entry of a menu begins anew, like a command. */
	readonly isClick: boolean;
	readonly delivery: Delivery;
}

/**
 * Finds the room of a click. For a message the engine hands it over; a panel belongs to no room, so its controls carry the room's
 * id: an unchecked one, which `authorize` checks. Nobody stands in a room that does not exist: `notMember`, as for any other; but
 * `stale` for a workspace admin, who stands in every room. `hostSilent`: the look-up failed or was late.
 */
export async function findRoom(
	{ touched, user, room, startedAt }: Interaction,
	{ read }: Engine,
): Promise<Result<IRoom, 'notMember' | 'stale' | 'hostSilent'>> {
	const lookUp = async (): Promise<IRoom | undefined> => read.getRoomReader().getById(readRoomId(touched.value));
	const look = touched.viewId === undefined ? Promise.resolve(room) : lookUp();
	const found = await withTimeout(look, timeLeft(startedAt, 'look'), late).catch((): typeof late => late);
	if (found === late) {
		return fail({ kind: 'hostSilent' });
	}
	return found ? success(found) : fail({ kind: isAdmin(toCaller(user)) ? 'stale' : 'notMember' });
}

/** Reads the question of a click, and looks up what is needed to deliver its answer. */
export async function toClickRequest(
	interaction: Interaction,
	room: IRoom,
	{ app, read, modify, memory }: Engine & { readonly memory: Memory },
): Promise<ClickRequest> {
	const { user, value, message, startedAt } = interaction;
	const threadId = message?.threadId ?? (value.ok ? value.value.origin.threadId : '');
	const asker = { caller: user, room, threadId, timeout: timeLeft(startedAt, 'look') };
	const context = await lookUpContext(asker, read, memory);
	const click = interaction.menu
		? toClick(interaction.menu, { roomId: room.id, askerId: user.id, threadId: context.destination.threadId ?? '' })
		: readOwn(interaction, room, context.destination.sender);
	const asked = click.ok ? click.value : { query: plainQuery, origin: { roomId: room.id, askerId: user.id, threadId } };
	const inPlace = click.ok ? click.value.inPlace : undefined;
	const about = interaction.menu?.ok ? interaction.menu.value.about : undefined;
	return {
		click,
		...(about && { about }),
		isClick: interaction.menu === undefined,
		delivery: { startedAt, asked, context, inPlace, appId: app.getID(), post: postPorts({ read, modify }, memory) },
	};
}

function toClick(menu: Result<MenuQuestion, 'stale'>, origin: Origin): Result<ReadClick> {
	return menu.ok ? success({ query: menu.value.query, origin, inPlace: undefined, preface: undefined }) : menu;
}

/** Reads a click. Only with the app's own user known can it be told whether the clicked message is the app's. */
function readOwn({ touched, value, user, message }: Interaction, room: IRoom, sender: Destination['sender']): Result<ReadClick> {
	const appUserId = isUser(sender) ? sender.id : undefined;
	if (message && appUserId === undefined) {
		return fail({ kind: sender === 'missing' ? 'appUserMissing' : 'hostSilent' });
	}
	const roomId = touched.viewId === undefined ? room.id : undefined;
	return readClick({ touched, value, userId: user.id, roomId, message }, appUserId);
}
