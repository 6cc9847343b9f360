import { describe, expect, test } from '@jest/globals';
import { adminUrl, markOf, pickById, pickIntegration } from '../../../lib/report/details';
import type { Row } from '../../../lib/integrations/reach';
import { failureOf, incoming, outgoing, valueOf, seenBy } from '../../support/builders';

const here: Row['reach'] = { reason: 'named', part: 'here', elsewhere: [] };
const long = 'x'.repeat(299);
const rows: Row[] = [
	{ integration: incoming({ id: 'ID1', name: 'GitHub deploys' }), reach: here },
	{ integration: incoming({ id: 'ID2', name: 'Nagios' }), reach: here },
	{ integration: outgoing({ id: 'ID3', name: 'Guggy' }), reach: here },
	{ integration: incoming({ id: 'ID4', name: 'Guggy', alias: 'Deploy bot' }), reach: here },
	{ integration: incoming({ id: 'ID5', name: '' }), reach: here },
	{ integration: incoming({ id: 'ID7', name: 'It`s  on' }), reach: here },
	{ integration: incoming({ id: 'ID8', name: 'A rather long name' }), reach: here },
	{
		integration: incoming({ id: 'ID6', name: 'CANARY hook' }),
		reach: { reason: 'redirectable', part: 'remote', elsewhere: ['#hidden'] },
	},
];

const more: Row[] = [
	...rows,
	{ integration: incoming({ id: 'ID9', name: `${long}a` }), reach: here },
	{ integration: incoming({ id: 'ID10', name: `${long}b` }), reach: here },
	{ integration: incoming({ id: 'ID11', name: 'Café 24/7'.normalize('NFD') }), reach: here },
	{ integration: incoming({ id: 'ID12', name: '“Quoted”,' }), reach: here },
	{ integration: incoming({ id: 'ID13', name: 'Deploy' }), reach: here },
	{ integration: incoming({ id: 'ID14', name: 'Deploy to production' }), reach: here },
	{ integration: incoming({ id: 'ID15', name: 'Deploy to test' }), reach: here },
	{ integration: incoming({ id: 'ID16', name: '\u200b' }), reach: here },
];

test.each([
	['ID2', 'ID2'],
	['Nagios', 'ID2'],
	['github DEPLOYS', 'ID1'],
	['ID5', 'ID5'],
	["It's on", 'ID7'],
	['A rather lo…', 'ID8'],
	// Only so much of a name is compared: so it is found, too, by a typed one that goes on.
	[`${long}ab`, 'ID9'],
	['git', 'ID1'],
	['a RATHER', 'ID8'],
	['n', 'ID2'],
	['It’s on', 'ID7'],
	[`${long}a`, 'ID9'],
	[`${long}b`, 'ID10'],
	['café 24/7'.normalize('NFC'), 'ID11'],
	['café 24/7'.normalize('NFD'), 'ID11'],
	['CAFÉ 24', 'ID11'],
	['quoted', 'ID12'],
	['Deploy', 'ID13'],
])('%j is %s', (wanted, id) => {
	expect(valueOf(pickIntegration(seenBy('caller', more), wanted)).integration.id).toBe(id);
});

describe('not one', () => {
	test.each([
		['Tickets', ['GitHub deploys', 'Nagios', 'Guggy']],
		['\u200b', ['GitHub deploys', 'Nagios', 'Guggy']],
		['githab', ['GitHub deploys']],
	])('%j: the nearest names', (name, nearest) => {
		expect(failureOf(pickIntegration(seenBy('caller', rows), name))).toEqual({ kind: 'noSuchIntegration', name, nearest });
	});

	test.each([
		['that is nothing but an ellipsis, or a sign nobody sees', ['…', '\u200b']],
		['that ends as a cut name, and is another one', ['Nagioz…', 'Nx…']],
	])('one %s is no beginning of a name', (_, wanted) => {
		const failures = wanted.map((name) => failureOf(pickIntegration(seenBy('caller', rows.slice(1, 2)), name)).kind);
		expect(failures).toEqual(wanted.map(() => 'noSuchIntegration'));
	});

	test('what has no name is not offered', () => {
		expect(failureOf(pickIntegration(seenBy('caller', rows), 'x'))).toMatchObject({ nearest: expect.not.arrayContaining(['']) });
	});

	test.each([
		['dep', ['Deploy', 'Deploy to test', 'Deploy to production']],
		['deploy to', ['Deploy to test', 'Deploy to production']],
		['G', ['Guggy', 'GitHub deploys']],
		[long, [`${long}a`, `${long}b`]],
	])('%j is where several begin: these alone, the shortest first', (name, nearest) => {
		expect(failureOf(pickIntegration(seenBy('caller', more), name))).toEqual({ kind: 'noSuchIntegration', name, nearest });
	});

	test('several of one name that alone begins so', () => {
		expect(failureOf(pickIntegration(seenBy('caller', rows), 'gug'))).toMatchObject({
			kind: 'severalIntegrations',
			name: 'gug',
			twins: [{ id: 'ID3' }, { id: 'ID4' }],
		});
	});

	test('no names at all', () => {
		expect(failureOf(pickIntegration(seenBy('caller', []), 'x'))).toEqual({ kind: 'noSuchIntegration', name: 'x', nearest: [] });
	});

	test('several of one name: with what tells them apart', () => {
		const made = { createdBy: 'ana', createdAt: '2024-05-02T10:00:00.000Z' };
		expect(failureOf(pickIntegration(seenBy('caller', rows), 'guggy'))).toEqual({
			kind: 'severalIntegrations',
			name: 'guggy',
			twins: [
				{ id: 'ID3', type: 'outgoing', ends: ['text2gif.guggy.com'], ...made },
				{ id: 'ID4', type: 'incoming', ends: ['Deploy bot'], ...made },
			],
		});
	});
});

