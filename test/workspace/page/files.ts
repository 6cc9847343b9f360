import type { Context } from 'hono';
import { byteSize } from '../host/byteSize';
import type { MessageFile, Upload, Workspace } from '../model';
import { icons } from './icons';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { peopleOf, type Visitor } from './visitor';

/** Where the page serves files: where Rocket.Chat has them. */
export const FILES_PATH = '/file-upload/:id/:name';

/** A message's file, to be downloaded by whoever reads the message. */
export function fileLink({ _id, name, size }: MessageFile, { user }: Visitor): Html {
	const [id, file] = [_id, name].map(encodeURIComponent);
	const query = new URLSearchParams({ as: user.username }).toString();
	return markup`<p class="file">${icons.file}<a href="/file-upload/${id}/${file}?${query}" download="${name}">${name}</a>
		<span class="file-size">${byteSize(size)}</span></p>`;
}

/** Hands a file to a member of its room: to anybody else it is as if there were none. */
export function serveFile(workspace: Workspace) {
	return (context: Context<object, typeof FILES_PATH>): Response => {
		const { id, name } = context.req.param();
		const upload = workspace.uploads.find((one) => one.id === id && one.name === name);
		if (!upload || !isFor(workspace, upload, context.req.query('as'))) return context.text(sentences.noSuchFile, 404);
		return context.body(Uint8Array.from(upload.bytes), 200, {
			'Content-Type': upload.type,
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(upload.name)}`,
		});
	};
}

/** Whoever is named must be somebody: a page takes nobody for the owner of a channel, which is no way to get a file. */
function isFor(workspace: Workspace, { roomId }: Upload, username: string | undefined): boolean {
	const user = peopleOf(workspace).find((one) => one.username === username);
	const room = workspace.rooms.find(({ id }) => id === roomId);
	return user !== undefined && (room?.members.some(({ userId }) => userId === user.id) ?? false);
}

/** A name as a header can hold it (RFC 8187), which takes less for what it is than an address does. */
function encodeName(name: string): string {
	return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
