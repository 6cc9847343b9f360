import { describe, expect, test } from '@jest/globals';
import { success } from '../../../lib/failure';
import { directPlace, groupPlace } from '../../support/builders';
import { allFail, type Change, check, forAdmin, linesOf, permissionList, say } from '../../support/setUpWorld';
import { titled } from '../../support/titled';
import type { Status } from '../../../lib/status/checks';

async function whole(change: Change = {}) {
	return `\n${say(await check(change))}\n`;
}
const wrongToken = { answers: { ...allFail({ kind: 'unauthorized' }), info: { version: '7.13' } } };
const unset = { settings: { serverUrl: '', userId: '', token: { reveal: () => '' } } };

describe('the whole text', () => {
	test('of a workspace that is well set up and has no limit', async () => {
		expect(await whole()).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but within the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid.
		- **ok**: All integrations can be seen.
		- **ok**: This room's list can be read: 3 integrations.
		- **ok**: The workspace's list can be read.
		- **ok**: The server does not limit the app's requests.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		- **ok**: The app has \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\`, \`role.read\` and \`persistence\`. Its other permissions cannot be tried.
		"
	`);
	});

	test('of a workspace that is well set up, but limited', async () => {
		expect(await whole({ remaining: 9 })).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but within the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid.
		- **ok**: All integrations can be seen.
		- **ok**: This room's list can be read: 3 integrations.
		- **ok**: The workspace's list can be read.
		- **ok**: The server limits the app's requests, usually to 10 a minute for each list.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		- **ok**: The app has \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\`, \`role.read\` and \`persistence\`. Its other permissions cannot be tried.
		"
	`);
	});

	test('of an app that is not set up', async () => {
		expect(await whole(unset)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **to do**: The app is not set up yet: **Server URL**, **User id** and **Personal access token** are empty. A workspace admin can help.
		- **not checked**: whether the server answers, the token, the permissions of the token's user, this room's list, the workspace's list and the rate limit, because of the above.
		- **not checked**: Whether the app was granted \`networking\` could not be tried.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: Who posted here can be told: 120 messages were looked at.
		"
	`);
	});

	test('of a wrong token', async () => {
		expect(await whole(wrongToken)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **to do**: The server does not accept the app's credentials (401): **User id** or **Personal access token** is wrong, or they belong to different users. A workspace admin can help.
		- **not checked**: the permissions of the token's user, this room's list, the workspace's list and the rate limit, because of the above.
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but within the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: Who posted here can be told: 120 messages were looked at.
		- **ok**: The app has \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\`, \`role.read\` and \`persistence\`. Its other permissions cannot be tried.
		"
	`);
	});

	test('of something else that answers in the server’s place', async () => {
		expect(await whole({ answers: allFail({ kind: 'notRocketChat' }) })).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **to do**: Something answers at the server's address, but it is not the REST API of \`Rocket.Chat\`: perhaps a login page, a proxy or another path. A workspace admin can help.
		- **not checked**: the token, the permissions of the token's user, this room's list, the workspace's list and the rate limit, because of the above.
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but within the machine.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		- **ok**: The app has \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\`, \`role.read\` and \`persistence\`. Its other permissions cannot be tried.
		"
	`);
	});

	test('of a direct message', async () => {
		expect(await whole({ where: directPlace })).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but within the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid.
		- **ok**: All integrations can be seen.
		- **ok**: A direct message has no list: answers come from the workspace's.
		- **ok**: The workspace's list can be read.
		- **ok**: The server does not limit the app's requests.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		- **ok**: The app has \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\`, \`role.read\` and \`persistence\`. Its other permissions cannot be tried.
		"
	`);
	});

	test('of everything that can be looked at or mended at once', async () => {
		const change: Change = {
			where: groupPlace,
			settings: { serverUrl: 'http://10.0.0.5:3000', allowedRoles: ['*', 'amdin', 'Suport'], workspaceScan: false },
			answers: {
				info: { version: 'CANARY' },
				'v1/permissions.listAll': permissionList('manage-own-incoming-integrations'),
				'v1/groups.getIntegrations': { kind: 'groupNotFound' },
			},
			remaining: 0,
			ports: { rooms: { getOwners: async () => Promise.resolve(null as unknown as []) } },
		};
		expect(await whole(change)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 2 things to do
		- **to do**: This room's list could not be read. The server does not show this private group to the user whose token the app uses (a workspace admin knows who it is). An owner of the group can add that user.
		- **to do**: The app was not granted \`room.read\`. A workspace admin can help.
		- **look at this**: **Who may ask**: no role has the id or name \`amdin\` or \`Suport\`. A workspace admin can help.
		- **look at this**: The token is sent unencrypted (\`http://\`). A workspace admin can help.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, no outgoing ones. A workspace admin can help.
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: no; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The server answers, but does not tell its version.
		- **ok**: The token is valid.
		- **ok**: **Look through the whole workspace** is switched off.
		- **ok**: The server limits the app's requests, usually to 10 a minute for each list.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		"
	`);
	});
});

