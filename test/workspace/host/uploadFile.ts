import { extname } from 'node:path';
import type { MessageAttachment, MessageFile, Upload, Workspace } from '../model';
import { newId } from './identifier';
import { mediaTypeOf } from './mediaType';
import { refuseUpload } from './refuseUpload';
import { sendMessage } from './sendMessage';

/** What an uploader hands over. */
export type UploadDraft = Pick<Upload, 'name' | 'roomId' | 'userId' | 'bytes'>;

/** Keeps a file and posts it into its room, after the checks that the server makes. */
export function uploadFile(workspace: Workspace, draft: UploadDraft): Upload {
	const upload: Upload = { ...draft, id: newId(), type: mediaTypeOf(draft.name), uploadedAt: new Date() };
	refuseUpload(workspace, upload);
	// First the file, then the message, as on the server: where the room takes no message, the file stays, and nobody hears of it.
	workspace.uploads.push(upload);
	const { roomId, userId } = upload;
	sendMessage(workspace, { roomId, senderId: userId, text: '', file: fileOf(upload), attachments: [attachmentOf(upload)] });
	return upload;
}

/** The end of a file's name, without its point. */
export function extensionOf({ name }: Pick<Upload, 'name'>): string {
	return extname(name).slice(1);
}

function fileOf({ id, name, type, bytes }: Upload): MessageFile {
	return { _id: id, name, type, size: bytes.length };
}

function attachmentOf(upload: Upload): MessageAttachment {
	const { id, name, bytes } = upload;
	return {
		type: 'file',
		title: name,
		title_link: `/file-upload/${id}/${encodeURI(name)}`,
		title_link_download: true,
		format: extensionOf(upload),
		size: bytes.length,
		fileId: id,
	};
}
