import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../lib/integrations/finding';
import type { Row } from '../../../lib/integrations/reach';
import { select } from '../../../lib/report/selection';
import { incoming, outgoing, place, query, rowsIn, seenBy } from '../../support/builders';
import { findingsOf, oneOfEach } from '../../support/troubled';
import type { Query } from '../../../lib/query/query';
import { type Audience, visibleTo } from '../../../lib/integrations/audience';

function everywhere(id: string) {
	return outgoing({ id, channels: ['all_public_channels'] });
}
const of = [
	outgoing({ id: 'O' }),
	everywhere('E1'),
	incoming({ id: 'I' }),
	incoming({ id: 'R', channels: ['#sales'], redirectable: true }),
	incoming({ id: 'J', channels: ['#SUPPORT1'] }),
	outgoing({ id: 'W', channels: [], event: 'userCreated' }),
	outgoing({ id: 'A', channels: ['#sales'], targetRoom: '#support' }),
];
const few = rowsIn(place, of);
const many = rowsIn(place, [...of, ...['2', '3', '4', '5', '6'].map((id) => everywhere(`E${id}`))]);
const audiences: readonly Audience[] = ['room', 'caller', 'admin'];
function ids(rows: readonly Row[]) {
	return rows.map(({ integration }) => integration.id).join(' ');
}

function pick(
	rows: readonly Row[],
	asked: Partial<Query>,
	audience: Audience,
	found: Readonly<Record<string, readonly Finding[]>> = {},
) {
	const { rows: shown, counted } = select({
		query: query(asked),
		audience,
		matching: seenBy(audience, rows),
		hiddenMatching: rows.filter((row) => !visibleTo(audience, row)),
		findings: findingsOf(found),
	});
	return [ids(shown), counted] as const;
}

describe('who sees what', () => {
	test.each<[Audience, string]>([
		['room', 'O E1 I J A'],
		['caller', 'O E1 I J A'],
		['admin', 'O E1 I R J W A'],
	])('%s: %s', (audience, seen) => {
		expect(ids(seenBy(audience, few))).toBe(seen);
	});
});

describe('what is told one by one, and what is counted', () => {
	test.each<[string, readonly Row[], Partial<Query>, Audience, string, object]>([
		['few of all rooms', few, {}, 'room', 'I J A O E1', {}],
		['the same, for the caller', few, {}, 'caller', 'I J A O E1', {}],
		['the same, for an admin', few, {}, 'admin', 'I J A O E1 R W', {}],
		['many of all rooms', many, {}, 'room', 'I J A O', { publicChannels: 6 }],
		['many, for an admin', many, {}, 'admin', 'I J A O R W', { publicChannels: 6 }],
		['many, with `all`', many, { scope: 'all' }, 'caller', 'I J A O E1 E2 E3 E4 E5 E6', { redirectable: 1, workspaceEvent: 1 }],
		['many, in the panel', many, { action: 'browse' }, 'caller', 'I J A O E1 E2 E3 E4 E5 E6', {}],
		['many, by a text: no count', many, { find: 'x' }, 'caller', 'I J A O E1 E2 E3 E4 E5 E6', {}],
		['many, by a person: no count', many, { by: 'x' }, 'caller', 'I J A O E1 E2 E3 E4 E5 E6', {}],
	])('%s is told one by one, or counted', (_, rows, asked, audience, shown, counted) => {
		expect(pick(rows, asked, audience)).toEqual([shown, counted]);
	});

	test('findings change nothing of that', () => {
		const found = { E1: [oneOfEach.scriptFailed], O: [oneOfEach.disabled], R: [oneOfEach.noTarget] };
		for (const audience of audiences) {
			expect(pick(many, {}, audience, found)).toEqual(pick(many, {}, audience));
		}
	});
});

describe('what needs attention', () => {
	const { scriptFailed, posterMissing, creatorMissing, plainHttp, everyMessage, disabled, sameTarget } = oneOfEach;
	const found = {
		I: [disabled],
		J: [creatorMissing, disabled],
		O: [plainHttp, everyMessage, sameTarget],
		A: [everyMessage],
		E1: [scriptFailed],
		R: [posterMissing],
		W: [sameTarget],
	};

	test.each<[Audience, string]>([
		['caller', 'E1 O A J I'],
		['admin', 'E1 R O A J I W'],
	])('the worst first, for %s: %s', (audience, shown) => {
		expect(pick(few, { attention: true }, audience, found)).toEqual([shown, {}]);
	});

	test('what is the same stays in its order, whatever its type and part', () => {
		const same = Object.fromEntries(many.map(({ integration }) => [integration.id, [creatorMissing]]));
		expect(pick(many, { attention: true }, 'admin', same)).toEqual([ids(many), {}]);
	});

	test('nothing of what is hidden is counted, and what reaches all rooms is never only a count', () => {
		const all = Object.fromEntries(many.map(({ integration }) => [integration.id, [disabled]]));
		const [shown, counted] = pick(many, { attention: true }, 'caller', all);
		expect(shown.split(' ').filter((id) => id.startsWith('E'))).toHaveLength(6);
		expect(counted).toEqual({});
	});

	test('the rows that came in stay as they were', () => {
		const before = ids(few);
		pick(few, { attention: true }, 'admin', found);
		expect(ids(few)).toBe(before);
	});
});
