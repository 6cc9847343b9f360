/** A file from the app to one person: uploaded into their direct message. */
import type { IModifyCreator } from '@rocket.chat/apps-engine/definition/accessors';
import type { Failure } from '../failure';
import { isRecord } from '../util/guards';
import { type DirectMessagePorts, openDirectRoom, type Pair } from './directMessage';

/** What is sent. */
export interface TextFile {
	readonly name: string;
	readonly content: string;
}

interface FilePorts extends DirectMessagePorts {
	readonly creator: DirectMessagePorts['creator'] & Pick<IModifyCreator, 'getUploadCreator'>;
}

type FileRefusal = Failure<'fileRefused'>['why'];

/** The id of the direct message that it is in, or why it is nowhere: the server refuses it, or the app lacks a permission. */
type Sent =
	{ readonly roomId: string } | { readonly refused: FileRefusal } | { readonly denied: Failure<'fileDenied'>['permission'] };

/** Sends it. Never rejects. */
export async function sendFile(file: TextFile, pair: Pair, ports: FilePorts): Promise<Sent> {
	return upload(file, pair, ports).catch((error: unknown): Sent => ({ refused: toRefusal(error) }));
}

async function upload({ name, content }: TextFile, { from, to }: Pair, ports: FilePorts): Promise<Sent> {
	const room = await openDirectRoom({ from, to }, ports);
	if (!room) {
		return from.id === to.id ? { refused: 'unknown' } : { denied: 'room.write' };
	}
	const uploads = ports.creator.getUploadCreator();
	const sent: unknown = await uploads.uploadBuffer(Buffer.from(content, 'utf8'), { filename: name, room, user: from });
	// Without the permission the engine gives nothing, and does not say so.
	return isRecord(sent) ? { roomId: room.id } : { denied: 'upload.write' };
}

/** The server (`FileUpload.validateFileUpload`) says why in the code at the end of its error's text. */
const refusals: readonly (readonly [string, FileRefusal])[] = [
	['error-file-upload-disabled', 'off'],
	['error-direct-message-file-upload-not-allowed', 'offDirect'],
	['error-file-too-large', 'tooLarge'],
	['error-invalid-file-type', 'type'],
];

function toRefusal(error: unknown): FileRefusal {
	const text = error instanceof Error ? error.message : '';
	return refusals.find(([code]) => text.includes(code))?.[1] ?? 'unknown';
}
