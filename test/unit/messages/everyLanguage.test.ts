import { kept } from '../../support/kept';
import { compare } from '../../../lib/watch/compare';
import type { WatchAnswer } from '../../../lib/watch/watching';
import { changeLine } from '../../../lib/messages/changeLine';
import { renderDigest, renderTrouble, renderWatch } from '../../../lib/messages/renderWatch';
/** Every sentence that the app says, in each language but English: the other tests show English alone. */
import { describe, expect, test } from '@jest/globals';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { parse } from '@rocket.chat/message-parser';
import { fail, type Failure, success, toReader } from '../../../lib/failure';
import { locales } from '../../../lib/generated/locales';
import type { LastRun } from '../../../lib/integrations/evidence';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import type { Row } from '../../../lib/integrations/reach';
import { attentionSections } from '../../../lib/messages/attentionSections';
import { contactsLine } from '../../../lib/messages/contactsLine';
import { findingLine, shortFinding } from '../../../lib/messages/findingLine';
import { gapLines, failureReason } from '../../../lib/messages/gapLines';
import { ago, lastPostedLine, unlistedLine } from '../../../lib/messages/lastPostedLine';
import { writer } from '../../../lib/messages/nameWidths';
import { renderPreface } from '../../../lib/messages/preface';
import { renderDetails } from '../../../lib/messages/renderDetails';
import { renderExported } from '../../../lib/messages/renderExported';
import { renderFailure } from '../../../lib/messages/renderFailure';
import { renderHelp } from '../../../lib/messages/renderHelp';
import { renderPanelRow, renderRow } from '../../../lib/messages/renderRow';
import { renderStatus } from '../../../lib/messages/renderStatus';
import { ageLine, renderSummary } from '../../../lib/messages/renderSummary';
import { renderWelcome } from '../../../lib/messages/renderWelcome';
import { type Locale, type Translate, translator } from '../../../lib/messages/translate';
import type { Query } from '../../../lib/query/query';
import type { Details } from '../../../lib/report/details';
import type { Inspection } from '../../../lib/report/inspect';
import type { Fetched } from '../../../lib/rest/combineLists';
import type { Check, Status } from '../../../lib/status/checks';
import type { Action } from '../../../lib/uikit/actions';
import { buttonMaker } from '../../../lib/uikit/buttons';
import { renderPanel, renderWaiting } from '../../../lib/uikit/panel';
import { toView } from '../../../lib/uikit/stamp';
import { effectsOf } from '../../properties/effects';
import {
	detailsOf,
	directPlace,
	everyLocale,
	groupPlace,
	incoming,
	outgoing,
	place,
	query,
	reportOf,
	rowsIn,
	type Scene,
	workspace,
} from '../../support/builders';
import { eachFailure } from '../../support/failures';
import { eachPreface } from '../../support/prefaces';
import { allFail, type Change, check, forAdmin, permissionList } from '../../support/setUpWorld';
import { drawPanel, panelFaults } from '../../support/surfaces';
import { eachFinding, findingsNaming, findingsOf, inspectionOf, oneOfEach, people } from '../../support/troubled';

const [hour, day] = [3_600_000, 86_400_000];
const now = Date.UTC(2026, 5, 1);
const bare = { alias: '', createdBy: '', createdAt: '', username: '' } as const;

const of = [
	incoming({ id: '1', alias: 'Deploy bot', channels: ['#support', '#a', '#b'] }),
	incoming({ id: '2', name: 'Nagios', enabled: false, createdAt: '2023-11-20' }),
	outgoing({ id: '3', channels: ['all_public_channels'], retries: { count: 6, delay: 'powers-of-ten' } }),
	outgoing({ id: '4', name: 'Files', event: 'fileUploaded', channels: [], script: 'error' }),
	incoming({ id: '5', name: 'Anywhere', channels: ['#elsewhere'], redirectable: true }),
	outgoing({ id: '6', name: 'Doorbell', event: 'userCreated', channels: [] }),
];
const remote = (id: string) => [
	incoming({ id: `r${id}`, channels: ['#elsewhere'], redirectable: true }),
	outgoing({ id: `e${id}`, channels: [], event: 'roomCreated' }),
];
const findings = findingsOf({ 1: [oneOfEach.posterRenamed], 3: eachFinding, 4: [oneOfEach.sameWords] });
const inspection = inspectionOf({ findings, people, unchecked: { people: 1, runs: 2 } });
const twoTroubled = inspectionOf({ findings: findingsOf({ a: [oneOfEach.plainHttp], b: [oneOfEach.plainHttp] }) });
const frame = { audience: 'caller', inspection, owners: ['li', 'root'] } as const;
const tooSlow = { kind: 'tooSlow', seconds: 10 } as const;
const gaps = [{ what: 'workspace', why: { kind: 'forbidden' } }] as const;

