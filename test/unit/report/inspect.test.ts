import { describe, expect, test } from '@jest/globals';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { fail, type Result, success } from '../../../lib/failure';
import type { IncomingIntegration, Integration, OutgoingIntegration } from '../../../lib/integrations/integration';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import { createPlaceMemory } from '../../../lib/host/places';
import { createPeopleMemory } from '../../../lib/host/people';
import type { Row } from '../../../lib/integrations/reach';
import type { Reply } from '../../../lib/rest/response';
import type { Get } from '../../../lib/rest/client';
import { createLookUps } from '../../../lib/rest/lookUps';
import { inspect, type InspectRequest, type InspectPorts } from '../../../lib/report/inspect';
import { groupPlace, incoming, outgoing, place, rowsIn, workspace } from '../../support/builders';
import { host } from '../../support/host';
import { noInspection, person } from '../../support/troubled';

const now = 1_000_000_000;
const failedRun = { _updatedAt: '2025-06-04T10:00:00.000Z', error: 'CANARY', step: 'after-http-call', data: 'CANARY' };
function answer(...history: unknown[]): Result<Reply> {
	return success({ body: { success: true, history }, remaining: 9 });
}

interface World {
	readonly runs?: (id: string) => Result<Reply>;
	readonly users?: (id: string) => unknown;
	/** The room of a name or an id. */
	readonly rooms?: (name: string) => object | undefined;
	readonly messages?: readonly object[];
	readonly members?: (id: string) => number;
	/** What `info` and `permissions.listAll` answer. */
	readonly about?: Readonly<Record<string, Result<Reply>>>;
	/** What every look-up waits for. */
	readonly gate?: Promise<void>;
}

/** A host and a server behind it, which take down what they were asked for. */
function world({
	runs = () => answer(),
	users = (id) => ({ id: id.toUpperCase(), username: id.toLowerCase() }),
	rooms = () => undefined,
	messages = [],
	members = () => 0,
	about = {},
	gate,
}: World = {}) {
	const asked: string[] = [];
	const waiting = async <T>(what: string, value: () => T): Promise<T> => {
		asked.push(what);
		await gate;
		return value();
	};
	const get: Get = async (endpoint, { id = '' }) =>
		waiting(`${endpoint} ${id}`.trim(), () => about[endpoint] ?? (id === '' ? fail({ kind: 'forbidden' }) : runs(id)));
	const inner = host().ports;
	const ports: InspectPorts = {
		now: () => now,
		source: { get, keepFor: 15_000, connectionKey: 'C', identity: 'I', cache: inner.cache },
		lookUps: createLookUps(() => now),
		people: createPeopleMemory(() => now),
		places: createPlaceMemory(() => now),
		users: {
			getById: async (id) => waiting(`user ${id}`, () => users(id) as IUser),
			getByUsername: async (name) => waiting(`user @${name}`, () => users(name) as IUser),
		},
		rooms: {
			...inner.rooms,
			getByName: async (name) => waiting(`room #${name}`, () => rooms(name) as IRoom | undefined),
			getById: async (id) => waiting(`room ${id}`, () => rooms(id) as IRoom | undefined),
			getUserUnreadMessageCount: async (_, id) => waiting(`member ${id}`, () => members(id)),
			getMessages: async (room, options) =>
				waiting(`messages of ${room}`, () => (options?.skip ? [] : messages) as unknown as IMessageRaw[]),
		},
	};
	const look = async (rows: readonly Row[], fields: Partial<InspectRequest> = {}) =>
		inspect(
			{
				...{ subject: place, room: place.id, audience: 'caller', rows, about: rows, inDepth: false, readsActivity: true },
				...{ caller: 'LI1', staff: [], fresh: false },
				...fields,
			},
			ports,
		);
	return { asked, look };
}
function posted(integration: string, createdAt = new Date(now)) {
	return {
		createdAt,
		_unmappedProperties_: { bot: { i: integration } },
	};
}

function row(id: string, fields: Partial<OutgoingIntegration> = {}) {
	return rowsIn(place, [outgoing({ id, userId: 'ROCKET.CAT', createdById: 'ANA', triggerWords: [`!${id}`], ...fields })]);
}
function many(count: number) {
	return Array.from({ length: count }, (_, index) => row(`o${String(index)}`)).flat();
}

