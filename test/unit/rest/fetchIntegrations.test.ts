import { describe, expect, test } from '@jest/globals';
import { createCache } from '../../../lib/rest/cache';
import { fail, type Failure } from '../../../lib/failure';
import { fetchIntegrations, type Wanted } from '../../../lib/rest/fetchIntegrations';
import type { Get } from '../../../lib/rest/client';
import { directPlace, failureOf, groupPlace, place, valueOf, workspace } from '../../support/builders';
import { type Behaviour, pagedServer } from '../../support/pagedServer';
import type { Place, Subject } from '../../../lib/integrations/room';

const incomingRow = { type: 'webhook-incoming', token: 'CANARY', channel: ['#sales'] };
const outgoingRow = { type: 'webhook-outgoing', token: 'CANARY', event: 'sendMessage', channel: ['#sales'] };

/** The rows of a list as the server holds them. */
function rows(...all: object[]): Behaviour {
	return { total: all.length, row: (index) => all[index] ?? {} };
}

const named = { ...incomingRow, _id: 'named', channel: ['#support'] };
const everywhere = { ...outgoingRow, _id: 'everywhere', channel: ['all_public_channels'] };
const byId = { ...incomingRow, _id: 'byId', channel: ['#SUPPORT1'] };
const noChannel = { ...outgoingRow, _id: 'noChannel', channel: [] };
const answers = { ...outgoingRow, _id: 'answers', targetRoom: '#support' };
const redirectable = { ...incomingRow, _id: 'redirectable', overrideDestinationChannelEnabled: true };
const created = { ...outgoingRow, _id: 'created', event: 'roomCreated', channel: [] };
const elsewhere = { ...incomingRow, _id: 'elsewhere' };
const whole = [named, everywhere, byId, noChannel, answers, redirectable, created, elsewhere];

/** A server with a list of the room and one of the workspace, and a cache before it. */
function world(room: Behaviour | Failure, workspace: Behaviour | Failure) {
	const serve = (behaviour: Behaviour | Failure) =>
		'kind' in behaviour ? { get: async () => Promise.resolve(fail(behaviour)), requests: [] } : pagedServer(behaviour);
	const [own, all] = [serve(room), serve(workspace)];
	const called: string[] = [];
	let time = 0;
	let limited: Failure | undefined;
	const get: Get = async (endpoint, params) => {
		called.push(endpoint);
		if (limited && endpoint === 'v1/integrations.list') {
			return Promise.resolve(fail(limited));
		}
		return endpoint === 'v1/integrations.list' ? all.get(endpoint, params) : own.get(endpoint, params);
	};
	const cache = createCache(() => time);
	return {
		called,
		wait: (milliseconds: number) => {
			time += milliseconds;
		},
		/** From now on the workspace's list fails. */
		limit: (failure: Failure) => {
			limited = failure;
		},
		fetch: async (where: Subject = place, wanted: Partial<Wanted> = {}, connectionKey = 'key') =>
			fetchIntegrations(
				where,
				{ includeGlobal: true, workspaceScan: true, fresh: false, ...wanted },
				{ get, cache, connectionKey, identity: 'I', keepFor: 15_000 },
			),
	};
}

const tooSlow: Failure = { kind: 'tooSlow', seconds: 10 };
async function ids(fetched: ReturnType<ReturnType<typeof world>['fetch']>) {
	return valueOf(await fetched).rows.map(({ integration, reach }) => `${integration.id}: ${reach.reason}`);
}

describe('what reaches the room', () => {
	test('the room’s own list, then what else the workspace’s list holds, each once', async () => {
		const { fetch, called } = world(rows(named, everywhere), rows(...whole));
		expect(await ids(fetch())).toEqual([
			'named: named',
			'everywhere: publicChannels',
			'byId: namedById',
			'noChannel: noChannel',
			'answers: answersHere',
			'redirectable: redirectable',
			'created: workspaceEvent',
		]);
		expect(called.sort()).toEqual(['v1/channels.getIntegrations', 'v1/integrations.list']);
	});

	test('nothing that is secret, and nothing from another room', async () => {
		const text = JSON.stringify(valueOf(await world(rows(named), rows(...whole)).fetch()));
		expect(text).not.toContain('CANARY');
		expect(text).not.toContain('"id":"elsewhere"');
	});

	test('without the scan the workspace is not asked', async () => {
		const { fetch, called } = world(rows(named), rows(...whole));
		expect(await ids(fetch(place, { workspaceScan: false }))).toEqual(['named: named']);
		expect(called).toEqual(['v1/channels.getIntegrations']);
	});

	test('without what reaches all rooms of the kind, the scan does not bring it in either', async () => {
		const { fetch } = world(rows(named), rows(...whole));
		expect(await ids(fetch(place, { includeGlobal: false }))).toEqual([
			'named: named',
			'byId: namedById',
			'answers: answersHere',
			'redirectable: redirectable',
			'created: workspaceEvent',
		]);
	});

	test('what the room’s own list holds reaches it, whatever we make of its channels', async () => {
		const renamed = { ...incomingRow, _id: 'renamed', channel: ['#Support', '#sales'] };
		const { fetch } = world(rows(renamed), rows());
		expect(valueOf(await fetch()).rows).toMatchObject([
			{ reach: { reason: 'named', part: 'here', elsewhere: ['#Support', '#sales'] } },
		]);
	});

	test('a direct message has no list of its own: the workspace’s is asked, even where the scan is switched off', async () => {
		const direct = { ...incomingRow, _id: 'direct', username: 'li', channel: ['@ana'] };
		const all = { ...outgoingRow, _id: 'all', channel: ['all_direct_messages'] };
		const { fetch, called } = world(rows(named), rows(direct, all, ...whole));
		expect(await ids(fetch(directPlace, { workspaceScan: false }))).toEqual(['direct: named', 'all: directMessages']);
		expect(called).toEqual(['v1/integrations.list']);
	});
});

