import { describe, expect, test } from '@jest/globals';
import { decodeIntegrations } from '../../../lib/rest/decodeIntegrations';
import { fail, type Result, success } from '../../../lib/failure';
import { type Finding, type FindingKind, severities } from '../../../lib/integrations/finding';
import type { Integration } from '../../../lib/integrations/integration';
import { findFindings } from '../../../lib/integrations/findFindings';
import type { Row } from '../../../lib/integrations/reach';
import { directPlace, groupPlace, incoming, outgoing, place, rowsIn, workspace } from '../../support/builders';
import { people, person } from '../../support/troubled';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import type { Subject } from '../../../lib/integrations/room';
import { type Audience, visibleTo } from '../../../lib/integrations/audience';
import {
	type KnownPerson,
	type KnownPlace,
	type LastRun,
	membership,
	type Places,
	type PostingRights,
} from '../../../lib/integrations/evidence';

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
	readonly where?: Subject;
	/** Others in the room. */
	readonly beside?: readonly Integration[];
	readonly run?: Result<LastRun | undefined>;
	readonly known?: typeof people;
	readonly rights?: Partial<PostingRights>;
	readonly audience?: Audience;
	/** The rooms and people that rows of the whole workspace name, as far as they were looked up. */
	readonly places?: Places;
}

const nobody: PostingRights = { members: new Map(), impersonators: undefined, readOnlyPosters: undefined, staff: [] };

function judged({
	of,
	where = place,
	beside = [],
	run,
	known = people,
	rights,
	audience = 'room',
	places = new Map(),
}: Case): readonly Finding[] {
	const rows = where.kind === 'workspace' ? [of, ...beside].map(toWorkspaceRow) : rowsIn(where, [of, ...beside]);
	const about = rows.filter(({ integration }) => integration === of);
	expect(about).toHaveLength(1);
	const lastRuns = new Map(run ? [[of.id, run]] : []);
	const asked = { subject: where, audience, rows, people: known, lastRuns, rights: { ...nobody, ...rights }, places };
	const { findings } = findFindings(about, asked);
	expect(JSON.stringify([...findings.values()])).not.toContain('CANARY');
	return findings.get(of.id) ?? [];
}

function other(fields: Parameters<typeof outgoing>[0] = {}) {
	return outgoing({ id: 'other', name: 'Other', ...fields });
}
const cat: KnownPerson = person('rocket.cat', true, ['bot']);
const failed = success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' } as const);

const run = (outcome: LastRun['outcome']) => success({ at: '2025-06-04T10:00:00.000Z', outcome, step: 'x' });
const outside = new Map([[membership('CAT1', groupPlace.id), false]]);
const open = { there: true, kind: 'channel', discussion: false, muted: [], encrypted: false } as const;
const known: Places = new Map<string, KnownPlace>([
	['#support', { ...open, id: 'R1' }],
	['#R1', { ...open, id: 'R1' }],
	['#quiet', { ...open, id: 'R2', muted: ['rocket.cat'] }],
	['#war-room', { ...open, id: groupPlace.id, kind: 'group' }],
	['#sealed', { ...open, id: 'R3', kind: 'group', encrypted: true }],
	['@ana', { there: true, id: 'ANA1', kind: 'person' }],
	['#gone', { there: false }],
	['#old', { there: false }],
]);
const closed = { ...place, readOnly: true };

/** A finding, what it rests on, and what looks like it. Nothing else is found in the first, and that finding not in the others. */
type Proof<K extends FindingKind> = readonly [hit: Case, finding: Finding<K>, ...lookAlikes: Case[]];