describe('what is looked up', () => {
	test('everything is under way before the first answer comes', async () => {
		let open: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const { asked, look } = world({ gate });
		const rows = [...row('A'), ...row('B')];
		const looking = look(rows, { inDepth: true });
		await new Promise(setImmediate);
		expect(asked.sort()).toEqual([
			'messages of SUPPORT1',
			'messages of SUPPORT1',
			'messages of SUPPORT1',
			'user @rocket.cat',
			'user ANA',
			'v1/integrations.history A',
			'v1/integrations.history B',
		]);
		open();
		expect((await looking).unchecked).toEqual(noInspection.unchecked);
	});

	test('nothing that was not asked for', async () => {
		const { asked, look } = world();
		expect(await look([])).toEqual(noInspection);
		expect(asked).toEqual([]);
		await look(rowsIn(place, [incoming({ userId: '', createdById: '' })]));
		expect(asked).toEqual([]);
	});

	test('of the rows that are asked about who made them and who they post as, each once', async () => {
		const { asked, look } = world();
		const rows = [...row('A'), ...row('B', { username: 'BOB' }), ...row('C', { createdById: 'ANA', username: 'CARL' })];
		const { people } = await look(rows, { about: rows.slice(0, 2) });
		expect(asked).toEqual(['user @rocket.cat', 'user ANA', 'user @BOB']);
		expect(Object.fromEntries(people)).toEqual({
			'@rocket.cat': person('rocket.cat'),
			ANA: person('ana'),
			'@BOB': person('bob'),
		});
	});
});

describe('last runs', () => {
	test('at most eight; the others are counted', async () => {
		const { asked, look } = world();
		const rows = many(12);
		const { lastRuns, unchecked } = await look(rows, { inDepth: true });
		expect(asked.filter((what) => what.startsWith('v1/'))).toHaveLength(8);
		expect([...lastRuns.keys()]).toEqual(rows.slice(0, 8).map(({ integration }) => integration.id));
		expect(unchecked.runs).toBe(4);
	});

	test('one that could not be looked up is counted and is no finding; one that never was is neither', async () => {
		const runs: Readonly<Record<string, Result<Reply>>> = {
			A: fail({ kind: 'forbidden' }),
			B: fail({ kind: 'rateLimited', seconds: 9 }),
			C: success({ body: { history: 'CANARY' }, remaining: 9 }),
			D: answer(),
			E: answer({ ...failedRun, error: undefined, finished: true }),
			F: answer(failedRun),
		};
		const rows = Object.keys(runs).flatMap((id) => row(id));
		const { findings, unchecked, lastRuns } = await world({ runs: (id) => runs[id] ?? answer() }).look(rows, { inDepth: true });
		expect(unchecked).toEqual({ ...noInspection.unchecked, runs: 3 });
		expect(Object.fromEntries(findings)).toEqual({
			F: [{ kind: 'runFailed', at: '2025-06-04T10:00:00.000Z', step: 'after-http-call' }],
		});
		expect(lastRuns.get('A')).toEqual({ ok: false, failure: { kind: 'forbidden' } });
		expect(JSON.stringify([...lastRuns])).not.toContain('CANARY');
	});
});

describe('people', () => {
	test('one who is not there is a finding; one who could not be looked up is counted', async () => {
		const users = (id: string) => {
			if (id === 'BOB') {
				throw new Error('CANARY');
			}
			return id === 'GINA' ? null : { username: id.toLowerCase() };
		};
		const rows = [...row('A', { createdById: 'BOB' }), ...row('B', { createdById: 'GINA', createdBy: 'gina' })];
		const { findings, unchecked } = await world({ users }).look(rows);
		expect(Object.fromEntries(findings)).toEqual({ B: [{ kind: 'creatorMissing', user: 'gina' }] });
		expect(unchecked).toEqual({ ...noInspection.unchecked, people: 1 });
	});

	test('where the app may not look up anybody all are counted, and nothing is found', async () => {
		for (const users of [() => null, () => undefined]) {
			const { findings, unchecked, people } = await world({ users }).look([...row('A'), ...row('B', { username: 'BOB' })]);
			expect([findings.size, people.size, unchecked.people]).toEqual([0, 0, 3]);
		}
	});

	test('more than 50: the others are counted', async () => {
		const rows = many(70).map((one, index) => ({
			...one,
			integration: { ...one.integration, createdById: `U${String(index)}` },
		}));
		expect((await world().look(rows)).unchecked.people).toBe(21);
	});
});

