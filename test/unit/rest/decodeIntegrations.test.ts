import { describe, expect, test } from '@jest/globals';
import { decodeIntegrations } from '../../../lib/rest/decodeIntegrations';

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
	skipTranspile: false,
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
				createdById: 'R4jgcQaQhvvK6K3iY',
				createdAt: '2017-01-05T17:06:05.660Z',
				updatedAt: '2018-01-05T17:06:05.660Z',
				updatedBy: 'ana',
				emoji: ':robot:',
				ownPicture: true,
				script: 'on',
				scriptEngine: 'isolated-vm',
				scriptWillChange: true,
				shortened: false,
				event: 'sendMessage',
				targetRoom: '#answers',
				triggerWords: ['!guggy', '', 'gif+'],
				anywhere: true,
				onEdits: true,
				impersonates: true,
				retries: { count: 6, delay: 'powers-of-ten' },
				hosts: ['text2gif.guggy.com:8443'],
				plainHosts: [],
				unusableTarget: false,
				sameTarget: false,
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
		['token://CANARY/x', ''],
		['https://CANARYbot:12345/67890@host.example/', ''],
		['https://CANARY/x?user=@host.example', ''],
		['https://12345:678/90CANARY@host.example/', ''],
		['https://0x7f:678/90CANARY@host.example/', ''],
		['https://bot.:678/90CANARY@host.example/', ''],
		['https://bot.\u00ad:678/90CANARY@host.example/', ''],
		['https://12345\u00ad.\u00ad:678/90CANARY@host.example/', ''],
		['https://bot.\t:678/90CANARY@host.example/', ''],
		['https://1\n2:678/90CANARY@host.example/', ''],
		['https:\t//12345:678/90CANARY@host.example/', ''],
		['https://a.b:678@12345/90CANARY@host.example/', ''],
		['https://12345:6.8/90CANARY@host.example/', ''],
		['https://10.0.0.5:3000/@CANARY', '10.0.0.5:3000'],
		['https://[::1]:3000/@CANARY', '[::1]:3000'],
		['https://host.example.:3000/@CANARY', 'host.example.:3000'],
		['https://a:CANARY@host.example/@CANARY', 'host.example'],
		['https://medium.example.net/@CANARY', 'medium.example.net'],
		['http://localhost:8065/hooks/x', 'localhost:8065'],
	])('of the address %j only the host is kept', (url, host) => {
		expect(decodeIntegrations([{ ...row, urls: [url] }]).integrations).toMatchObject([{ hosts: [host] }]);
	});
});

