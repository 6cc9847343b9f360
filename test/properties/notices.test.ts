import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Details } from '../../lib/report/details';
import { renderDetails } from '../../lib/messages/renderDetails';
import { fail, type Failure } from '../../lib/failure';
import { words } from '../../lib/query/grammar';
import { parseQuery } from '../../lib/query/parseQuery';
import { printQuery } from '../../lib/query/printQuery';
import { renderReply } from '../../lib/messages/renderReply';
import { reachOf } from '../../lib/integrations/reach';
import { groupPlace } from '../support/builders';
import { effectsOf } from './effects';
import { offeredQuery } from './queries';
import { anyFindings, anyIntegration, anyReader, markedName } from './reports';

const names = fc.array(markedName, { maxLength: 25 });

const details: fc.Arbitrary<Details> = fc
	.record({
		integration: anyIntegration,
		audience: fc.constantFrom('caller', 'admin'),
		findings: anyFindings,
		contacts: fc.record({ owners: names, creators: names }),
		unchecked: fc.record({
			people: fc.nat({ max: 2 }),
			places: fc.nat({ max: 2 }),
			runs: fc.constant(0),
			rights: fc.nat({ max: 2 }),
			words: fc.nat({ max: 2 }),
			shortened: fc.nat({ max: 2 }),
		}),
		step: markedName,
		url: fc.constantFrom(undefined, 'https://chat.example/admin/integrations/edit/incoming/ID1'),
	})
	.map(({ integration, step, url, ...rest }) => ({
		...rest,
		subject: groupPlace,
		missing: { total: 3, read: 1, unreadable: 1, gaps: [] },
		row: {
			integration,
			reach: reachOf(integration, groupPlace) ?? { reason: 'named', part: 'here', elsewhere: integration.channels },
		},
		lastRun: { ok: true, value: { at: '2025-06-04T10:00:05.000Z', outcome: 'failed', step } },
		recent: undefined,
		mark: undefined,
		adminUrl: url,
	}));

/** Every failure that has a name in it. */
const failure: fc.Arbitrary<Failure> = fc.oneof(
	fc.record({ kind: fc.constant('unknownWord'), word: markedName, nearest: fc.constantFrom(...words) }),
	fc.record({ kind: fc.constant('badValue'), word: fc.constantFrom(...words), value: markedName }),
	fc.record({ kind: fc.constant('otherRoom'), room: markedName }),
	fc.record({ kind: fc.constant('noSuchIntegration'), name: markedName, nearest: names }),
	fc.record({
		kind: fc.constant('severalIntegrations'),
		name: markedName,
		twins: fc.array(
			fc.record({
				id: markedName,
				type: fc.constantFrom('incoming', 'outgoing'),
				createdBy: markedName,
				createdAt: fc.constantFrom('', '2025-06-04T10:00:00.000Z'),
				ends: names,
			}),
		),
	}),
	fc.record({ kind: fc.constant('noSuchPage'), page: fc.nat(), pages: fc.nat(), words: offeredQuery.map(printQuery) }),
	fc.record({ kind: fc.constant('notAllowed'), roles: names, owners: names }),
	fc.record({ kind: fc.constantFrom('permissionMissing', 'forbidden', 'groupNotFound'), user: markedName }),
);

/** The app's own example of a value: the server looks for no mentions in what one person alone is told. */
const example = ['by @user'];

describe('what one person is told does nothing but to be read', () => {
	test('as one integration in full', () => {
		fc.assert(
			fc.property(details, anyReader, (one, t) => {
				const { text } = renderDetails(one, t);
				expect(effectsOf(text, one.adminUrl === undefined ? [] : [one.adminUrl])).toEqual([]);
			}),
		);
	});

	test('as a failure', () => {
		fc.assert(
			fc.property(failure, anyReader, (one, t) => {
				expect(effectsOf(renderReply(fail(one), t).text, example)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test('as what is wrong with words that were typed', () => {
		const typed = fc.array(fc.oneof(fc.constantFrom(...words), markedName), { maxLength: 6 });
		fc.assert(
			fc.property(typed, anyReader, (some, t) => {
				const read = parseQuery(some);
				expect(read.ok ? [] : effectsOf(renderReply(read, t).text, example)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});
});
