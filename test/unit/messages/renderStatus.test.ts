import { describe, expect, test } from '@jest/globals';
import { success } from '../../../lib/failure';
import { directPlace, groupPlace } from '../../support/builders';
import { allFail, type Change, check, linesOf, permissionList, say } from '../../support/setUpWorld';
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
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but does not leave the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid. It belongs to \`reader\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`: all integrations can be seen.
		- **ok**: This room's own list can be read: 3 integrations.
		- **ok**: The workspace's whole list can be read: 12 integrations.
		- **ok**: The server does not limit how often the app may ask.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **ok**: The app's own permissions are granted: \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\` and \`role.read\`.
		"
	`);
	});

	test('of a workspace that is well set up, but limited', async () => {
		expect(await whole({ remaining: 9 })).toMatchInlineSnapshot(`
		"
		**Set-up check**: it works, 1 thing to look at
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but does not leave the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid. It belongs to \`reader\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`: all integrations can be seen.
		- **ok**: This room's own list can be read: 3 integrations.
		- **ok**: The workspace's whole list can be read: 12 integrations.
		- **look at this**: The server limits how often the app may ask: usually 10 times a minute for each list, all rooms together. A workspace admin can lift this by giving a role of the token's user the permission \`api-bypass-rate-limit\`.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **ok**: The app's own permissions are granted: \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\` and \`role.read\`.
		"
	`);
	});

	test('of an app that is not set up', async () => {
		expect(await whole(unset)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **to do**: The app is not set up yet: **Server URL**, **User id** and **Personal access token** are empty. A workspace admin can help.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **not checked**: whether the server answers, the token, the permissions of the token's user, this room's own list, the workspace's whole list and the rate limit, because of what is said above.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **not checked**: Whether the app's own permission \`networking\` is granted could not be checked.
		"
	`);
	});

	test('of a wrong token', async () => {
		expect(await whole(wrongToken)).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but does not leave the machine.
		- **ok**: The server answers, version 7.13
		- **to do**: The server does not accept the app's credentials (401): **User id** or **Personal access token** is wrong, or they belong to different users. A workspace admin can help.
		- **not checked**: the permissions of the token's user, this room's own list, the workspace's whole list and the rate limit, because of what is said above.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **ok**: The app's own permissions are granted: \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\` and \`role.read\`.
		"
	`);
	});

	test('of something else that answers in the server’s place', async () => {
		expect(await whole({ answers: allFail({ kind: 'notRocketChat' }) })).toMatchInlineSnapshot(`
		"
		**Set-up check**: 1 thing to do
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but does not leave the machine.
		- **to do**: Something answers at the server's address, but it is not the REST API of \`Rocket.Chat\`: perhaps a login page, a proxy or another path. A workspace admin can help.
		- **not checked**: the token, the permissions of the token's user, this room's own list, the workspace's whole list and the rate limit, because of what is said above.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **ok**: The app's own permissions are granted: \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\` and \`role.read\`.
		"
	`);
	});

	test('of a direct message', async () => {
		expect(await whole({ where: directPlace })).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **ok**: **Who may ask**: \`admin\`, \`owner\`, \`moderator\` and \`leader\`. These roles exist.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: yes; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **ok**: The token is sent with \`http://\`, but does not leave the machine.
		- **ok**: The server answers, version 7.13
		- **ok**: The token is valid. It belongs to \`reader\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`: all integrations can be seen.
		- **ok**: A direct message has no list of its own: answers come from the workspace's whole list.
		- **ok**: The workspace's whole list can be read: 12 integrations.
		- **ok**: The server does not limit how often the app may ask.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **ok**: The app's own permissions are granted: \`networking\`, \`server-setting.read\`, \`room.read\`, \`user.read\` and \`role.read\`.
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
		- **ok**: **Server URL**, **User id** and **Personal access token** are filled in.
		- **look at this**: **Who may ask** names \`amdin\` and \`Suport\`, and no roles of this workspace have these ids or names. A workspace admin can correct them in the app's settings.
		- **ok**: The other settings. **Where the summary goes**: Into the room; **Integrations on a page**: 20; **Show what reaches all rooms**: yes; **Look through the whole workspace**: no; **Read who posted**: yes; **Seconds for one request**: 10; **Seconds to reuse an answer**: 15
		- **look at this**: The token is sent unencrypted: the server's address begins with \`http://\` and is not on the same machine. A workspace admin can set **Server URL** to an address with \`https://\`, or to one on the same machine, such as \`http://localhost:3000\`.
		- **ok**: The server answers with the REST API. It does not tell its version.
		- **ok**: The token is valid. It belongs to \`reader\`.
		- **look at this**: \`reader\` has \`manage-own-incoming-integrations\`. What can be seen: only its own incoming integrations, no outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`.
		- **to do**: This room's own list could not be read. The server does not show this private group to \`reader\`, the user whose token the app uses. An owner of the group can add that user.
		- **ok**: The workspace's whole list is not looked through: **Look through the whole workspace** is switched off.
		- **look at this**: The server limits how often the app may ask: usually 10 times a minute for each list, all rooms together. A workspace admin can lift this by giving a role of the token's user the permission \`api-bypass-rate-limit\`.
		- **ok**: Who posted in this room can be told: 120 messages were looked at.
		- **to do**: The app's own permission \`room.read\` was not granted. A workspace admin can grant it by installing the app anew.
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
			return say({ checks: checks.filter((one) => one.check === 'permissions') }).split('\n')[1];
		});
		return `\n${(await Promise.all(texts)).join('\n')}\n`;
	};

	test('every mixture of the four permissions', async () => {
		expect(await told()).toMatchInlineSnapshot(`
		"
		- **to do**: \`reader\` has none of the four permissions that show integrations. A workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all.
		- **look at this**: \`reader\` has \`manage-incoming-integrations\`. What can be seen: all incoming integrations, no outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-outgoing-integrations\`. What can be seen: no incoming integrations, all outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`: all integrations can be seen.
		- **look at this**: \`reader\` has \`manage-own-incoming-integrations\`. What can be seen: only its own incoming integrations, no outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-incoming-integrations\` and \`manage-own-incoming-integrations\`. What can be seen: all incoming integrations, no outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-outgoing-integrations\` and \`manage-own-incoming-integrations\`. What can be seen: only its own incoming integrations, all outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\`, \`manage-outgoing-integrations\` and \`manage-own-incoming-integrations\`: all integrations can be seen.
		- **look at this**: \`reader\` has \`manage-own-outgoing-integrations\`. What can be seen: no incoming integrations, only its own outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-incoming-integrations\` and \`manage-own-outgoing-integrations\`. What can be seen: all incoming integrations, only its own outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-outgoing-integrations\` and \`manage-own-outgoing-integrations\`. What can be seen: no incoming integrations, all outgoing ones. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\`, \`manage-outgoing-integrations\` and \`manage-own-outgoing-integrations\`: all integrations can be seen.
		- **look at this**: \`reader\` has only the permissions for its own integrations: those that others made cannot be seen. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-incoming-integrations\`, but also both permissions for its own integrations, and these weigh more: those that others made cannot be seen. For all of them, a workspace admin can give a role of that user \`manage-outgoing-integrations\`.
		- **look at this**: \`reader\` has \`manage-outgoing-integrations\`, but also both permissions for its own integrations, and these weigh more: those that others made cannot be seen. For all of them, a workspace admin can give a role of that user \`manage-incoming-integrations\`.
		- **ok**: \`reader\` has \`manage-incoming-integrations\`, \`manage-outgoing-integrations\`, \`manage-own-incoming-integrations\` and \`manage-own-outgoing-integrations\`: all integrations can be seen.
		"
	`);
	});

	test.each<[string, Change]>([
		['the server refuses the list', { answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } }],
		['the list is of another shape', { answers: { 'v1/permissions.listAll': { permissions: [] } } }],
		['the user comes without roles', { answers: { 'v1/me': { _id: 'U1', username: 'reader' } } }],
	])('is not told where %s', async (_, change) => {
		expect(await linesOf(change, 'permissions')).toBe(
			'\n- **not checked**: Which permissions `reader` has could not be checked: the server does not tell. It takes ' +
				'`manage-incoming-integrations` and `manage-outgoing-integrations` to see all integrations.\n',
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
		- **ok**: **Who may ask**: \`admin\`, \`Support Lead\` and \`owner\`. These roles exist.

		- **ok**: **Who may ask**: everyone who is in the room.

		- **look at this**: **Who may ask** names \`amdin\`, and no role of this workspace has that id or name. A workspace admin can correct it in the app's settings.

		- **look at this**: **Who may ask** names \`Suport\` and \`room guide\`, and no roles of this workspace have these ids or names. A workspace admin can correct them in the app's settings.

		- **not checked**: **Who may ask**: \`Suport\`, \`night\` and \`room guide\`. Whether these roles exist could not be looked up.

		- **not checked**: **Who may ask**: \`Suport\`, \`night\` and \`room guide\`. Whether these roles exist could not be looked up.

		- **look at this**: **Who may ask** names \`r0\`, \`r1\`, \`r2\`, \`r3\`, \`r4\`, \`r5\`, \`r6\`, \`r7\`, \`r8\`, \`r9\`, \`r10\`, \`r11\`, \`r12\`, \`r13\`, \`r14\`, \`r15\`, \`r16\`, \`r17\`, \`r18\`, \`r19\` and +10, and no roles of this workspace have these ids or names. A workspace admin can correct them in the app's settings.
		"
	`);
	});

	test('how the token travels', async () => {
		const urls = ['https://chat.example', 'http://localhost:3000', 'http://chat.example'];
		const lines = await Promise.all(urls.map(async (serverUrl) => linesOf({ settings: { serverUrl } }, 'transport')));
		expect(lines.join('')).toMatchInlineSnapshot(`
		"
		- **ok**: The token is sent encrypted (\`https://\`).

		- **ok**: The token is sent with \`http://\`, but does not leave the machine.

		- **look at this**: The token is sent unencrypted: the server's address begins with \`http://\` and is not on the same machine. A workspace admin can set **Server URL** to an address with \`https://\`, or to one on the same machine, such as \`http://localhost:3000\`.
		"
	`);
	});

	test('the address is the Site URL', async () => {
		const change = { settings: { serverUrl: '' }, siteUrl: 'https://CANARY.example' };
		expect(await linesOf(change, 'connection')).toMatchInlineSnapshot(`
		"
		- **ok**: **User id** and **Personal access token** are filled in. **Server URL** is empty, so the workspace's Site URL counts.
		"
	`);
	});

	test('a server without version, a token without name', async () => {
		const answers = { info: { kind: 'notRocketChat' }, 'v1/me': { _id: 'U1', roles: ['viewer'] } } as const;
		expect(await linesOf({ answers }, 'server', 'token')).toMatchInlineSnapshot(`
		"
		- **ok**: The server answers with the REST API. It does not tell its version.
		- **ok**: The token is valid. The server does not tell whose it is.
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
		- **ok**: This room's own list can be read: 1 integration.
		- **ok**: The workspace's whole list can be read: 60 integrations.

		- **to do**: This room's own list could not be read. The server does not show this room's integrations to \`reader\`, the user whose token the app uses (403): that user may not see integrations, or not this room. An owner of the room can add the user. A workspace admin can help.
		- **to do**: The workspace's whole list could not be read. The server shows no integrations to \`reader\`, the user whose token the app uses (403). A workspace admin can help.

		- **to do**: This room's own list could not be read. The server does not show this private group to \`reader\`, the user whose token the app uses. An owner of the group can add that user.
		- **ok**: The workspace's whole list can be read: 12 integrations.

		- **ok**: This room's own list can be read: 3 integrations.
		- **ok**: The workspace's whole list is not looked through: **Look through the whole workspace** is switched off.

		- **ok**: This room's own list can be read: 3 integrations.
		- **not checked**: The workspace's whole list could not be read. The server allows no more requests for now. Try again in 7 seconds. If it stays, a workspace admin can help.
		"
	`);
	});

	test('the room’s list is cut short', () => {
		const list = success({ read: 50, total: 73, cutShort: { kind: 'pagingRefused' as const } });
		const cut: Status = { checks: [{ check: 'room', state: 'warning', list }] };
		expect(say(cut)).toMatchInlineSnapshot(`
		"**Set-up check**: it works, 1 thing to look at
		- **look at this**: Of this room's own list only 50 of 73 could be read. The server refuses to hand out its list page by page."
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
		- **to do**: The app's own permission \`room.read\` was not granted. A workspace admin can grant it by installing the app anew.

		- **to do**: The app's own permission \`user.read\` was not granted. A workspace admin can grant it by installing the app anew.

		- **to do**: The app's own permission \`role.read\` was not granted. A workspace admin can grant it by installing the app anew.

		- **to do**: The app's own permission \`server-setting.read\` was not granted. A workspace admin can grant it by installing the app anew.

		- **to do**: The app's own permission \`networking\` was not granted. A workspace admin can grant it by installing the app anew.

		- **to do**: The app's own permissions \`server-setting.read\`, \`room.read\` and \`user.read\` were not granted. A workspace admin can grant them by installing the app anew.

		- **not checked**: Whether the app's own permissions \`room.read\` and \`user.read\` are granted could not be checked.

		- **not checked**: Whether the app's own permission \`networking\` is granted could not be checked.
		"
	`);
	});

	test('the head, where something could not be checked and nothing is wrong', async () => {
		const status = await check({ answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } });
		expect(say(status).split('\n')[0]).toBe('**Set-up check**: nothing wrong found, but not everything could be checked');
	});
});

