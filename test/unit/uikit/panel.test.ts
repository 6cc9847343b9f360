import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../lib/answer';
import { fail, type Failure, type Result, success } from '../../../lib/failure';
import type { Integration } from '../../../lib/integrations/integration';
import { readBlockAction, readViewSubmit } from '../../../lib/uikit/payload';
import { readButtonValue } from '../../../lib/uikit/buttonValue';
import { renderPanel, renderWaiting } from '../../../lib/uikit/panel';
import { toView, type View } from '../../../lib/uikit/stamp';
import { type Locale, translator } from '../../../lib/messages/translate';
import { locales } from '../../../lib/generated/locales';
import { drawPanel, panelFaults } from '../../support/surfaces';
import {
	detailsOf,
	everyLocale,
	groupPlace,
	incoming,
	outgoing,
	query,
	reportOf,
	type Scene,
	valueOf,
} from '../../support/builders';
import { findingsOf, inspectionOf, oneOfEach } from '../../support/troubled';
import type { Query } from '../../../lib/query/query';

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' };
const hostile = '@all\n`x` **y** [z](javascript:x) <https://evil.example|here>';

const deploys = incoming({ id: '1', channels: ['#support', '#CANARY-a', '@CANARY-b'] });
const nagios = incoming({ id: '2', name: 'Nagios', enabled: false, createdAt: '2023-11-20' });
const guggy = outgoing({ id: '3', channels: ['all_public_channels'] });
const some = [deploys, nagios, guggy];

function draw(reply: Result<Answer>, asked: Partial<Query>, locale: Locale = 'en'): View {
	const view = toView(renderPanel(reply, { query: query({ action: 'browse', ...asked }), origin }, translator(locale)), 'APP');
	expect(panelFaults(view, 'APP')).toEqual([]);
	expect(view.blocks.length).toBeLessThanOrEqual(50);
	return view;
}
function list(asked: Partial<Query> = {}, scene: Scene = {}, locale: Locale = 'en') {
	const frame = { audience: 'caller', ...scene.frame } as const;
	return draw(
		success({ kind: 'report', report: reportOf({ action: 'browse', ...asked }, { of: some, ...scene, frame }) }),
		asked,
		locale,
	);
}
function details(integration: Integration, fields: object) {
	return draw(success({ kind: 'details', details: detailsOf(integration, fields) }), {
		show: integration.id,
		find: 'g',
		page: 2,
	});
}
function failed(failure: Failure, asked: Partial<Query> = {}) {
	return draw(fail(failure), asked);
}

function shown(view: View) {
	return `\n${drawPanel(view).join('\n')}\n`;
}

interface Shown {
	readonly actionId: string;
	readonly blockId: string;
	readonly text?: { readonly text: string };
	readonly value?: string;
	readonly url?: string;
}
/** What can be used in a panel, in the order in which it stands. */
function controls({ blocks, submit }: View): Shown[] {
	return [...blocks, { elements: submit ? [submit] : [] }].flatMap((block) => {
		const {
			elements = [],
			accessory = [],
			element = [],
		} = block as { elements?: object[]; accessory?: object; element?: object };
		return [elements, accessory, element].flat().filter((one) => 'actionId' in one) as Shown[];
	});
}
function labels(view: View) {
	return controls(view).flatMap(({ text }) => text?.text ?? []);
}
function offerOf(view: View, action: string) {
	return valueOf(readButtonValue(controls(view).find(({ actionId }) => actionId === action)?.value));
}

test('whom to ask about what was found is told below it, as it is where that is typed for', () => {
	const inspection = inspectionOf({ findings: findingsOf({ 1: [oneOfEach.redirectable] }) });
	const linesOf = (asked: Partial<Query>, audience: 'caller' | 'admin') =>
		drawPanel(list(asked, { frame: { audience, inspection, owners: ['li'] } })).filter((line) => line.startsWith('Ask '));
	expect(linesOf({ attention: true }, 'caller')).toEqual(['Ask `li` (owner) or an admin.']);
	expect([linesOf({}, 'caller'), linesOf({ attention: true }, 'admin')]).toEqual([[], []]);
});