const found: { readonly [K in FindingKind]: Proof<K> } = {
	neverFires: [
		{ of: decoded({ type: 'webhook-outgoing', event: 'sendMessage', triggerWords: ['', '!x'], urls: ['https://a.example'] }) },
		{ kind: 'neverFires', why: 'emptyWord' },
		{ of: outgoing({ triggerWords: ['!x', ''] }) },
		{ of: outgoing({ triggerWords: [' '] }) },
		{ of: outgoing({ event: 'fileUploaded', triggerWords: [''] }) },
		{ of: outgoing({ enabled: false, triggerWords: [''] }) },
		{ of: outgoing({ channels: ['#support', 'All_Public_Channels'] }) },
	],
	shownName: [
		{ of: incoming({ channels: ['#Customer care'] }), where: { ...place, shownName: 'Customer care' } },
		{ kind: 'shownName', name: 'Customer care' },
		{ of: incoming({ channels: ['#Customer care', '#support'] }), where: { ...place, shownName: 'Customer care' } },
	],
	noSuchPlace: [
		{ of: outgoing({ channels: ['#support', '#gone'], targetRoom: 'old' }), where: workspace, places: known },
		{ kind: 'noSuchPlace', names: ['#gone', '#old'] },
		{ of: outgoing({ channels: ['#support', '#unknown', '@ana', 'all_public_channels'] }), where: workspace, places: known },
		{ of: outgoing({ channels: ['#gone'], event: 'userCreated' }), where: workspace, places: known },
		{ of: incoming({ channels: ['#support', '#gone'] }), places: known },
	],
	scriptFailed: [
		{ of: scripted({ scriptCompiled: undefined, scriptError: { name: 'SyntaxError', message: 'CANARY' } }) },
		{ kind: 'scriptFailed' },
		{ of: scripted({ scriptError: { name: 'SyntaxError' } }) },
		{ of: scripted({ scriptCompiled: undefined, scriptError: {} }) },
		{ of: scripted({ scriptEnabled: false, scriptCompiled: undefined, scriptError: { name: 'SyntaxError' } }) },
	],
	scriptNotCompiled: [
		{ of: scripted({ scriptCompiled: ' \n' }) },
		{ kind: 'scriptNotCompiled' },
		{ of: scripted({ script: ' ', scriptCompiled: '' }) },
		{ of: scripted({ script: '', scriptCompiled: 'CANARY' }) },
	],
	noTarget: [{ of: sending() }, { kind: 'noTarget' }, { of: sending('https://a.example') }],
	unusableTarget: [
		{ of: sending('https://a.example', 'htCANARYm') },
		{ kind: 'unusableTarget' },
		{ of: sending('HTTPS://a.example') },
		{ of: sending('https://bot:12345/CANARY@a.example/') },
	],
	posterMissing: [
		{ of: incoming({ userId: 'GONE1', username: 'gina' }) },
		{ kind: 'posterMissing', user: 'gina' },
		{ of: incoming({ userId: 'UNKNOWN1', username: 'gina' }) },
		{ of: outgoing({ userId: 'GONE1', username: 'Rocket.Cat' }), known: new Map([...people, ['@Rocket.Cat', cat]]) },
		{ of: outgoing({ username: 'gina', impersonates: true }) },
	],
	posterOutside: [
		{ of: incoming({ channels: ['#war-room'] }), where: groupPlace, rights: { members: outside } },
		{ kind: 'posterOutside', user: 'rocket.cat' },
		{
			of: incoming({ channels: ['#war-room'] }),
			where: groupPlace,
			rights: { members: new Map([[membership('CAT1', groupPlace.id), true]]) },
		},
		{ of: incoming({ channels: ['#war-room'] }), where: groupPlace },
		{
			of: incoming({ enabled: false, channels: ['#war-room'] }),
			where: groupPlace,
			rights: { members: outside },
		},
		{ of: outgoing({ channels: ['#war-room'] }), where: groupPlace, rights: { members: outside } },
	],
	posterMuted: [
		{ of: incoming(), where: { ...place, muted: ['rocket.cat'] } },
		{ kind: 'posterMuted', user: 'rocket.cat' },
		{ of: incoming({ userId: 'MONITOR1', username: 'rocket.cat' }), where: { ...place, muted: ['rocket.cat'] } },
		{ of: outgoing(), where: { ...place, muted: ['rocket.cat'] } },
	],
	posterReadOnly: [
		{ of: incoming(), where: closed, rights: { readOnlyPosters: ['owner'] } },
		{ kind: 'posterReadOnly', user: 'rocket.cat' },
		{ of: incoming(), where: closed },
		{ of: incoming(), where: closed, rights: { readOnlyPosters: ['bot'] } },
		{ of: incoming(), where: closed, rights: { readOnlyPosters: ['owner'], staff: ['CAT1'] } },
		{ of: incoming(), where: closed, rights: { readOnlyPosters: ['owner'], staff: undefined } },
		{ of: incoming(), where: { ...closed, unmuted: ['rocket.cat'] }, rights: { readOnlyPosters: ['owner'] } },
		{ of: incoming(), rights: { readOnlyPosters: ['owner'] } },
	],
	posterImpersonates: [
		{ of: incoming({ userId: 'ANA1', username: 'ana' }), rights: { impersonators: ['bot', 'app'] } },
		{ kind: 'posterImpersonates', user: 'ana' },
		{ of: incoming(), rights: { impersonators: ['bot', 'app'] } },
		{ of: incoming({ userId: 'ANA1', username: 'ana' }) },
		{ of: incoming({ userId: 'UNKNOWN1', username: 'ana' }), rights: { impersonators: ['bot', 'app'] } },
		{ of: outgoing({ username: 'ana' }), rights: { impersonators: ['bot', 'app'] } },
	],
	targetGone: [
		{ of: outgoing({ enabled: false }), run: run('gone') },
		{ kind: 'targetGone', at: '2025-06-04T10:00:00.000Z' },
		{ of: outgoing({ enabled: false }), run: run('failed') },
		{ of: outgoing(), run: run('gone') },
	],
	runFailed: [
		{ of: outgoing(), run: run('failed') },
		{ kind: 'runFailed', at: '2025-06-04T10:00:00.000Z', step: 'x' },
		{ of: outgoing(), run: run('emptyAnswer') },
		{ of: outgoing({ enabled: false }), run: run('failed') },
		{ of: incoming(), run: run('failed') },
	],
	plainHttp: [
		{ of: sending('https://a.example/CANARY', 'http://u:CANARY@b.example:8080/CANARY?x=CANARY', 'HTTP://C.example') },
		{ kind: 'plainHttp', hosts: ['b.example:8080', 'c.example'] },
		{ of: sending('http://localhost:3000/a', 'http://127.0.0.1', 'http://[::1]:80/', 'http://127.1') },
	],
	everyPrivateMessage: [
		{ of: outgoing({ triggerWords: [], channels: ['#war-room'] }), where: groupPlace },
		{ kind: 'everyPrivateMessage' },
		{ of: outgoing({ triggerWords: [''], channels: ['#war-room'] }), where: groupPlace },
	],
	everyMessage: [
		{ of: outgoing({ triggerWords: [] }) },
		{ kind: 'everyMessage' },
		{ of: outgoing({ event: '', triggerWords: [] }) },
		{ of: outgoing({ event: 'fileUploaded', triggerWords: [] }) },
		{ of: outgoing({ triggerWords: [''] }) },
	],
	allPrivateGroups: [
		{ of: outgoing({ channels: ['all_private_groups'] }), where: groupPlace },
		{ kind: 'allPrivateGroups' },
		{ of: outgoing({ channels: ['#war-room', 'All_Private_Groups'] }), where: groupPlace },
		{ of: outgoing({ event: 'userCreated', channels: ['all_private_groups'] }), where: workspace, audience: 'admin' },
	],
	allDirectMessages: [
		{ of: outgoing({ channels: ['all_direct_messages'] }), where: directPlace },
		{ kind: 'allDirectMessages' },
		{ of: outgoing({ channels: ['@ana', 'All_direct_messages'] }), where: directPlace },
		{ of: outgoing({ event: 'roomCreated', channels: ['all_direct_messages'] }), where: workspace, audience: 'admin' },
	],
	redirectable: [
		{ of: decoded({ type: 'webhook-incoming', overrideDestinationChannelEnabled: true }) },
		{ kind: 'redirectable' },
		{ of: incoming({ channels: ['#sales'], redirectable: true }) },
	],
	impersonates: [{ of: outgoing({ impersonates: true }) }, { kind: 'impersonates' }, { of: outgoing() }],
	posterInactive: [
		{ of: incoming({ userId: 'DORA1', username: 'dora' }) },
		{ kind: 'posterInactive', user: 'dora' },
		{ of: outgoing({ userId: 'DORA1' }) },
	],
	creatorMissing: [
		{ of: incoming({ createdById: 'GONE1', createdBy: 'gina' }) },
		{ kind: 'creatorMissing', user: 'gina' },
		{ of: incoming({ createdById: 'UNKNOWN1', createdBy: 'gina' }) },
	],
	creatorInactive: [
		{ of: outgoing({ createdById: 'DORA1', createdBy: 'dora' }) },
		{ kind: 'creatorInactive', user: 'dora' },
		{ of: outgoing({ createdById: 'ANA1', createdBy: 'dora' }) },
	],
	posterRenamed: [
		{ of: incoming({ userId: 'MONITOR1', username: 'watchdog' }) },
		{ kind: 'posterRenamed', user: 'watchdog', now: 'monitor' },
		{ of: outgoing({ userId: 'MONITOR1', username: 'watchdog' }) },
	],
	disabled: [
		{ of: incoming({ enabled: false, updatedAt: '2025-03-02T08:00:00.000Z' }) },
		{ kind: 'disabled', since: '2025-03-02T08:00:00.000Z' },
		{ of: incoming() },
	],
	sameWords: [
		{ of: outgoing({ triggerWords: ['!a', '!echo twice'] }), beside: [other({ triggerWords: ['!echo'] })] },
		{ kind: 'sameWords', word: '!echo twice', other: 'Other' },
		{ of: outgoing({ triggerWords: ['!echo'] }), beside: [other({ triggerWords: ['', '!echo'] })] },
	],
	sameTarget: [
		{ of: sending('https://a.example/CANARY', 'https://b.example', ' https://a.example/CANARY') },
		{ kind: 'sameTarget' },
		{ of: sending('https://a.example/1', 'https://a.example/2') },
	],
	answersItself: [
		{ of: outgoing({ triggerWords: [], hosts: [''], targetRoom: '#support' }), known: new Map() },
		{ kind: 'answersItself' },
		{ of: outgoing({ triggerWords: ['!x'], targetRoom: '#support' }) },
		{ of: outgoing({ triggerWords: [], targetRoom: '#sales' }) },
		{ of: outgoing({ triggerWords: [], channels: ['#sales'], targetRoom: '#support' }) },
	],
	wordsUnreadable: [
		{ of: outgoing(), where: { ...place, encrypted: true } },
		{ kind: 'wordsUnreadable' },
		{ of: outgoing({ triggerWords: [] }), where: { ...place, encrypted: true } },
		{ of: outgoing() },
	],
	emptyAnswer: [
		{ of: outgoing(), run: run('emptyAnswer') },
		{ kind: 'emptyAnswer', at: '2025-06-04T10:00:00.000Z' },
		{ of: outgoing(), run: run('succeeded') },
	],
};