describe('what the token’s user may see', () => {
	const four = [
		'manage-incoming-integrations',
		'manage-outgoing-integrations',
		'manage-own-incoming-integrations',
		'manage-own-outgoing-integrations',
	];
	const mixtures = Array.from({ length: 16 }, (_, bits) => four.filter((_name, index) => bits & (1 << index)));
	const told = async () => {
		const texts = mixtures.map(async (held) => {
			const { checks } = await check({ answers: { 'v1/permissions.listAll': permissionList(...held) } });
			return say({ checks: checks.filter((one) => one.check === 'permissions'), isFull: true }).split('\n')[1];
		});
		return `\n${(await Promise.all(texts)).join('\n')}\n`;
	};

	test('every mixture of the four permissions', async () => {
		expect(await told()).toMatchInlineSnapshot(`
		"
		- **to do**: No integrations can be seen. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: all incoming ones, no outgoing ones. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: no incoming ones, all outgoing ones. A workspace admin can help.
		- **ok**: All integrations can be seen.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, no outgoing ones. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: all incoming ones, no outgoing ones. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, all outgoing ones. A workspace admin can help.
		- **ok**: All integrations can be seen.
		- **look at this**: Not all integrations can be seen: no incoming ones, only outgoing ones of the token's user. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: all incoming ones, only outgoing ones of the token's user. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: no incoming ones, all outgoing ones. A workspace admin can help.
		- **ok**: All integrations can be seen.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, only outgoing ones of the token's user. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, only outgoing ones of the token's user. A workspace admin can help.
		- **look at this**: Not all integrations can be seen: only incoming ones of the token's user, only outgoing ones of the token's user. A workspace admin can help.
		- **ok**: All integrations can be seen.
		"
	`);
	});

	test.each<[string, Change]>([
		['the server refuses the list', { answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } }],
		['the list is of another shape', { answers: { 'v1/permissions.listAll': { permissions: [] } } }],
		['the user comes without roles', { answers: { 'v1/me': { _id: 'U1', username: 'reader' } } }],
	])('is not told where %s', async (_, change) => {
		expect(await linesOf(change, 'permissions')).toBe(
			"\n- **not checked**: The server does not tell which permissions the token's user has.\n",
		);
	});
});

