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
			readonly file?: MessageFile;
	  }
	| { readonly kind: 'note'; readonly text: string }
	| { readonly kind: 'refusal'; readonly text: string };

/** What somebody sees in a room of what a command added. */
export function entriesOf({ workspace, appId }: Running, reply: Reply, userId: string, roomId: string): Entry[] {
	const app = workspace.users.find((user) => user.appId === appId)?.username ?? appId;
	const nameOf = (id: string): string => workspace.users.find((user) => user.id === id)?.username ?? id;
	const messages = reply.messages
		.filter((message) => message.roomId === roomId)
		.map(({ alias, senderId, text, file }): Entry => {
			return { kind: 'message', who: alias ?? nameOf(senderId), text, onlyYou: false, ...(file && { file }) };
		});
	// A notice comes from the app, whatever its record leaves out.
	const notices = reply.notices
		.filter((notice) => notice.roomId === roomId && notice.userId === userId)
		.map(({ text }) => ({ kind: 'message', who: app, text, onlyYou: true }) as const);
	const elsewhere = reply.messages
		.filter((message) => message.roomId !== roomId && isDirect(workspace, message.roomId, userId))
		.map((message) => noteOf(workspace, message, userId));
	return [...messages, ...notices, ...elsewhere];
}

/** Whether it is a direct message of somebody's, which a client shows wherever they are. */
function isDirect({ rooms }: Workspace, roomId: string, userId: string): boolean {
	return rooms.some(
		({ id, type, members }) => id === roomId && type === 'd' && members.some((member) => member.userId === userId),
	);
}

/** A message in another room than the one that somebody is in. */
export function noteOf(workspace: Workspace, { roomId, text, file }: Message, userId: string): Entry {
	const room = workspace.rooms.find(({ id }) => id === roomId);
	const said = [text, ...(file ? [fileLine(file)] : [])].filter(Boolean).join('\n');
	return { kind: 'note', text: `${room ? labelOf(room, workspace, userId) : roomId}: ${said}` };
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

function message({ who, text, onlyYou, file }: Extract<Entry, { kind: 'message' }>, { style, width }: Look): string {
	const head = [named(who, style), ...(onlyYou ? [style.faint(sentences.onlyYou)] : [])].join('  ');
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
