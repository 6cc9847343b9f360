import type { Upload, User, Workspace } from '../model';
import type { Entry } from './conversation';
import { sentences } from './sentences';

/** Runs `/file NAME`: what is in a file that was posted where somebody is a member, the newest of that name. */
export function showFile({ uploads, rooms }: Workspace, who: User, name: string): Entry {
	const inside = rooms.filter(({ members }) => members.some(({ userId }) => userId === who.id)).map(({ id }) => id);
	const readable = uploads.filter(({ roomId }) => inside.includes(roomId));
	const upload = readable.filter((one) => one.name === name).at(-1);
	if (!upload) {
		const names = [...new Set(readable.map((one) => one.name))];
		return { kind: name === '' ? 'note' : 'refusal', text: sentences.unknownFile(name, who.username, names) };
	}
	const text = textOf(upload);
	return text === undefined
		? { kind: 'refusal', text: sentences.notText(name, upload.type) }
		: { kind: 'note', text: text || sentences.emptyValue };
}

/** Undefined where it is something else, which a terminal could not show. */
function textOf({ bytes }: Upload): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\n$/, '');
	} catch {
		return undefined;
	}
}
