import { beforeEach, describe, expect, test } from '@jest/globals';
import { watchAnswers } from '../host/command';
import { uploadFile } from '../host/uploadFile';
import { createSampleWorkspace, roomIds } from '../sample';
import type { Running } from './boot';
import { plainLook, renderEntry } from './conversation';
import { createSession, type Session, typeLine } from './session';

let session: Session;

/** A terminal without an engine: its one command posts a file as the app, into the room that is named. */
beforeEach(() => {
	const workspace = createSampleWorkspace();
	const app = { username: 'the.bot', name: '', roles: ['app'], active: true, language: '', tokens: [] };
	workspace.users.push({ ...app, id: 'bot', type: 'app', appId: 'app' });
	const members = ['bot', workspace.users.find(({ username }) => username === 'li')?.id ?? ''];
	workspace.rooms.push({ id: 'of-li', type: 'd', members: members.map((userId) => ({ userId, roles: [] })) });
	const runCommand = ({ text }: { readonly text: string }) => {
		const [, name = '', roomId = '', content = ''] = text.split(' ');
		const added = watchAnswers(workspace);
		uploadFile(workspace, { name, roomId, userId: 'bot', bytes: Buffer.from(content, 'latin1') });
		return Promise.resolve(added());
	};
	const host = { runCommand, bridges: { commands: { registered: new Map([['post', {}]]) } } };
	session = createSession({ workspace, host, appId: 'app' } as unknown as Running);
});

async function type(line: string): Promise<string[]> {
	const entries = await typeLine(session, line);
	return entries.map((entry) => renderEntry(entry, plainLook));
}

describe('a file', () => {
	test('is named below its sender, with its size', async () => {
		expect((await type(`/post list.csv ${roomIds.support} ${'x'.repeat(1234)}`)).slice(1)).toEqual([
			'the.bot\n  file: list.csv (1.2 kB)',
		]);
	});

	test('in a direct message is told to the one whom that is with', async () => {
		expect((await type('/post list.csv of-li x')).slice(1)).toEqual(['the.bot  in a direct message\n  file: list.csv (1 B)']);
		await type('/as mia');
		expect((await type('/post list.csv of-li x')).slice(1)).toEqual(['Nothing was added that this user could see in this room.']);
	});

	test('cannot obey a terminal by its name', async () => {
		expect((await type(`/post a\u001b[31m\u202e.csv ${roomIds.support} x`)).at(-1)).toBe('the.bot\n  file: a[31m.csv (1 B)');
	});
});

describe('/file', () => {
	test('shows the newest of its name', async () => {
		await type('/post list.csv of-li old');
		await type('/post list.csv of-li a,b\r\n1\u001b,2\n');
		expect(await type('/file list.csv')).toEqual(['a,b\n1,2']);
	});

	test('says which there are, for members of their rooms alone', async () => {
		expect(await type('/file')).toEqual(['Say which. Files: none yet']);
		await type(`/post list.csv ${roomIds.support} x`);
		expect(await type('/file')).toEqual(['Say which, for example: /file list.csv. Files: list.csv']);
		await type('/post other.csv of-li x');
		expect(await type('/file nope.csv')).toEqual(['There is no file nope.csv that li could open. Files: list.csv, other.csv']);
		await type('/as mia');
		expect(await type('/file other.csv')).toEqual(['There is no file other.csv that mia could open. Files: list.csv']);
		await type('/as otto');
		expect(await type('/file list.csv')).toEqual(['There is no file list.csv that otto could open. Files: none yet']);
	});

	test('says what is no text', async () => {
		await type('/post picture.png of-li \u0089PNG');
		expect(await type('/file picture.png')).toEqual(['picture.png is no text, but image/png: the page hands it out.']);
	});
});