/** A script that did not compile. */
function failing(scriptError: unknown) {
	return { scriptCompiled: undefined, scriptError };
}

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
				createdById: '',
				createdAt: '',
				updatedAt: '',
				updatedBy: '',
				emoji: '',
				ownPicture: false,
				script: 'none',
				scriptEngine: '',
				scriptWillChange: false,
				shortened: false,
				redirectable: false,
			},
		]);
	});

	test.each([
		[{ name: { $ne: 1 } }, { name: '' }],
		[{ channel: '#support' }, { channels: ['#support'] }],
		[{ channel: '' }, { channels: [] }],
		[{ channel: null }, { channels: [] }],
		[{ channel: [''] }, { channels: [''] }],
		[{ channel: [' #support'] }, { channels: [' #support'] }],
		[{ channel: [1, null, '#a'] }, { channels: ['#a'] }],
		[{ _createdBy: null }, { createdBy: '' }],
		[{ _createdAt: 1_700_000_000_000 }, { createdAt: '' }],
		[{ _createdAt: 'CANARY' }, { createdAt: '' }],
		[{ _createdAt: '2024-05-02T@all' }, { createdAt: '2024-05-02' }],
		[{ _updatedAt: '2024-05-02T10:00:00.000Z CANARY' }, { updatedAt: '2024-05-02T10:00:00.000Z' }],
		[{ _createdAt: 'since 2024-05-02' }, { createdAt: '' }],
		[{ _createdAt: '2024-05-02T10:00:00' }, { createdAt: '2024-05-02T10:00:00' }],
		[{ _createdAt: '2024-05-02T10:00:00Z' }, { createdAt: '2024-05-02T10:00:00Z' }],
		[{ enabled: 'yes' }, { enabled: false }],
		[{ triggerWords: [''] }, { triggerWords: [''] }],
		[{ triggerWords: '' }, { triggerWords: [] }],
		[{ triggerWords: '!x' }, { triggerWords: ['!x'] }],
		[{ triggerWords: [' !x', 7, ''] }, { triggerWords: [' !x', ''] }],
		[{ urls: 'https://a.example/CANARY' }, { hosts: ['a.example'], unusableTarget: false }],
		[{ urls: ['', ' '] }, { hosts: [], unusableTarget: false }],
		[{ type: 'webhook-incoming', urls: 7, triggerWords: {} }, { type: 'incoming' }],
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
		[{ triggerWordAnywhere: 'yes' }, { anywhere: false }],
		[{ runOnEdits: 1 }, { onEdits: false }],
		[{ impersonateUser: 'true' }, { impersonates: false }],
		[{ retryCount: '6' }, { retries: { count: 0, delay: 'powers-of-ten' } }],
		[failing({ name: 'TypeError', message: '(120:34)' }), { scriptError: { name: 'TypeError', line: 120 } }],
		[{ retryFailedCalls: false }, { retries: { count: 0, delay: 'powers-of-ten' } }],
		[failing({ name: 'CANARY of a name', message: 'CANARY' }), { scriptError: { name: 'Error' } }],
		[failing('SyntaxError: CANARY'), { scriptError: { name: 'Error' } }],
		[{ scriptEnabled: false }, { script: 'none' }],
		[{ scriptCompiled: ' ' }, { script: 'error' }],
	])('the fields %j become values that are safe', (fields, expected) => {
		expect(decodeIntegrations([{ ...row, ...fields }]).integrations).toMatchObject([expected]);
	});
});

test.each([7, true, {}, { $in: ['#support'] }, [7], [null], [['#support']]])(
	'a row whose channel, urls or trigger words are %j is not guessed at: it counts as unreadable',
	(field) => {
		for (const fields of [{ channel: field }, { urls: field }, { triggerWords: field }]) {
			expect(decodeIntegrations([{ ...row, ...fields }])).toEqual({ integrations: [], unreadable: 1 });
		}
	},
);

test.each(['(0:1)', 'line 3', ''])('an error without a line: %j', (message) => {
	expect(decoded(failing({ name: 'SyntaxError', message }))?.scriptError).toEqual({ name: 'SyntaxError' });
});

test('what is no integration is counted', () => {
	expect(decodeIntegrations([null, 'x', 7, [], {}, { ...row, _id: 3 }, { ...row, type: 'CANARY' }, row])).toMatchObject({
		unreadable: 7,
		integrations: [{ id: 'GUGGY1' }],
	});
});

/** What is decoded of a row with these fields; nothing that is secret in it. */
function decoded(fields: object) {
	const { integrations } = decodeIntegrations([{ ...row, ...fields }]);
	expect(JSON.stringify(integrations)).not.toContain('CANARY');
	return integrations[0];
}