describe('one list that fails does not spoil the other', () => {
	test('the room’s own list stays where the scan fails', async () => {
		const { fetch } = world(rows(named, everywhere), tooSlow);
		expect(valueOf(await fetch())).toMatchObject({
			total: 2,
			rows: [{ integration: { id: 'named' } }, { integration: { id: 'everywhere' } }],
			gaps: [{ what: 'workspace', why: tooSlow }],
		});
	});

	test('a private group that the app’s user is not in comes from the scan', async () => {
		const group = { ...incomingRow, _id: 'group', channel: ['#war-room'] };
		const { fetch } = world({ kind: 'channelNotFound' }, rows(group, ...whole));
		expect(valueOf(await fetch(groupPlace))).toMatchObject({
			total: 3,
			rows: [{ integration: { id: 'group' } }, { integration: { id: 'redirectable' } }, { integration: { id: 'created' } }],
			gaps: [{ what: 'room', why: { kind: 'groupNotFound' } }],
		});
	});

	test('a scan that ends early', async () => {
		const { fetch } = world(rows(named), { total: 300, failAt: { 100: tooSlow } });
		expect(valueOf(await fetch()).gaps).toEqual([{ what: 'workspaceRest', why: tooSlow }]);
	});

	test('a scan that ends before the number that the server says, nobody knows why', async () => {
		const { fetch } = world(rows(named), { total: 60, really: 55, row: () => incomingRow });
		expect(valueOf(await fetch()).gaps).toEqual([{ what: 'workspaceRest', why: { kind: 'requestRejected', status: 200 } }]);
	});

	test('a scan that ends early, where the room’s own list did not come', async () => {
		const group = { ...incomingRow, channel: ['#war-room'] };
		const { fetch } = world({ kind: 'channelNotFound' }, { total: 300, failAt: { 100: tooSlow }, row: () => group });
		const { total, gaps } = valueOf(await fetch(groupPlace));
		expect([total, gaps.map(({ what }) => what)]).toEqual([100, ['room', 'workspaceRest']]);
	});

	test('what only the scan brings is none of those that the room’s own list lacks', async () => {
		const rowOf = (index: number) =>
			index < 5 ? { ...answers, _id: `A${String(index)}` } : { ...elsewhere, _id: `E${String(index)}` };
		const { fetch } = world({ total: 60, failAt: { 50: tooSlow } }, { total: 155, failAt: { 100: tooSlow }, row: rowOf });
		const { rows: found, total } = valueOf(await fetch());
		expect([found.length, total]).toEqual([55, 65]);
	});

	test('a scan of too many rows', async () => {
		const { fetch } = world(rows(named), { total: 5001, row: () => incomingRow });
		expect(valueOf(await fetch()).gaps).toEqual([{ what: 'workspaceRest', why: { kind: 'listTooLong', most: 5000 } }]);
	});

	test('what the room’s own list does not hand out comes from the scan, and nothing is missing', async () => {
		const { fetch } = world({ total: 60, failAt: { 50: { kind: 'pagingRefused' } } }, { total: 60 });
		const { rows: found, total, gaps } = valueOf(await fetch());
		expect([found.length, total, gaps]).toEqual([60, 60, []]);
	});

	test('without a scan it is missing, and said', async () => {
		const { fetch } = world({ total: 60, failAt: { 50: { kind: 'pagingRefused' } } }, tooSlow);
		const { rows: found, total, gaps } = valueOf(await fetch());
		expect([found.length, total]).toEqual([50, 60]);
		expect(gaps).toEqual([
			{ what: 'rest', why: { kind: 'pagingRefused' } },
			{ what: 'workspace', why: tooSlow },
		]);
	});

	test('where both lists end early, no row is counted twice', async () => {
		const rowOf = (index: number) => ({ ...named, _id: `id${String(index + 45)}`, ...(index >= 15 && { channel: ['#sales'] }) });
		const { fetch } = world({ total: 60, failAt: { 50: tooSlow } }, { total: 155, failAt: { 100: tooSlow }, row: rowOf });
		const { rows: found, total } = valueOf(await fetch());
		expect(found).toHaveLength(60);
		expect(total).toBe(60);
	});

	test('a scan that got less than there is has a gap', async () => {
		const { fetch } = world(rows(named), { total: 1500, calls: 10, infinite: false, row: () => incomingRow });
		expect(valueOf(await fetch()).gaps).toMatchObject([{ what: 'workspaceRest' }]);
	});
});

