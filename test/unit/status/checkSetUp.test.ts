import { describe, expect, test } from '@jest/globals';
import { success } from '../../../lib/failure';
import { checkSetUp } from '../../../lib/status/checkSetUp';
import { directPlace, groupPlace, place } from '../../support/builders';
import { allFail, type Change, check, getFrom, permissionList, ports, say, settings, well } from '../../support/setUpWorld';

async function statesOf(change: Change) {
	const { checks } = await check(change);
	return Object.fromEntries(checks.map((one) => [one.check, one.check === 'skipped' ? one.checks.join(' ') : one.state]));
}
const allWell = {
	connection: 'ok',
	roles: 'ok',
	options: 'ok',
	transport: 'ok',
	server: 'ok',
	token: 'ok',
	permissions: 'ok',
	room: 'ok',
	workspace: 'ok',
	limit: 'ok',
	activity: 'ok',
	grants: 'ok',
};
function without(...names: (keyof typeof allWell)[]) {
	return Object.fromEntries(Object.entries(allWell).filter(([name]) => !names.some((gone) => gone === name)));
}
const nothing = 'token permissions room workspace limit';
const skipAll = without('token', 'permissions', 'room', 'workspace', 'limit');

const gone = async () => Promise.resolve(undefined);
const refused = async () => Promise.reject(new Error('CANARY'));

describe('what one fault changes, and nothing else', () => {
	test.each<[string, Change, object]>([
		['none', {}, allWell],
		['none, in a private group', { where: groupPlace }, allWell],
		['none, in a direct message', { where: directPlace }, allWell],
		['the scan is switched off', { settings: { workspaceScan: false } }, allWell],
		['the address is the Site URL', { settings: { serverUrl: '' }, siteUrl: 'https://chat.example' }, allWell],
		['limited', { remaining: 9 }, allWell],
		[
			'a number out of bounds',
			{ settings: { outOfBounds: [{ id: 'page_size', saved: 500, counts: 100 }] } },
			{ ...allWell, bounds: 'warning' },
		],
		['plain http', { settings: { serverUrl: 'http://chat.example' } }, { ...allWell, transport: 'warning' }],
		['an unknown role', { settings: { allowedRoles: ['admin', 'amdin'] } }, { ...allWell, roles: 'warning' }],
		[
			'no permission list',
			{ answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } },
			{ ...allWell, permissions: 'unknown' },
		],
		[
			'only half of the permissions',
			{ answers: { 'v1/permissions.listAll': permissionList('manage-incoming-integrations') } },
			{ ...allWell, permissions: 'warning' },
		],
		[
			'none of the permissions: the lists fail for the same reason',
			{
				answers: {
					'v1/permissions.listAll': permissionList(),
					'v1/channels.getIntegrations': { kind: 'permissionMissing' },
					'v1/integrations.list': { kind: 'permissionMissing' },
				},
			},
			{ ...without('room', 'workspace'), permissions: 'problem', skipped: 'room workspace' },
		],
		['a server that a click can just wait for', { took: 3500 }, allWell],
		['a server slower than that', { took: 3501 }, { ...allWell, server: 'warning' }],
		['the app’s user was deleted', { ports: { self: { getAppUser: gone } } }, { ...allWell, appUser: 'problem' }],
		['the app’s user cannot be looked up', { ports: { self: { getAppUser: refused } } }, allWell],
		['the room', { answers: { 'v1/channels.getIntegrations': { kind: 'channelNotFound' } } }, { ...allWell, room: 'problem' }],
		[
			'the scan',
			{ answers: { 'v1/integrations.list': { kind: 'serverError', status: 500 } } },
			{ ...allWell, workspace: 'problem' },
		],
		[
			'too many requests for now',
			{ answers: { 'v1/integrations.list': { kind: 'rateLimited', seconds: 9 } }, remaining: 4 },
			{ ...allWell, workspace: 'unknown' },
		],
	])('%s', async (_, change, states) => {
		expect(await statesOf(change)).toEqual(states);
	});
});

