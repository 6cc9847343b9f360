/** Files that apps post: the fixture app's, in the sample's rooms. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { byteSize } from './host/byteSize';
import { type Host, packagedApp, startHost } from './host';
import { isAccepted, mediaTypeOf } from './host/mediaType';
import type { Upload, Workspace } from './model';
import { createSampleWorkspace, roomIds, userIds } from './sample';

type Place = keyof typeof roomIds;

interface Answer {
	readonly value?: unknown;
	readonly error?: string;
}

let host: Host;
let workspace: Workspace;
let defaults: Workspace['settings'];

beforeAll(async () => {
	workspace = createSampleWorkspace();
	defaults = { ...workspace.settings };
	host = await startHost(workspace);
	await host.install(await packagedApp({ root: 'test/workspace/fixture-app' }));
});
beforeEach(() => {
	workspace.settings = { ...defaults };
	workspace.messages = [];
	workspace.uploads = [];
});
afterAll(() => host.close());

/** What the fixture got from the host, and the messages that came of it. */
async function probe(words: string, where: Place = 'support', who: keyof typeof userIds = 'li') {
	const line = { userId: userIds[who], roomId: roomIds[where], text: `/probe ${words}` };
	const { messages, notices } = await host.runCommand(line);
	return { answer: JSON.parse(notices[0]?.text ?? 'null') as Answer, messages };
}

function textOf(upload: Upload | undefined): string {
	return Buffer.from(upload?.bytes ?? []).toString();
}

describe('a file', () => {
	test('is kept, posted by the app, and handed back', async () => {
		const { answer, messages } = await probe('upload list.csv "a,ä"');
		const [upload] = workspace.uploads;
		const bot = workspace.users.find(({ appId }) => appId);
		expect(upload).toMatchObject({ name: 'list.csv', type: 'text/csv', roomId: roomIds.support, userId: bot?.id });
		expect(textOf(upload)).toBe('a,ä');
		const id = upload?.id ?? '';
		const link = { title_link: `/file-upload/${id}/list.csv`, title_link_download: true };
		expect(messages).toMatchObject([
			{
				...{ roomId: roomIds.support, senderId: bot?.id, text: '' },
				file: { _id: id, name: 'list.csv', type: 'text/csv', size: 4 },
				attachments: [{ ...link, type: 'file', title: 'list.csv', format: 'csv', size: 4, fileId: id }],
			},
		]);
		expect(answer.value).toMatchObject({
			...{ id, name: 'list.csv', type: 'text/csv', size: 4, extension: 'csv', store: 'GridFS:Uploads', complete: true },
			url: `http://127.0.0.1:3000/ufs/GridFS:Uploads/${id}/list.csv`,
			room: { id: roomIds.support },
			user: { id: bot?.id },
		});
		expect((await probe(`uploaded ${id}`)).answer).toEqual({ value: 'a,ä' });
	});

	test('is posted as somebody, if the app says so', async () => {
		const { messages } = await probe('upload a.txt x me', 'secretOps');
		expect(messages).toMatchObject([{ senderId: userIds.li, file: { type: 'text/plain' } }]);
	});

	test('stays without a message where the room takes none', async () => {
		const { answer, messages } = await probe('upload a.csv x', 'announcements');
		expect(answer).toEqual({ error: expect.stringContaining('the room is readonly') });
		expect([messages, workspace.uploads.length]).toEqual([[], 1]);
	});
});

describe('the server refuses', () => {
	test.each<[string, Workspace['settings'], string, Place, string]>([
		[
			'all files',
			{ FileUpload_Enabled: false },
			'upload a.csv x',
			'support',
			'File uploads are disabled. [error-file-upload-disabled]',
		],
		[
			'those in direct messages',
			{ FileUpload_Enabled_Direct: false },
			'upload a.csv x',
			'direct',
			'File sharing not allowed in direct messages. [error-direct-message-file-upload-not-allowed]',
		],
		[
			'one that is too large',
			{ FileUpload_MaxFileSize: 2 },
			'upload a.csv xxx',
			'support',
			'File size exceeds upload limit of 2 B. [error-file-too-large]',
		],
		['a type on the black list', {}, 'upload a.svg x', 'support', 'File type is not accepted. [error-invalid-file-type]'],
		[
			'a type that is not on the white list',
			{ FileUpload_MediaTypeWhiteList: 'image/*, text/plain' },
			'upload a.csv x',
			'support',
			'File type is not accepted. [error-invalid-file-type]',
		],
		['one of nobody', {}, 'upload a.csv x nobody', 'support', 'Missing user to perform the upload operation'],
		['an empty one', {}, 'upload a.csv ""', 'support', 'File size (size = 0) is too small (min = 1) [file-too-small]'],
	])('%s', async (_, settings, words, where, error) => {
		Object.assign(workspace.settings, settings);
		const { answer, messages } = await probe(words, where);
		expect(answer).toEqual({ error });
		expect([messages, workspace.uploads]).toEqual([[], []]);
	});

	test('one of a person who cannot see the room', async () => {
		const { answer } = await probe('upload a.csv x me', 'secretOps', 'otto');
		expect(answer).toEqual({ error: 'File does not match filter [invalid-file]' });
		expect(workspace.uploads).toEqual([]);
	});

	test('nothing that its settings allow: no limit, a listed type, a direct message', async () => {
		Object.assign(workspace.settings, { FileUpload_MaxFileSize: -1, FileUpload_MediaTypeWhiteList: 'text/*' });
		expect((await probe('upload a.csv xxx', 'direct')).messages).toHaveLength(1);
	});
});

test('the media type is that of the name, and lists name types and kinds of them', () => {
	expect(['a.CSV', 'b.txt', 'c.svg', 'd', 'e.unheard'].map(mediaTypeOf)).toEqual([
		'text/csv',
		'text/plain',
		'image/svg+xml',
		'application/octet-stream',
		'application/octet-stream',
	]);
	for (const [white, black, accepted] of [
		['', '', true],
		['*', '', true],
		['text/*', 'text/csv', false],
		['image/*, text/csv', '', true],
		['image/*,text/plain', '', false],
		['', 'image/png, text/*', false],
	] as const) {
		expect([white, black, isAccepted('text/csv', { white, black })]).toEqual([white, black, accepted]);
	}
});

test('a size is told in thousands', () => {
	expect([0, 999, 1234, 999_999, 104_857_600, 5e12].map((bytes) => byteSize(bytes))).toEqual([
		...['0 B', '999 B', '1.2 kB', '1000 kB', '104.9 MB', '5000 GB'],
	]);
	expect(byteSize(104_857_600, 2)).toBe('104.86 MB');
});

test('without the permission the app gets nothing, and nothing is posted', async () => {
	const permissions = ['slashcommand', 'message.write', 'user.read'].map((name) => ({ name }));
	await host.install(await packagedApp({ root: 'test/workspace/fixture-app' }), { permissions });
	const { answer, messages } = await probe('upload a.csv x');
	expect(answer.value ?? undefined).toBeUndefined();
	expect(answer).not.toHaveProperty('error');
	expect([messages, workspace.uploads]).toEqual([[], []]);
});