type Unchecked = Inspection['unchecked'];

/** One that is missing here is a type error. */
const actions: Readonly<Record<Action, true>> = {
	...{ previous: true, next: true, browse: true, search: true, type: true, state: true, problems: true, everything: true },
	...{ details: true, back: true, refresh: true, again: true, open: true, checks: true, recheck: true, clear: true },
};

/** Who posted, by id, so many milliseconds ago. */
function recent(ages: Readonly<Record<string, number>>, known: readonly string[] = []) {
	const lastPosts = new Map(Object.entries(ages).map(([id, age]) => [id, now - age]));
	return toRecentPosts({ messages: 300, lastPosts }, known, now);
}

/** What people read, each by what it is: lines that come twice are shown once. */
const scenes: Readonly<Record<string, (t: Translate) => string[] | Promise<string[]>>> = {
	summaries,
	'the whole workspace': workspaces,
	'summaries of nothing': emptySummaries,
	'the head lines and the ages of summaries': heads,
	'what needs attention': attention,
	rows,
	'rows of a panel': (t) => each(reasons(), (row) => renderPanelRow(row, { query: {}, findings: new Map() }, t)),
	'findings, with their cures': (t) => {
		const write = writer({ width: 60, named: 5 }, t);
		const never = (['noEvent', 'channelWords'] as const).map((why) => ({ kind: 'neverFires', why }) as const);
		return each([...eachFinding, ...never, ...findingsNaming('')], (finding) => findingLine(finding, true, write));
	},
	'findings in short': (t) => [false, true].flatMap((terse) => each(eachFinding, (finding) => shortFinding(finding, terse, t))),
	'one integration in full': details,
	'when they posted last': posted,
	'whom to ask': (t) =>
		each(
			[
				{ owners: ['li'], creators: [] },
				{ owners: ['li', 'root'], creators: ['ana'] },
				{ owners: [], creators: [] },
				{ owners: [], creators: ['ana', 'otto', 'mia'] },
				{ owners: ['a', 'b', 'c', 'd', 'e'], creators: ['f', 'g', 'h', 'i'] },
			],
			(contacts) => contactsLine(contacts, t),
		),
	'what is watched, and what changed': watched,
	'what is missing': missing,
	failures: (t) =>
		each([...eachFailure, { kind: 'badValue', word: 'find', value: '' } as const], (failure) => [
			`${failure.kind}: ${renderFailure(failure, t).text}`,
			renderFailure(toReader(failure, forAdmin), t).text,
		]),
	remarks: (t) => [
		...each(eachPreface, (remark) => renderPreface(remark, query({ page: 2 }), t)),
		renderPreface('readOnly', query({ action: 'watch' }), t),
	],
	'the set-up check': status,
	help: (t) => [renderHelp(t).text],
	'the first steps': (t) => [renderWelcome({ siteUrl: 'https://chat.example', appId: 'APP', appVersion: '0.1.0' }, t).text],
	buttons: (t) => {
		const make = buttonMaker(query(), origin, t);
		return Object.keys(actions).map((action) => `${action}: ${make(action as Action).label}`);
	},
	'the panel': panels,
};

function each<T>(all: readonly T[], say: (one: T) => string | readonly string[]): string[] {
	return all.flatMap((one) => say(one));
}

function summaryOf(asked: Partial<Query>, scene: Scene, t: Translate): string {
	return renderSummary(reportOf(asked, scene), t).text;
}

function summaries(t: Translate): string[] {
	return [
		summaryOf({ scope: 'all' }, { of, got: { gaps, unreadable: 5, age: 21_000 }, frame }, t),
		summaryOf({}, { of, frame: { audience: 'admin' } }, t),
		summaryOf({}, { of, frame: { pageSize: 2 } }, t),
		summaryOf({ scope: 'all' }, { of: [...of.slice(0, 1), ...remote('1').slice(0, 1)] }, t),
		summaryOf({}, { of: of.slice(2, 3) }, t),
		summaryOf({}, { of: [outgoing({ id: 'a' }), outgoing({ id: 'b' })], frame: { inspection: twoTroubled } }, t),
		summaryOf({ scope: 'all' }, { of: [...of.slice(0, 2), ...remote('1'), ...remote('2')], got: { age: 540_000 } }, t),
		...[1, 13].map((count) => {
			const many = Array.from({ length: count }, (_, index) => outgoing({ id: `m${String(index)}`, channels: [] }));
			return summaryOf({}, { of: [...of.slice(0, 1), ...many], frame: { pageSize: 1 } }, t);
		}),
	];
}

