import { describe, expect, test } from '@jest/globals';
import { decodeIntegrations } from '../../lib/decode';

const row = {
	_id: 'GUGGY1',
	type: 'webhook-outgoing',
	name: ' Guggy ',
	enabled: true,
	username: 'rocket.cat',
	userId: 'CAT1',
	alias: '',
	avatar: 'https://CANARY-avatar.example/a.png?key=CANARY',
	emoji: ':robot:',
	targetRoom: ' #answers ',
	event: 'sendMessage',
	channel: ['all_public_channels', '#support'],
	urls: ['https://user:CANARY-password@text2gif.guggy.com:8443/CANARY-path?key=CANARY-query#CANARY-hash'],
	triggerWords: ['!guggy', '', 'gif+'],
	token: 'CANARY-token',
	script: 'CANARY-script',
	scriptEnabled: true,
	scriptCompiled: 'CANARY-compiled',
	scriptError: { name: 'SyntaxError', message: 'CANARY-message (3:1)', stack: 'CANARY-stack' },
	_createdAt: '2017-01-05T17:06:05.660Z',
	_createdBy: { username: 'graywolf336', _id: 'R4jgcQaQhvvK6K3iY' },
	_updatedAt: '2018-01-05T17:06:05.660Z',
	_updatedBy: { username: 'ana', _id: 'CANARY-id' },
	triggerWordAnywhere: true,
	runOnEdits: true,
	impersonateUser: true,
	retryFailedCalls: true,
	retryCount: 6,
	retryDelay: 'powers-of-ten',
	scriptEngine: 'isolated-vm',
};

test('picks what may be shown and nothing else', () => {
	const decoded = decodeIntegrations([row]);
	expect(decoded).toEqual({
		unreadable: 0,
		integrations: [
			{
				id: 'GUGGY1',
				type: 'outgoing',
				name: 'Guggy',
				enabled: true,
				channels: ['all_public_channels', '#support'],
				userId: 'CAT1',
				username: 'rocket.cat',
				alias: '',
				createdBy: 'graywolf336',
				createdAt: '2017-01-05T17:06:05.660Z',
				updatedAt: '2018-01-05T17:06:05.660Z',
				updatedBy: 'ana',
				emoji: ':robot:',
				ownPicture: true,
				script: 'error',
				scriptEngine: 'isolated-vm',
				scriptError: { name: 'SyntaxError', line: 3 },
				event: 'sendMessage',
				targetRoom: '#answers',
				triggerWords: ['!guggy', 'gif+'],
				anywhere: true,
				onEdits: true,
				impersonates: true,
				retries: { count: 6, delay: 'powers-of-ten' },
				hosts: ['text2gif.guggy.com:8443'],
			},
		],
	});
	expect(JSON.stringify(decoded)).not.toContain('CANARY');
});

describe('the host of a target is all that is kept of it', () => {
	test.each([
		['http://10.0.0.5:3000/CANARY', '10.0.0.5:3000'],
		['https://a:CANARY@b@host.example/x', 'host.example'],
		['https://[2001:db8::1]/CANARY', '[2001:db8::1]'],
		['https://host.example?CANARY', 'host.example'],
		['https://host.example\\CANARY', 'host.example'],
		['CANARY without scheme', ''],
		['mailto:CANARY@example.com', ''],
		['//CANARY.example/x', ''],
	])('%j', (url, host) => {
		expect(decodeIntegrations([{ ...row, urls: [url] }]).integrations).toMatchObject([{ hosts: [host] }]);
	});
});

describe('fields that are missing or of another type', () => {
	test('leave nothing behind that could throw later', () => {
		expect(decodeIntegrations([{ _id: 'A', type: 'webhook-incoming' }]).integrations).toEqual([
			{
				id: 'A',
				type: 'incoming',
				name: '',
				enabled: false,
				channels: [],
				userId: '',
				username: '',
				alias: '',
				createdBy: '',
				createdAt: '',
				updatedAt: '',
				updatedBy: '',
				emoji: '',
				ownPicture: false,
				script: 'none',
				scriptEngine: '',
				redirectable: false,
			},
		]);
	});

	test.each([
		[{ name: { $ne: 1 } }, { name: '' }],
		[{ channel: '#support' }, { channels: [] }],
		[{ channel: [1, null, '#a'] }, { channels: ['#a'] }],
		[{ _createdBy: null }, { createdBy: '' }],
		[{ _createdAt: 1_700_000_000_000 }, { createdAt: '' }],
		[{ _createdAt: 'CANARY' }, { createdAt: '' }],
		[{ enabled: 'yes' }, { enabled: false }],
		[{ triggerWords: [''] }, { triggerWords: [] }],
		[
			{ triggerWords: null, urls: undefined },
			{ triggerWords: [], hosts: [] },
		],
		[{ type: 'webhook-incoming', overrideDestinationChannelEnabled: true }, { redirectable: true }],
		[{ type: 'webhook-incoming', overrideDestinationChannelEnabled: 'yes' }, { redirectable: false }],
		[{ targetRoom: undefined }, { targetRoom: '' }],
		[{ targetRoom: ['#a'] }, { targetRoom: '' }],
		[{ userId: 7 }, { userId: '' }],
		[
			{ _updatedAt: 'CANARY', _updatedBy: 'CANARY' },
			{ updatedAt: '', updatedBy: '' },
		],
		[{ retryFailedCalls: false }, { retries: { count: 0, delay: 'powers-of-ten' } }],
		[{ scriptError: { name: 'CANARY of a name', message: 'CANARY' } }, { scriptError: { name: 'Error' } }],
		[{ scriptEnabled: false }, { script: 'none' }],
		[{ scriptError: undefined }, { script: 'on' }],
	])('%j', (fields, expected) => {
		expect(decodeIntegrations([{ ...row, ...fields }]).integrations).toMatchObject([expected]);
	});
});

test('what is no integration is counted', () => {
	expect(decodeIntegrations([null, 'x', 7, [], {}, { ...row, _id: 3 }, { ...row, type: 'CANARY' }, row])).toMatchObject({
		unreadable: 7,
		integrations: [{ id: 'GUGGY1' }],
	});
});
