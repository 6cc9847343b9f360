import { describe, expect, test } from '@jest/globals';
import { decodeIntegrations } from '../../../lib/rest/decodeIntegrations';
import { fail, type Result, success } from '../../../lib/failure';
import { type Finding, type FindingKind, severities } from '../../../lib/integrations/finding';
import type { Integration } from '../../../lib/integrations/integration';
import { findFindings } from '../../../lib/integrations/findFindings';
import type { Row } from '../../../lib/integrations/reach';
import { directPlace, groupPlace, incoming, outgoing, place, rowsIn } from '../../support/builders';
import { people } from '../../support/troubled';
import type { Place } from '../../../lib/integrations/room';
import { type Audience, visibleTo } from '../../../lib/integrations/audience';
import type { LastRun } from '../../../lib/integrations/evidence';

/** Rows as the server gives them, with which all is well. */
const common = {
	_id: 'id1',
	name: 'CANARY-name',
	enabled: true,
	channel: ['#support'],
	userId: 'CAT1',
	username: 'rocket.cat',
	_createdBy: { _id: 'ANA1', username: 'ana' },
	token: 'CANARY-token',
};
function decoded(row: object): Integration {
	const [integration] = decodeIntegrations([{ ...common, ...row }]).integrations;
	if (!integration) {
		throw new Error('could not be decoded');
	}
	return integration;
}
function scripted(fields: object) {
	return decoded({
		type: 'webhook-incoming',
		scriptEnabled: true,
		script: 'CANARY-script',
		scriptCompiled: 'CANARY-compiled',
		skipTranspile: true,
		scriptEngine: 'isolated-vm',
		...fields,
	});
}
function sending(...urls: string[]) {
	return decoded({ type: 'webhook-outgoing', event: 'sendMessage', triggerWords: ['!x'], urls });
}

interface Case {
	readonly of: Integration;
	readonly where?: Place;
	/** Others in the room. */
	readonly beside?: readonly Integration[];
	readonly run?: Result<LastRun | undefined>;
	readonly known?: typeof people;
	readonly audience?: Audience;
}

function judged({ of, where = place, beside = [], run, known = people, audience = 'room' }: Case): readonly Finding[] {
	const rows = rowsIn(where, [of, ...beside]);
	const about = rows.filter(({ integration }) => integration === of);
	expect(about).toHaveLength(1);
	const lastRuns = new Map(run ? [[of.id, run]] : []);
	const findings = findFindings(about, { place: where, audience, rows, people: known, lastRuns });
	expect(JSON.stringify([...findings.values()])).not.toContain('CANARY');
	return findings.get(of.id) ?? [];
}

function other(fields: Parameters<typeof outgoing>[0] = {}) {
	return outgoing({ id: 'other', name: 'Other', ...fields });
}
const failed = success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' } as const);