/** Of the whole workspace, of which only some was looked up; and what became of a file. */
function workspaces(t: Translate): string[] {
	const all = [...of, incoming({ id: 'g', name: 'Old', enabled: false, channels: ['#old-name', '@gina'] })];
	const found = findingsOf({ g: [oneOfEach.noSuchPlace, oneOfEach.disabled], id1: [oneOfEach.plainHttp] });
	const admin = { place: workspace, audience: 'admin' } as const;
	const scenes: Scene[] = [
		{ of: all, frame: { ...admin, inspection: inspectionOf({ findings: found, oldScripts: 1, unchecked: { places: 1 } }) } },
		{ of: all.slice(-1), frame: { ...admin, inspection: inspectionOf({ oldScripts: 2, unchecked: { places: 2 } }) } },
		{ frame: admin },
	];
	const reports = scenes.flatMap((scene) => [
		reportOf({ scope: 'workspace' }, scene),
		reportOf({ scope: 'workspace', attention: true }, scene),
		reportOf({ scope: 'workspace', by: 'ana' }, scene),
	]);
	const row = toWorkspaceRow(outgoing({ targetRoom: 'old-name' }));
	return [
		...reports.map((report) => renderSummary(report, t).text),
		renderDetails(detailsOf(row.integration, { row, subject: workspace, audience: 'admin' }), t).text,
		...reports
			.slice(0, 4)
			.map(
				(report) =>
					renderExported({ report, file: 'integrations-workspace-2026-06-01.csv', url: 'https://chat.example/direct/DM1' }, t)
						.text,
			),
	];
}

function emptySummaries(t: Translate): string[] {
	return [
		{},
		{ workspaceScan: false },
		{ place: groupPlace, workspaceScan: false },
		{ workspaceScan: false, includeGlobal: false },
		{ place: directPlace },
	].map((one) => summaryOf({}, { frame: one }, t));
}

function heads(t: Translate): string[] {
	const head = (...args: [Partial<Query>, Scene]) => summaryOf(...args, t).split('\n')[0] ?? '';
	return [
		head({}, { of: [incoming()] }),
		head({}, { of: [outgoing()], frame: { inspection: inspectionOf({ findings: findingsOf({ id1: eachFinding }) }) } }),
		head({}, { of, got: { total: 60 } }),
		head({}, { got: { total: 2, unreadable: 2 } }),
		head({}, { got: { unreadable: 1 } }),
		head({ type: 'outgoing' }, { of: of.slice(2, 3) }),
		head({ find: 'nothing', type: 'incoming' }, { of }),
		head(
			{ attention: true },
			{ of: [incoming()], frame: { inspection: inspectionOf({ findings: findingsOf({ id1: [oneOfEach.disabled] }) }) } },
		),
		head({}, { of: [incoming({ enabled: false }), incoming({ id: '2', enabled: false })] }),
		head(
			{ attention: true, scope: 'all' },
			{
				of: [incoming({ id: 'a' }), incoming({ id: 'b' }), ...remote('1')],
				frame: {
					audience: 'admin',
					inspection: inspectionOf({
						findings: findingsOf({ a: [oneOfEach.disabled], b: [oneOfEach.disabled], e1: [oneOfEach.plainHttp] }),
					}),
				},
			},
		),
		head({ type: 'outgoing', state: 'disabled', scope: 'here' }, { of }),
		head({ state: 'enabled', find: 'deploy', by: 'ana' }, { of }),
		...each([1400, 119_000, 60_000 * 60], (age) => [
			...ageLine({ age, retryIn: undefined }, 'page', t),
			...ageLine({ age, retryIn: undefined }, 'panel', t),
			...each([1, 9, 300], (retryIn) => ageLine({ age, retryIn }, 'page', t)),
		]),
	];
}