describe('the state of a script', () => {
	const well = { scriptError: undefined, skipTranspile: undefined };
	test.each<[string, object, string]>([
		['compiled', {}, 'on'],
		['never compiled', { scriptCompiled: undefined }, 'notCompiled'],
		['compiled to nothing', { scriptCompiled: '' }, 'notCompiled'],
		['compiled to what is no text', { scriptCompiled: { CANARY: 1 } }, 'notCompiled'],
		['never compiled, as transpiling is asked for', { scriptCompiled: '', skipTranspile: false }, 'notCompiled'],
		['never compiled, though it needs no transpiling', { scriptCompiled: undefined, skipTranspile: true }, 'notCompiled'],
		['nothing to compile', { script: undefined, scriptCompiled: undefined }, 'none'],
		['blanks to compile', { script: ' \n', scriptCompiled: '' }, 'none'],
		['an old error, and nothing to compile any more', { script: '', scriptCompiled: '', scriptError: 'CANARY' }, 'none'],
		['compiled, though the record holds no script', { script: '' }, 'on'],
		['compiled, beside an old error', { scriptError: { name: 'TypeError', stack: 'CANARY' } }, 'on'],
		['compiled, beside an empty error', { scriptError: {} }, 'on'],
		['an empty error, never compiled', { scriptError: {}, scriptCompiled: undefined }, 'notCompiled'],
		['an empty text as error, never compiled', { scriptError: '', scriptCompiled: undefined }, 'notCompiled'],
		['an error, never compiled', { scriptError: 'CANARY', scriptCompiled: undefined }, 'error'],
		['an error, switched off', { scriptError: 'CANARY', scriptEnabled: false }, 'none'],
		['never compiled, switched off', { scriptCompiled: '', scriptEnabled: false }, 'none'],
		['switched on by what is no boolean', { scriptEnabled: 'yes' }, 'none'],
	])('a script is known as %s', (_, fields, script) => {
		expect(decoded({ ...well, ...fields })).toMatchObject({ script });
	});
});

describe('whether a script runs otherwise from version 9.0 on: only what the record says', () => {
	test.each<[object, boolean]>([
		[{ skipTranspile: false }, true],
		[{ skipTranspile: true }, false],
		[{ skipTranspile: undefined }, false],
		[{ skipTranspile: 'no' }, false],
		[{ skipTranspile: null }, false],
		[{ skipTranspile: true, scriptEngine: 'vm2' }, true],
		[{ skipTranspile: undefined, scriptEngine: 'vm2' }, true],
		[{ skipTranspile: true, scriptEngine: '' }, false],
		[{ skipTranspile: true, scriptEngine: undefined }, false],
		[{ skipTranspile: true, scriptEngine: { CANARY: 1 } }, false],
		[{ skipTranspile: true, scriptEngine: 'isolated-vm' }, false],
	])('%j: %s', (fields, scriptWillChange) => {
		expect(decoded(fields)).toMatchObject({ scriptWillChange });
	});
});

test.each<[unknown, string]>([
	[{ _id: 'ANA1', username: 'ana', name: 'CANARY', emails: ['CANARY'] }, 'ANA1'],
	[{ username: 'ana' }, ''],
	[{ _id: { $ne: 'CANARY' } }, ''],
	['CANARY', ''],
	[['CANARY'], ''],
	[null, ''],
	[undefined, ''],
])('who made it, by id: %j', (_createdBy, createdById) => {
	expect(decoded({ _createdBy })).toMatchObject({ createdById });
});