describe('the rows', () => {
	const rows = [...row('A', { triggerWords: ['!a'] }), ...row('B', { triggerWords: ['!a'], name: 'Beside' })];

	test('those that are asked about are judged, compared with all', async () => {
		const { findings } = await world().look(rows, { about: rows.slice(0, 1) });
		expect(Object.fromEntries(findings)).toEqual({ A: [{ kind: 'sameWords', word: '!a', other: 'Beside' }] });
	});

	test('who posted is compared with all, too', async () => {
		const messages = [posted('B'), posted('X'.repeat(17), new Date(now - 5000)), posted('A')];
		const { recent } = await world({ messages }).look(rows, { about: rows.slice(0, 1), inDepth: true });
		expect(recent).toMatchObject({ now, unlisted: { count: 1, at: now - 5000 }, activity: { messages: 3 } });
	});
});

describe('who posted', () => {
	test('is not read where it was not asked for, or is switched off', async () => {
		const { asked, look } = world({ messages: [posted('A')] });
		expect((await look(row('A'))).recent).toBeUndefined();
		expect((await look(row('A'), { inDepth: true, readsActivity: false })).recent).toBeUndefined();
		expect(asked.filter((what) => what.startsWith('messages'))).toEqual([]);
	});

	test('is left out where it cannot be told', async () => {
		const { look } = world({ messages: [{ createdAt: new Date(now) }] });
		expect((await look(row('A'), { inDepth: true })).recent).toBeUndefined();
	});
});

describe('the whole workspace', () => {
	const everywhere = { subject: workspace, room: 'R9', readsActivity: true };
	const workspaceRows = (of: readonly Integration[]) => of.map(toWorkspaceRow);
	const silent = { userId: '', username: '', createdById: '' };

	test('the rooms and people that rows name are looked up, each once; the messages of no room are read', async () => {
		const { asked, look } = world();
		const rows = workspaceRows([
			incoming({ id: 'a', ...silent, channels: ['#support', '@ana', 'all_public_channels'] }),
			outgoing({ id: 'b', ...silent, channels: ['#support'], targetRoom: 'support' }),
		]);
		const { unchecked, recent } = await look(rows, { ...everywhere, inDepth: true });
		expect(asked.filter((what) => !what.startsWith('v1/'))).toEqual([
			'room #support',
			'user @ana',
			'room support',
			// As nothing was found: whether rooms can be looked up at all.
			'room #R9',
			'room R9',
		]);
		expect([unchecked.places, recent]).toEqual([1, undefined]);
	});

	test('a place that does not exist is a finding; where the room that is asked in is not found either, none is', async () => {
		const rows = workspaceRows([incoming({ id: 'a', ...silent, channels: ['#gone'] })]);
		const there = await world({ rooms: (name) => (name === 'R9' ? { id: 'R9', type: 'c' } : undefined) }).look(rows, everywhere);
		expect([...there.findings.values()].flat().map(({ kind }) => kind)).toContain('noSuchPlace');
		expect(there.unchecked.places).toBe(0);
		const nowhere = await world().look(rows, everywhere);
		expect([...nowhere.findings.values()].flat().map(({ kind }) => kind)).not.toContain('noSuchPlace');
		expect(nowhere.unchecked.places).toBe(1);
	});

	test('in a room, no other rooms are looked up', async () => {
		const { asked, look } = world();
		await look(rowsIn(place, [incoming({ ...silent, channels: ['#support', '#other'] })]));
		expect(asked).toEqual([]);
	});

	test('up to 200 people are looked up; the others are counted', async () => {
		const rows = workspaceRows(
			Array.from({ length: 230 }, (_, index) => outgoing({ id: String(index), createdById: `U${String(index)}`, username: '' })),
		);
		expect((await world().look(rows, everywhere)).unchecked.people).toBe(30);
	});

	test.each([
		['8.6.0', 1],
		['9.0.0', 0],
	])('how many scripts 9.0 runs otherwise is told where the server is older: %s', async (version, oldScripts) => {
		const about = {
			info: success({ body: { version }, remaining: 9 }),
			'v1/permissions.listAll': success({ body: { update: [{ _id: 'message-impersonate', roles: [] }] }, remaining: 9 }),
		};
		const of = [outgoing({ id: 'a', scriptWillChange: true }), outgoing({ id: 'b' })];
		const rows = workspaceRows(of);
		expect((await world({ about }).look(rows, { ...everywhere, inDepth: true })).oldScripts).toBe(oldScripts);
		const inRoom = rowsIn(
			place,
			[...of, incoming({ id: 'c' })].map((one) => ({ ...one, channels: ['#support'] })),
		);
		expect((await world({ about }).look(inRoom, { inDepth: true })).oldScripts).toBe(0);
	});
});