function attention(t: Translate): string[] {
	const strangers = recent({ gone4567890123456: 26 * hour });
	const one = { ...frame, inspection: { ...inspection, recent: strangers } };
	return [
		summaryOf({ attention: true }, { of, frame: one }, t),
		...attentionSections(
			reportOf(
				{ attention: true },
				{
					of: [incoming({ name: '' })],
					frame: { inspection: inspectionOf({ findings: findingsOf({ id1: [oneOfEach.disabled] }) }) },
				},
			),
			t,
		),
		...attentionSections(
			reportOf(
				{ attention: true },
				{
					of: [outgoing({ channels: ['#a'], targetRoom: '#support' })],
					frame: { inspection: inspectionOf({ findings: findingsOf({ id1: [oneOfEach.disabled] }) }) },
				},
			),
			t,
		),
		summaryOf({ attention: true }, { of, frame: { audience: 'caller' } }, t),
		summaryOf({ attention: true }, { of: [incoming()], frame: { audience: 'caller' } }, t),
		summaryOf({ attention: true }, { got: { total: 4 } }, t),
		summaryOf({ attention: true }, { of, frame: { ...one, audience: 'admin' } }, t),
	];
}

/** One row for each reason, and for each state. */
function reasons(): Row[] {
	const event = (name: string) => outgoing({ ...bare, name, event: name, channels: [], triggerWords: [] });
	return [
		...rowsIn(place, [
			incoming(),
			incoming({ name: '', enabled: false }),
			outgoing({ enabled: false, channels: [] }),
			incoming({ ...bare, name: 'namedById', channels: ['#SUPPORT1', '#a'] }),
			outgoing({ ...bare, name: 'answersHere', channels: ['#a', '@b'], targetRoom: '#support' }),
			outgoing({ ...bare, name: 'publicChannels', channels: ['all_public_channels', 'all_direct_messages'] }),
			incoming({ ...bare, name: 'redirectable', channels: ['#a'], redirectable: true }),
			event('roomCreated'),
			event('roomArchived'),
			event('userCreated'),
		]),
		...rowsIn(place, [
			outgoing({ ...bare, name: 'answersHere, too', channels: ['#support'], targetRoom: '#SUPPORT1' }),
			outgoing({ ...bare, name: 'answersOnly, of an event', event: 'userCreated', channels: [], targetRoom: '#support' }),
			outgoing({ name: 'never fires', enabled: false, triggerWords: [''] }),
		]),
		...rowsIn({ ...place, shownName: 'Customer care' }, [incoming({ ...bare, name: 'shownName', channels: ['#Customer care'] })]),
		...rowsIn(groupPlace, [outgoing({ ...bare, name: 'privateGroups', channels: ['all_private_groups'] })]),
		...rowsIn(directPlace, [outgoing({ ...bare, name: 'directMessages', channels: ['all_direct_messages'] })]),
	];
}

function rows(t: Translate): string[] {
	const states = rowsIn(place, [
		incoming({ alias: 'Deploy bot', script: 'on' }),
		incoming({ script: 'error' }),
		incoming({ script: 'notCompiled' }),
		outgoing({ triggerWords: [] }),
		outgoing({ hosts: [] }),
		outgoing({ hosts: ['a.example', '', 'a.example'], triggerWords: ['1', '2', '3', '4', '5'] }),
		outgoing({ event: '', triggerWords: [] }),
		...['fileUploaded', 'roomJoined', 'roomLeft', 'messageEdited'].map((event) => outgoing({ ...bare, name: event, event })),
	]);
	return [
		...each([...states, ...reasons()], (row) => renderRow(row, { query: {}, findings: new Map() }, t)),
		...each(states.slice(0, 1), (row) => renderRow(row, { query: { sort: 'created' }, findings: new Map() }, t)),
		...each(states.slice(0, 1), (row) => renderRow(row, { query: { sort: 'updated' }, findings: new Map() }, t)),
	];
}