describe('what makes other checks impossible', () => {
	test.each<[string, Change]>([
		['nothing is set up', { settings: { serverUrl: '', userId: '', token: { reveal: () => '' } } }],
		['a token with a space', { settings: { token: { reveal: () => 'CANARY token' } } }],
		['an address that is none', { settings: { serverUrl: 'chat.example' } }],
	])('other checks become impossible: %s', async (_, change) => {
		const unasked = without('transport', 'server', 'token', 'permissions', 'room', 'workspace', 'limit');
		const expected = { ...unasked, connection: 'problem', grants: 'unknown', skipped: `server ${nothing}` };
		expect(await statesOf(change)).toEqual(expected);
	});

	test.each<[string, Change, object]>([
		['nothing answers', { answers: allFail({ kind: 'connectionRefused' }) }, { ...skipAll, server: 'problem', skipped: nothing }],
		['HTML', { answers: allFail({ kind: 'notRocketChat' }) }, { ...skipAll, server: 'problem', skipped: nothing }],
		[
			'another API',
			{ answers: { ...allFail({ kind: 'notRocketChat' }), info: {} } },
			{ ...skipAll, server: 'problem', skipped: nothing },
		],
		[
			'networking is not granted',
			{ answers: allFail({ kind: 'networkingDenied' }) },
			{ ...skipAll, server: 'problem', skipped: nothing, grants: 'problem' },
		],
		[
			'a proxy takes no more for now',
			{ answers: allFail({ kind: 'proxyLimits', seconds: 30 }) },
			{ ...skipAll, server: 'unknown', skipped: nothing },
		],
		[
			'nothing answers for long',
			{ answers: allFail({ kind: 'tooSlow', seconds: 10 }), took: 10_000 },
			{ ...skipAll, server: 'problem', skipped: nothing },
		],
		[
			'all of it is too much for now',
			{ answers: allFail({ kind: 'rateLimited', seconds: 30 }) },
			{ ...skipAll, server: 'unknown', skipped: nothing },
		],
		[
			'nothing answers, in a direct message',
			{ answers: allFail({ kind: 'connectionRefused' }), where: directPlace },
			{ ...skipAll, server: 'problem', room: 'ok', skipped: 'token permissions workspace limit' },
		],
		[
			'the token is wrong',
			{ answers: { ...allFail({ kind: 'unauthorized' }), info: { version: '7.13' } } },
			{ ...skipAll, token: 'problem', skipped: 'permissions room workspace limit' },
		],
		[
			'the answer about the token came too late',
			{ answers: { 'v1/me': { kind: 'tooSlow', seconds: 10 } } },
			{ ...without('permissions', 'limit'), token: 'problem', skipped: 'permissions limit' },
		],
		[
			'the token and the room came too late: each for itself',
			{ answers: { 'v1/me': { kind: 'tooSlow', seconds: 10 }, 'v1/channels.getIntegrations': { kind: 'tooSlow', seconds: 10 } } },
			{ ...without('permissions', 'limit'), token: 'problem', room: 'problem', skipped: 'permissions limit' },
		],
		[
			'the answer about the token is too much for now',
			{ answers: { 'v1/me': { kind: 'rateLimited', seconds: 9 } } },
			{ ...without('permissions'), token: 'unknown', limit: 'ok', skipped: 'permissions' },
		],
	])('what stands in the way is told once: %s', async (_, change, states) => {
		expect(await statesOf(change)).toEqual(states);
	});
});

