import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../lib/answer';
import type { Button } from '../../../lib/uikit/blocks';
import { buttonMaker, buttonsUnder, linkButtons, pageButtons } from '../../../lib/uikit/buttons';
import { printButtonValue, readButtonValue } from '../../../lib/uikit/buttonValue';
import { translator } from '../../../lib/messages/translate';
import { detailsOf, incoming, outgoing, query, reportOf, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';
import type { State } from '../../../lib/status/checks';

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: 'T1' };
const t = translator('en');

function labels(buttons: readonly Button[]) {
	return buttons.map(({ label }) => label);
}
const three = [incoming({ id: '1' }), incoming({ id: '2' }), outgoing({ id: '3' })];
function paged(asked: Partial<Query>) {
	return reportOf(asked, { of: three, frame: { pageSize: 1 } });
}
function under(answer: Answer, asked: Partial<Query> = {}) {
	return buttonsUnder(answer, { query: query(asked), origin }, t);
}

describe('a control', () => {
	const asked = query({ type: 'outgoing', find: '`@all` "x"', page: 2, fresh: true });

	test('carries its question and where it was asked, and what it chooses; nothing of an answer', () => {
		const { action, value } = buttonMaker(asked, origin, t)('details', 'ID1');
		expect(action).toBe('details');
		expect(valueOf(readButtonValue(value))).toEqual({ query: { ...asked, fresh: undefined }, origin, choice: 'ID1' });
		expect(buttonMaker(asked, origin, t)('next').value).toBe(printButtonValue({ query: asked, origin, choice: '' }));
	});

	test('is called alike everywhere', () => {
		const actions = [
			'previous',
			'next',
			'browse',
			'search',
			'type',
			'state',
			'details',
			'back',
			'refresh',
			'again',
			'open',
			'checks',
			'recheck',
		] as const;
		expect(actions.map((action) => buttonMaker(asked, origin, t)(action).label)).toMatchInlineSnapshot(`
		[
		  "Previous page",
		  "Next page",
		  "Browse",
		  "Search",
		  "Type",
		  "State",
		  "Details",
		  "Back to the list",
		  "Refresh",
		  "Try again",
		  "Open in administration",
		  "Show all",
		  "Check again",
		]
	`);
	});
});

describe('to other pages, where there are any', () => {
	test.each([
		[1, ['Next page', 'Browse']],
		[2, ['Previous page', 'Next page', 'Browse']],
		[3, ['Previous page', 'Browse']],
	])('under page %i of 3', (page, expected) => {
		const asked = { page, sort: 'name' } as const;
		expect(labels(under({ kind: 'report', report: paged(asked) }, asked))).toEqual(expected);
	});

	test('no button leads to other pages where there is one page', () => {
		expect(pageButtons(reportOf({}, { of: three }), buttonMaker(query(), origin, t))).toEqual([]);
	});

	test('under nothing there is still the panel to look through', () => {
		expect(labels(under({ kind: 'report', report: reportOf() }))).toEqual(['Browse']);
	});
});

describe('to the administration', () => {
	const adminUrl = 'https://chat.example/admin/integrations/edit/incoming/id1';

	test('a link is there for who can open it', () => {
		const asked = { show: 'id1' };
		const buttons = under(
			{ kind: 'details', details: detailsOf(incoming(), { audience: 'admin', adminUrl }) },
			{ show: 'a name' },
		);
		expect(buttons).toEqual([
			{
				action: 'open',
				label: 'Open in administration',
				url: adminUrl,
				value: printButtonValue({ query: query(asked), origin, choice: '' }),
			},
		]);
	});

	test('a link is there for nobody else', () => {
		expect(under({ kind: 'details', details: detailsOf(incoming()) })).toEqual([]);
		expect(linkButtons(detailsOf(outgoing()), buttonMaker(query(), origin, t))).toEqual([]);
	});
});

test('nothing can be done under the help', () => {
	expect(under({ kind: 'help' })).toEqual([]);
});

describe('under the check of the set-up', () => {
	const status = (state: State, isFull: boolean): Answer => ({
		kind: 'status',
		status: { checks: [{ check: 'limit', state, limited: false }], isFull },
	});

	test.each<[string, Answer, string[]]>([
		['what is well is counted', status('ok', false), ['Show all', 'Check again']],
		['nothing is well', status('problem', false), ['Check again']],
		['all is told', status('ok', true), ['Check again']],
	])('where %s', (_, answer, expected) => {
		expect(labels(under(answer, { action: 'status' }))).toEqual(expected);
	});

	test('the buttons carry the question, and nothing of what was found', () => {
		const values = under(status('ok', false), { action: 'status' }).map(({ value }) => valueOf(readButtonValue(value)));
		const carried = { query: query({ action: 'status' }), origin, choice: '' };
		expect(values).toEqual([carried, carried]);
	});
});

test('no control carries anything of an integration', () => {
	const secret = incoming({
		name: 'CANARY',
		alias: 'CANARY',
		username: 'CANARY',
		createdBy: 'CANARY',
		channels: ['#support', '#CANARY'],
	});
	const answers: Answer[] = [
		{ kind: 'report', report: reportOf({ page: 2 }, { of: [secret, { ...secret, id: '2' }], frame: { pageSize: 1 } }) },
		{ kind: 'details', details: detailsOf(secret, { adminUrl: 'https://chat.example' }) },
	];
	expect(JSON.stringify(answers.map((answer) => under(answer)))).not.toContain('CANARY');
});
