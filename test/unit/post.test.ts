import { describe, expect, test } from '@jest/globals';
import type { IMessageBuilder } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import type { Destination, PostPorts } from '../../lib/post';
import { findThread, notifyCaller, postToRoom } from '../../lib/post';

const destination = (fields: Partial<Destination> = {}): Destination => ({
	room: { id: 'R1' } as IRoom,
	caller: { id: 'li' } as IUser,
	sender: { id: 'app' } as IUser,
	threadId: undefined,
	...fields,
});

const recorder = (error?: Error) => {
	const sent: [string, IMessage][] = [];
	const ports: PostPorts = {
		creator: {
			startMessage: () => new MessageBuilder(),
			finish: async (builder) => {
				sent.push(['room', (builder as IMessageBuilder).getMessage()]);
				return error ? Promise.reject(error) : Promise.resolve('id');
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
};

test('into the room, as the app’s user, without link previews', async () => {
	const { ports, sent } = recorder();
	expect(await postToRoom({ text: 'hello' }, destination({ threadId: 'T1' }), ports)).toBeUndefined();
	expect(sent).toEqual([
		['room', { room: { id: 'R1' }, sender: { id: 'app' }, text: 'hello', threadId: 'T1', parseUrls: false, groupable: false }],
	]);
});

test('to the caller alone; without an app user the engine finds one', async () => {
	const { ports, sent } = recorder();
	await notifyCaller({ text: 'hello' }, destination({ sender: undefined }), ports);
	expect(sent).toEqual([['li', { room: { id: 'R1' }, text: 'hello', parseUrls: false, groupable: false }]]);
});

describe('why a room takes no message', () => {
	test.each([
		["You can't send messages because the room is readonly.", 'readOnly'],
		['You_have_been_muted', 'muted'],
		['Not allowed to send un-encrypted messages in an encrypted room [error-not-allowed]', 'encrypted'],
		['Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]', 'tooLong'],
		['CANARY', 'unknown'],
	])('%s', async (text, obstacle) => {
		expect(await postToRoom({ text: 'hello' }, destination(), recorder(new Error(text)).ports)).toBe(obstacle);
	});
});

test('an archived room would take it: the app does not send it', async () => {
	const { ports, sent } = recorder();
	const room = { id: 'R1', _unmappedProperties_: { archived: true } } as unknown as IRoom;
	expect(await postToRoom({ text: 'hello' }, destination({ room }), ports)).toBe('archived');
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