function details(t: Translate): string[] {
	const rich = outgoing({
		...{ id: 'ID1', name: 'Ticket mirror', enabled: false, alias: 'Tickets', emoji: ':ticket:', ownPicture: true },
		...{ anywhere: true, onEdits: true, impersonates: true, targetRoom: '#hidden' },
		retries: { count: 6, delay: 'powers-of-ten' },
		...{ script: 'error', scriptError: { name: 'SyntaxError', line: 3 }, updatedBy: 'li' },
	});
	const reach = { reason: 'named', part: 'here', elsewhere: ['#hidden', '@ana'] } as const;
	const adminUrl = 'https://chat.example/admin/integrations/edit/outgoing/ID1';
	const redirectable = incoming({ ...bare, name: '', redirectable: true, script: 'on', scriptEngine: 'isolated-vm' });
	const answering = outgoing({ targetRoom: '#support', channels: ['#a'] });
	const contacts = { owners: ['li', 'root'], creators: ['ana'] };
	const all: Details[] = [
		detailsOf(rich, { row: { integration: rich, reach }, audience: 'admin', adminUrl, findings: eachFinding, contacts }),
		detailsOf(rich, { row: { integration: rich, reach } }),
		detailsOf(rich, { row: { integration: rich, reach: { ...reach, elsewhere: ['@ana'] } } }),
		detailsOf(redirectable, { recent: recent({ other: 0 }), mark: { sender: 'rocket.cat', fits: true } }),
		detailsOf(incoming(), { mark: { sender: 'mia', fits: false } }),
		detailsOf(incoming({ script: 'on', scriptEngine: 'vm2' }), { recent: recent({ id1: 26 * hour }) }),
		detailsOf(incoming({ script: 'on', scriptEngine: '' })),
		detailsOf(incoming({ script: 'notCompiled' })),
		detailsOf(incoming({ script: 'error', scriptError: { name: 'SyntaxError', line: undefined } })),
		detailsOf(outgoing({ hosts: [], retries: { count: 1, delay: '' } }), { subject: directPlace }),
		detailsOf(answering, { row: { integration: answering, reach: { ...reach, reason: 'answersHere', answersOnly: true } } }),
		detailsOf(outgoing({ triggerWords: [''] })),
		...lastRuns.map((lastRun) => detailsOf(outgoing(), { lastRun })),
		...reasons().map((row) => detailsOf(row.integration, { row })),
	];
	return all.map((one) => renderDetails(one, t).text);
}

const at = '2025-06-04T10:00:00.000Z';
const lastRuns: readonly Details['lastRun'][] = [
	success(undefined),
	success<LastRun>({ at, outcome: 'succeeded', step: '' }),
	...['after-http-call', 'after-maybe-ran-prepare', 'after-process-send-message-failed', ''].map((step) =>
		success<LastRun>({ at, outcome: 'failed', step }),
	),
	success<LastRun>({ at, outcome: 'gone', step: '' }),
	success<LastRun>({ at, outcome: 'emptyAnswer', step: '' }),
	success<LastRun>({ at, outcome: 'unfinished', step: 'before-http-call' }),
	fail({ kind: 'tooSlow', seconds: 9 }),
	fail({ kind: 'forbidden' }),
];

function posted(t: Translate): string[] {
	const minute = 60_000;
	const since = [0, minute, 2 * minute, hour, 3 * hour, day, 2 * day, 400 * day];
	const [one = '', two = '', three = ''] = ['A', 'B', 'C'].map((letter) => letter.repeat(17));
	return [
		...since.map((age) => ago(now - age, now, t)),
		...lastPostedLine(incoming({ id: 'A' }), recent({ A: 3 * hour }), t),
		...unlistedLine(recent({ [one]: day, [two]: 0 }, [two]), t),
		...unlistedLine(recent({ [one]: day, [two]: hour, [three]: 0 }, [three]), t),
	];
}