describe('of targets', () => {
	test.each<[string, string[], string[]]>([
		['https', ['https://a.example/CANARY'], []],
		['http, with all that is secret in it', ['http://u:CANARY@a.example:8080/CANARY?k=CANARY#CANARY'], ['a.example:8080']],
		['in capitals, with the usual port', ['HTTP://A.EXAMPLE:80/CANARY'], ['a.example']],
		[
			'each once',
			['http://a.example/1', 'https://b.example', 'http://a.example/2', 'http://c.example'],
			['a.example', 'c.example'],
		],
		[
			'an address, another machine of the same net',
			['http://10.0.0.5:3000', 'http://[2001:db8::1]/x'],
			['10.0.0.5:3000', '[2001:db8::1]'],
		],
		['the machine itself', ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]', 'http://a.localhost'], []],
		['the machine itself, written otherwise', ['http://127.1', 'http://0x7f.1', 'http://2130706433'], []],
		[
			'what only looks like it',
			['http://localhost@evil.example', 'http://localhost.example'],
			['evil.example', 'localhost.example'],
		],
		['no address', ['http//a.example/CANARY', '', 'CANARY', 'http://'], []],
		['another protocol', ['ftp://a.example', 'ws://a.example', 'x+http://a.example'], []],
		['what may be a login, of which nothing is told', ['http://CANARYbot:12345/67890@host.example/'], []],
	])('those that are sent to unencrypted: %s', (_, urls, plainHosts) => {
		expect(decoded({ urls })).toMatchObject({ plainHosts });
	});

	const one = 'https://u:CANARY@a.example/CANARY?k=CANARY';
	test.each<[string, unknown, boolean]>([
		['one', [one], false],
		['none', [], false],
		['blanks', ['', ' '], false],
		['a text', one, false],
		['the same twice', [one, 'https://b.example', one], true],
		['the same twice, but for blanks', [one, ` ${one} `], true],
		['the same host, another path', [one, 'https://a.example/other'], false],
		['the same address, encrypted and not', ['http://a.example/CANARY', 'https://a.example/CANARY'], false],
		['the same text twice, which is no address', ['CANARY', 'CANARY'], true],
	])('whether one is there twice: %s', (_, urls, sameTarget) => {
		expect(decoded({ urls })).toMatchObject({ sameTarget });
	});

	test('an incoming one has none', () => {
		const integration = decoded({ type: 'webhook-incoming', urls: ['http://a.example', 'http://a.example'] });
		expect(Object.keys(integration ?? {}).filter((key) => /host|target/i.test(key))).toEqual([]);
	});
});

test('a script that is not there, or is not switched on, does not change', () => {
	expect(decoded({ scriptEnabled: 'yes', skipTranspile: false })).toMatchObject({ scriptWillChange: false });
	expect(decoded({ scriptCompiled: '', scriptError: undefined, skipTranspile: false })).toMatchObject({
		scriptWillChange: false,
	});
});

describe('how much is read of a record is bounded, and said', () => {
	const long = 'W'.repeat(5_000_000);
	const many = (count: number) => Array.from({ length: count }, (_, index) => `!${String(index)}`);
	const longs = (count: number) => Array.from({ length: count }, () => 'W'.repeat(1000));
	test.each<[string, object, object]>([
		['a name', { name: long }, { name: 'W'.repeat(300), shortened: true }],
		['an alias', { alias: long }, { alias: 'W'.repeat(300), shortened: true }],
		['a trigger word', { triggerWords: [long] }, { triggerWords: ['W'.repeat(1000)], shortened: true }],
		['trigger words', { triggerWords: many(100_000) }, { triggerWords: many(1000), shortened: true }],
		['channels', { channel: many(100_000) }, { channels: many(1000), shortened: true }],
		['a channel that is a text', { channel: long }, { channels: ['W'.repeat(1000)], shortened: true }],
		['long words, all together', { triggerWords: [...longs(21), 'x'] }, { triggerWords: longs(20), shortened: true }],
		['nothing behind what is too much', { triggerWords: [...longs(19), ...longs(2), 'x'] }, { triggerWords: longs(20) }],
		['endless words, all together', { triggerWords: [long, ...longs(20)] }, { triggerWords: longs(20), shortened: true }],
		['as many letters as are read', { triggerWords: longs(20) }, { triggerWords: longs(20), shortened: false }],
		['as much as is read', { name: 'W'.repeat(300), triggerWords: many(1000) }, { triggerWords: many(1000), shortened: false }],
	])('%s', (_, fields, expected) => {
		expect(decodeIntegrations([{ ...row, ...fields }]).integrations).toMatchObject([expected]);
	});

	test('one text that is too long among others is said', () => {
		expect(decodeIntegrations([{ ...row, channel: ['#support', 'W'.repeat(1001)] }]).integrations).toMatchObject([
			{ shortened: true },
		]);
	});

	test('the longest id that is read has 100 letters', () => {
		expect(decodeIntegrations([{ ...row, _id: 'W'.repeat(100) }])).toMatchObject({ unreadable: 0 });
	});

	test('an id that no server makes is none', () => {
		expect(decodeIntegrations([{ ...row, _id: 'W'.repeat(101) }])).toEqual({ integrations: [], unreadable: 1 });
	});
});
