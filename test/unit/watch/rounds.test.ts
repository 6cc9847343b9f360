import { describe, expect, test } from '@jest/globals';
import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { type Failure, fail, type Result, success } from '../../../lib/failure';
import type { Source } from '../../../lib/rest/fetchIntegrations';
import { readSettings } from '../../../lib/settings';
import { goRound, type RoundPorts } from '../../../lib/watch/rounds';
import type { Snapshot } from '../../../lib/watch/snapshot';
import { readSnapshot, readWatches, saveSnapshot, saveWatch } from '../../../lib/watch/store';
import type { Digest } from '../../../lib/watch/tellRoom';
import type { Watch } from '../../../lib/watch/watch';
import { host } from '../../support/host';
import { memoryStore } from '../../support/store';
import { keptOf, look, record, roomOf, serverWith, watchOf } from '../../support/watched';

/** When a round begins, milliseconds: `host`'s clock. */
const now = 1_000_000;

interface World {
	readonly watches?: readonly Watch[];
	/** What was seen before, by room; in `#support` nothing, where nothing is said. */
	readonly before?: Readonly<Record<string, Snapshot>>;
	readonly server?: ReturnType<typeof serverWith>;
	readonly opened?: Result<Source>;
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly ports?: Partial<RoundPorts>;
	/** How many milliseconds each look takes. */
	readonly takes?: number;
}

/** Goes a round in which rooms are due every hour. */
async function round(world: World = {}) {
	const { watches = [watchOf({ looked: -3_600_000 })], before = { R1: look([]) }, server = serverWith([record('a')]) } = world;
	const store = memoryStore();
	for (const watch of watches) await saveWatch(watch, store);
	for (const [roomId, snapshot] of Object.entries(before)) await saveSnapshot(roomId, snapshot, store);
	const [told, complaints, errors, rooms] = [[] as Digest[], [] as [string[], string][], [] as unknown[], [] as string[]];
	let time = now;
	const ports: RoundPorts = {
		...host().ports,
		store,
		now: () => time,
		deadline: now + 20_000,
		getRoom: async (id) => {
			rooms.push(id);
			time += world.takes ?? 0;
			return Promise.resolve(roomOf({ id }));
		},
		tell: async (digest) => {
			told.push(digest);
			return Promise.resolve(digest.changes.length);
		},
		complain: async (theirs, why) => {
			complaints.push([theirs.map(({ roomId }) => roomId), why.kind]);
			return Promise.resolve(true);
		},
		report: (error) => errors.push(error),
		...world.ports,
	};
	const typed: Readonly<Record<string, unknown>> = { watch_interval: 'hourly', ...world.settings };
	const settings = await readSettings({ getValueById: async (id) => Promise.resolve(typed[id]) });
	await goRound(settings, world.opened ?? success(server.source), ports);
	return {
		store,
		...{ told, complaints, errors, rooms },
		requests: server.requests,
		watched: await readWatches(store),
		/** Which rooms were told what. */
		news: told.map(({ watch, changes }) => [watch.roomId, ...changes.map(({ kind, row }) => `${kind} ${row.id}`)]),
	};
}

const lists = 'v1/integrations.list';