describe('one for each finding', () => {
	test.each(Object.entries(found))('%s', (kind, [given, finding]) => {
		const ofKind = judged(given).filter((one) => one.kind !== 'everyMessage' || kind === 'everyMessage');
		expect(ofKind).toEqual([finding]);
	});

	test.each(Object.entries(found))('%s: what looks like it is none', (kind, [, , ...lookAlikes]) => {
		expect(lookAlikes.length).toBeGreaterThan(0);
		for (const given of lookAlikes) {
			expect(judged(given).map((one) => one.kind)).not.toContain(kind);
		}
	});

	test('each kind has its row, and its severity', () => {
		expect(Object.keys(found).sort()).toEqual(Object.keys(severities).sort());
		expect(Object.entries(found).filter(([kind, [, finding]]) => finding.kind !== kind)).toEqual([]);
	});
});

describe('in the whole workspace', () => {
	const anywhere = { where: workspace, audience: 'admin', places: known } as const;
	const twin = (channels: string[]) => other({ triggerWords: ['!same'], channels });
	test.each<[string, Integration, readonly Finding[], Partial<Case>]>([
		['all is well', incoming({ channels: ['#support', '@ana'] }), [], {}],
		[
			'whoever it posts as is muted in one of its rooms',
			incoming({ channels: ['#support', '#quiet'] }),
			[{ kind: 'posterMuted', user: 'rocket.cat', room: '#quiet' }],
			{},
		],
		[
			'is not in one of its private groups',
			incoming({ channels: ['#war-room'] }),
			[{ kind: 'posterOutside', user: 'rocket.cat', room: '#war-room' }],
			{ rights: { members: outside } },
		],
		[
			'may not post by webhook',
			incoming({ userId: 'ANA1', username: 'ana' }),
			[{ kind: 'posterImpersonates', user: 'ana' }],
			{ rights: { impersonators: ['bot'] } },
		],
		['may, if as an owner', incoming({ userId: 'ANA1', username: 'ana' }), [], { rights: { impersonators: ['bot', 'owner'] } }],
		['or as a moderator', incoming({ userId: 'ANA1', username: 'ana' }), [], { rights: { impersonators: ['moderator'] } }],
		['or as a leader', incoming({ userId: 'ANA1', username: 'ana' }), [], { rights: { impersonators: ['leader'] } }],
		['one of its rooms is encrypted', outgoing({ channels: ['#sealed'] }), [{ kind: 'wordsUnreadable', room: '#sealed' }], {}],
		['it hears every message', outgoing({ triggerWords: [], channels: ['#war-room'] }), [{ kind: 'everyMessage' }], {}],
		[
			'it answers itself, by the id of a room',
			outgoing({ triggerWords: [], channels: ['#support'], targetRoom: 'R1' }),
			[{ kind: 'everyMessage' }, { kind: 'answersItself' }],
			{},
		],
		[
			'another listens to the same words in the same room',
			outgoing({ triggerWords: ['!same'], channels: ['#a', '#support'] }),
			[{ kind: 'sameWords', word: '!same', other: 'Other' }],
			{ beside: [twin(['#support'])] },
		],
		[
			'another does in another room',
			outgoing({ triggerWords: ['!same'], channels: ['#a'] }),
			[],
			{ beside: [twin(['#support'])] },
		],
		[
			'another does, and names that room by its id',
			outgoing({ triggerWords: ['!same'], channels: ['#R1'] }),
			[{ kind: 'sameWords', word: '!same', other: 'Other' }],
			{ beside: [twin(['#support'])] },
		],
		[
			'another listens where it only answers',
			outgoing({ triggerWords: ['!same'], channels: ['#a'], targetRoom: '#support' }),
			[],
			{ beside: [twin(['#support'])] },
		],
		[
			'another has the same channel word in capitals that the server does not know',
			outgoing({ triggerWords: ['!same'], channels: ['#a', 'All_Public_Channels'] }),
			[],
			{ beside: [twin(['#support', 'All_Public_Channels'])] },
		],
		['the room where it only answers is encrypted', outgoing({ targetRoom: '#sealed' }), [], {}],
		['it may post elsewhere', incoming({ redirectable: true }), [{ kind: 'redirectable' }], {}],
	])('%s', (_, of, findings, fields) => {
		expect(judged({ of, ...anywhere, ...fields })).toEqual(findings);
	});
});