test('of how many rows more is stored than is read is counted', async () => {
	const { unchecked } = await world().look([...row('A', { shortened: true }), ...row('B')]);
	expect(unchecked.shortened).toBe(1);
});

describe('who may post', () => {
	const monitor = { userId: 'MONITOR', username: 'monitor' };
	const group = (fields: Partial<IncomingIntegration> = {}) =>
		rowsIn(groupPlace, [incoming({ ...monitor, channels: ['#war-room'], ...fields })]);
	const inGroup = { subject: groupPlace };
	const outside = () => {
		throw new Error('User not subscribed to room');
	};
	const rights = (version: string, holders: readonly string[]) => ({
		info: success({ body: { version }, remaining: 9 }),
		'v1/permissions.listAll': success({ body: { update: [{ _id: 'message-impersonate', roles: holders }] }, remaining: 9 }),
	});

	test('in a private group: whether the user is a member, each once', async () => {
		const { asked, look } = world({ members: outside });
		const { findings } = await look([...group(), ...group({ id: 'twin' })], inGroup);
		expect([...findings.values()].flat().map(({ kind }) => kind)).toEqual(['posterOutside', 'posterOutside']);
		expect(asked.filter((what) => what.startsWith('member'))).toEqual(['member MONITOR']);
	});

	test('a look-up that fails is no finding; it is counted', async () => {
		const broken = () => {
			throw new Error('CANARY');
		};
		const { findings, unchecked } = await world({ members: broken }).look(group(), inGroup);
		expect([findings.size, unchecked.rights]).toEqual([0, 1]);
	});

	test('not in a channel, in a discussion, or for what is switched off', async () => {
		const { asked, look } = world({ members: outside });
		await look(rowsIn(place, [incoming()]));
		await look(group(), { subject: { ...groupPlace, discussion: true } });
		await look(group({ enabled: false }), inGroup);
		expect(asked.filter((what) => what.startsWith('member'))).toEqual([]);
	});

	const posting = rowsIn(place, [incoming(monitor)]);

	test('the server is asked in depth alone, and once for as long as an answer is kept', async () => {
		const { asked, look } = world({ about: rights('8.6.0', ['bot']) });
		await look(posting);
		expect(asked.filter((what) => !what.startsWith('user'))).toEqual([]);
		const { findings } = await look(posting, { inDepth: true, readsActivity: false });
		expect([...findings.values()].flat()).toEqual([{ kind: 'posterImpersonates', user: 'monitor' }]);
		await look(posting, { inDepth: true, readsActivity: false });
		expect(asked.filter((what) => !what.startsWith('user'))).toEqual(['info', 'v1/permissions.listAll']);
	});

	test.each([
		['8.5.9', 'an older server does not demand it', 0],
		['8.6.0', 'the server does not tell who holds it', 1],
		['', 'the server does not tell its version', 1],
	])('%s: %s', async (version, _, unknown) => {
		const info = version === '' ? fail({ kind: 'forbidden' } as const) : success({ body: { version }, remaining: 9 });
		const { findings, unchecked } = await world({ about: { info } }).look(posting, { inDepth: true, readsActivity: false });
		expect([findings.size, unchecked.rights]).toEqual([0, unknown]);
	});

	test('where nobody posts, nothing is asked', async () => {
		const { asked, look } = world();
		await look(row('A'), { inDepth: true, readsActivity: false });
		expect(asked.filter((what) => what.startsWith('v1/permissions') || what === 'info')).toEqual([]);
	});
});