/** One for each kind: what it rests on, and what is said of it; nothing else is found there. */
const found: { readonly [K in FindingKind]: readonly [Case, Finding<K>] } = {
	scriptFailed: [
		{ of: scripted({ scriptCompiled: undefined, scriptError: { name: 'SyntaxError', message: 'CANARY' } }) },
		{ kind: 'scriptFailed' },
	],
	scriptNotCompiled: [{ of: scripted({ scriptCompiled: undefined, skipTranspile: undefined }) }, { kind: 'scriptNotCompiled' }],
	noTarget: [{ of: sending() }, { kind: 'noTarget' }],
	runFailed: [
		{ of: outgoing(), run: failed },
		{ kind: 'runFailed', at: '2025-06-04T10:00:00.000Z', step: 'after-http-call' },
	],
	posterMissing: [{ of: incoming({ userId: 'GONE1', username: 'gina' }) }, { kind: 'posterMissing', user: 'gina' }],
	posterInactive: [{ of: incoming({ userId: 'DORA1', username: 'dora' }) }, { kind: 'posterInactive', user: 'dora' }],
	posterRenamed: [
		{ of: incoming({ userId: 'MONITOR1', username: 'watchdog' }) },
		{ kind: 'posterRenamed', user: 'watchdog', now: 'monitor' },
	],
	creatorMissing: [{ of: incoming({ createdById: 'GONE1', createdBy: 'gina' }) }, { kind: 'creatorMissing', user: 'gina' }],
	creatorInactive: [{ of: outgoing({ createdById: 'DORA1', createdBy: 'dora' }) }, { kind: 'creatorInactive', user: 'dora' }],
	plainHttp: [
		{ of: sending('https://a.example/CANARY', 'http://u:CANARY@b.example:8080/CANARY?x=CANARY', 'HTTP://C.example') },
		{ kind: 'plainHttp', hosts: ['b.example:8080', 'c.example'] },
	],
	everyPrivateMessage: [
		{ of: outgoing({ triggerWords: [], channels: ['#war-room'] }), where: groupPlace },
		{ kind: 'everyPrivateMessage' },
	],
	everyMessage: [{ of: outgoing({ triggerWords: [] }) }, { kind: 'everyMessage' }],
	allPrivateGroups: [{ of: outgoing({ channels: ['All_Private_Groups'] }), where: groupPlace }, { kind: 'allPrivateGroups' }],
	allDirectMessages: [{ of: outgoing({ channels: ['all_direct_messages'] }), where: directPlace }, { kind: 'allDirectMessages' }],
	redirectable: [
		{ of: decoded({ type: 'webhook-incoming', overrideDestinationChannelEnabled: true }) },
		{ kind: 'redirectable' },
	],
	impersonates: [{ of: outgoing({ impersonates: true }) }, { kind: 'impersonates' }],
	disabled: [
		{ of: incoming({ enabled: false, updatedAt: '2025-03-02T08:00:00.000Z' }) },
		{ kind: 'disabled', since: '2025-03-02T08:00:00.000Z' },
	],
	sameWords: [
		{ of: outgoing({ triggerWords: ['!a', '!echo twice'] }), beside: [other({ triggerWords: ['!echo'] })] },
		{ kind: 'sameWords', word: '!echo twice', other: 'Other' },
	],
	sameTarget: [
		{ of: sending('https://a.example/CANARY', 'https://b.example', ' https://a.example/CANARY') },
		{ kind: 'sameTarget' },
	],
	scriptWillChange: [{ of: scripted({ skipTranspile: false }) }, { kind: 'scriptWillChange' }],
};

describe('one for each finding', () => {
	test.each(Object.entries(found))('%s', (_, [given, finding]) => {
		expect(judged(given)).toEqual([finding]);
	});

	test('each kind has its row, and its severity', () => {
		expect(Object.keys(found).sort()).toEqual(Object.keys(severities).sort());
		expect(Object.entries(found).filter(([kind, [, finding]]) => finding.kind !== kind)).toEqual([]);
	});
});