describe('where no list is left it fails', () => {
	test.each<[string, Place, Failure | Behaviour, Failure | Behaviour, Partial<Wanted>, Failure]>([
		['as the room’s own does', place, { kind: 'unauthorized' }, tooSlow, {}, { kind: 'unauthorized' }],
		['the group', groupPlace, { kind: 'channelNotFound' }, { kind: 'forbidden' }, {}, { kind: 'groupNotFound' }],
		[
			'a server that does not know the channel: its scan is of another workspace',
			place,
			{ kind: 'channelNotFound' },
			rows(...whole),
			{},
			{ kind: 'channelNotFound' },
		],
		['without a scan', place, tooSlow, tooSlow, { workspaceScan: false }, tooSlow],
		['a direct message', directPlace, rows(named), { kind: 'forbidden' }, {}, { kind: 'forbidden' }],
	])('%s', async (_, where, room, workspace, wanted, expected) => {
		expect(failureOf(await world(room, workspace).fetch(where, wanted))).toEqual(expected);
	});
});

describe('rows that cannot be read', () => {
	const broken = { type: 'CANARY' };
	test('are counted', async () => {
		expect(valueOf(await world(rows(named, broken), rows(...whole)).fetch())).toMatchObject({ unreadable: 1, total: 8 });
		expect(valueOf(await world(rows(named, broken), tooSlow).fetch())).toMatchObject({ unreadable: 1, total: 2 });
		expect(valueOf(await world(rows(), rows(broken)).fetch(directPlace))).toMatchObject({ unreadable: 1, total: 0 });
		expect(valueOf(await world(rows(), rows(broken)).fetch())).toMatchObject({ unreadable: 1, total: 0, rows: [] });
	});
});

describe('the cache', () => {
	test('the workspace’s list is fetched once for all rooms, a room’s own for each', async () => {
		const { fetch, called } = world(rows(named), rows(...whole));
		await fetch(place);
		await fetch(groupPlace);
		await fetch(directPlace);
		await fetch(place);
		expect(called.sort()).toEqual(['v1/channels.getIntegrations', 'v1/groups.getIntegrations', 'v1/integrations.list']);
	});

	test.each<[string, Partial<Wanted>, string, number]>([
		['the same question', {}, 'key', 2],
		['what reaches all rooms left out', { includeGlobal: false }, 'key', 3],
		['another connection', {}, 'other', 4],
		['fresh', { fresh: true }, 'key', 4],
	])('a list is asked for anew: %s', async (_, wanted, key, calls) => {
		const { fetch, called } = world(rows(named), rows(...whole));
		await fetch();
		await fetch(place, wanted, key);
		expect(called).toHaveLength(calls);
	});

	test('the age is that of the older list', async () => {
		const { fetch, wait } = world(rows(named), rows(...whole));
		await fetch(groupPlace);
		wait(9000);
		expect(valueOf(await fetch(place)).age).toBe(9000);
		wait(5000);
		expect(valueOf(await fetch(place)).age).toBe(14_000);
	});

	test('where one list was asked for in vain it says so', async () => {
		const { fetch, wait, limit } = world(rows(named), rows(...whole));
		expect(valueOf(await fetch()).retryIn).toBeUndefined();
		wait(9000);
		limit({ kind: 'rateLimited', seconds: 40 });
		expect(valueOf(await fetch(place, { fresh: true }))).toMatchObject({ age: 9000, retryIn: 40 });
	});
});