/** What `watch` and its kin say, of everything that can change. */
function watched(t: Translate): string[] {
	const watch = {
		roomId: 'R1',
		byId: 'LI1',
		by: 'li',
		since: now - 2 * day,
		looked: now - hour,
		told: now - hour,
		failures: 0,
		untold: false,
	};
	const [before, after] = [
		kept({ id: 'a', event: 'sendMessage', type: 'outgoing', words: [], hosts: ['a.example.com'], findings: ['plainHttp'] }),
		kept({
			id: 'a',
			name: '',
			event: 'roomJoined',
			type: 'outgoing',
			words: ['x'],
			hosts: [],
			poster: 'y',
			reach: 'publicChannels',
			channels: [],
			findings: ['noTarget'],
			updatedAt: '2026-01-01',
			updatedBy: 'mo',
		}),
	];
	const many = Array.from({ length: 12 }, (_, index) => kept({ id: `n${String(index)}` }));
	const changes = compare(
		[before, kept({ id: 'b' }), kept({ id: 'c' }), kept({ id: 'd' })],
		[
			after,
			kept({ id: 'c', enabled: false }),
			kept({ id: 'd', updatedAt: '2026-01-01' }),
			kept({ id: 'e', type: 'outgoing', words: ['x'], hosts: ['b.example.com'] }),
			kept({ id: 'f' }),
		],
	);
	const answers: WatchAnswer[] = [
		...(['hourly', 'daily'] as const).flatMap((interval) => [
			{ kind: 'on', watch, interval, isPrivate: false } as const,
			{ kind: 'on', watch, interval, isPrivate: true } as const,
			{ kind: 'already', watch, interval, isPrivate: false } as const,
		]),
		{ kind: 'off', by: 'mo' },
		...[0, 2].map((unseen) => ({ kind: 'changes', place, watch, changes: [], unseen, more: 0, isAnew: false }) as const),
		{ kind: 'changes', place, watch, changes: [], unseen: 0, more: 0, isAnew: true },
		...[1, 2].map((more) => ({ kind: 'changes', place, watch, changes, unseen: more - 1, more, isAnew: false }) as const),
	];
	return [
		...answers.map((answer) => renderWatch(answer, now, t).text),
		changeLine({ kind: 'changed', row: kept({ enabled: true }), before: kept({ enabled: false }), fields: ['enabled'] }, t),
		...[11, 12].map(
			(count) => renderDigest({ place, changes: compare([], many.slice(0, count)), more: 0 }, 5000, t).message.text,
		),
		renderDigest({ place, changes: compare([], many.slice(0, 1)), more: 0 }, 5000, t).message.text,
		renderTrouble([place, undefined, ...Array.from({ length: 5 }, () => place)], t('failure_totpRequired'), t),
		...watchStates.map(
			(check) => renderStatus({ checks: [check], isFull: true, forAdmin: { address: '', settingsUrl: '' } }, t).text,
		),
	];
}

const watchStates: readonly Check<'watch'>[] = [
	{ watched: undefined, isOff: true, rooms: 0, crowded: false },
	{ watched: { by: 'li', since: now, looked: now, untold: false }, isOff: true, rooms: 0, crowded: false },
	{ watched: undefined, isOff: false, rooms: 1, crowded: true },
	{ watched: { by: 'li', since: now - day, looked: now - hour, untold: false }, isOff: false, rooms: 2, crowded: false },
	{ watched: { by: 'li', since: now - day, looked: now - hour, untold: true }, isOff: false, rooms: undefined, crowded: false },
].map((facts) => ({ check: 'watch', state: 'ok', now, ...facts }) as const);

function missing(t: Translate): string[] {
	const whys: Failure[] = [
		{ kind: 'pagingRefused' },
		{ kind: 'rateLimited', seconds: 9 },
		tooSlow,
		{ kind: 'unauthorized' },
		{ kind: 'groupNotFound' },
		{ kind: 'forbidden' },
		{ kind: 'listTooLong', most: 5000 },
		{ kind: 'answerTooLarge', most: 20 },
		{ kind: 'proxyRefuses' },
		{ kind: 'serverError', status: 500 },
	];
	const report = (got: Partial<Fetched>, unchecked: Partial<Unchecked> = {}) =>
		reportOf({}, { of, got, frame: { inspection: inspectionOf({ unchecked }) } });
	return [
		...whys.map((why) => `${why.kind}: ${failureReason(why, t)}`),
		...each(['rest', 'room', 'workspace', 'workspaceRest'] as const, (what) =>
			gapLines(report({ total: 60, gaps: [{ what, why: tooSlow }] }), t),
		),
		...gapLines(report({ gaps: [{ what: 'discussion' }] }), t),
		...each([1, 2], (count) =>
			gapLines(
				report({ total: 60, unreadable: count }, { people: count, runs: count, rights: count, words: count, shortened: count }),
				t,
			),
		),
	];
}