describe('the same, by another way', () => {
	const words = { triggerWords: [] };
	test.each<[string, FindingKind, Case]>([
		['an error that says nothing', 'scriptFailed', { of: scripted({ scriptError: 'CANARY' }) }],
		['an outgoing one’s script', 'scriptFailed', { of: outgoing({ script: 'error' }) }],
		['compiled to nothing', 'scriptNotCompiled', { of: scripted({ scriptCompiled: '', skipTranspile: undefined }) }],
		['only blank addresses', 'noTarget', { of: sending('', ' ') }],
		['a failed run of the oldest kind', 'runFailed', { of: outgoing({ event: '' }), run: failed }],
		['a poster whose name is not stored', 'posterMissing', { of: incoming({ userId: 'GONE1', username: '' }) }],
		['a poster in other capitals', 'posterRenamed', { of: incoming({ username: 'Rocket.Cat' }) }],
		[
			'all messages of a direct message',
			'everyPrivateMessage',
			{ of: outgoing({ ...words, channels: ['@ana'] }), where: directPlace },
		],
		['all messages of all public channels', 'everyMessage', { of: outgoing({ ...words, channels: ['all_public_channels'] }) }],
		['all messages, no channel set', 'everyMessage', { of: outgoing({ ...words, channels: [] }) }],
		[
			'blank trigger words',
			'everyMessage',
			{ of: decoded({ type: 'webhook-outgoing', event: 'sendMessage', triggerWords: ['', ' '], urls: ['https://a.example'] }) },
		],
		[
			'private groups beside this room, to an admin',
			'allPrivateGroups',
			{ of: outgoing({ channels: ['#support', 'all_private_groups'] }), audience: 'admin' },
		],
		[
			'all messages, with answers here',
			'everyMessage',
			{ of: outgoing({ ...words, channels: ['all_public_channels'], targetRoom: '#support' }) },
		],
		['a script that needs no transpiling', 'scriptNotCompiled', { of: scripted({ scriptCompiled: undefined }) }],
		[
			'direct messages beside this room, to an admin',
			'allDirectMessages',
			{ of: outgoing({ channels: ['#support', 'all_direct_messages'] }), audience: 'admin' },
		],
		['named by its id', 'redirectable', { of: incoming({ channels: ['#SUPPORT1'], redirectable: true }) }],
		['disabled, the day unknown', 'disabled', { of: outgoing({ enabled: false, updatedAt: '' }) }],
		['an engine of the past', 'scriptWillChange', { of: scripted({ scriptEngine: 'vm2' }) }],
	])('%s: %s', (_, kind, given) => {
		expect(judged(given).map((finding) => finding.kind)).toEqual([kind]);
	});
});