describe('what is due', () => {
	test('is looked at, and told what changed', async () => {
		const { told, watched, store, requests } = await round();
		expect(told).toEqual([
			{ room: roomOf(), watch: watchOf({ looked: -3_600_000 }), changes: [{ kind: 'new', row: keptOf('a') }], more: 0 },
		]);
		expect(watched).toEqual([watchOf({ looked: now, told: now })]);
		expect(await readSnapshot('R1', store)).toEqual(look(['a'], { at: now }));
		expect(requests).toEqual([lists]);
	});

	test('at the first look nothing is told, as nothing was known', async () => {
		const { news, store } = await round({ before: {} });
		expect(news).toEqual([]);
		expect(await readSnapshot('R1', store)).toEqual(look(['a'], { at: now }));
	});

	test('several rooms by one reading of the list', async () => {
		const watches = ['R1', 'R2'].map((roomId) => watchOf({ roomId, looked: -3_600_000 }));
		const { news, requests } = await round({ watches, before: { R1: look([]), R2: look(['a']) } });
		expect(news).toEqual([['R1', 'new a']]);
		expect(requests).toEqual([lists]);
	});

	test('and nothing else: without a room that is due the server is not asked', async () => {
		const watches = [watchOf({ looked: now - 3_599_999 })];
		const { rooms, requests, watched } = await round({ watches });
		expect([rooms, requests, watched]).toEqual([[], [], watches]);
	});

	test('what the room did not take is tried again at once', async () => {
		expect((await round({ watches: [watchOf({ looked: now, untold: true })] })).news).toEqual([['R1', 'new a']]);
	});

	test('no room is where watching is switched off: what is kept is not even read', async () => {
		const store = memoryStore();
		const readByAssociation = async () => Promise.reject(new Error('CANARY'));
		const ports = { store: { ...store, reader: { ...store.reader, readByAssociation } } };
		expect((await round({ settings: { watch_interval: 'off' }, ports })).requests).toEqual([]);
	});

	test('how many are not watched is told', async () => {
		const many = Array.from({ length: 502 }, (_, index) => record(String(index)));
		expect((await round({ server: serverWith(many) })).told[0]?.more).toBe(2);
	});

	test('what serves all channels counts as the setting says', async () => {
		const server = () => serverWith([record('a', { channel: ['all_public_channels'] })]);
		const before = (isOn: boolean) => ({ R1: look([], { view: `I ${String(isOn)}` }) });
		expect((await round({ server: server(), before: before(true) })).news).toEqual([['R1', 'new a']]);
		expect((await round({ server: server(), before: before(false), settings: { include_global: false } })).news).toEqual([]);
	});

	test('what names the room is told also where that setting was changed; what serves all channels is known from then on', async () => {
		const server = serverWith([record('a', { channel: ['all_public_channels'] }), record('b')]);
		const { news, store } = await round({ server, before: { R1: look([], { view: 'I false' }) } });
		expect(news).toEqual([['R1', 'new b']]);
		expect((await readSnapshot('R1', store))?.rows.map(({ id }) => id)).toEqual(['a', 'b']);
	});
});

describe('what is gone', () => {
	const watches = ['R1', 'R2'].map((roomId) => watchOf({ roomId, looked: -3_600_000 }));
	const before = { R1: look(['a', 'b']), R2: look(['a', 'b']) };

	test('is told where the token’s user sees all, which is asked once for all rooms', async () => {
		const { news, requests } = await round({ watches, before });
		expect(news).toEqual([
			['R1', 'gone b'],
			['R2', 'gone b'],
		]);
		expect(requests).toEqual([lists, 'v1/me', 'v1/permissions.listAll']);
	});

	test('is not told otherwise, and stays known', async () => {
		const { news, store } = await round({ before, server: serverWith([record('a')], { sees: false }) });
		expect(news).toEqual([]);
		expect(await readSnapshot('R1', store)).toEqual(before.R1);
	});

	test('nor where a row could not be read: it may be that one', async () => {
		expect((await round({ before, server: serverWith([record('a'), { _id: 7 }]) })).news).toEqual([]);
	});
});

describe('where the server cannot be asked', () => {
	const failing = (failures: number, why: Failure = { kind: 'unauthorized' }) => ({
		watches: [
			watchOf({ roomId: 'R1', failures }),
			watchOf({ roomId: 'R2', failures: 0 }),
			watchOf({ roomId: 'R3', failures, byId: 'mo' }),
			watchOf({ roomId: 'R4', failures }),
		],
		opened: fail(why),
		settings: { watch_interval: 'hourly' },
		ports: { now: () => now + 3_600_000, deadline: now + 3_600_000 },
	});
	const countsOf = (watched: readonly Watch[]) => watched.map(({ failures }) => failures);

	test('that is counted; no room is looked at, and the time of the last look stays', async () => {
		const { watched, rooms, complaints } = await round(failing(0));
		expect(countsOf(watched)).toEqual([1, 1, 1, 1]);
		expect(watched[0]).toEqual(watchOf({ failures: 1 }));
		expect([rooms, complaints]).toEqual([[], []]);
	});

	test('at the third time everybody is told once, of their rooms', async () => {
		const { watched, complaints } = await round(failing(2));
		expect(countsOf(watched)).toEqual([3, 1, 3, 3]);
		expect(complaints).toEqual([
			[['R1', 'R4'], 'unauthorized'],
			[['R3'], 'unauthorized'],
		]);
	});

	test.each([
		['is not taken', async () => Promise.resolve(false), 0],
		['ends in an error', async () => Promise.reject(new Error('refused')), 2],
	])('who is not reached, as it %s, is told after the next failure', async (_, complain, errors) => {
		const { watched, ...tried } = await round({ ...failing(2), ports: { ...failing(2).ports, complain } });
		expect(countsOf(watched)).toEqual([2, 1, 2, 2]);
		expect(tried.errors).toHaveLength(errors);
	});

	test('and at no later time', async () => {
		expect((await round(failing(3))).complaints).toEqual([]);
	});

	test.each<Failure>([
		{ kind: 'rateLimited', seconds: 9 },
		{ kind: 'proxyLimits', seconds: 9 },
	])('a full house is no fault: %j', async (why) => {
		const { watched, complaints } = await round(failing(2, why));
		expect([countsOf(watched), complaints]).toEqual([[2, 0, 2, 2], []]);
	});

	test('so it is where it gives no list', async () => {
		const { watched, complaints } = await round({
			watches: [watchOf({ looked: -3_600_000, failures: 2 })],
			server: serverWith({ kind: 'forbidden' }),
		});
		expect([countsOf(watched), complaints]).toEqual([[3], [[['R1'], 'forbidden']]]);
	});

	test('or not the whole of it', async () => {
		const { complaints, rooms } = await round({
			watches: [watchOf({ looked: -3_600_000, failures: 2 })],
			server: serverWith([record('a')], { total: 2 }),
		});
		expect([complaints, rooms]).toEqual([[[['R1'], 'listNotWhole']], []]);
	});

	test('a look that comes out well ends the count', async () => {
		const { watched } = await round({ watches: [watchOf({ looked: -3_600_000, failures: 2 })] });
		expect(countsOf(watched)).toEqual([0]);
	});
});