describe('who reads it', () => {
	const refused: Change = { answers: allFail({ kind: 'connectionRefused' }) };
	const told = async (status: Partial<Status>) => say({ ...(await check(refused)), ...status }).split('\n')[5];

	test('a workspace admin is told the address that was asked, and what to do', async () => {
		expect(await told({ forAdmin: { address: 'https://chat.example' } })).toMatchInlineSnapshot(
			`"- **to do**: The server could not be reached: nothing answers at its address and port. The app asked \`https://chat.example\`. Check **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts."`,
		);
	});

	test('everybody else is told whom to ask', async () => {
		expect(await told({})).toMatchInlineSnapshot(
			`"- **to do**: The server could not be reached: nothing answers at its address and port. A workspace admin can help."`,
		);
	});
});

test('a server that is slower than a click can wait', async () => {
	expect(await linesOf({ took: 6400 }, 'server')).toMatchInlineSnapshot(`
		"
		- **look at this**: The server takes 6 s to answer, longer than a click can wait: buttons answer by a message. The server answers, version 7.13
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
			const status = await check({ answers, settings: { allowedRoles: [name] } });
			const text = say(status);
			expect(text.split('\n')).toHaveLength(13);
			expect(text).toMatch(/It belongs to (`[^`\n]{1,40}`|…)\./);
			expect(text).toMatch(/names (`[^`\n]{1,40}`|…), and no role/);
		},
	);
});

describe('whether it can be told who posted', () => {
	const getMessages = (...found: object[]): Change => ({
		ports: { rooms: { getMessages: async (_, options) => Promise.resolve((options?.skip ? [] : found) as never) } },
	});
	const lines = async (change: Change) => {
		const { checks } = await check(change);
		const activity: Status = { checks: checks.filter((one) => one.check === 'activity') };
		return say(activity);
	};

	test('in both languages: it can, with one message, it cannot, it is switched off', async () => {
		const one = getMessages({ createdAt: new Date(0), _unmappedProperties_: { bot: { i: 'CANARY' } }, text: 'CANARY' });
		const none = getMessages({ createdAt: new Date(0), text: 'CANARY' });
		const texts = await Promise.all([{}, one, none, { settings: { readActivity: false } }].map(lines));
		expect(`\n${texts.join('\n\n')}\n`).toMatchInlineSnapshot(`
		"
		**Set-up check**: all is well
		- **ok**: Who posted in this room can be told: 120 messages were looked at.

		**Set-up check**: all is well
		- **ok**: Who posted in this room can be told: 1 message was looked at.

		**Set-up check**: it works, 1 thing to look at
		- **look at this**: Who posted in this room cannot be told: this server does not hand over which integration a message comes from. When one last posted is left out.

		**Set-up check**: all is well
		- **ok**: Who posted in a room is not read: **Read who posted** is switched off.
		"
	`);
		expect(texts.join()).not.toContain('CANARY');
	});
});