describe('the list', () => {
	test('shows a form, a row for each integration, and its page', () => {
		expect(shown(list())).toMatchInlineSnapshot(`
		"
		Integrations [Close] [Search]
		**Integrations in #support**: 2 here (2 post)
		Search: <Name, user, word or host>
		Type: (All types) incoming outgoing; State: (Any state) enabled disabled;
		[Refresh]
		\`Nagios\` **disabled**
		incoming, as \`rocket.cat\`, by \`ana\` [Details]
		\`GitHub deploys\`
		incoming, as \`rocket.cat\`, by \`ana\` [Details]
		\`Guggy\`
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, by \`ana\`, all public channels [Details]
		"
	`);
	});

	test('keeps what was chosen and typed, and shows counts, notes and its age', () => {
		const asked = { find: 'rocket', type: 'incoming', state: 'enabled', page: 2 } as const;
		const gaps = [{ what: 'workspace', why: { kind: 'tooSlow', seconds: 10 } }] as const;
		const of = [...some, incoming({ id: '4' }), incoming({ id: '5' })];
		const scene = { of, got: { gaps, unreadable: 1, age: 540_000 }, frame: { pageSize: 1 } };
		expect(shown(list(asked, scene))).toMatchInlineSnapshot(`
		"
		Integrations [Close] [Search]
		**Integrations in #support**: 3 of 4 here, incoming, enabled, matching \`rocket\`
		Search: rocket
		Type: All types (incoming) outgoing; State: Any state (enabled) disabled;
		[Refresh]
		\`GitHub deploys\`
		incoming, as \`rocket.cat\`, by \`ana\` [Details]
		The workspace's whole list could not be looked through (the server took too long): what reaches this room by other ways is missing.
		1 entry of the server's list could not be read and is left out.
		Page 2 of 3
		As of 9 minutes ago.
		[Previous page] [Next page]
		"
	`);
	});

	test('says where it looked when there is nothing', () => {
		const of = [incoming({ name: 'CANARY', channels: ['#CANARY'], redirectable: true })];
		const frame = { place: groupPlace };
		expect(shown(list({}, { of, frame }))).toMatchInlineSnapshot(`
		"
		Integrations [Close] [Search]
		**No integrations in #war-room**: the app looked through all incoming and outgoing webhooks of this workspace, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.
		Search: <Name, user, word or host>
		Type: (All types) incoming outgoing; State: (Any state) enabled disabled;
		[Refresh]
		"
	`);
	});

	test.each([
		[1, ['Next page', 'Search']],
		[2, ['Previous page', 'Next page', 'Search']],
		[3, ['Previous page', 'Search']],
	])('has the buttons that lead from page %i of 3', (page, expected) => {
		expect(labels(list({ page }, { frame: { pageSize: 1 } }))).toEqual(['Refresh', 'Details', ...expected]);
	});

	test('names no other room, whoever looks: the details do', () => {
		expect(JSON.stringify(list())).not.toContain('CANARY');
		expect(JSON.stringify(list({}, { frame: { audience: 'admin' } }))).not.toContain('CANARY');
	});

	test.each(everyLocale)('holds 20 rows with hostile names, and a form with one, in %s', (locale) => {
		const of = Array.from({ length: 120 }, (_, index) => {
			const names = { id: String(index), name: index % 2 ? hostile : 'W'.repeat(5000), createdAt: '2024-01-01' };
			return index % 3 ? incoming(names) : outgoing({ ...names, channels: ['all_public_channels'] });
		});
		const view = list({ by: 'ana', page: 2 }, { of, frame: { pageSize: 100 } }, locale);
		expect(labels(view).filter((label) => label === locales[locale].button_details)).toHaveLength(20);
		const text = drawPanel(view).join('\n');
		expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/@all|evil|javascript|\*\*y|W{5}/);
		expect(text).not.toMatch(/[\s>]@all/);
		expect(text.split('\n').every((line) => (line.match(/`/g)?.length ?? 0) % 2 === 0)).toBe(true);
		expect(panelFaults(list({ find: hostile.slice(0, 100) }, { of }, locale), 'APP')).toEqual([]);
	});
});

describe('what its controls carry', () => {
	const asked = { find: 'g', type: 'incoming', page: 2 } as const;
	const view = list({ ...asked, fresh: true }, { frame: { pageSize: 1 } });
	const kept = query({ action: 'browse', ...asked });

	test.each(['previous', 'refresh', 'details'])('%s: the question, the room and the person, nothing of an answer', (action) => {
		const { query: of, origin: from } = offerOf(view, action);
		expect({ of, from }).toEqual({ of: kept, from: origin });
	});

	test('details: the id of their row', () => {
		expect(offerOf(view, 'details').choice).toBe('1');
	});

	test('a choice and a field: the question as the id of their block', () => {
		for (const actionId of ['type', 'state', 'search']) {
			const blockId = controls(view).find((one) => one.actionId === actionId)?.blockId;
			expect(valueOf(readButtonValue(blockId)).query).toEqual(kept);
		}
	});

	test('a choice that is made, and a text that is sent, are read as such', () => {
		const field = controls(view).find(({ actionId }) => actionId === 'search');
		const sent = readViewSubmit({ id: 'V1', submit: view.submit, state: { [field?.blockId ?? '']: { search: 'deploy' } } });
		expect(valueOf(readButtonValue(sent.value)).query).toEqual(kept);
		const choice = controls(view).find(({ actionId }) => actionId === 'state');
		const chosen = readBlockAction({ ...choice, value: 'disabled', container: { type: 'view', id: 'V1' } });
		expect([chosen.text, valueOf(readButtonValue(chosen.value)).query]).toEqual(['disabled', kept]);
	});
});

describe('one integration in full', () => {
	const adminUrl = 'https://chat.example/admin/integrations/edit/outgoing/3';

	test('is shown with the way back to the list', () => {
		expect(shown(details(guggy, { lastRun: { ok: true, value: undefined } }))).toMatchInlineSnapshot(`
		"
		Integrations [Close]
		**\`Guggy\`**, outgoing: listens here
		*What it does*
		- Why here: it names this room
		- Fires: on \`!guggy\`, \`guggy\`, \`gif+\`
		- The words must begin the message
		- Sends to: \`text2gif.guggy.com\`
		- Does not try again when a call fails
		- Script: none
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		*History*
		- Created: 2024⁠-⁠05⁠-⁠02 by \`ana\`
		- Last changed: 2024⁠-⁠05⁠-⁠02
		- Last run: none in the server's history
		- Id: \`3\`
		[Back to the list] [Refresh]
		"
	`);
	});

	test('with the way to its page in the administration for who can open it', () => {
		const view = details(guggy, { audience: 'admin', adminUrl });
		expect(labels(view)).toEqual(['Back to the list', 'Refresh', 'Open in administration']);
		expect(controls(view).map(({ url }) => url)).toEqual([undefined, undefined, adminUrl]);
		expect(labels(details(guggy, {}))).toEqual(['Back to the list', 'Refresh']);
	});

	test('the way back leads to the list that it came from', () => {
		expect(offerOf(details(guggy, {}), 'back')).toEqual({
			query: query({ action: 'browse', show: '3', find: 'g', page: 2 }),
			origin,
			choice: '',
		});
	});

	test('it carries the id, however it was asked for', () => {
		const asked = { show: 'a name '.repeat(40).trim() };
		const view = draw(success({ kind: 'details', details: detailsOf(guggy) }), asked);
		expect(offerOf(view, 'refresh').query.show).toBe('3');
		const missing = draw(fail({ kind: 'noSuchIntegration', name: asked.show, nearest: [] }), asked);
		expect(offerOf(missing, 'refresh').query.show).toBe(asked.show.slice(0, 101).trim());
	});

	test('other rooms are counted, and hostile names do nothing', () => {
		const named = { ...deploys, name: hostile, alias: hostile, username: hostile, createdBy: hostile };
		const row = { integration: named, reach: { reason: 'named', part: 'here', elsewhere: ['#CANARY-a'] } };
		const text = drawPanel(details(named, { row })).join('\n');
		expect(text).not.toContain('CANARY');
		expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/@all|evil|javascript|\*\*y/);
	});
});

describe('what went wrong', () => {
	test('is told, and can be asked for anew', () => {
		expect(shown(failed({ kind: 'tooSlow', seconds: 10 }))).toMatchInlineSnapshot(`
		"
		Integrations [Close]
		The server did not answer within 10 seconds. Try again. If it keeps happening, a workspace admin can help.
		[Refresh]
		"
	`);
	});

	test.each<[Failure, Partial<Query>, string[]]>([
		[{ kind: 'tooSlow', seconds: 10 }, {}, ['Refresh']],
		[{ kind: 'notAllowed', roles: ['admin'], owners: [] }, {}, ['Refresh']],
		[{ kind: 'noSuchIntegration', name: hostile, nearest: [hostile] }, { show: 'ID9' }, ['Back to the list', 'Refresh']],
		[{ kind: 'unforeseen', id: 'k3jd9s' }, { show: 'ID9' }, ['Back to the list', 'Refresh']],
	])('the failure %j of %j leaves the buttons %j', (failure, asked, expected) => {
		const view = failed(failure, asked);
		expect(labels(view)).toEqual(expected);
		expect(view.submit).toBeUndefined();
	});

	test('after a stale click nothing can be done', () => {
		expect(shown(failed({ kind: 'stale' }))).toMatchInlineSnapshot(`
		"
		Integrations [Close]
		This button no longer works, or does not belong here. Type \`/integrations\` to ask again.
		"
	`);
		expect(controls(failed({ kind: 'stale' }, { show: 'ID1' }))).toEqual([]);
	});

	test('nor by who is not in the room', () => {
		expect(controls(failed({ kind: 'notMember' }, { show: 'ID1' }))).toEqual([]);
	});
});

test.each<Answer>([{ kind: 'help' }])('%j is shown as it is', (answer) => {
	expect(drawPanel(draw(success(answer), {}))[1]).toMatch(/^\*\*What you can type\*\*/);
});

describe('while the server keeps it waiting', () => {
	const waiting = (asked: Partial<Query> = {}, locale: Locale = 'en') =>
		toView(renderWaiting({ query: query({ action: 'browse', ...asked }), origin }, translator(locale)), 'APP');

	test('it says so, and offers to try again', () => {
		expect(shown(waiting())).toMatchInlineSnapshot(`
		"
		Integrations [Close]
		The server has not answered yet. Its answer comes as a message that only you see; *Try again* shows it here then.
		[Try again]
		"
	`);
		expect(everyLocale.flatMap((locale) => panelFaults(waiting({}, locale), 'APP'))).toEqual([]);
	});

	test('the same can be asked again, without asking the server anew', () => {
		const { query: asked } = offerOf(waiting({ find: 'x', show: 'ID1', fresh: true }), 'again');
		expect(asked).toEqual(query({ action: 'browse', find: 'x', show: 'ID1' }));
	});
});
