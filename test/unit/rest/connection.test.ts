import { describe, expect, test } from '@jest/globals';
import { connectionKey, identityOf, toConnection, transportOf } from '../../../lib/rest/connection';
import { readSettings } from '../../../lib/settings';
import { failureOf, valueOf } from '../../support/builders';

async function read(values: Record<string, unknown> = {}) {
	return readSettings({
		getValueById: async (id): Promise<unknown> =>
			Promise.resolve<unknown>({ user_id: 'u1', auth_token: 'CANARY-token', ...values }[id]),
	});
}

describe('the connection', () => {
	test.each([
		['https://chat.example//', '', 'https://chat.example'],
		['https://chat.example/sub/path/', '', 'https://chat.example/sub/path'],
		['', 'https://chat.example/sub', 'https://chat.example/sub'],
		[' http://localhost:3000 ', 'https://chat.example', 'http://localhost:3000'],
		['HTTP://[::1]:3000', '', 'HTTP://[::1]:3000'],
	])('server_url %j and Site_Url %j ask %j', async (server_url, siteUrl, baseUrl) => {
		expect(valueOf(toConnection(await read({ server_url }), siteUrl))).toMatchObject({ baseUrl, userId: 'u1' });
	});

	test.each([
		[{}, '', ['server_url']],
		[{ user_id: ' ', auth_token: undefined }, '', ['server_url', 'user_id', 'auth_token']],
		[{ auth_token: '' }, 'https://chat.example', ['auth_token']],
	])('%j with Site_Url %j: missing are %j', async (values, siteUrl, settings) => {
		expect(failureOf(toConnection(await read(values), siteUrl))).toEqual({ kind: 'settingsMissing', settings });
	});

	test.each([
		[{ auth_token: 'CANARY token' }, ['auth_token']],
		[{ auth_token: 'CANARY\ntoken' }, ['auth_token']],
		[{ auth_token: 'CANARY\u200b' }, ['auth_token']],
		[{ auth_token: 'CANARY–token', user_id: 'ü1' }, ['user_id', 'auth_token']],
	])('%j is never sent', async (values, settings) => {
		expect(failureOf(toConnection(await read(values), 'https://chat.example'))).toEqual({
			kind: 'credentialsMalformed',
			settings,
		});
	});

	test.each([
		'chat.example',
		'ftp://chat.example',
		'javascript:alert(1)',
		'https://',
		'https://user:CANARY@chat.example',
		'https://chat.example/?x=1',
		'https://chat.example/#x',
		'https://chat.example/a b',
		'https://chat.example\\x',
		'see https://chat.example',
	])('%j is no address', async (server_url) => {
		expect(failureOf(toConnection(await read({ server_url }), ''))).toEqual({ kind: 'serverUrlUnusable' });
	});
});

describe('its key', () => {
	const key = async (values: Record<string, unknown> = {}) =>
		connectionKey(valueOf(toConnection(await read(values), 'https://chat.example')));

	test.each([
		['the server', { server_url: 'http://localhost:3000' }],
		['the user', { user_id: 'u2' }],
		['the token', { auth_token: 'CANARY-other' }],
		['where one ends and the next begins', { user_id: 'u1CANARY', auth_token: '-token' }],
	])('%s makes another one', async (_, values) => {
		expect(await key(values)).not.toBe(await key());
	});

	test('the same connection has the same, and no part of it shows', async () => {
		expect(await key({ auth_token: ' CANARY-token ' })).toBe(await key());
		expect(await key()).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('the identity, by which more is kept than for a token', () => {
	const connection = { baseUrl: 'https://chat.example', userId: 'u1', token: { reveal: () => 'CANARY-token' } };

	test('stays where the token is another one, and shows nothing', () => {
		const other = { ...connection, token: { reveal: () => 'CANARY-other' } };
		expect(identityOf(other)).toBe(identityOf(connection));
		expect(identityOf(connection)).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each([{ baseUrl: 'https://chat.example/sub' }, { userId: 'u2' }])('is another one of %j', (fields) => {
		expect(identityOf({ ...connection, ...fields })).not.toBe(identityOf(connection));
	});
});

describe('how requests travel', () => {
	test.each([
		['https://chat.example', 'encrypted'],
		['HTTPS://localhost', 'encrypted'],
		['http://localhost:3000/sub', 'loopback'],
		['HTTP://127.0.0.1', 'loopback'],
		['http://127.0.0.100:3000', 'loopback'],
		['http://[::1]:3000', 'loopback'],
		['http://chat.example', 'plain'],
		['http://10.0.0.5:3000', 'plain'],
		['http://[2001:db8::1]', 'plain'],
		['http://chat.example/https://localhost', 'plain'],
		['http://localhost.example', 'plain'],
	])('%s: %s', (baseUrl, transport) => {
		expect(transportOf(baseUrl)).toBe(transport);
	});
});