async function status(t: Translate): Promise<string[]> {
	const none = async () => Promise.resolve(null as never);
	const posting = { createdAt: new Date(), _unmappedProperties_: { bot: { i: 'ID1' } } } as unknown as IMessageRaw;
	const four = ['manage-incoming-', 'manage-outgoing-', 'manage-own-incoming-', 'manage-own-outgoing-'];
	const mixtures = Array.from({ length: 16 }, (_, bits) => four.filter((_name, index) => bits & (1 << index)));
	const lists = (answer: NonNullable<Change['answers']>[string]): Change => ({
		answers: { 'v1/channels.getIntegrations': answer, 'v1/integrations.list': answer },
	});
	const scripted = (id: string) => ({
		...{ _id: id, type: 'webhook-incoming', scriptEnabled: true, scriptCompiled: 'x', skipTranspile: false },
	});
	const one = { id: 'page_size', saved: 500, counts: 100 } as const;
	const changes: Change[] = [
		{},
		{ isFull: false },
		{ isFull: false, settings: { userId: '' } },
		{ remaining: 9 },
		{ settings: { outOfBounds: [one, { ...one, id: 'cache_seconds', saved: undefined }] } },
		{ admin: true, remaining: 9, settings: { serverUrl: 'http://10.0.0.5:3000', allowedRoles: ['amdin'], outOfBounds: [one] } },
		{ admin: true, answers: { 'v1/integrations.list': { integrations: [], total: 1 } } },
		{ admin: true, answers: { 'v1/permissions.listAll': permissionList() } },
		{ settings: { serverUrl: '', userId: '', token: { reveal: () => '' } } },
		{ settings: { serverUrl: '' }, siteUrl: 'https://chat.example' },
		{ settings: { serverUrl: 'http://10.0.0.5:3000', allowedRoles: ['*'] }, remaining: 9 },
		{ settings: { allowedRoles: ['amdin'], includeGlobal: false, replyVisibility: 'sender', workspaceScan: false } },
		{ settings: { allowedRoles: ['*', 'amdin', 'Suport'], readActivity: false } },
		{ settings: { allowedRoles: ['Suport'] }, ports: { roles: { getOneByIdOrName: none } } },
		{ answers: { ...allFail({ kind: 'unauthorized' }), info: { version: '7.13' } } },
		{ answers: allFail({ kind: 'notRocketChat' }) },
		{ answers: { info: { version: 'none' }, 'v1/me': { _id: 'U1', roles: ['viewer'] } } },
		{ where: directPlace },
		{ where: groupPlace, answers: { 'v1/groups.getIntegrations': { kind: 'groupNotFound' } } },
		lists({ integrations: [], total: 1 }),
		lists({ integrations: [{ _id: 'a', type: 'webhook-incoming' }], total: 60 }),
		lists({ integrations: [scripted('a')], total: 1 }),
		lists({ integrations: [scripted('a'), scripted('b')], total: 2 }),
		lists({ kind: 'forbidden' }),
		{ answers: { 'v1/permissions.listAll': { kind: 'forbidden' } } },
		...mixtures.map((held) => ({
			answers: { 'v1/permissions.listAll': permissionList(...held.map((name) => `${name}integrations`)) },
		})),
		{ ports: { self: { getAppUser: none } }, took: 6000 },
		{ ports: { rooms: { getOwners: none } } },
		{ ports: { rooms: { getOwners: none }, users: { getById: none } } },
		{ ports: { rooms: { getOwners: async () => Promise.reject(new Error()) } } },
		{
			ports: {
				rooms: { getOwners: async () => Promise.reject(new Error()) },
				users: { getById: async () => Promise.reject(new Error()) },
			},
		},
		{ ports: { rooms: { getMessages: async () => Promise.reject(new Error()) } } },
		{ ports: { rooms: { getMessages: async (_room, options) => Promise.resolve(options?.skip ? [] : [posting]) } } },
	];
	const list = success({ read: 50, total: 73, cutShort: { kind: 'pagingRefused' as const } });
	const hourly: Change = { settings: { watchInterval: 'hourly' } };
	const checked = await Promise.all([...changes, hourly].map(async (change) => check(change)));
	const cut: Status = { checks: [{ check: 'room', state: 'warning', list }], isFull: true };
	const well: Status = { checks: [{ check: 'limit', state: 'ok', limited: false }], isFull: false };
	return [...checked, cut, well].map((one) => renderStatus(one, t).text);
}

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' };

function panelOf(asked: Partial<Query>, scene: Scene, t: Translate) {
	const report = reportOf({ action: 'browse', ...asked }, scene);
	return toView(renderPanel(success({ kind: 'report', report }), { query: report.query, origin }, t), 'APP');
}

