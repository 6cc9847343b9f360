import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { answer, type AnswerPorts } from '../../lib/answer';
import type { Report } from '../../lib/report/buildReport';
import { failureOf, query, valueOf } from '../support/builders';
import { host, question, type Typed } from '../support/host';
import type { Query } from '../../lib/query/query';

const root = { id: 'root', roles: ['admin'] };
const direct = { type: RoomType.DIRECT_MESSAGE };

async function reportOf(typed: Partial<Typed>, ports: AnswerPorts): Promise<Report> {
	const answered = valueOf(await answer(question(typed), ports));
	if (answered.kind !== 'report') {
		throw new Error(`is a ${answered.kind}`);
	}
	return answered.report;
}

describe('a report', () => {
	test('of what the room’s own list and the workspace’s hold', async () => {
		const { ports, requests } = host();
		expect(await reportOf({}, ports)).toMatchObject({
			subject: { id: 'R1', kind: 'channel', title: 'support' },
			audience: 'room',
			matching: 1,
			pages: 1,
			counted: {},
			gaps: [],
		});
		expect(requests.sort()).toEqual(['v1/channels.getIntegrations', 'v1/integrations.list']);
	});

	test.each<[string, Partial<Typed>, Record<string, unknown>, string[]]>([
		['without the scan', {}, { workspace_scan: false }, ['v1/channels.getIntegrations']],
		['of a private group', { room: { type: RoomType.PRIVATE_GROUP } }, { workspace_scan: false }, ['v1/groups.getIntegrations']],
		['of a direct message', { room: direct }, { workspace_scan: false }, ['v1/integrations.list']],
	])('a report comes for %s', async (_, typed, settings, endpoints) => {
		const { ports, requests } = host(settings);
		await reportOf(typed, ports);
		expect(requests).toEqual(endpoints);
	});

	test('names from elsewhere are in the report of a workspace admin in private alone', async () => {
		const words: Partial<Query>[] = [{}, { scope: 'all' }, { find: 'CANARY' }, { by: 'CANARY' }, { find: 'I2' }];
		for (const asked of words.map((one) => query({ ...one, visibility: 'private' }))) {
			const { rows, ...told } = await reportOf({ query: asked }, host().ports);
			expect(JSON.stringify([rows, { ...told, query: undefined }])).not.toContain('CANARY');
		}
		const { rows } = await reportOf({ caller: root, query: query({ visibility: 'private', scope: 'all' }) }, host().ports);
		expect(rows.map(({ integration }) => integration.name)).toEqual(['Deploys', 'CANARY-remote']);
		expect(JSON.stringify(rows)).not.toContain('CANARY-token');
	});
});

describe('other answers', () => {
	test('one integration in full', async () => {
		const shown = valueOf(await answer(question({ query: query({ show: 'deploys' }) }), host().ports));
		expect(shown).toMatchObject({ kind: 'details', details: { audience: 'caller', row: { integration: { id: 'I1' } } } });
	});

	test.each(['CANARY-remote', 'I2', 'nobody'])('%s is none of the room’s', async (show) => {
		const failure = failureOf(await answer(question({ query: query({ show }) }), host().ports));
		expect(failure).toMatchObject({ kind: 'noSuchIntegration', name: show, nearest: ['Deploys'] });
	});

	test('help, for everybody: nothing is looked up', async () => {
		const { ports, requests } = host({ auth_token: '' });
		const asked = question({ query: query({ action: 'help' }), caller: { id: 'otto', roles: [] } });
		expect(valueOf(await answer(asked, ports))).toEqual({ kind: 'help' });
		expect(requests).toEqual([]);
	});

	test('a check of the set-up, also where the app is not set up', async () => {
		for (const settings of [{}, { auth_token: '' }]) {
			const asked = question({ query: query({ action: 'status' }) });
			expect(valueOf(await answer(asked, host(settings).ports))).toMatchObject({ kind: 'status' });
		}
	});
});

