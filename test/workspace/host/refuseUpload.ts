import type { Room, Upload, User, Workspace } from '../model';
import { byteSize } from './byteSize';
import { isAccepted } from './mediaType';
import { meteorError } from './meteorError';

/** The server's defaults for what a workspace does not set. */
const DEFAULTS = {
	FileUpload_Enabled: true,
	FileUpload_Enabled_Direct: true,
	FileUpload_MaxFileSize: 104_857_600,
	FileUpload_MediaTypeWhiteList: '',
	FileUpload_MediaTypeBlackList: 'image/svg+xml',
};

/** Throws what the server would: the same checks in its order and with its words, which are English, as for an app's user. */
export function refuseUpload(workspace: Workspace, upload: Upload): void {
	const room = workspace.rooms.find(({ id }) => id === upload.roomId);
	const user = workspace.users.find(({ id }) => id === upload.userId);
	if (!room || !user || !mayUpload(room, user)) throw meteorError('invalid-file', 'File does not match filter');
	refuseBySettings({ ...DEFAULTS, ...workspace.settings }, room, upload);
	const size = upload.bytes.length;
	if (size < 1) throw meteorError('file-too-small', `File size (size = ${size}) is too small (min = 1)`);
}

/** App users need not be in the room; everybody else must be able to see it. */
function mayUpload(room: Room, user: User): boolean {
	return user.type === 'app' || room.type === 'c' || room.members.some(({ userId }) => userId === user.id);
}

function refuseBySettings(settings: typeof DEFAULTS, room: Room, { bytes, type }: Upload): void {
	if (!settings.FileUpload_Enabled) throw meteorError('error-file-upload-disabled', 'File uploads are disabled.');
	if (!settings.FileUpload_Enabled_Direct && room.type === 'd') {
		throw meteorError('error-direct-message-file-upload-not-allowed', 'File sharing not allowed in direct messages.');
	}
	const limit = settings.FileUpload_MaxFileSize;
	// -1 stands for no limit.
	if (limit > -1 && bytes.length > limit) {
		throw meteorError('error-file-too-large', `File size exceeds upload limit of ${byteSize(limit, 2)}.`);
	}
	const lists = { white: settings.FileUpload_MediaTypeWhiteList, black: settings.FileUpload_MediaTypeBlackList };
	if (!isAccepted(type, lists)) throw meteorError('error-invalid-file-type', 'File type is not accepted.');
}