describe('what names no room is there for a workspace admin alone', () => {
	test.each(['ID6', 'CANARY hook', 'CANARY hooks'])('asked for as %j', (wanted) => {
		expect(JSON.stringify(failureOf(pickIntegration(seenBy('caller', rows), wanted)))).not.toContain(
			wanted === 'CANARY hooks' ? '"CANARY hook"' : 'ID6"]',
		);
	});

	test('for an admin it is', () => {
		expect(valueOf(pickIntegration(seenBy('admin', rows), 'CANARY hook')).integration.id).toBe('ID6');
	});
});

test.each([
	['https://chat.example', 'https://chat.example/admin/integrations/edit/incoming/a%2Fb'],
	['https://chat.example/sub', 'https://chat.example/sub/admin/integrations/edit/incoming/a%2Fb'],
	['', undefined],
])('the page in the administration below %j', (siteUrl, url) => {
	expect(adminUrl(siteUrl, { integration: incoming({ id: 'a/b' }), reach: here })).toBe(url);
});

describe('by a message', () => {
	const id = 'inNagios123456789';
	const author = { by: 'integration', id, name: 'monitor', senderId: 'MON1' } as const;
	const row = (integration: Row['integration']): Row => ({ integration, reach: here });

	test('the integration with the id of its mark, and nothing that is called so', () => {
		const visible = [row(incoming({ id: 'ID1', name: id })), row(incoming({ id: 'ID2', name: `${id} and more` }))];
		expect(failureOf(pickById(visible, id))).toEqual({ kind: 'unlistedIntegration' });
		expect(valueOf(pickById([...visible, row(incoming({ id }))], id)).integration.id).toBe(id);
	});

	test.each([
		['by its id', incoming({ userId: 'MON1', username: 'renamed' }), true],
		['by its name, in any capitals', incoming({ userId: '', username: 'Monitor' }), true],
		['somebody else', incoming({ userId: 'MIA1', username: 'mia' }), false],
		['whoever triggers it', outgoing({ userId: 'MIA1', username: 'mia', impersonates: true }), true],
	])('its sender is whom it posts as: %s', (_, integration, fits) => {
		expect(markOf(author, row(integration))).toEqual({ sender: 'monitor', fits });
	});

	test('an incoming one does not post as whoever triggers it, whatever else its record holds', () => {
		const odd = { ...incoming({ userId: 'MIA1', username: 'mia' }), impersonates: true };
		expect(markOf(author, row(odd))?.fits).toBe(false);
		expect(markOf(author, row(outgoing({ userId: 'MIA1', username: 'mia' })))?.fits).toBe(false);
	});

	test('a sender of whom nothing is known is nobody', () => {
		expect(markOf({ ...author, name: '', senderId: '' }, row(incoming({ userId: '', username: '' })))?.fits).toBe(false);
	});
});

test.each(['inNagiosOff000001x', 'an inNagiosOff00001', 'somethingLikeAnId', '01234567890123456 or so'])(
	'what only begins or ends like an id, or has no digit, has: %j',
	(wanted) => {
		const failure = failureOf(pickIntegration(seenBy('caller', rows), wanted));
		expect(failure.kind === 'noSuchIntegration' && failure.nearest.length).toBeGreaterThan(0);
	},
);

test('something like an id has no names near it', () => {
	expect(failureOf(pickIntegration(seenBy('caller', rows), 'inNagiosOff000001'))).toEqual({
		kind: 'noSuchIntegration',
		name: 'inNagiosOff000001',
		nearest: [],
	});
});