describe('refused before any request', () => {
	const otto = { id: 'otto', roles: ['user'] };
	test.each<[string, Partial<Typed>, Record<string, unknown>, string]>([
		['another room', { namedRooms: ['sales'] }, {}, 'otherRoom'],
		['an omnichannel room', { room: { type: RoomType.LIVE_CHAT } }, {}, 'omnichannelRoom'],
		['somebody who is not in the room', { caller: otto }, { allowed_roles: 'user' }, 'notMember'],
		['a role that may not', {}, { allowed_roles: 'admin' }, 'notAllowed'],
		['a share that may not be', { query: query({ visibility: 'share' }) }, { reply_visibility: 'sender' }, 'shareNotAllowed'],
		['a share into a direct message', { query: query({ visibility: 'share' }), room: direct }, {}, 'shareInDirect'],
		['an app that is not set up', {}, { auth_token: '' }, 'settingsMissing'],
		['who may not ask does not learn that either', { caller: otto }, { auth_token: '' }, 'notMember'],
	])('%s is refused, and no request is made', async (_, typed, settings, kind) => {
		const { ports, requests } = host(settings);
		expect(failureOf(await answer(question(typed), ports))).toMatchObject({ kind });
		expect(requests).toEqual([]);
	});

	test('what is kept in the cache is not for everybody', async () => {
		const { ports } = host({ allowed_roles: 'owner' });
		await reportOf({}, ports);
		expect(failureOf(await answer(question({ caller: otto }), ports))).toEqual({ kind: 'notMember' });
		expect(failureOf(await answer(question({ caller: { id: 'mia', roles: ['user'] } }), ports))).toMatchObject({
			kind: 'notAllowed',
		});
	});
});

describe('what the server refuses', () => {
	test('a private group is not shown to the app’s user, who is named', async () => {
		const { ports } = host({ workspace_scan: false }, () => ({
			statusCode: 400,
			data: { success: false, errorType: 'error-room-not-found' },
		}));
		const failure = failureOf(await answer(question({ room: { type: RoomType.PRIVATE_GROUP } }), ports));
		expect(failure).toEqual({ kind: 'groupNotFound', user: 'u1' });
	});

	const settingsUrl = 'http://chat.example/marketplace/private/info/app/0.1.0/settings';
	const forbidden = () => ({ statusCode: 403, data: { success: false } });

	test('a workspace admin is told which address was asked, nobody else is', async () => {
		const li = failureOf(await answer(question(), host({}, forbidden).ports));
		expect(li).toEqual({ kind: 'forbidden', user: 'u1' });
		const admin = failureOf(await answer(question({ caller: root }), host({}, forbidden).ports));
		expect(admin).toEqual({ ...li, forAdmin: { address: 'http://chat.example', settingsUrl } });
	});

	test('an address that is not usable is told to nobody', async () => {
		const { ports } = host({ server_url: 'https://root:CANARY@chat.example' });
		const admin = failureOf(await answer(question({ caller: root }), ports));
		expect(admin).toEqual({ kind: 'serverUrlUnusable', forAdmin: { address: '', settingsUrl } });
	});

	test('the same in the check of the set-up', async () => {
		const asked = { query: query({ action: 'status' }) } as const;
		const statusFor = async (caller: Typed['caller']) =>
			valueOf(await answer(question({ ...asked, caller }), host({}, forbidden).ports));
		expect(await statusFor(root)).toMatchObject({ status: { forAdmin: { address: 'http://chat.example', settingsUrl } } });
		expect(JSON.stringify(await statusFor({ id: 'li', roles: ['user'] }))).not.toContain('chat.example');
	});

	test('all checks are told where `all` is typed, and only counted otherwise', async () => {
		for (const [asked, isFull] of [
			[{}, false],
			[{ scope: 'all' }, true],
			[{ scope: 'here' }, false],
		] as const) {
			const status = await answer(question({ query: query({ action: 'status', ...asked }) }), host().ports);
			expect(valueOf(status)).toMatchObject({ status: { isFull } });
		}
	});

	test('a page beyond the last', async () => {
		expect(failureOf(await answer(question({ query: query({ page: 2 }) }), host().ports))).toMatchObject({
			kind: 'noSuchPage',
			pages: 1,
		});
	});
});