test('all that is looked up is under way before the first answer comes', async () => {
	const begun: string[] = [];
	let open: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => {
		open = resolve;
	});
	const waiting = async <T>(name: string, answer: Promise<T>): Promise<T> => {
		begun.push(name);
		await gate;
		return answer;
	};
	const inner = ports();
	const get = getFrom(well);
	const given = { ...settings, allowedRoles: ['admin', 'Support Lead', 'owner'] };
	const connection = success({ baseUrl: given.serverUrl, userId: given.userId, token: given.token });
	const status = checkSetUp(
		{ place, caller: { id: 'LI1', roles: [] }, settings: given, connection },
		async (endpoint, params) => waiting(endpoint, get(endpoint, params)),
		{
			appId: 'app',
			now: () => 0,
			store: inner.store,
			self: { getAppUser: async () => waiting('app user', inner.self.getAppUser()) },
			roles: { getOneByIdOrName: async (name, id) => waiting(`role ${name}`, inner.roles.getOneByIdOrName(name, id)) },
			rooms: {
				...inner.rooms,
				getOwners: async (id) => waiting('owners', inner.rooms.getOwners(id)),
				getMessages: async (...asked) => waiting('messages', inner.rooms.getMessages(...asked)),
			},
			users: { ...inner.users, getById: async (id) => waiting('user', inner.users.getById(id)) },
			serverSettings: { getValueById: async (id) => waiting<unknown>('setting', inner.serverSettings.getValueById(id)) },
		},
	);
	await new Promise(setImmediate);
	expect([...new Set(begun)].sort()).toEqual([
		'app user',
		'info',
		'messages',
		'owners',
		'role Support Lead',
		'role admin',
		'role support lead',
		'setting',
		'user',
		'v1/channels.getIntegrations',
		'v1/integrations.list',
		'v1/me',
		'v1/permissions.listAll',
	]);
	open();
	expect(say({ checks: await status, isFull: true })).toMatch(/^\*\*Set-up check\*\*: all is well\n/);
});

test('nothing is asked without a connection', async () => {
	const status = await check({ settings: { userId: '' } });
	expect(status.checks.find((one) => one.check === 'connection')).toMatchObject({
		outcome: { failure: { kind: 'settingsMissing', settings: ['user_id'] } },
	});
	expect(status.checks.some((one) => one.check === 'server')).toBe(false);
});

describe('whether it can be told who posted', () => {
	const activityOf = async (change: Change) => (await check(change)).checks.find((one) => one.check === 'activity');
	const messages = (...found: object[]): Change => ({
		ports: { rooms: { getMessages: async (_, options) => Promise.resolve((options?.skip ? [] : found) as never) } },
	});
	const plain = { createdAt: new Date(0), text: 'CANARY' };

	test.each<[string, Change, object]>([
		['it can', {}, { state: 'ok', messages: 120, reads: true }],
		[
			'nobody posted, but it could be told',
			messages({ ...plain, _unmappedProperties_: {} }),
			{ state: 'ok', messages: 1, reads: true },
		],
		['the engine does not hand it over', messages(plain, plain), { state: 'warning', messages: undefined, reads: true }],
		[
			'messages cannot be read',
			{ ports: { rooms: { getMessages: async () => Promise.reject(new Error('CANARY')) } } },
			{ state: 'warning', messages: undefined, reads: true },
		],
		[
			'the permission is missing',
			{ ports: { rooms: { getMessages: async () => Promise.resolve(null as never) } } },
			{ state: 'warning', messages: undefined, reads: true },
		],
		['it is switched off', { settings: { readActivity: false } }, { state: 'ok', messages: undefined, reads: false }],
	])('who posted can be told, or not: %s', async (_, change, expected) => {
		expect(await activityOf(change)).toEqual({ check: 'activity', ...expected });
	});

	test('it needs no connection, and stands before the app’s own permissions', async () => {
		const { checks } = await check({ settings: { userId: '' } });
		expect(checks.slice(-2)).toMatchObject([{ check: 'activity', state: 'ok', messages: 120 }, { check: 'grants' }]);
	});

	test('where it is switched off no message is read', async () => {
		const asked: string[] = [];
		const getMessages = async (room: string) => {
			asked.push(room);
			return Promise.resolve([]);
		};
		await check({ settings: { readActivity: false }, ports: { rooms: { getMessages } } });
		expect(asked).toEqual([]);
		await check({ ports: { rooms: { getMessages } } });
		expect(asked).toEqual(['SUPPORT1', 'SUPPORT1', 'SUPPORT1']);
	});

	test('nothing of the messages is in the result', async () => {
		expect(JSON.stringify((await check()).checks.filter(({ check: name }) => name === 'activity'))).not.toContain('CANARY');
	});
});