describe('the end of a watch', () => {
	const { ports } = host();
	const own = { reply_visibility: 'sender' };
	const outOfRoom = async () => Promise.reject(new Error('User is not subscribed'));
	const outside = { ...ports.rooms, getOwners: async () => Promise.resolve([]), getUserUnreadMessageCount: outOfRoom };

	test('where the room is gone', async () => {
		const { watched, store, news } = await round({ ports: { getRoom: async () => Promise.resolve(undefined) } });
		expect([watched, store.records.size, news]).toEqual([[], 0, []]);
	});

	test('where what changed goes to one person, who may not read it any more', async () => {
		const { watched, store, news } = await round({ settings: own, ports: { rooms: outside } });
		expect([watched, store.records.size, news]).toEqual([[], 0, []]);
	});

	test('but not where that could not be looked up: the next round sees', async () => {
		const users = { ...ports.users, getById: async () => Promise.reject(new Error('no answer')) };
		const { watched, news } = await round({ settings: own, ports: { users } });
		expect([watched, news]).toEqual([[watchOf({ looked: -3_600_000 })], []]);
	});

	test('nor where that person may still read it', async () => {
		expect((await round({ settings: own })).news).toEqual([['R1', 'new a']]);
	});

	test('nor where the room itself is told, whoever began', async () => {
		expect((await round({ ports: { rooms: outside } })).news).toEqual([['R1', 'new a']]);
	});

	test('the roles that may ask are those of the setting', async () => {
		const { watched } = await round({ settings: { ...own, allowed_roles: 'auditor' } });
		expect(watched).toEqual([]);
	});
});

describe('one room does not stand in the way of the others', () => {
	const many = Array.from({ length: 12 }, (_, index) => watchOf({ roomId: `R${String(index)}`, looked: -3_600_000 }));
	const before = Object.fromEntries(many.map(({ roomId }) => [roomId, look([])]));

	test('by an error, which is reported', async () => {
		const error = new Error('no answer');
		const getRoom = async (id: string): Promise<IRoom> => (id === 'R3' ? Promise.reject(error) : Promise.resolve(roomOf({ id })));
		const { errors, news } = await round({ watches: many, before, ports: { getRoom } });
		expect([errors, news.length]).toEqual([[error], 11]);
	});

	test('by what it is: an omnichannel room has nothing to tell', async () => {
		const getRoom = async (id: string) => Promise.resolve(roomOf(id === 'R3' ? { id, type: RoomType.LIVE_CHAT } : { id }));
		const { errors, news } = await round({ watches: many, before, ports: { getRoom } });
		expect([errors, news.length]).toEqual([[], 11]);
	});

	test.each([
		['ten at once, and no more are begun after the deadline', 2000, 10],
		['before it they are', 1999, 12],
	])('%s', async (_, takes, looked) => {
		expect((await round({ watches: many, before, takes })).rooms).toHaveLength(looked);
	});
});
