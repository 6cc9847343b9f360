/** The app's entries in Rocket.Chat's own menus, and what each asks. */
import {
	type IUIActionButtonDescriptor,
	MessageActionContext,
	RoomTypeFilter,
} from '@rocket.chat/apps-engine/definition/ui/IUIActionButtonDescriptor';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui/UIActionButtonContext';
import { fail, type Result, success } from '../failure';
import { type Author, authorOf } from '../host/messageAuthor';
import type { Query } from '../query/query';

/** Every kind of room but omnichannel. The client alone heeds it: `authorize` checks it again. */
const roomTypes = Object.values(RoomTypeFilter).filter((type) => type !== RoomTypeFilter.LIVE_CHAT);

/** What is registered with the server, which shows it in its menus. */
export const menuEntries: readonly IUIActionButtonDescriptor[] = [
	{
		actionId: 'room-integrations',
		labelI18n: 'action_room_integrations',
		context: UIActionButtonContext.ROOM_ACTION,
		when: { roomTypes },
	},
	{
		actionId: 'message-integration',
		labelI18n: 'action_message_integration',
		context: UIActionButtonContext.MESSAGE_ACTION,
		when: {
			roomTypes,
			messageActionContext: [MessageActionContext.MESSAGE, MessageActionContext.MESSAGE_MOBILE, MessageActionContext.THREADS],
		},
	},
];

/** Where an entry was chosen, as the server looked it up by the ids that the client sent: they may be any, or none that exist. */
interface MenuPlace {
	readonly room: { readonly id: string } | undefined;
	readonly message: { readonly room: { readonly id: string } } | undefined;
}

/** What an entry asks: the panel, or one integration in it. */
export interface MenuQuestion {
	readonly query: Query;
	/** Set where a message is asked about. */
	readonly about?: Author;
}

/** Reads which entry was chosen. `stale`: it is none of the app's, or the message is not of this room. */
export function readMenu(actionId: string, { room, message }: MenuPlace): Result<MenuQuestion, 'stale'> {
	if (actionId === 'room-integrations') {
		return success({ query: { action: 'browse', page: 1 } });
	}
	if (actionId !== 'message-integration' || !message || message.room.id !== room?.id) {
		return fail({ kind: 'stale' });
	}
	const about = authorOf(message);
	const query: Query = { action: 'browse', page: 1, ...(about.by === 'integration' && { show: about.id }) };
	return success({ query, about });
}
