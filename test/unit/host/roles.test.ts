import { describe, expect, test } from '@jest/globals';
import { hostSettings } from '../../../lib/settings';
import { findUnknownRoles } from '../../../lib/host/roles';
import { ports, settings } from '../../support/setUpWorld';
import { transportOf } from '../../../lib/rest/connection';
import { optionsOf } from '../../../lib/status/checkSetUp';

describe('roles that do not exist', () => {
	test.each([
		['the room’s own words and everybody', ['owner', 'Moderator', 'LEADER', '*'], []],
		['an id', ['admin'], []],
		['an id in other capitals', ['Admin'], []],
		['a name', ['Support Lead'], []],
		['the id of a named role', ['k3Jd9sLq'], []],
		['a name in other capitals is another name', ['Night'], ['Night']],
		['a role of rooms, which no caller holds in the workspace', ['room guide'], ['room guide']],
		['some of them, in their order', ['zeta', 'admin', 'alpha'], ['zeta', 'alpha']],
	])('roles are looked up: %s', async (_, names, unknown) => {
		expect(await findUnknownRoles(names, ports())).toEqual(unknown);
	});

	test('they cannot be looked up', async () => {
		const boom = { getOneByIdOrName: async () => Promise.reject(new Error('CANARY')) };
		expect(await findUnknownRoles(['admin'], ports({ roles: boom }))).toBeUndefined();
		expect(await findUnknownRoles(['owner'], ports({ roles: boom }))).toEqual([]);
	});
});

describe('how the token travels', () => {
	test.each([
		['https://chat.example', 'encrypted'],
		['HTTPS://10.0.0.5:3000/chat', 'encrypted'],
		['http://localhost', 'loopback'],
		['http://LOCALHOST:3000/chat', 'loopback'],
		['http://chat.localhost:3000', 'loopback'],
		['http://127.0.0.1:3000', 'loopback'],
		['http://127.1.2.3', 'loopback'],
		['http://[::1]:3000', 'loopback'],
		['http://chat.example', 'plain'],
		['http://10.0.0.5:3000', 'plain'],
		['http://rocketchat:3000', 'plain'],
		['http://localhost.example', 'plain'],
		['http://notlocalhost', 'plain'],
		['http://127.0.0.1.example', 'plain'],
		['http://[::2]', 'plain'],
		['http://example/localhost', 'plain'],
	])('%s: %s', (url, transport) => {
		expect(transportOf(url)).toBe(transport);
	});
});

test('each setting of the settings page has its check', () => {
	const own = ['server_url', 'user_id', 'auth_token', 'allowed_roles'];
	expect([...own, ...optionsOf(settings).map(([id]) => id)]).toEqual(hostSettings().map(({ id }) => id));
});

test('options are what the app counts, not what was typed', () => {
	expect(optionsOf({ ...settings, pageSize: 100, replyVisibility: 'sender', workspaceScan: false, readActivity: false })).toEqual(
		[
			['reply_visibility', 'sender'],
			['page_size', 100],
			['include_global', true],
			['watch_interval', 'daily'],
			['workspace_scan', false],
			['read_activity', false],
			['request_timeout', 10],
			['cache_seconds', 15],
		],
	);
});
