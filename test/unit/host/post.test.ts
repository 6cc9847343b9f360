import { describe, expect, test } from '@jest/globals';
import type { IMessageBuilder } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import {
	type Destination,
	editInRoom,
	findThread,
	notifyCaller,
	type Posting,
	type PostPorts,
	postToRoom,
} from '../../../lib/host/post';
import { ports as setUpPorts } from '../../support/setUpWorld';

const hello: Posting = {
	text: 'hello',
	blocks: [{ type: 'section', appId: 'app', blockId: 'section-1', text: { type: 'mrkdwn', text: 'hello' } }],
};
const { blocks } = hello;

function destination(fields: Partial<Destination> = {}): Destination {
	return {
		room: { id: 'R1' } as IRoom,
		caller: { id: 'li' } as IUser,
		sender: { id: 'app' } as IUser,
		threadId: undefined,
		...fields,
	};
}

/** What was sent where; a message that is edited was found with something in it. */
function recorder(error?: Error) {
	const sent: [string, IMessage][] = [];
	const finish = (where: string) => async (builder: unknown) => {
		sent.push([where, (builder as IMessageBuilder).getMessage()]);
		return error ? Promise.reject(error) : Promise.resolve('id');
	};
	const ports: PostPorts = {
		...setUpPorts(),
		creator: { startMessage: () => new MessageBuilder(), finish: finish('room') },
		updater: {
			message: async (id, editor) => {
				const old = { id, room: { id: 'R1' }, sender: editor, text: 'old', threadId: 'T1', groupable: false } as IMessage;
				return Promise.resolve(new MessageBuilder({ ...old, blocks: [...blocks, ...blocks] }).setEditor(editor));
			},
			finish: async (builder) => {
				await finish('edited')(builder);
			},
		},
		notifier: {
			notifyUser: async (user, message) => {
				sent.push([user.id, message]);
				return Promise.resolve();
			},
		},
	};
	return { ports, sent };
}

test('into the room, as the app’s user, without link previews', async () => {
	const { ports, sent } = recorder();
	expect(await postToRoom(hello, destination({ threadId: 'T1' }), ports)).toBeUndefined();
	expect(sent).toEqual([
		[
			'room',
			{ room: { id: 'R1' }, sender: { id: 'app' }, text: 'hello', blocks, threadId: 'T1', parseUrls: false, groupable: false },
		],
	]);
});

test('to the caller alone; without an app user the engine finds one', async () => {
	const { ports, sent } = recorder();
	await notifyCaller(hello, destination({ sender: undefined }), ports);
	expect(sent).toEqual([['li', { room: { id: 'R1' }, text: 'hello', blocks, parseUrls: false, groupable: false }]]);
});

test('in the place of what the app’s user posted: all of it is new, and it stays where it is', async () => {
	const { ports, sent } = recorder();
	expect(await editInRoom({ ...hello, messageId: 'M1' }, destination(), ports)).toBeUndefined();
	const sender = { id: 'app' };
	const kept = { id: 'M1', room: { id: 'R1' }, sender, editor: sender, threadId: 'T1', groupable: false };
	expect(sent).toEqual([['edited', { ...kept, text: 'hello', blocks, parseUrls: false }]]);
});

test('without an app user nothing is edited', async () => {
	const { ports, sent } = recorder();
	expect(await editInRoom({ ...hello, messageId: 'M1' }, destination({ sender: undefined }), ports)).toBe('notChanged');
	expect(sent).toEqual([]);
});

test('where the app user was deleted nothing is sent but to the caller, whom the engine tells', async () => {
	const { ports, sent } = recorder();
	const orphaned = destination({ sender: 'missing' });
	expect(await postToRoom(hello, orphaned, ports)).toBe('noAppUser');
	expect(await editInRoom({ ...hello, messageId: 'M1' }, orphaned, ports)).toBe('noAppUser');
	expect(sent).toEqual([]);
	await notifyCaller(hello, orphaned, ports);
	expect(sent).toEqual([['li', { room: { id: 'R1' }, text: 'hello', blocks, parseUrls: false, groupable: false }]]);
});

test('a message that cannot be found any more is not edited', async () => {
	const { ports, sent } = recorder();
	const updater = { ...ports.updater, message: async () => Promise.reject(new Error('CANARY')) };
	expect(await editInRoom({ ...hello, messageId: 'M1' }, destination(), { ...ports, updater })).toBe('notChanged');
	expect(sent).toEqual([]);
});

describe('why a room takes no message', () => {
	test.each([
		["You can't send messages because the room is readonly.", 'readOnly'],
		['You_have_been_muted', 'muted'],
		['Not allowed to send un-encrypted messages in an encrypted room [error-not-allowed]', 'encrypted'],
		['Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]', 'tooLong'],
		['CANARY', 'unknown'],
	])('the engine’s error %j names the obstacle', async (text, obstacle) => {
		const { ports } = recorder(new Error(text));
		expect(await postToRoom(hello, destination(), ports)).toBe(obstacle);
		// A message that the room took once is gone, or cannot be read.
		expect(await editInRoom({ ...hello, messageId: 'M1' }, destination(), ports)).toBe(
			obstacle === 'unknown' ? 'notChanged' : obstacle,
		);
	});
});

test('what the room forbids the caller is neither posted nor changed, though the server would take it', async () => {
	const { ports, sent } = recorder();
	const room = { id: 'R1', _unmappedProperties_: { archived: true } } as unknown as IRoom;
	expect(await postToRoom(hello, destination({ room }), ports)).toBe('archived');
	expect(await editInRoom({ ...hello, messageId: 'M1' }, destination({ room }), ports)).toBe('archived');
	expect(sent).toEqual([]);
});

describe('the thread', () => {
	const messages = {
		getById: async (id: string) =>
			id === 'broken'
				? Promise.reject(new Error('CANARY'))
				: Promise.resolve(id === 'T1' ? ({ room: { id: 'R1' } } as IMessage) : undefined),
	};
	test.each([
		['T1', 'R1', 'T1'],
		['T1', 'R2', undefined],
		['gone', 'R1', undefined],
		['broken', 'R1', undefined],
		[undefined, 'R1', undefined],
	])('parent %s, room %s: answered in %s', async (threadId, roomId, thread) => {
		expect(await findThread(threadId, roomId, messages)).toBe(thread);
	});
});
