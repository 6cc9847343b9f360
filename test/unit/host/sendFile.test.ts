import { describe, expect, test } from '@jest/globals';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { sendFile } from '../../../lib/host/sendFile';

const app = { id: 'APP', username: 'app' } as IUser;
const ana = { id: 'ANA', username: 'ana' } as IUser;
const file = { name: 'integrations.csv', content: 'id\r\né\r\n' };

/** An engine whose uploads answer so. */
function send(upload: () => Promise<unknown>, to = ana, room: unknown = { id: 'DM1' }) {
	const sent: unknown[] = [];
	const ports = {
		rooms: { getDirectByUsernames: async () => Promise.resolve(room), getById: async () => Promise.resolve(undefined) },
		creator: {
			startRoom: () => {
				throw new Error('CANARY');
			},
			getUploadCreator: () => ({
				uploadBuffer: async (content: Buffer, { filename, room: where, user }: Record<string, unknown>) => {
					sent.push([content.toString(), filename, where, user]);
					return upload();
				},
			}),
		},
	};
	return sendFile(file, { from: app, to }, ports as never).then((came) => ({ came, sent }));
}

test('a file is uploaded by the app into the direct message', async () => {
	expect(await send(async () => Promise.resolve({ id: 'U1' }))).toEqual({
		came: { roomId: 'DM1' },
		sent: [['id\r\né\r\n', 'integrations.csv', { id: 'DM1' }, app]],
	});
});

describe('why nothing was sent', () => {
	test.each([
		['File uploads are disabled. [error-file-upload-disabled]', 'off'],
		['File sharing not allowed in direct messages. [error-direct-message-file-upload-not-allowed]', 'offDirect'],
		['File size exceeds upload limit of 10 kB. [error-file-too-large]', 'tooLarge'],
		['File type is not accepted. [error-invalid-file-type]', 'type'],
		['CANARY', 'unknown'],
	])('the server says %j', async (message, refused) => {
		expect((await send(async () => Promise.reject(new Error(message)))).came).toEqual({ refused });
	});

	test.each([undefined, null])('the engine gives %j without the permission', async (nothing) => {
		expect((await send(async () => Promise.resolve(nothing))).came).toEqual({ denied: 'upload.write' });
	});

	test('no direct message can be opened, and there is none to oneself', async () => {
		const well = async () => Promise.resolve({ id: 'U1' });
		expect(await send(well, ana, null)).toEqual({ came: { refused: 'unknown' }, sent: [] });
		expect(await send(well, app)).toEqual({ came: { refused: 'unknown' }, sent: [] });
	});
});
