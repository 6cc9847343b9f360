import { describe, expect, test } from '@jest/globals';
import type { Failure, Gap } from '../../../lib/failure';
import { gapLines, failureReason } from '../../../lib/messages/gapLines';
import type { Report } from '../../../lib/report/buildReport';
import type { Inspection } from '../../../lib/report/inspect';
import { translator } from '../../../lib/messages/translate';
import { buildFrom, fetched, incoming, place, rowsIn, valueOf } from '../../support/builders';
import { inspectionOf, noInspection } from '../../support/troubled';

const rows = rowsIn(place, [incoming({ id: 'A' }), incoming({ id: 'B' })]);
function report(fields: Parameters<typeof fetched>[1], inspection: Partial<Inspection> = {}): Report {
	return valueOf(buildFrom(fetched(rows, fields), { inspection: inspectionOf(inspection) }));
}

function say(...reports: Report[]) {
	return `\n${reports.map((one) => gapLines(one, translator('en')).join('\n')).join('\n\n')}\n`;
}

test('where nothing is missing nothing is said', () => {
	expect(gapLines(report({}), translator('en'))).toEqual([]);
});

const failures: Failure[] = [
	{ kind: 'pagingRefused' },
	{ kind: 'rateLimited', seconds: 9 },
	{ kind: 'tooSlow', seconds: 10 },
	{ kind: 'groupNotFound' },
	{ kind: 'permissionMissing' },
	{ kind: 'forbidden' },
	{ kind: 'listTooLong', most: 5000 },
	{ kind: 'answerTooLarge', most: 20 },
	{ kind: 'serverError', status: 502 },
];

test('the reason of a gap is told in a few words', () => {
	const lines = failures.map((why) => `${why.kind}: ${failureReason(why, translator('en'))}`);
	expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
		"
		pagingRefused: this server hands out no more than its first page
		rateLimited: the server allows no more requests for now
		tooSlow: the server took too long
		groupNotFound: the token's user is not in this group
		permissionMissing: the token's user may not see it
		forbidden: the token's user may not see it
		listTooLong: it is longer than 5000 rows
		answerTooLarge: the server's answer is larger than 20 MB
		serverError: the server did not answer as expected
		"
	`);
});

describe('what could not be looked through', () => {
	const gap = (what: Gap['what'], why: Failure): Partial<Parameters<typeof fetched>[1]> => ({ gaps: [{ what, why }] });

	test('the rest of the room’s own list', () => {
		expect(say(report({ total: 60, ...gap('rest', { kind: 'pagingRefused' }) }))).toMatchInlineSnapshot(`
		"
		Only 2 of 60 could be read: this server hands out no more than its first page.
		"
	`);
	});

	test('the room’s own list', () => {
		expect(say(report(gap('room', { kind: 'groupNotFound' })))).toMatchInlineSnapshot(`
		"
		The room's own list could not be read (the token's user is not in this group); what is shown comes from the workspace's whole list.
		"
	`);
	});

	test('the workspace’s list: slow, not allowed, too long', () => {
		const reports = failures
			.filter(({ kind }) => ['tooSlow', 'permissionMissing', 'listTooLong'].includes(kind))
			.map((why) => report(gap('workspace', why)));
		expect(say(...reports)).toMatchInlineSnapshot(`
		"
		The workspace's whole list could not be looked through (the server took too long): what reaches this room by other ways is missing.

		The workspace's whole list could not be looked through (the token's user may not see it): what reaches this room by other ways is missing.

		The workspace's whole list could not be looked through (it is longer than 5000 rows): what reaches this room by other ways is missing.
		"
	`);
	});

	test('all at once, one line each', () => {
		const gaps: Gap[] = [
			{ what: 'rest', why: { kind: 'rateLimited', seconds: 9 } },
			{ what: 'workspace', why: { kind: 'rateLimited', seconds: 9 } },
		];
		expect(gapLines(report({ total: 60, unreadable: 1, gaps }), translator('en'))).toHaveLength(3);
	});

	test('rows that are missing without a reason, and rows that cannot be read', () => {
		expect(say(report({ total: 60 }), report({ total: 3, unreadable: 1 }), report({ total: 4, unreadable: 2 })))
			.toMatchInlineSnapshot(`
		"
		Only 2 of 60 could be read: the server did not answer as expected.

		1 entry of the server's list could not be read and is left out.

		2 entries of the server's list could not be read and are left out.
		"
	`);
	});
});

test('nothing of what a failure carries but its kind', () => {
	const why: Failure = { kind: 'forbidden', user: 'CANARY' };
	expect(say(report({ gaps: [{ what: 'workspace', why }] }))).not.toContain('CANARY');
});

describe('what could not be looked up', () => {
	const unchecked = (people: number, runs: number) => report({}, { unchecked: { ...noInspection.unchecked, people, runs } });

	test('people and last runs, one and several', () => {
		expect(say(unchecked(1, 0), unchecked(12, 0), unchecked(0, 1), unchecked(2, 4))).toMatchInlineSnapshot(`
		"
		1 user behind these integrations could not be looked up.

		12 users behind these integrations could not be looked up.

		The last run of 1 integration was not looked up.

		2 users behind these integrations could not be looked up.
		The last runs of 4 integrations were not looked up.
		"
	`);
	});

	test('after what was not read', () => {
		const lines = gapLines(
			report({ total: 60, unreadable: 1 }, { unchecked: { people: 1, places: 1, runs: 1, rights: 1, words: 1, shortened: 1 } }),
			translator('en'),
		);
		expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
			'Only 2 of',
			'1 entry of',
			'1 user behind',
			'Whether 1 room',
			'Whether the user',
			'Not all trigger',
			'Of 1 integration',
			'The last run',
		]);
	});
});
