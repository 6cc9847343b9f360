import type { Message, Notice } from '../model';
import { fileLink } from './files';
import { appUserOf, type Inhabited, nameOf } from './inhabited';
import { icons } from './icons';
import { renderMarkdown } from './markdown';
import { type Html, markup } from './markup';
import { messageMenu } from './menus';
import { sentences } from './sentences';
import { renderBlocks } from './surface';
import { canRead, languageOf, type Visitor, workspaceLanguageOf } from './visitor';

/** Something in a room's log: its id stays the same while what it shows changes. */
export interface Entry {
	readonly id: string;
	readonly html: string;
}

interface Shown {
	readonly id: string;
	/** The id that a click sends; a notice's is known to nobody but its client. */
	readonly mid: string;
	readonly name: string;
	/** Where the name is not the user's own. */
	readonly username?: string;
	readonly at: Date;
	readonly text: string;
	/** That it is written in; empty where nobody knows. */
	readonly language: string;
	readonly blocks?: readonly unknown[] | undefined;
	/** The link to its file. */
	readonly file?: Html | undefined;
	readonly onlyYou: boolean;
	readonly menu?: Html | undefined;
}

/** As many colours as there are in the style sheet. */
const COLOURS = 8;

function avatar(name: string): Html {
	const letters = Array.from(name);
	const sum = letters.reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
	return markup`<span class="avatar colour-${sum % COLOURS}" aria-hidden="true">${letters[0]?.toUpperCase()}</span>`;
}

function clock(at: Date): Html {
	const [hours, minutes] = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0'));
	return markup`<time datetime="${at.toISOString()}">${hours}:${minutes}</time>`;
}

/** The web client shows a message's blocks instead of its text; a file may come with neither. */
function content({ text, language, blocks = [], file }: Shown): Html | false {
	if (blocks.length > 0) return markup`<div class="blocks" lang="${language}">${renderBlocks('message', blocks)}</div>`;
	if (text === '' && file) return false;
	return markup`<div class="text" lang="${language}">${renderMarkdown(text)}</div>`;
}

function render(shown: Shown): Entry {
	const { id, mid, name, username, at, onlyYou, menu, file } = shown;
	const html = markup`<article class="message${onlyYou && ' private'}" id="${id}" data-mid="${mid}">
		${avatar(username ?? name)}
		<div class="content">
			<header><b class="name">${name}</b> ${username && markup`<span class="username">@${username}</span> `}${clock(at)}
				${onlyYou && markup`<span class="only-you">${icons.eye}${sentences.onlyYou}</span>`}${menu}</header>
			${content(shown)}${file}
		</div>
	</article>`;
	return { id, html: html.toString() };
}

/** Messages as everybody in the room sees them. */
function messageEntry(inhabited: Inhabited, message: Message, parts: Pick<Shown, 'menu' | 'file'>): Entry {
	const { workspace } = inhabited;
	const { id, senderId, alias, text, blocks, createdAt } = message;
	const language = senderId === appUserOf(inhabited)?.id ? languageWritten(message, workspaceLanguageOf(workspace)) : '';
	const username = nameOf(workspace, senderId);
	const names = alias === undefined ? { name: username } : { name: alias, username };
	return render({ id: `message-${id}`, mid: id, ...names, at: createdAt, text, language, blocks, onlyYou: false, ...parts });
}

/** In which language the app wrote what a record shows: that stays, when somebody chooses another one. */
const written = new WeakMap<Message | Notice, { readonly shown: unknown; readonly language: string }>();

function languageWritten(record: Message | Notice, present: string): string {
	const shown = record.blocks ?? record.text;
	const known = written.get(record);
	if (known?.shown === shown) return known.language;
	written.set(record, { shown, language: present });
	return present;
}

interface Arrival {
	readonly notice: Notice;
	readonly index: number;
	readonly now: () => Date;
}

/** When a notice came: its record does not say. */
const arrivals = new WeakMap<Notice, Date>();

/** A notice comes from the app, whatever its record leaves out. */
function noticeEntry(inhabited: Inhabited, { user }: Visitor, { notice, index, now }: Arrival): Entry {
	const at = arrivals.get(notice) ?? now();
	arrivals.set(notice, at);
	const id = `notice-${index}`;
	const language = languageWritten(notice, languageOf(user, inhabited.workspace));
	const name = appUserOf(inhabited)?.username ?? inhabited.appId;
	return render({ id, mid: id, name, at, text: notice.text, language, blocks: notice.blocks, onlyYou: true });
}

/** What a visitor sees in the room: its messages, and the notices from the given one on, which a reloaded page has forgotten. */
export function entriesFor(inhabited: Inhabited, visitor: Visitor, firstNotice: number, now: () => Date): Entry[] {
	const { user, room } = visitor;
	const { messages, notices } = inhabited.workspace;
	const posted = canRead(visitor) ? messages.filter(({ roomId }) => roomId === room.id) : [];
	const menu = messageMenu(inhabited, visitor);
	return [
		...posted.map((message) => messageEntry(inhabited, message, { menu, file: message.file && fileLink(message.file, visitor) })),
		...notices.flatMap((notice, index) =>
			index >= firstNotice && notice.userId === user.id && notice.roomId === room.id
				? noticeEntry(inhabited, visitor, { notice, index, now })
				: [],
		),
	];
}
