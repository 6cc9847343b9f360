/** What people read, whole, in each language that no other test shows. */
import { describe, expect, test } from '@jest/globals';
import { fail, success } from '../../../lib/failure';
import { locales } from '../../../lib/generated/locales';
import { renderWelcome } from '../../../lib/messages/renderWelcome';
import { renderPanel } from '../../../lib/uikit/panel';
import { toView } from '../../../lib/uikit/stamp';
import { renderPreface } from '../../../lib/messages/preface';
import { renderReply } from '../../../lib/messages/renderReply';
import { renderSummary } from '../../../lib/messages/renderSummary';
import { renderDetails } from '../../../lib/messages/renderDetails';
import { renderHelp } from '../../../lib/messages/renderHelp';
import { translator } from '../../../lib/messages/translate';
import { effectsOf } from '../../properties/effects';
import { drawPanel, panelFaults } from '../../support/surfaces';
import { detailsOf, everyLocale, incoming, outgoing, query, reportOf } from '../../support/builders';
import { check, say } from '../../support/setUpWorld';
import { eachFinding, findingsOf, oneOfEach, people, inspectionOf } from '../../support/troubled';

const of = [
	incoming({ id: '1', alias: 'Deploy bot', channels: ['#support', '#a', '#b'] }),
	incoming({ id: '2', name: 'Nagios', enabled: false, createdAt: '2023-11-20' }),
	outgoing({ id: '3', channels: ['all_public_channels'], retries: { count: 6, delay: 'powers-of-ten' } }),
	outgoing({ id: '4', name: 'Files', event: 'fileUploaded', channels: [], script: 'error' }),
	incoming({ id: '5', name: 'Anywhere', channels: ['#elsewhere'], redirectable: true }),
];
const findings = findingsOf({ 1: [oneOfEach.posterRenamed], 3: eachFinding, 4: [oneOfEach.sameWords] });
const owners = ['li', 'root'];
const inspection = inspectionOf({ findings, people, unchecked: { people: 1, runs: 2 } });
const frame = { audience: 'caller', inspection, owners } as const;
const gaps = [{ what: 'workspace', why: { kind: 'forbidden' } }] as const;
const failed = success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' } as const);

const failures = [
	{ kind: 'settingsMissing', settings: ['user_id', 'auth_token'] },
	{ kind: 'tooSlow', seconds: 5 },
	{ kind: 'rateLimited', seconds: 21 },
	{ kind: 'notAllowed', roles: ['admin', 'owner'] },
	{ kind: 'noSuchPage', page: 9, pages: 2, words: '/integrations page 2' },
] as const;

/** A sentence as it stands in a message, but for the number of its step. */
function filled(text: string) {
	return text.replace(/^\d\. /, '').replace(/\{\w+\}/g, '5');
}

describe.each(everyLocale)('%s', (locale) => {
	const t = translator(locale);

	test('no sentence links, mentions or turns into a picture by itself', () => {
		const sentences = Object.values(locales[locale]).filter((text) => !text.includes(']('));
		expect(sentences.flatMap((text) => effectsOf(filled(text)))).toEqual([]);
	});

	test('a panel that a client takes', () => {
		const report = reportOf({ action: 'browse' }, { of, frame });
		const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' };
		const asked = { query: query({ action: 'browse' }), origin };
		expect(panelFaults(toView(renderPanel(success({ kind: 'report', report }), asked, t), 'APP'), 'APP')).toEqual([]);
	});
});

describe.each(everyLocale.filter((locale) => locale !== 'en' && locale !== 'pt-BR'))('%s, as it is read', (locale) => {
	const t = translator(locale);

	test('the summary', () => {
		const got = { gaps, unreadable: 5, age: 21_000 };
		expect(renderSummary(reportOf({ scope: 'all' }, { of, got, frame }), t).text).toMatchSnapshot();
		expect(renderSummary(reportOf({ find: 'nothing', type: 'incoming' }, { of }), t).text).toMatchSnapshot();
		expect(renderSummary(reportOf({}, {}), t).text).toMatchSnapshot();
	});

	test('what needs attention', () => {
		expect(renderSummary(reportOf({ attention: true }, { of, frame }), t).text).toMatchSnapshot();
	});

	test('one in full', () => {
		const recent = { activity: { messages: 300, lastPosts: new Map() }, unlisted: { count: 0, at: 0 }, now: 0 };
		for (const [index, lastRun] of [undefined, undefined, failed].entries()) {
			const integration = of[index] ?? incoming();
			expect(renderDetails(detailsOf(integration, { lastRun, recent, findings: [] }), t).text).toMatchSnapshot();
		}
	});

	test('help, the set-up check and the first steps', async () => {
		expect(renderHelp(t).text).toMatchSnapshot();
		expect(say(await check(), locale)).toMatchSnapshot();
		expect(renderWelcome({ siteUrl: 'https://chat.example', appId: 'APP', version: '1.0.0' }, t).text).toMatchSnapshot();
	});

	test('failures and remarks', () => {
		expect(failures.map((failure) => renderReply(fail(failure), t).text).join('\n')).toMatchSnapshot();
		expect(['readOnly', 'late'].map((preface) => renderPreface(preface as 'late', query(), t)).join('\n')).toMatchSnapshot();
	});

	test('the panel', () => {
		const report = reportOf({ action: 'browse' }, { of, frame });
		const asked = { query: query({ action: 'browse' }), origin: { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' } };
		expect(drawPanel(toView(renderPanel(success({ kind: 'report', report }), asked, t), 'APP')).join('\n')).toMatchSnapshot();
	});
});
