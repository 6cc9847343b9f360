import { describe, expect, test } from '@jest/globals';
import type { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { readRoomActivity } from '../../../lib/host/roomActivity';

type GetMessages = IRoomRead['getMessages'];

/** A message as the engine hands it over; whoever looks at its text, or at who wrote it, is caught. */
function message(at: unknown, unmapped: unknown = {}) {
	return Object.defineProperties(
		{ createdAt: at, _unmappedProperties_: unmapped },
		Object.fromEntries(
			['text', 'sender', 'attachments', 'blocks', 'file', 'customFields'].map((field) => [
				field,
				{
					enumerable: true,
					get: () => {
						throw new Error(`${field} was read`);
					},
				},
			]),
		),
	);
}
function by(integration: unknown, at: unknown) {
	return message(at, { bot: { i: integration }, urls: ['CANARY'] });
}
function day(number: number) {
	return new Date(Date.UTC(2026, 0, number));
}
function at(number: number) {
	return day(number).getTime();
}

/** A room's messages, the newest first, as many as are asked for. */
function room(messages: readonly unknown[]): GetMessages {
	return async (_, options) => {
		const { skip = 0, limit = 100 } = options ?? {};
		return Promise.resolve(messages.slice(skip, skip + limit) as Awaited<ReturnType<GetMessages>>);
	};
}
async function read(messages: readonly unknown[]) {
	const activity = await readRoomActivity('SUPPORT1', { getMessages: room(messages) });
	return activity && { messages: activity.messages, lastPosts: Object.fromEntries(activity.lastPosts) };
}

test('the newest 300 messages of the room are asked for, threads and all, in three calls at once', async () => {
	const asked: unknown[] = [];
	let open: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => {
		open = resolve;
	});
	const reading = readRoomActivity('SUPPORT1', {
		getMessages: async (...request) => {
			asked.push(request);
			await gate;
			return [];
		},
	});
	await new Promise(setImmediate);
	const of = (skip: number) => ['SUPPORT1', { limit: 100, skip, sort: { createdAt: 'desc' }, showThreadMessages: true }];
	expect(asked).toEqual([of(0), of(100), of(200)]);
	open();
	await reading;
	expect(asked).toHaveLength(3);
});

describe('who posted', () => {
	test('of each integration its newest message, whatever the order', async () => {
		const messages = [by('B', day(3)), by('A', day(9)), message(day(8)), by('B', day(7)), by('A', day(1))];
		expect(await read(messages)).toEqual({ messages: 5, lastPosts: { A: at(9), B: at(7) } });
	});

	test('on all three pages, and no further', async () => {
		const messages = Array.from({ length: 350 }, () => message(day(5)));
		messages[0] = by('first', day(5));
		messages[150] = by('second', day(4));
		messages[299] = by('last', day(3));
		messages[300] = by('beyond', day(2));
		expect(await read(messages)).toEqual({ messages: 300, lastPosts: { first: at(5), second: at(4), last: at(3) } });
	});

	test.each<[string, unknown]>([
		['no bot', message(day(2))],
		['a bot of an app', message(day(2), { bot: { appId: 'CANARY' } })],
		['a bot that is none', message(day(2), { bot: 'CANARY' })],
		['an id that is none', by({ $ne: 1 }, day(2))],
		['no day', by('X', undefined)],
		['a day that is none', by('X', 'CANARY')],
		['no unmapped properties, beside messages with them', { createdAt: day(2) }],
		['no message', null],
	])('nobody posted with %s', async (_, other) => {
		expect(await read([other, by('A', day(1))])).toEqual({ messages: 2, lastPosts: { A: at(1) } });
	});

	test('a day as text', async () => {
		expect(await read([by('A', '2026-01-01T00:00:00.000Z')])).toEqual({ messages: 1, lastPosts: { A: at(1) } });
	});

	test('an id is only an id', async () => {
		const { lastPosts } =
			(await readRoomActivity('R', { getMessages: room([by('__proto__', day(1)), by('toString', day(2))]) })) ?? {};
		expect([...(lastPosts ?? [])]).toEqual([
			['__proto__', at(1)],
			['toString', at(2)],
		]);
	});

	test('nobody in an empty room', async () => {
		expect(await read([])).toEqual({ messages: 0, lastPosts: {} });
	});
});

describe('it cannot be told', () => {
	test('where no message has properties that the engine does not name', async () => {
		expect(await read([{ createdAt: day(1) }, { createdAt: day(2), _unmappedProperties_: 'CANARY' }])).toBeUndefined();
	});

	test.each<[string, GetMessages]>([
		['an error', async () => Promise.reject(new Error('CANARY'))],
		['null, as where the permission is missing', async () => Promise.resolve(null as never)],
		['undefined', async () => Promise.resolve(undefined as never)],
		[
			'an error that is thrown at once',
			() => {
				throw new Error('CANARY');
			},
		],
		[
			'an error on the last page alone',
			async (_, options) => (options?.skip === 200 ? Promise.reject(new Error('CANARY')) : Promise.resolve([])),
		],
	])('nothing can be told where %s', async (_, getMessages) => {
		expect(await readRoomActivity('R', { getMessages })).toBeUndefined();
	});
});