test('what only answers here, and names the shown name of the room, hears nothing here', () => {
	const of = outgoing({ triggerWords: [], channels: ['#Customer care'], targetRoom: '#support' });
	expect(judged({ of, where: { ...place, shownName: 'Customer care' } })).toEqual([]);
});

describe('the same, by another way', () => {
	const words = { triggerWords: [] };
	test.each<[string, FindingKind, Case]>([
		['an error that is a text', 'scriptFailed', { of: scripted({ scriptCompiled: '', scriptError: 'CANARY' }) }],
		['an outgoing one’s script', 'scriptFailed', { of: outgoing({ script: 'error' }) }],
		['compiled to nothing', 'scriptNotCompiled', { of: scripted({ scriptCompiled: '', skipTranspile: undefined }) }],
		['only blank addresses', 'noTarget', { of: sending('', ' ') }],
		['no event', 'neverFires', { of: outgoing({ event: '' }) }],
		['no event and no channel', 'neverFires', { of: outgoing({ event: '', channels: [] }) }],
		['an outgoing one goes by name', 'posterMissing', { of: outgoing({ username: 'gina' }) }],
		['an outgoing one’s poster has left', 'posterInactive', { of: outgoing({ username: 'dora' }) }],
		['nobody to post as', 'posterMissing', { of: decoded({ type: 'webhook-incoming', userId: null, username: 'ghost' }) }],
		[
			'an answer that the room refuses',
			'posterMuted',
			{ of: outgoing({ channels: ['#sales'], targetRoom: '#support' }), where: { ...place, muted: ['rocket.cat'] } },
		],
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
			'private groups beside this room, to an admin',
			'allPrivateGroups',
			{ of: outgoing({ channels: ['#support', 'all_private_groups'] }), audience: 'admin' },
		],
		['a script that needs no transpiling', 'scriptNotCompiled', { of: scripted({ scriptCompiled: undefined }) }],
		[
			'direct messages beside this room, to an admin',
			'allDirectMessages',
			{ of: outgoing({ channels: ['#support', 'all_direct_messages'] }), audience: 'admin' },
		],
		['named by its id', 'redirectable', { of: incoming({ channels: ['#SUPPORT1'], redirectable: true }) }],
		['disabled, the day unknown', 'disabled', { of: outgoing({ enabled: false, updatedAt: '' }) }],
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
		['an old error beside a script that runs', { of: scripted({ scriptError: { name: 'SyntaxError' } }) }],
		['a script that would change with 9.0, which is no finding', { of: scripted({ skipTranspile: false, scriptEngine: 'vm2' }) }],
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
		['a poster whose name is not stored, but who is there', { of: incoming({ username: '' }) }],
		['a poster who has no name today', { of: incoming({ userId: 'NAMELESS1' }) }],
		['a creator who was renamed', { of: incoming({ createdBy: 'anna' }) }],
		['https', { of: sending('https://a.example', 'https://a.example/b') }],
		[
			'http within the machine',
			{ of: sending('http://localhost:3000/a', 'http://127.0.0.1', 'http://[::1]:80/', 'http://127.1') },
		],
		['every file, not every message', { of: outgoing({ event: 'fileUploaded', triggerWords: [] }) }],
		['private groups beside this room, to who may not know', { of: outgoing({ channels: ['#support', 'all_private_groups'] }) }],
		[
			'direct messages beside this room, to who may not know',
			{ of: outgoing({ channels: ['#support', 'all_direct_messages'] }), audience: 'caller' },
		],
		['whoever joins', { of: outgoing({ event: 'roomJoined', triggerWords: [] }), where: place }],
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

	test.each<[string, Parameters<typeof outgoing>[0], FindingKind[]]>([
		['well, the user who made it under that name gone', { username: 'rocket.cat', createdBy: 'rocket.cat' }, ['creatorMissing']],
		['deactivated, and gone under the same name: said once', { username: 'dora', createdBy: 'dora' }, ['posterInactive']],
		['deactivated, and another one gone', { username: 'dora', createdBy: 'gina' }, ['posterInactive', 'creatorMissing']],
	])('of an outgoing one, which posts by a name: %s', (_, fields, kinds) => {
		const of = outgoing({ createdById: 'GONE1', userId: 'GONE1', ...fields });
		expect(judged({ of }).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('while it is switched off nobody posts', () => {
		const of = incoming({ enabled: false, userId: 'DORA1', username: 'dora' });
		expect(judged({ of }).map(({ kind }) => kind)).toEqual(['disabled']);
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
		...['scriptFailed', 'runFailed', 'plainHttp', 'everyPrivateMessage', 'allPrivateGroups', 'allDirectMessages'],
		...['impersonates', 'creatorMissing', 'sameTarget'],
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
	const nothing = { subject: place, audience: 'caller', people, lastRuns: new Map(), rights: nobody, places: new Map() } as const;
	const ids = (about: readonly Row[]) => [...findFindings(about, { ...nothing, rows }).findings.keys()];

	test('only those that are asked about are judged, and one with which all is well is not among the findings', () => {
		expect(ids(rows.filter(({ integration }) => ['well', 'off'].includes(integration.id)))).toEqual(['off']);
		expect(ids([])).toEqual([]);
	});

	const endless = (id: string) => outgoing({ id, triggerWords: [`!${'x'.repeat(100)}${id}`, '!ok'] });

	test.each<[string, Integration[], number]>([
		['of those that are asked about', [endless('a'), endless('b')], 2],
		[
			'where one that is asked about has words',
			[endless('a'), outgoing({ id: 'b', triggerWords: ['!b'] }), incoming({ id: 'c' })],
			1,
		],
		['but not where it is alone', [endless('a'), incoming({ id: 'c' })], 0],
		['but not where nobody asks about words', [incoming({ id: 'c' })], 0],
		['nor where it hears every message', [outgoing({ id: 'd', triggerWords: [] })], 0],
	])('how many have words that were not compared is told: %s', (_, about, uncompared) => {
		const all = rowsIn(place, about.length === 1 ? [...about, endless('a')] : about);
		const asked = all.filter(({ integration }) => about.includes(integration));
		expect(findFindings(asked, { ...nothing, rows: all }).uncompared).toBe(uncompared);
	});

	test('in the whole workspace, words are compared only where somebody else hears the same', () => {
		const [one, twin, other] = ['a', 'b', 'c']
			.map(endless)
			.map((integration, index) => toWorkspaceRow({ ...integration, channels: [index < 2 ? '#support' : '#other'] })) as [
			Row,
			Row,
			Row,
		];
		const count = (all: readonly Row[]) => findFindings(all, { ...nothing, subject: workspace, rows: all }).uncompared;
		expect([count([one, other]), count([one, twin, other])]).toEqual([0, 2]);
	});

	test('of one that names more than 100 places, the first 100 are compared, and it is said', () => {
		const channels = Array.from({ length: 101 }, (_, index) => `#r${String(index)}`);
		const heard = (channel: string) => {
			const all = [outgoing({ id: 'a', channels }), outgoing({ id: 'b', channels: [channel] })].map(toWorkspaceRow);
			const { findings, uncompared } = findFindings(all, { ...nothing, subject: workspace, rows: all });
			return [findings.has('b'), uncompared];
		};
		expect(['#r99', '#r100'].map(heard)).toEqual([
			[true, 1],
			[false, 1],
		]);
	});

	test('what the reader may not see is not compared with: it is not handed over', () => {
		const visible = rows.filter((row) => visibleTo('caller', row));
		const { findings } = findFindings(visible, { ...nothing, rows: visible });
		expect([...findings.keys()]).toEqual(['off']);
		expect(JSON.stringify([...findings])).not.toContain('CANARY');
	});
});