describe('a click', () => {
	const lists = ['v1/channels.getIntegrations', 'v1/integrations.list'];
	/** What a server is asked for a command or a click so many seconds after another. */
	const afterwards = async (seconds: number, typed: Partial<Typed>, settings = {}) => {
		const { ports, requests, wait } = host(settings);
		await reportOf(typed.isClick ? { isClick: true } : {}, ports);
		requests.splice(0);
		wait(seconds);
		await answer(question({ now: ports.now(), ...typed }), ports);
		return requests.sort();
	};

	test.each<[string, number, Partial<Typed>, Record<string, unknown>, string[]]>([
		['a command asks anew what is no longer kept for it', 16, {}, {}, lists],
		['a click does not, for ten minutes', 599, { isClick: true }, {}, []],
		['nor does one in the panel', 599, { isClick: true, query: query({ action: 'browse', find: 'deploy' }) }, {}, []],
		['after that it does', 601, { isClick: true }, {}, lists],
		['a refresh does', 1, { isClick: true, query: query({ action: 'browse', fresh: true }) }, {}, lists],
		['where nothing may be kept, each does', 1, { isClick: true }, { cache_seconds: 0 }, lists],
		['one that may not ask asks nothing', 601, { isClick: true, caller: { id: 'otto', roles: ['user'] } }, {}, []],
	])('a click is answered: %s', async (_, seconds, typed, settings, requests) => {
		expect(await afterwards(seconds, typed, settings)).toEqual(requests);
	});

	const own = { _id: 'O1', type: 'webhook-outgoing', name: 'Guggy', channel: ['#support'], event: 'sendMessage' };
	test.each<[string, Partial<Typed>]>([
		['a command', {}],
		['a click in the panel', { isClick: true }],
		['a refresh', { isClick: true, query: query({ action: 'browse', show: 'O1', fresh: true }) }],
	])('asks for the last run of an outgoing one: %s', async (_, typed) => {
		const { ports, requests } = host({}, (url) => ({
			data: url.endsWith('history') ? { success: true, history: [] } : { success: true, integrations: [own], total: 1 },
		}));
		const asked = question({ query: query({ action: 'browse', show: 'O1' }), ...typed });
		const { details } = valueOf(await answer(asked, ports)) as { details: { lastRun: unknown } };
		expect(details.lastRun).toEqual({ ok: true, value: undefined });
		expect(requests.filter((endpoint) => endpoint === 'v1/integrations.history')).toHaveLength(1);
	});
});

/** 30 commands in a minute, one every 2 s, by three people, in turn in each of the rooms; a limiter that takes 10 calls each. */
async function busyMinute(rooms: readonly Partial<Typed['room']>[], settings = {}) {
	const calls = new Map<string, number>();
	const { ports, wait } = host(settings, (endpoint) => {
		const count = (calls.get(endpoint) ?? 0) + 1;
		calls.set(endpoint, count);
		const headers = { 'x-ratelimit-remaining': String(Math.max(0, 10 - count)), 'x-ratelimit-reset': '1060000' };
		const data = { success: true, integrations: [], total: 0 };
		return count > 10 ? { statusCode: 429, headers, data: { success: false } } : { headers, data };
	});
	const people = ['li', 'mia', 'root'].map((id) => ({ id, roles: ['user', 'admin'] }));
	let answered = 0;
	for (const turn of Array.from({ length: 30 }).keys()) {
		const [room = {}, caller = root] = [rooms[turn % rooms.length], people[turn % people.length]];
		answered += (await answer(question({ room, caller, now: ports.now() }), ports)).ok ? 1 : 0;
		wait(2);
	}
	return { answered, calls: Object.fromEntries(calls) };
}

describe('30 commands in a minute, in three rooms', () => {
	const room = (id: string, type = RoomType.CHANNEL) => ({ id, type, slugifiedName: id });

	test('a channel, a group and a direct message', async () => {
		const { answered, calls } = await busyMinute([
			room('C1'),
			room('G1', RoomType.PRIVATE_GROUP),
			room('D1', RoomType.DIRECT_MESSAGE),
		]);
		expect(answered).toBe(30);
		expect(calls).toEqual({
			'v1/channels.getIntegrations': 4,
			'v1/groups.getIntegrations': 4,
			'v1/integrations.list': 4,
		});
	});

	test('three channels: everybody gets an answer', async () => {
		const { answered, calls } = await busyMinute([room('C1'), room('C2'), room('C3')]);
		expect(answered).toBe(30);
		expect(calls['v1/integrations.list']).toBe(4);
	});

	test('three channels: no more than 10 calls', async () => {
		const { calls } = await busyMinute([room('C1'), room('C2'), room('C3')]);
		expect(calls['v1/channels.getIntegrations']).toBeLessThanOrEqual(10);
	});

	test('nothing is kept: who comes when no call is left is told so', async () => {
		const { answered } = await busyMinute([room('C1'), room('C2'), room('C3')], { cache_seconds: 0, workspace_scan: false });
		expect(answered).toBe(10);
	});
});