describe('what looks like one and is none', () => {
	test.each<[string, Case]>([
		['an incoming one with which all is well', { of: incoming() }],
		['an outgoing one with which all is well', { of: outgoing() }],
		['a script', { of: scripted({}) }],
		['a script that is not there', { of: scripted({ script: '', scriptCompiled: undefined }) }],
		['a script of blanks', { of: scripted({ script: ' \n\t', scriptCompiled: undefined, skipTranspile: undefined }) }],
		['the error of a script that is not there any more', { of: scripted({ script: ' ', scriptError: { name: 'SyntaxError' } }) }],
		[
			'the error of a script that is switched off',
			{ of: scripted({ scriptEnabled: false, scriptError: { name: 'SyntaxError' } }) },
		],
		[
			'a script that was never compiled, switched off',
			{ of: scripted({ scriptEnabled: false, scriptCompiled: '', skipTranspile: false }) },
		],
		[
			'a script that would change, switched off',
			{ of: scripted({ scriptEnabled: false, skipTranspile: false, scriptEngine: 'vm2' }) },
		],
		[
			'an older record, which says nothing of transpiling',
			{ of: scripted({ skipTranspile: undefined, scriptEngine: undefined }) },
		],
		['the engine of today', { of: scripted({ skipTranspile: undefined }) }],
		['no engine', { of: scripted({ scriptEngine: '' }) }],
		['somebody who could not be looked up', { of: incoming({ userId: 'X1', createdById: 'Y1' }) }],
		['nobody could be looked up', { of: incoming({ userId: 'GONE1', createdById: 'DORA1' }), known: new Map() }],
		['no creator known', { of: decoded({ type: 'webhook-incoming', _createdBy: undefined }) }],
		['a creator without an id', { of: decoded({ type: 'webhook-incoming', _createdBy: { username: 'gina' } }) }],
		['a poster without an id', { of: decoded({ type: 'webhook-incoming', userId: '', username: 'gina' }) }],
		['a poster whose name is not stored, but who is there', { of: incoming({ username: '' }) }],
		['a poster who has no name today', { of: incoming({ userId: 'NAMELESS1' }) }],
		['a creator who was renamed', { of: incoming({ createdBy: 'anna' }) }],
		['https', { of: sending('https://a.example', 'https://a.example/b') }],
		[
			'http within the machine',
			{ of: sending('http://localhost:3000/a', 'http://127.0.0.1', 'http://[::1]:80/', 'http://127.1') },
		],
		['an address that cannot be read', { of: sending('http//CANARY', 'CANARY') }],
		['another protocol', { of: sending('ftp://a.example') }],
		['every file, not every message', { of: outgoing({ event: 'fileUploaded', triggerWords: [] }) }],
		['private groups beside this room, to who may not know', { of: outgoing({ channels: ['#support', 'all_private_groups'] }) }],
		[
			'direct messages beside this room, to who may not know',
			{ of: outgoing({ channels: ['#support', 'all_direct_messages'] }), audience: 'caller' },
		],
		['whoever joins', { of: outgoing({ event: 'roomJoined', triggerWords: [] }), where: place }],
		['an old record without an event', { of: outgoing({ event: '', triggerWords: [] }) }],
		['a room that is called like all groups', { of: incoming({ channels: ['#support', '#all_private_groups'] }) }],
		['an incoming one for all groups', { of: incoming({ channels: ['#support', 'all_private_groups'] }) }],
		['redirectable, of another room', { of: incoming({ channels: ['#sales'], redirectable: true }) }],
		['a last run that went well', { of: outgoing(), run: success({ at: '2025-06-04', outcome: 'succeeded', step: '' }) }],
		['a last run that is under way', { of: outgoing(), run: success({ at: '2025-06-04', outcome: 'unfinished', step: 'x' }) }],
		['no run', { of: outgoing(), run: success(undefined) }],
		['a run that could not be looked up', { of: outgoing(), run: fail({ kind: 'forbidden' }) }],
		['an incoming one runs nowhere', { of: incoming(), run: failed }],
		['the same host, another address', { of: sending('https://a.example/1', 'https://a.example/2') }],
		['other words', { of: outgoing({ triggerWords: ['!a'] }), beside: [other({ triggerWords: ['!b'] })] }],
		['words in other capitals', { of: outgoing({ triggerWords: ['!Echo'] }), beside: [other({ triggerWords: ['!echo'] })] }],
		['the words of a disabled one', { of: outgoing(), beside: [other({ enabled: false })] }],
		['the words of one with another event', { of: outgoing(), beside: [other({ event: 'fileUploaded' })] }],
		['the words of one that is not of this room', { of: outgoing(), beside: [other({ channels: ['#sales'] })] }],
		['its own words', { of: outgoing({ triggerWords: ['!a', '!a b'] }) }],
		[
			'a word within another, at the beginning only',
			{ of: outgoing({ triggerWords: ['now'] }), beside: [other({ triggerWords: ['know'] })] },
		],
		['one without words, beside one with words', { of: outgoing(), beside: [other({ triggerWords: [] })] }],
		['an incoming one of the same name', { of: outgoing(), beside: [incoming({ id: 'i', name: 'Guggy' })] }],
	])('%s', (_, given) => {
		expect(judged(given)).toEqual([]);
	});

	const exposed = {
		enabled: false,
		plainHosts: ['a.example'],
		triggerWords: [],
		impersonates: true,
		channels: ['#support', 'all_private_groups', 'all_direct_messages'],
	};
	test.each<[string, Case]>([
		['exposed', { of: outgoing(exposed) }],
		['redirectable', { of: incoming({ enabled: false, redirectable: true }) }],
		['overlapping', { of: outgoing({ enabled: false }), beside: [other()] }],
		['failed', { of: outgoing({ enabled: false }), run: failed }],
	])('what is switched off is not %s', (_, given) => {
		expect(judged(given).map(({ kind }) => kind)).toEqual(['disabled']);
	});

	test.each<[string, Case]>([
		['a script that is not there does not change', { of: scripted({ script: '', skipTranspile: false }) }],
		[
			'every message of another room, which is answered into this private one',
			{ of: outgoing({ channels: ['#sales'], targetRoom: '#war-room', triggerWords: [] }), where: groupPlace },
		],
		[
			'every message of another room, which is answered into this one',
			{ of: outgoing({ channels: ['#sales'], targetRoom: '#support', triggerWords: [] }) },
		],
		[
			'the words of one that listens elsewhere and answers here',
			{ of: outgoing(), beside: [other({ channels: ['#sales'], targetRoom: '#support' })] },
		],
		[
			'words that their event does not look at',
			{ of: outgoing({ event: 'fileUploaded' }), beside: [other({ event: 'fileUploaded' })] },
		],
	])('%s', (_, given) => {
		expect(judged(given)).toEqual([]);
	});
});

