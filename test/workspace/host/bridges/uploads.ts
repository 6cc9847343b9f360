import { type IUpload, StoreType } from '@rocket.chat/apps-engine/definition/uploads';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';
import type { Upload, Workspace } from '../../model';
import { asPromised, toAppRoom, toAppUser } from '../convert';
import { extensionOf, uploadFile } from '../uploadFile';
import { absent } from './absent';

/** Keeps files that apps post into rooms, and hands them out. */
export class Uploads extends UploadBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	private find(uploadId: string): Upload | undefined {
		return this.workspace.uploads.find(({ id }) => id === uploadId);
	}

	protected override getById(id: string): Promise<IUpload> {
		const upload = this.find(id);
		return asPromised(upload && toAppUpload(this.workspace, upload));
	}

	protected override getBuffer({ id }: IUpload): Promise<Buffer> {
		const upload = this.find(id);
		return upload ? Promise.resolve(Buffer.from(upload.bytes)) : Promise.reject(new Error('Unknown error'));
	}

	protected override createUpload(details: Partial<IUploadDetails>, buffer: Buffer): Promise<IUpload> {
		const { name = '', rid = '', userId, visitorToken } = details;
		if (visitorToken) absent('Upload.createUpload for a visitor')();
		if (!userId) throw new Error('Missing user to perform the upload operation');
		const upload = uploadFile(this.workspace, { name, roomId: rid, userId, bytes: buffer });
		return Promise.resolve(toAppUpload(this.workspace, upload));
	}
}

/** An upload as the server's converter hands it to apps. */
function toAppUpload(workspace: Workspace, upload: Upload): IUpload {
	const { id, name, type, bytes, uploadedAt } = upload;
	const room = workspace.rooms.find((one) => one.id === upload.roomId);
	const user = workspace.users.find((one) => one.id === upload.userId);
	const path = `/ufs/${StoreType.GridFS}/${id}/${encodeURI(name)}`;
	const converted: Record<string, unknown> = {
		...{ id, name, type, path, uploadedAt, size: bytes.length, extension: extensionOf(upload), store: StoreType.GridFS },
		...{ complete: true, uploading: false, progress: 1, updatedAt: uploadedAt },
		url: String(workspace.settings.Site_Url).replace(/\/$/, '') + path,
		room: room && toAppRoom(workspace, room),
		user: user && toAppUser(user),
	};
	return converted as unknown as IUpload;
}