describe('single lines', () => {
	const unknownRole = { settings: { allowedRoles: ['Suport', 'night', 'room guide'] } };
	const boom = async () => Promise.reject(new Error('CANARY'));

	test('who may ask is told, with the roles that are unknown', async () => {
		const changes: Change[] = [
			{ settings: { allowedRoles: ['admin', 'Support Lead', 'owner'] } },
			{ settings: { allowedRoles: ['*'] } },
			{ settings: { allowedRoles: ['amdin'] } },
			unknownRole,
			{ ...unknownRole, ports: { roles: { getOneByIdOrName: boom } } },
			{ ...unknownRole, ports: { roles: { getOneByIdOrName: async () => Promise.resolve(null) } } },
			{ settings: { allowedRoles: Array.from({ length: 30 }, (_, index) => `r${index}`) } },
		];
		const lines = await Promise.all(changes.map(async (change) => linesOf(change, 'roles')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **ok**: **Who may ask**: \`admin\`, \`Support Lead\` and \`owner\`.

		- **ok**: **Who may ask**: everyone in the room.

		- **look at this**: **Who may ask**: no role has the id or name \`amdin\`. A workspace admin can help.

		- **look at this**: **Who may ask**: no role has the id or name \`Suport\` or \`room guide\`. A workspace admin can help.

		- **not checked**: **Who may ask**: \`Suport\`, \`night\` and \`room guide\`. These roles could not be looked up.

		- **not checked**: **Who may ask**: \`Suport\`, \`night\` and \`room guide\`. These roles could not be looked up.

		- **look at this**: **Who may ask**: no role has the id or name \`r0\`, \`r1\`, \`r2\`, \`r3\`, \`r4\`, \`r5\`, \`r6\`, \`r7\`, \`r8\`, \`r9\`, \`r10\`, \`r11\`, \`r12\`, \`r13\`, \`r14\`, \`r15\`, \`r16\`, \`r17\`, \`r18\`, \`r19\` or +10. A workspace admin can help.
		"
	`);
	});

	test('how the token travels', async () => {
		const urls = ['https://chat.example', 'http://localhost:3000', 'http://chat.example'];
		const lines = await Promise.all(urls.map(async (serverUrl) => linesOf({ settings: { serverUrl } }, 'transport')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **ok**: The token is sent encrypted (\`https://\`).

		- **ok**: The token is sent with \`http://\`, but within the machine.

		- **look at this**: The token is sent unencrypted (\`http://\`). A workspace admin can help.
		"
	`);
	});

	test('the address is the Site URL', async () => {
		const change = { settings: { serverUrl: '' }, siteUrl: 'https://CANARY.example' };
		expect(await linesOf(change, 'connection')).toMatchInlineSnapshot(`
		"
		- **ok**: **User id** and **Personal access token** are filled in; **Server URL** is empty, so the workspace's Site URL counts.
		"
	`);
	});

	test('a server without version, a token without name', async () => {
		const answers = { info: { kind: 'notRocketChat' }, 'v1/me': { _id: 'U1', roles: ['viewer'] } } as const;
		expect(await linesOf({ answers }, 'server', 'token')).toMatchInlineSnapshot(`
		"
		- **ok**: The server answers, but does not tell its version.
		- **ok**: The token is valid.
		"
	`);
	});

	test('the lists are told as read, cut short or refused', async () => {
		const partial = { integrations: [{ _id: 'a', type: 'webhook-incoming' }], total: 60 };
		const changes: Change[] = [
			{ answers: { 'v1/channels.getIntegrations': { integrations: [], total: 1 }, 'v1/integrations.list': partial } },
			{ answers: { 'v1/channels.getIntegrations': { kind: 'forbidden' }, 'v1/integrations.list': { kind: 'forbidden' } } },
			{ where: groupPlace, answers: { 'v1/groups.getIntegrations': { kind: 'groupNotFound' } } },
			{ settings: { workspaceScan: false } },
			{ answers: { 'v1/integrations.list': { kind: 'rateLimited', seconds: 7 } }, remaining: 3 },
		];
		const lines = await Promise.all(changes.map(async (change) => linesOf(change, 'room', 'workspace')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **ok**: This room's list can be read: 1 integration.
		- **ok**: The workspace's list can be read.

		- **to do**: This room's list could not be read. The server does not show this room's integrations to the user whose token the app uses (a workspace admin knows who it is) (403): that user may not see integrations, or not this room. An owner of the room can add the user. A workspace admin can help.
		- **to do**: The workspace's list could not be read. The server shows no integrations to the user whose token the app uses (a workspace admin knows who it is) (403). A workspace admin can help.

		- **to do**: This room's list could not be read. The server does not show this private group to the user whose token the app uses (a workspace admin knows who it is). An owner of the group can add that user.
		- **ok**: The workspace's list can be read.

		- **ok**: This room's list can be read: 3 integrations.
		- **ok**: **Look through the whole workspace** is switched off.

		- **not checked**: The workspace's list could not be read. The server allows no more requests for now. Try again in 7 seconds. If it keeps happening, a workspace admin can help.
		- **ok**: This room's list can be read: 3 integrations.
		"
	`);
	});

	test('the room’s list is cut short', () => {
		const list = success({ read: 50, total: 73, cutShort: { kind: 'pagingRefused' as const } });
		const cut: Status = { checks: [{ check: 'room', state: 'warning', list }], isFull: true };
		expect(say(cut)).toMatchInlineSnapshot(`
		"**Set-up check**: it works, 1 thing to look at
		- **look at this**: Of this room's list only 50 of 73 could be read. The server refuses to hand out its list page by page."
	`);
	});

	test('the app’s own permissions, each missing or not to be tried', async () => {
		const none = async () => Promise.resolve(null as never);
		const changes: Change[] = [
			{ ports: { rooms: { getOwners: none } } },
			{ ports: { users: { getById: none } } },
			{ ports: { roles: { getOneByIdOrName: none } } },
			{ ports: { serverSettings: { getValueById: boom } } },
			{ answers: allFail({ kind: 'networkingDenied' }) },
			{ ports: { rooms: { getOwners: none }, users: { getById: none }, serverSettings: { getValueById: boom } } },
			{ ports: { rooms: { getOwners: boom }, users: { getById: boom } } },
			unset,
		];
		const lines = await Promise.all(changes.map(async (change) => linesOf(change, 'grants')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **to do**: The app was not granted \`room.read\`. A workspace admin can help.

		- **to do**: The app was not granted \`user.read\`. A workspace admin can help.

		- **to do**: The app was not granted \`role.read\`. A workspace admin can help.

		- **to do**: The app was not granted \`server-setting.read\`. A workspace admin can help.

		- **to do**: The app was not granted \`networking\`. A workspace admin can help.

		- **to do**: The app was not granted \`server-setting.read\`, \`room.read\` and \`user.read\`. A workspace admin can help.

		- **not checked**: Whether the app was granted \`room.read\` and \`user.read\` could not be tried.

		- **not checked**: Whether the app was granted \`networking\` could not be tried.
		"
	`);
	});

	test('the head, where something could not be checked and nothing is wrong', async () => {
		const status = await check({ answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } });
		expect(say(status).split('\n')[0]).toBe('**Set-up check**: nothing wrong found, but not everything could be checked');
	});
});

describe('what is well is counted, unless all was asked for', () => {
	const short = async (change: Change = {}) => whole({ ...change, isFull: false });

	test('where all is well', async () => {
		expect(await short({ remaining: 9 })).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		12 checks are well.
		"
	`);
	});

	test('where something is to do, to look at, and could not be checked: in this order', async () => {
		const change: Change = {
			settings: { allowedRoles: ['amdin'] },
			answers: { 'v1/permissions.listAll': { kind: 'forbidden' } },
			ports: { self: { getAppUser: async () => Promise.resolve(undefined) } },
		};
		expect(await short(change)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **to do**: The app's own bot user does not exist any more, so the app cannot post. A workspace admin can help.
		- **look at this**: **Who may ask**: no role has the id or name \`amdin\`. A workspace admin can help.
		- **not checked**: The server does not tell which permissions the token's user has.
		10 checks are well.
		"
	`);
	});

	test('where nothing is, no number is told', async () => {
		const { checks } = await check();
		const status = { checks: checks.map((one) => ({ ...one, state: 'unknown' as const })), isFull: false };
		expect(say(status)).not.toContain('well');
	});
});

describe('numbers that do not count as they are saved', () => {
	const outOfBounds = [
		{ id: 'page_size', saved: 500, counts: 100 },
		{ id: 'cache_seconds', saved: undefined, counts: 15 },
	] as const;

	test('are told one by one, and to an admin where to correct them', async () => {
		const lines = await Promise.all(
			[{}, { admin: true as const }].map(async (who) => linesOf({ ...who, settings: { outOfBounds } }, 'bounds')),
		);
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **look at this**: **Integrations on a page**: 500 is saved, 100 counts. A workspace admin can help.
		- **look at this**: **Seconds to reuse an answer**: no number is saved, 15 counts. A workspace admin can help.

		- **look at this**: **Integrations on a page**: 500 is saved, 100 counts. Correct that [in the app's settings](https://chat.example/settings).
		- **look at this**: **Seconds to reuse an answer**: no number is saved, 15 counts. Correct that [in the app's settings](https://chat.example/settings).
		"
	`);
	});
});

describe('who reads it', () => {
	const troubled: Change = {
		settings: { serverUrl: 'http://10.0.0.5:3000', allowedRoles: ['amdin'] },
		answers: {
			'v1/permissions.listAll': permissionList('manage-incoming-integrations'),
			'v1/groups.getIntegrations': { kind: 'groupNotFound' },
		},
		where: groupPlace,
		remaining: 9,
		ports: { rooms: { getOwners: async () => Promise.resolve(null as unknown as []) } },
	};

	test('a workspace admin is told the address, the token’s user, and what to do where', async () => {
		expect(await whole({ ...troubled, admin: true })).toMatchInlineSnapshot(`
		"
		**Set-up check**: 2 things to do
		- **to do**: This room's list could not be read. The server does not show this private group to \`reader\`, the user whose token the app uses. An owner of the group can add that user.
		- **to do**: The app was not granted \`room.read\`. Upload the app's zip again and agree to the permissions; the settings stay.
		- **look at this**: **Who may ask**: no role has the id or name \`amdin\`. Correct that [in the app's settings](https://chat.example/settings).
		- **look at this**: The token is sent unencrypted (\`http://\`). Set **Server URL** [in the app's settings](https://chat.example/settings) to an address with \`https://\`, or on the same machine, such as \`http://localhost:3000\`.
		- **look at this**: Not all integrations can be seen: all incoming ones, no outgoing ones. Give a role of the token's user (\`reader\`) \`manage-outgoing-integrations\`.
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in. The app asked \`https://chat.example\`.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid. It belongs to \`reader\`.
		- **ok**: The workspace's list can be read: 12 integrations.
		- **ok**: The server limits the app's requests, usually to 10 a minute for each list. To lift the limit, give a role of the token's user the permission \`api-bypass-rate-limit\`.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		"
	`);
	});

	test('everybody else is told whom to ask, and neither the address nor the token’s user', async () => {
		const text = await whole(troubled);
		expect(text).toMatchInlineSnapshot(`
		"
		**Set-up check**: 2 things to do
		- **to do**: This room's list could not be read. The server does not show this private group to the user whose token the app uses (a workspace admin knows who it is). An owner of the group can add that user.
		- **to do**: The app was not granted \`room.read\`. A workspace admin can help.
		- **look at this**: **Who may ask**: no role has the id or name \`amdin\`. A workspace admin can help.
		- **look at this**: The token is sent unencrypted (\`http://\`). A workspace admin can help.
		- **look at this**: Not all integrations can be seen: all incoming ones, no outgoing ones. A workspace admin can help.
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: Other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look at watched rooms**: Every day; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid.
		- **ok**: The workspace's list can be read.
		- **ok**: The server limits the app's requests, usually to 10 a minute for each list.
		- **ok**: Who posted here can be told: 120 messages were looked at.
		"
	`);
		expect(text).not.toMatch(/reader|10\.0\.0\.5|manage-|api-bypass/);
	});

	test('where the server cannot be reached, too', async () => {
		const refused: Change = { answers: allFail({ kind: 'connectionRefused' }) };
		const lines = await Promise.all([{}, { admin: true as const }].map(async (who) => linesOf({ ...refused, ...who }, 'server')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **to do**: The server could not be reached: nothing answers at its address and port. A workspace admin can help.

		- **to do**: The server could not be reached: nothing answers at its address and port. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.
		"
	`);
	});

	test('without the workspace’s address there is no link', async () => {
		const status = { ...(await check({ settings: { allowedRoles: ['amdin'] } })), forAdmin: { ...forAdmin, settingsUrl: '' } };
		expect(say(status)).toContain("Correct that in the app's settings.");
		expect(say(status)).not.toContain('](');
	});
});

test('a server that is slower than a click can wait', async () => {
	expect(await linesOf({ took: 6400 }, 'server')).toMatchInlineSnapshot(`
		"
		- **look at this**: The server takes 6 s to answer, so buttons answer by a message.
		"
	`);
});

test('the app’s own user was deleted', async () => {
	const gone = { ports: { self: { getAppUser: async () => Promise.resolve(undefined) } } };
	expect(await linesOf(gone, 'appUser')).toMatchInlineSnapshot(`
		"
		- **to do**: The app's own bot user does not exist any more, so the app cannot post. A workspace admin can help.
		"
	`);
});

describe('nothing comes out that should not', () => {
	test.each<[string, Change]>([
		['all well', {}],
		['limited', { remaining: 1 }],
		['nothing set up', unset],
		['a malformed token', { settings: { token: { reveal: () => 'CANARY token' } } }],
		['a malformed address', { settings: { serverUrl: 'http://CANARY:CANARY@chat.example/?CANARY' } }],
		['the Site URL', { settings: { serverUrl: '' }, siteUrl: 'http://CANARY.example/CANARY' }],
		['a wrong token', wrongToken],
		['HTML', { answers: allFail({ kind: 'notRocketChat' }) }],
		['a version that is none', { answers: { info: { version: '7.13.CANARY' } } }],
		['a permission list with more in it', { answers: { 'v1/permissions.listAll': permissionList('CANARY') } }],
		['a private group', { where: groupPlace }],
		['a direct message', { where: directPlace }],
	])('nothing of a secret comes out: %s', async (_, change) => {
		const status = await check(change);
		expect(JSON.stringify(status)).not.toContain('CANARY');
		expect(say(status)).not.toContain('CANARY');
	});

	test.each(titled(['@all', '`x`', '**x**', 'a\nb', '[a](javascript:b)', 'x'.repeat(5000), '\u202e']))(
		'%s as a username and as a role is quoted, on one line',
		async (_title, name) => {
			const answers = { 'v1/me': { _id: 'U1', username: name, roles: ['viewer'] } };
			const status = await check({ answers, settings: { allowedRoles: [name] }, admin: true });
			const text = say(status);
			expect(text.split('\n')).toHaveLength(13);
			expect(text).toMatch(/It belongs to (`[^`\n]{1,40}`|…)\.$/m);
			expect(text).toMatch(/id or name (`[^`\n]{1,40}`|…)\. Correct/);
		},
	);
});

describe('whether it can be told who posted', () => {
	const getMessages = (...found: object[]): Change => ({
		ports: { rooms: { getMessages: async (_, options) => Promise.resolve((options?.skip ? [] : found) as never) } },
	});
	const lines = async (change: Change) => {
		const { checks } = await check(change);
		const activity: Status = { checks: checks.filter((one) => one.check === 'activity'), isFull: true };
		return say(activity);
	};

	test('in both languages: it can, with one message, it cannot, it is switched off', async () => {
		const one = getMessages({ createdAt: new Date(0), _unmappedProperties_: { bot: { i: 'CANARY' } }, text: 'CANARY' });
		const none = getMessages({ createdAt: new Date(0), text: 'CANARY' });
		const texts = await Promise.all([{}, one, none, { settings: { readActivity: false } }].map(lines));
		expect(`\n${texts.join('\n\n')}\n`).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: Who posted here can be told: 120 messages were looked at.

		**Set-up check**: all is well
		- **ok**: Who posted here can be told: 1 message was looked at.

		**Set-up check**: it works, 1 thing to look at
		- **look at this**: This server does not say which integration a message comes from, so when one last posted is left out.

		**Set-up check**: all is well
		- **ok**: **Read who posted** is switched off.
		"
	`);
		expect(texts.join()).not.toContain('CANARY');
	});
});
