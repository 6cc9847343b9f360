import {
	type IUIActionButtonDescriptor,
	MessageActionContext,
	RoomTypeFilter as Type,
	UIActionButtonContext,
} from '@rocket.chat/apps-engine/definition/ui';
import type { Room } from '../model';
import { appTextsIn } from './appTexts';
import type { Inhabited } from './inhabited';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { languageOf, type Visitor } from './visitor';

/** The room's kind, as the condition of an entry names it. */
function typeOf({ type, parentRoomId, teamMain, members }: Room): Type {
	if (type === 'd') return members.length > 2 ? Type.DIRECT_MULTIPLE : Type.DIRECT;
	if (type === 'l') return Type.LIVE_CHAT;
	if (parentRoomId) return type === 'c' ? Type.PUBLIC_DISCUSSION : Type.PRIVATE_DISCUSSION;
	if (teamMain) return type === 'c' ? Type.PUBLIC_TEAM : Type.PRIVATE_TEAM;
	return type === 'c' ? Type.PUBLIC_CHANNEL : Type.PRIVATE_CHANNEL;
}

/** Whether the client shows an entry there; it heeds permissions and roles, too, which the app does not ask for. */
function isShown({ when }: IUIActionButtonDescriptor, room: Room): boolean {
	const isOfRoom = when?.roomTypes?.includes(typeOf(room)) ?? true;
	return isOfRoom && (when?.messageActionContext?.includes(MessageActionContext.MESSAGE) ?? true);
}

function menu(inhabited: Inhabited, { user, room }: Visitor, context: UIActionButtonContext, label: string): Html | undefined {
	const { host, appId, workspace } = inhabited;
	const language = languageOf(user, workspace);
	const text = appTextsIn(inhabited, language);
	const entries = host.menuEntries(appId).filter((entry) => entry.context === context && isShown(entry, room));
	if (entries.length === 0) return undefined;
	const items = entries.map(
		({ actionId, labelI18n }) =>
			markup`<li><button type="button" lang="${language}" data-menu="${context}" data-app-id="${appId}" data-action-id="${actionId}">${text(labelI18n)}</button></li>`,
	);
	return markup`<details class="overflow menu"><summary class="icon-button" aria-label="${label}">⋮</summary><ul>${items}</ul></details>`;
}

/** The menu in the head of a room, where apps have an entry for it. */
export function roomMenu(inhabited: Inhabited, visitor: Visitor): Html | undefined {
	return menu(inhabited, visitor, UIActionButtonContext.ROOM_ACTION, sentences.roomMenu);
}

/** The menu of a posted message, where apps have an entry for it. */
export function messageMenu(inhabited: Inhabited, visitor: Visitor): Html | undefined {
	return menu(inhabited, visitor, UIActionButtonContext.MESSAGE_ACTION, sentences.messageMenu);
}