describe('a private discussion, whose own list goes by its shown name', () => {
	const discussion: Place = { ...groupPlace, discussion: true, title: 'secret-room', names: ['aBcD'] };
	const stranger = { _id: 'S1', type: 'webhook-incoming', name: 'CANARY', channel: ['#secret-room'] };
	const own = { _id: 'O1', type: 'webhook-incoming', channel: ['#aBcD'] };

	test('shows nothing of the room that is really called so', async () => {
		const { rows: found, total } = valueOf(await world(rows(stranger), rows(stranger, own)).fetch(discussion));
		expect(found.map(({ integration }) => integration.id)).toEqual(['O1']);
		expect(total).toBe(1);
	});

	test('a public one is found by its name, as any channel is', async () => {
		const open: Place = { ...place, discussion: true };
		expect(valueOf(await world(rows(stranger), tooSlow).fetch(open))).toMatchObject({
			rows: [{ integration: { id: 'S1' } }],
			gaps: [{ what: 'workspace' }],
		});
	});

	test('says that something may be missing where the workspace was not looked through', async () => {
		expect(valueOf(await world(rows(stranger), tooSlow).fetch(discussion))).toMatchObject({
			rows: [],
			gaps: [{ what: 'workspace' }, { what: 'discussion' }],
		});
	});
});

test('a row of the own list counts as shown whatever nearer reason it has', async () => {
	const answers = {
		_id: 'A1',
		type: 'webhook-outgoing',
		event: 'sendMessage',
		channel: ['all_public_channels'],
		targetRoom: '#support',
	};
	const { rows: found, total } = valueOf(await world(rows(answers), tooSlow).fetch());
	expect([found.length, total]).toEqual([1, 1]);
});

describe('a server that refuses to page, where the workspace is not to be looked through', () => {
	const off = { workspaceScan: false };
	const own = Array.from({ length: 50 }, (_, index) => ({ _id: `O${index}`, type: 'webhook-incoming', channel: ['#support'] }));
	const late = { _id: 'O50', type: 'webhook-incoming', channel: ['#support'] };
	const remote = { _id: 'R1', type: 'webhook-incoming', overrideDestinationChannelEnabled: true, channel: ['#hidden'] };
	const refusing = { ...rows(...own), total: 51, failAt: { 50: { kind: 'pagingRefused' } as const } };

	test('its list fills up, with what the room’s own would hold and nothing else', async () => {
		const { rows: found, total, gaps } = valueOf(await world(refusing, rows(...own, late, remote)).fetch(place, off));
		expect([found.length, total, gaps]).toEqual([51, 51, []]);
	});

	test.each([
		['all public channels', place, 'all_public_channels'],
		['all private groups', groupPlace, 'all_private_groups'],
	])('also with what reaches %s', async (_, where, word) => {
		const all = { _id: 'all', type: 'webhook-outgoing', event: 'sendMessage', channel: [word] };
		const { rows: found } = valueOf(await world(refusing, rows(...own, all, remote)).fetch(where, off));
		expect(found.map(({ integration }) => integration.id)).toEqual([...own.map(({ _id }) => _id), 'all']);
	});

	test('and where that fails, the rest is missing', async () => {
		const { rows: found, total, gaps } = valueOf(await world(refusing, tooSlow).fetch(place, off));
		expect([found.length, total, gaps]).toEqual([50, 51, [{ what: 'rest', why: { kind: 'pagingRefused' } }]]);
	});
});

describe('the whole workspace', () => {
	test('its list alone is asked for, and everything in it counts, each with its places', async () => {
		const { fetch, called } = world(tooSlow, rows(...whole));
		const { rows: found, total, gaps } = valueOf(await fetch(workspace));
		expect(found.map(({ integration, reach }) => [integration.id, reach.reason, reach.elsewhere.join(' ')])).toEqual([
			['named', 'workspace', '#support'],
			['everywhere', 'workspace', 'all_public_channels'],
			['byId', 'workspace', '#SUPPORT1'],
			['noChannel', 'workspace', 'all_public_channels'],
			['answers', 'workspace', '#sales #support'],
			['redirectable', 'workspace', '#sales'],
			['created', 'workspace', ''],
			['elsewhere', 'workspace', '#sales'],
		]);
		expect([total, gaps, called]).toEqual([8, [], ['v1/integrations.list']]);
	});

	test('the list is that of the rooms, too: it is kept and shared', async () => {
		const { fetch, called } = world(rows(named), rows(...whole));
		await fetch();
		expect(valueOf(await fetch(workspace)).rows).toHaveLength(8);
		expect(called.filter((endpoint) => endpoint === 'v1/integrations.list')).toHaveLength(1);
	});

	test('what could not be read is a gap, and a list that did not come is a failure', async () => {
		const short = { ...rows(...Array.from({ length: 150 }, (_, index) => ({ ...elsewhere, _id: String(index) }))) };
		const { total, rows: found, gaps } = valueOf(await world(tooSlow, { ...short, failAt: { 100: tooSlow } }).fetch(workspace));
		expect([total, found.length, gaps]).toEqual([150, 100, [{ what: 'rest', why: tooSlow }]]);
		expect(failureOf(await world(rows(named), tooSlow).fetch(workspace))).toEqual(tooSlow);
	});
});