describe('who made it and whom it posts as', () => {
	test.each<[string, string, string, FindingKind[]]>([
		['one and the same, gone', 'GONE1', 'GONE1', ['posterMissing']],
		['one and the same, deactivated', 'DORA1', 'DORA1', ['posterInactive']],
		['one gone, the other deactivated', 'GONE1', 'DORA1', ['posterMissing', 'creatorInactive']],
	])('%s', (_, userId, createdById, kinds) => {
		const of = incoming({ userId, username: 'dora', createdById, createdBy: 'dora' });
		expect(judged({ of }).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('deactivated and renamed are two things to mend', () => {
		const of = incoming({ userId: 'DORA1', username: 'theodora' });
		expect(judged({ of })).toEqual([
			{ kind: 'posterInactive', user: 'theodora' },
			{ kind: 'posterRenamed', user: 'theodora', now: 'dora' },
		]);
	});
});

test('of several the worst comes first', () => {
	const all = outgoing({
		script: 'error',
		scriptWillChange: true,
		userId: 'DORA1',
		username: 'theodora',
		createdById: 'GONE1',
		createdBy: 'gina',
		channels: ['#war-room', 'all_private_groups', 'all_direct_messages'],
		hosts: ['a.example'],
		plainHosts: ['a.example'],
		sameTarget: true,
		triggerWords: [],
		impersonates: true,
	});
	const kinds = judged({ of: all, where: groupPlace, audience: 'admin', run: failed }).map(({ kind }) => kind);
	expect(kinds).toEqual([
		...['scriptFailed', 'runFailed', 'posterInactive', 'posterRenamed', 'creatorMissing'],
		...['plainHttp', 'everyPrivateMessage', 'allPrivateGroups', 'allDirectMessages', 'impersonates'],
		...['sameTarget', 'scriptWillChange'],
	]);
	const ranks = kinds.map((kind) => ['broken', 'exposed', 'look'].indexOf(severities[kind]));
	expect(ranks).toEqual([...ranks].sort());
});

describe('the rows', () => {
	const event = { event: 'userCreated', triggerWords: ['!x'] };
	const rows: Row[] = rowsIn(place, [
		outgoing({ id: 'here', ...event, targetRoom: '#support', channels: [] }),
		outgoing({ id: 'remote', name: 'CANARY', ...event, channels: [] }),
		incoming({ id: 'well' }),
		incoming({ id: 'off', enabled: false }),
	]);
	const ids = (about: readonly Row[]) => [
		...findFindings(about, { place, audience: 'caller', rows, people, lastRuns: new Map() }).keys(),
	];

	test('only those that are asked about are judged, and one with which all is well is not among the findings', () => {
		expect(ids(rows.filter(({ integration }) => ['well', 'off'].includes(integration.id)))).toEqual(['off']);
		expect(ids([])).toEqual([]);
	});

	test('what the reader may not see is not compared with: it is not handed over', () => {
		const visible = rows.filter((row) => visibleTo('caller', row));
		const findings = findFindings(visible, { place, audience: 'caller', rows: visible, people, lastRuns: new Map() });
		expect([...findings.keys()]).toEqual(['off']);
		expect(JSON.stringify([...findings])).not.toContain('CANARY');
	});
});