function panels(t: Translate): string[] {
	const asked = { query: query({ action: 'browse', show: '3' }), origin };
	const shown = success({ kind: 'details', details: detailsOf(outgoing()) } as const);
	return [
		panelOf({}, { of, frame }, t),
		panelOf({ page: 2, state: 'enabled' }, { of, frame: { pageSize: 1 } }, t),
		panelOf({ attention: true }, { of, frame }, t),
		...[shown, fail({ kind: 'tooSlow', seconds: 10 } as const), fail({ kind: 'stale' } as const)].map((reply) =>
			toView(renderPanel(reply, asked, t), 'APP'),
		),
		toView(renderWaiting(asked, t), 'APP'),
	].flatMap((view) => drawPanel(view));
}

async function linesOf(scene: string, t: Translate): Promise<string[]> {
	const texts = (await scenes[scene]?.(t)) ?? [];
	return [...new Set(texts.join('\n').split('\n'))];
}

describe.each(everyLocale.filter((locale) => locale !== 'en'))('in %s people read', (locale) => {
	test.each(Object.keys(scenes))('%s', async (scene) => {
		expect(`\n${(await linesOf(scene, translator(locale))).join('\n')}\n`).toMatchSnapshot();
	});
});

/** These are read on the settings page and where commands are typed: the server itself puts them there. */
const shownByTheServer = /^(command_|section_|setting_\w+_description$)/;

/** What reaches all rooms is counted from six on, and an age is told in minutes from two on. */
const neverOne = ['age_minutes_one', 'wait_minutes_one'];

test('no sentence of the app is missing here', async () => {
	const said = new Set<string>();
	const [inEnglish, plural] = [translator('en'), new Intl.PluralRules('en')];
	const recorder = ((key, ...values) => {
		const { count } = (values[0] ?? {}) as { count?: number };
		const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
		said.add(form in locales.en ? form : key);
		return inEnglish(key, ...values);
	}) as Translate;
	for (const scene of Object.keys(scenes)) {
		await linesOf(scene, recorder);
	}
	const all = Object.keys(locales.en).filter((key) => !shownByTheServer.test(key));
	expect(all.filter((key) => !said.has(key))).toEqual(neverOne);
});

/** A sentence as it stands in a message, but for the number of its step. */
function filled(text: string): string {
	return text.replace(/^\d\. /, '').replace(/\{\w+\}/g, '5');
}

test.each(everyLocale)('no sentence links, mentions or turns into a picture by itself in %s', (locale) => {
	const sentences = Object.values<string>(locales[locale]).filter((text) => !text.includes(']('));
	// At once, each as a paragraph of its own: the parsers take their time for every text.
	expect(effectsOf(sentences.map(filled).join('\n\n'))).toEqual([]);
});

/** Written as inline code: there nothing is a link. */
const roomInCode = ['detail_target', 'failure_otherRoom'];

/** Sentences in which the room's name is a link, by key. */
function namingRoom(locale: Locale): [string, string][] {
	return Object.entries<string>(locales[locale]).filter(([key, text]) => text.includes('{room}') && !roomInCode.includes(key));
}

/** What a text links to as rooms: by the message parser, and by the server's own pattern. */
function roomsIn(text: string): string[] {
	const parsed = JSON.stringify(parse(text)).matchAll(/"MENTION_CHANNEL","value":\{"type":"PLAIN_TEXT","value":"([^"]*)"/g);
	const matched = text.matchAll(/(?:^|\s|>)#([\w.-]+)/gm);
	return [...parsed, ...matched].map(([, name]) => name ?? '');
}

describe('a room that is named is the one that is linked', () => {
	test.each(everyLocale)('in %s', (locale) => {
		const sentences = namingRoom(locale);
		expect(sentences.length).toBeGreaterThan(10);
		for (const [key, text] of sentences) {
			const said = text.replace(/\{(\w+)\}/g, (_, name) => (name === 'room' ? '#quiet' : '5'));
			expect([key, ...roomsIn(said)]).toEqual([key, 'quiet', 'quiet']);
			expect([key, said.replace(/^.*#quiet(\*\*)?/, '')]).toEqual([key, expect.stringMatching(/^([\s:]|$)/)]);
		}
	});

	test.each(['No integrations in #quiet.', '**No integrations in #quiet.** Looked', '#quiet-Raum: x', 'in #quietly'])(
		'%j would link to another',
		(planted) => {
			expect(roomsIn(planted)).not.toContain('quiet');
		},
	);
});

test.each<Locale>(everyLocale)('the panel is one that a client takes in %s', (locale) => {
	expect(panelFaults(panelOf({}, { of, frame }, translator(locale)), 'APP')).toEqual([]);
});
