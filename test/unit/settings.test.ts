import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { hostSettings, readSettings } from '../../lib/settings';

const token = 'CANARY-token';
async function read(values: Record<string, unknown> = {}) {
	return readSettings({
		getValueById: async (id): Promise<unknown> => {
			const stored: Record<string, unknown> = { user_id: 'u1', auth_token: token, ...values };
			return Promise.resolve(stored[id]);
		},
	});
}

test('what the host is told', () => {
	expect(hostSettings().map(({ id, type, packageValue, section }) => [id, type, packageValue as unknown, section])).toEqual([
		['server_url', 'string', '', 'section_connection'],
		['user_id', 'string', '', 'section_connection'],
		['auth_token', 'password', '', 'section_connection'],
		['allowed_roles', 'string', 'admin, owner, moderator, leader', 'section_who_and_where'],
		['reply_visibility', 'select', 'room', 'section_who_and_where'],
		['page_size', 'int', 20, 'section_advanced'],
		['include_global', 'boolean', true, 'section_advanced'],
		['watch_interval', 'select', 'daily', 'section_advanced'],
		['workspace_scan', 'boolean', true, 'section_advanced'],
		['read_activity', 'boolean', true, 'section_advanced'],
		['request_timeout', 'int', 10, 'section_advanced'],
		['cache_seconds', 'int', 15, 'section_advanced'],
	]);
	expect(hostSettings().every((setting) => !setting.public)).toBe(true);
});

describe('values are cleaned', () => {
	test.each([
		['allowed_roles', '', { allowedRoles: ['admin', 'owner', 'moderator', 'leader'] }],
		['allowed_roles', ' , ', { allowedRoles: ['admin', 'owner', 'moderator', 'leader'] }],
		['allowed_roles', ' admin,,Support Lead , admin', { allowedRoles: ['admin', 'Support Lead'] }],
		['reply_visibility', 'sender', { replyVisibility: 'sender' }],
		['reply_visibility', 'everywhere', { replyVisibility: 'room' }],
		['page_size', 0, { pageSize: 1 }],
		['page_size', 1000, { pageSize: 100 }],
		['page_size', '7', { pageSize: 7 }],
		['page_size', 2.9, { pageSize: 2 }],
		['page_size', 'many', { pageSize: 20 }],
		['page_size', null, { pageSize: 20 }],
		['page_size', '', { pageSize: 20 }],
		['page_size', true, { pageSize: 20 }],
		['page_size', [7], { pageSize: 20 }],
		['page_size', { toString: 7 }, { pageSize: 20 }],
		['request_timeout', ' ', { requestTimeout: 10 }],
		['cache_seconds', '', { cacheSeconds: 15 }],
		['request_timeout', 300, { requestTimeout: 25 }],
		['request_timeout', undefined, { requestTimeout: 10 }],
		['include_global', undefined, { includeGlobal: true }],
		['include_global', false, { includeGlobal: false }],
		['watch_interval', 'off', { watchInterval: 'off' }],
		['watch_interval', 'hourly', { watchInterval: 'hourly' }],
		['watch_interval', 'always', { watchInterval: 'daily' }],
		['watch_interval', undefined, { watchInterval: 'daily' }],
		['workspace_scan', undefined, { workspaceScan: true }],
		['workspace_scan', false, { workspaceScan: false }],
		['cache_seconds', undefined, { cacheSeconds: 15 }],
		['cache_seconds', 0, { cacheSeconds: 0 }],
		['cache_seconds', '0', { cacheSeconds: 0 }],
		['cache_seconds', -5, { cacheSeconds: 0 }],
		['cache_seconds', 301, { cacheSeconds: 300 }],
		['cache_seconds', 'long', { cacheSeconds: 15 }],
		['user_id', '  u1\n', { userId: 'u1' }],
		['server_url', 7, { serverUrl: '' }],
	])('%s = %j', async (id, value, expected) => {
		expect(await read({ [id]: value })).toMatchObject(expected);
	});
});

describe('a number that does not count as it is saved is told', () => {
	test.each<[string, unknown, object[]]>([
		['page_size', 500, [{ saved: 500, counts: 100 }]],
		['page_size', 0, [{ saved: 0, counts: 1 }]],
		['page_size', '1000', [{ saved: 1000, counts: 100 }]],
		['page_size', 2.9, [{ saved: 2.9, counts: 2 }]],
		['page_size', 'many', [{ saved: undefined, counts: 20 }]],
		['page_size', true, [{ saved: undefined, counts: 20 }]],
		['request_timeout', 100, [{ saved: 100, counts: 25 }]],
		['request_timeout', Number.POSITIVE_INFINITY, [{ saved: undefined, counts: 10 }]],
		['cache_seconds', 1000, [{ saved: 1000, counts: 300 }]],
		['cache_seconds', -5, [{ saved: -5, counts: 0 }]],
		['page_size', 100, []],
		['page_size', ' 7 ', []],
		['page_size', '', []],
		['page_size', null, []],
		['request_timeout', 25, []],
		['cache_seconds', 0, []],
		['cache_seconds', undefined, []],
	])('%s = %j', async (id, value, expected) => {
		const { outOfBounds } = await read({ [id]: value });
		expect(outOfBounds).toEqual(expected.map((one) => ({ id, ...one })));
	});

	test('but never a text: it may be the token, in the wrong field', async () => {
		expect(JSON.stringify(await read({ page_size: token, request_timeout: token, cache_seconds: token }))).not.toContain(
			'CANARY',
		);
	});
});

test('the token does not show when its holder is printed or serialised', async () => {
	const settings = await read();
	const shown = `${inspect(settings, { depth: 9, showHidden: true })} ${JSON.stringify(settings)} ${settings.token as unknown as string}`;
	expect(shown).not.toContain('CANARY');
	expect(settings.token.reveal()).toBe(token);
});

describe('whether it is read who posted: yes, unless that is switched off', () => {
	test.each([
		[undefined, true],
		[null, true],
		[true, true],
		['', true],
		[0, true],
		[false, false],
	])('the setting %j is read as %s', async (value, readActivity) => {
		expect(await read({ read_activity: value })).toMatchObject({ readActivity });
	});
});
