/** What an admin is told after installing the app: three steps, in a direct message. */
import type { IModifyCreator, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms/RoomType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type Message, toMessage } from './message';
import type { Translate } from './translate';

export interface FirstStepsPorts {
	readonly rooms: Pick<IRoomRead, 'getById' | 'getDirectByUsernames'>;
	readonly creator: Pick<IModifyCreator, 'startRoom' | 'startMessage' | 'finish'>;
}

/** Where the steps lead to. */
export interface Links {
	/** Empty where unknown: then there are no links. */
	readonly siteUrl: string;
	readonly appId: string;
	readonly version: string;
}

/** The three steps, in the reader's language (server-contract.md, section 6, for the paths). */
export function renderFirstSteps(links: Links, t: Translate): Message {
	const settingsPath = `/marketplace/private/info/${links.appId}/${links.version}/settings`;
	return toMessage([
		t('first_head', {}),
		t('first_token', { link: link(t('first_token_link', {}), links, '/account/tokens') }),
		t('first_settings', { link: link(t('first_settings_link', {}), links, settingsPath) }),
		t('first_status', {}),
	]);
}

function link(text: string, { siteUrl }: Links, path: string): string {
	return siteUrl === '' ? `**${text}**` : `[${text}](${siteUrl.replace(/\/+$/, '')}${path})`;
}

/** Sends a direct message from the app to the admin; rejects where the room cannot be opened or written to. */
export async function sendFirstSteps({ text }: Message, admin: IUser, app: IUser, ports: FirstStepsPorts): Promise<void> {
	const room = await openDirectRoom(admin, app, ports);
	if (room) {
		await ports.creator.finish(ports.creator.startMessage().setRoom(room).setSender(app).setText(text).setParseUrls(false));
	}
}

async function openDirectRoom(admin: IUser, app: IUser, { rooms, creator }: FirstStepsPorts): Promise<IRoom | undefined> {
	const usernames = [app.username, admin.username];
	const existing = await rooms.getDirectByUsernames(usernames).catch(() => undefined);
	if (existing) {
		return existing;
	}
	const room = creator.startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(app).setMembersToBeAddedByUsernames(usernames);
	return rooms.getById(await creator.finish(room));
}
