import type { Reply } from '../host';
import { byteSize } from '../host/byteSize';
import type { Message, MessageFile, Workspace } from '../model';
import type { Running } from './boot';
import { renderMarkdown } from './markdown';
import { labelOf } from './places';
import { sentences } from './sentences';
import { clean, plain, type Style, wrap } from './style';

/** What happens in a room or is said about it, as data: how it looks is for whoever shows it. */
export type Entry =
	| { readonly kind: 'room'; readonly label: string }
	| { readonly kind: 'typed'; readonly who: string; readonly text: string }
	| {
			readonly kind: 'message';
			readonly who: string;
			readonly text: string;
			readonly onlyYou: boolean;
			/** Which room it is in, where that is another one than the session's. */
			readonly where?: string;
			readonly file?: MessageFile;
	  }
	| { readonly kind: 'note'; readonly text: string }
	| { readonly kind: 'refusal'; readonly text: string };

/** What somebody sees in a room of what a command added. */
export function entriesOf({ workspace, appId }: Running, reply: Reply, userId: string, roomId: string): Entry[] {
	const app = workspace.users.find((user) => user.appId === appId)?.username ?? appId;
	const messages = reply.messages.filter((message) => message.roomId === roomId).map((message) => entryOf(workspace, message));
	// A notice comes from the app, whatever its record leaves out.
	const notices = reply.notices
		.filter((notice) => notice.roomId === roomId && notice.userId === userId)
		.map(({ text }) => ({ kind: 'message', who: app, text, onlyYou: true }) as const);
	const elsewhere = reply.messages
		.filter((message) => message.roomId !== roomId && isDirect(workspace, message.roomId, userId))
		.map((message) => entryElsewhere(workspace, message, userId));
	return [...messages, ...notices, ...elsewhere];
}

/** Whether it is a direct message of somebody's, which a client shows wherever they are. */
function isDirect({ rooms }: Workspace, roomId: string, userId: string): boolean {
	return rooms.some(
		({ id, type, members }) => id === roomId && type === 'd' && members.some((member) => member.userId === userId),
	);
}

function entryOf({ users }: Workspace, { alias, senderId, text, file }: Message): Entry & { kind: 'message' } {
	const who = alias ?? users.find(({ id }) => id === senderId)?.username ?? senderId;
	return { kind: 'message', who, text, onlyYou: false, ...(file && { file }) };
}

/** A message in any room, as somebody sees it who may be in another one. */
export function entryElsewhere(workspace: Workspace, message: Message, userId: string): Entry {
	const room = workspace.rooms.find(({ id }) => id === message.roomId);
	const where =
		room?.type === 'd' ? sentences.inDirect : sentences.inRoom(room ? labelOf(room, workspace, userId) : message.roomId);
	return { ...entryOf(workspace, message), where };
}

function fileLine({ name, size }: MessageFile): string {
	return sentences.file(clean(name).replaceAll('\n', ' '), byteSize(size));
}

export interface Look {
	readonly style: Style;
	/** Columns to wrap at; without it lines stay whole. */
	readonly width?: number;
}

/** For a file or a pipe. */
export const plainLook: Look = { style: plain };

function named(who: string, style: Style): string {
	return style.bold(clean(who).replaceAll('\n', ' '));
}

function message({ who, text, onlyYou, where, file }: Extract<Entry, { kind: 'message' }>, { style, width }: Look): string {
	const beside = [...(where === undefined ? [] : [clean(where)]), ...(onlyYou ? [sentences.onlyYou] : [])];
	const head = [named(who, style), ...beside.map(style.faint)].join('  ');
	const said = [...(text === '' && file ? [] : renderMarkdown(text, style)), ...(file ? [fileLine(file)] : [])];
	const lines = said.map((line) => (line === '' ? '' : `  ${line}`));
	return [head, ...lines.map((line) => (width ? wrap(line, width) : line))].join('\n');
}

/** An entry as a terminal shows it, without a line break at its end. */
export function renderEntry(entry: Entry, look: Look): string {
	switch (entry.kind) {
		case 'room':
			return look.style.bold(clean(entry.label));
		case 'typed':
			return `${named(entry.who, look.style)}  ${clean(entry.text)}`;
		case 'message':
			return message(entry, look);
		case 'note':
		case 'refusal':
			return clean(entry.text);
	}
}
