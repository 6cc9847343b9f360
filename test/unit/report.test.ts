import { describe, expect, test } from '@jest/globals';
import type { Audience } from '../../lib/access';
import type { Fetched } from '../../lib/fetchIntegrations';
import type { Query } from '../../lib/query';
import type { Report } from '../../lib/report';
import { buildReport, fitPage } from '../../lib/report';
import { failureOf, fetched, incoming, outgoing, place, query, rowsIn, valueOf } from './builders';

const everywhere = (id: string) => outgoing({ id, channels: ['all_public_channels'], createdAt: '2017-01-05' });
const redirectable = (id: string, fields = {}) => incoming({ id, channels: ['#secret'], redirectable: true, ...fields });

const here = [
	outgoing({ id: 'O2', createdAt: '2024-01-01' }),
	incoming({ id: 'I2', createdAt: '2024-01-01' }),
	incoming({ id: 'I1', createdAt: '2024-01-01', enabled: false }),
	incoming({ id: 'I0', createdAt: '' }),
];
const event = outgoing({ id: 'E1', channels: [], event: 'userCreated' });
const some = fetched(
	rowsIn(place, [...here, everywhere('O1'), redirectable('R1'), redirectable('R2', { enabled: false }), event]),
);
const many = fetched(
	rowsIn(place, [...here, ...['1', '2', '3', '4', '5'].map((id) => everywhere(id)), outgoing({ id: '6', channels: [] })]),
);

interface Asked {
	readonly of?: Fetched;
	readonly audience?: Audience;
	readonly pageSize?: number;
}

const build = (asked: Partial<Query> = {}, { of = some, audience = 'room', pageSize = 20 }: Asked = {}) =>
	buildReport(of, {
		place,
		query: query(asked),
		audience,
		includeGlobal: true,
		workspaceScan: true,
		pageSize,
		messageLimit: 5000,
	});

const idsOf = ({ rows }: Report) => rows.map(({ integration }) => integration.id);
const ids = (...args: Parameters<typeof build>) => idsOf(valueOf(build(...args)));

describe('the order', () => {
	test('what names the room, incoming before outgoing; then what reaches all rooms; then what names none', () => {
		expect(ids({}, { audience: 'admin' })).toEqual(['I0', 'I1', 'I2', 'O2', 'O1', 'R1', 'R2', 'E1']);
		expect(ids({ descending: true }, { audience: 'admin' })).toEqual(['I1', 'I2', 'I0', 'O2', 'O1', 'R1', 'R2', 'E1']);
	});
});

describe('what is shown one by one', () => {
	test.each<[Partial<Query>, string[]]>([
		[{ type: 'incoming' }, ['I0', 'I1', 'I2']],
		[{ type: 'outgoing' }, ['O2', 'O1']],
		[{ state: 'disabled' }, ['I1']],
		[{ state: 'enabled', type: 'incoming' }, ['I0', 'I2']],
		[{ scope: 'here' }, ['I0', 'I1', 'I2', 'O2']],
		[{ scope: 'all' }, ['I0', 'I1', 'I2', 'O2', 'O1']],
		[{ scope: 'here', type: 'outgoing', state: 'disabled' }, []],
		[{ find: 'guggy' }, ['O2', 'O1']],
		[{ by: 'ana', type: 'incoming' }, ['I0', 'I1', 'I2']],
	])('%j', (asked, expected) => {
		expect(ids(asked)).toEqual(expected);
	});
});

describe('what reaches all rooms of the kind', () => {
	test.each<[number, Partial<Query>, Audience, number, object]>([
		[5, {}, 'room', 5, {}],
		[6, {}, 'room', 0, { publicChannels: 5, noChannel: 1 }],
		[6, {}, 'admin', 0, { publicChannels: 5, noChannel: 1 }],
		[6, { scope: 'all' }, 'room', 6, {}],
		[6, { scope: 'here' }, 'room', 0, {}],
		[6, { find: '1' }, 'room', 1, {}],
		[6, { find: 'guggy' }, 'room', 6, {}],
		[6, { type: 'incoming' }, 'room', 0, {}],
	])('%i of them, %j, for %s: %i rows, counted %j', (count, asked, audience, shown, counted) => {
		const of = fetched(many.rows.slice(0, here.length + count));
		const report = valueOf(build(asked, { of, audience }));
		expect(report.rows.filter(({ reach }) => reach.part === 'everywhere')).toHaveLength(shown);
		expect(report.counted).toEqual(counted);
	});

	test('the counted ones match, too', () => {
		expect(valueOf(build({}, { of: many }))).toMatchObject({ matching: 10, incoming: 3, outgoing: 7, disabled: 1, total: 10 });
	});
});

describe('what names no room', () => {
	const remote = (report: Report) => report.rows.filter(({ reach }) => reach.part === 'remote').map((row) => row.integration.id);
	test.each<[Partial<Query>, object]>([
		[{}, { redirectable: 2, workspaceEvent: 1 }],
		[{ scope: 'all' }, { redirectable: 2, workspaceEvent: 1 }],
		[{ scope: 'here' }, {}],
		[{ type: 'outgoing' }, { workspaceEvent: 1 }],
		[{ find: 'GitHub' }, {}],
		[{ find: 'nobody has this' }, {}],
		[{ by: 'ana' }, {}],
		[{ find: 'GitHub', scope: 'all' }, {}],
	])('%j: a count for the room and for the caller, %j', (asked, counted) => {
		for (const audience of ['room', 'caller'] as const) {
			const report = valueOf(build(asked, { audience }));
			expect(remote(report)).toEqual([]);
			expect(report.counted).toEqual(counted);
		}
	});

	test.each<[Partial<Query>, string[]]>([
		[{}, ['R1', 'R2', 'E1']],
		[{ scope: 'here' }, []],
		[{ state: 'disabled' }, ['R2']],
		[{ find: 'R1' }, ['R1']],
		[{ by: 'ana' }, ['R1', 'R2', 'E1']],
	])('%j: named to a workspace admin in private', (asked, expected) => {
		const report = valueOf(build(asked, { audience: 'admin' }));
		expect(remote(report)).toEqual(expected);
		expect(report.counted).toEqual({});
	});

	test('no sum gives it away', () => {
		const without = fetched(some.rows.filter(({ reach }) => reach.part !== 'remote'));
		for (const asked of [{}, { find: 'R1' }, { by: 'ana' }, { state: 'disabled' }] as const) {
			const [withRemote, expected] = [valueOf(build(asked)), valueOf(build(asked, { of: without }))];
			expect({ ...withRemote, counted: {} }).toEqual({ ...expected, counted: {} });
		}
		expect(valueOf(build({}, { audience: 'admin' }))).toMatchObject({ total: 8, read: 8, matching: 8, disabled: 2 });
	});

	test('it makes no page', () => {
		const of = fetched(
			rowsIn(
				place,
				Array.from({ length: 9 }, (_, index) => redirectable(String(index))),
			),
		);
		expect(failureOf(build({ page: 2 }, { of, pageSize: 2 }))).toMatchObject({ kind: 'noSuchPage', pages: 1 });
		expect(valueOf(build({ page: 5 }, { of, pageSize: 2, audience: 'admin' })).rows).toHaveLength(1);
	});
});

test('counts what matches, on all pages', () => {
	expect(valueOf(build({ type: 'incoming' }, { pageSize: 2 }))).toMatchObject({
		total: 5,
		read: 5,
		matching: 3,
		incoming: 3,
		outgoing: 0,
		disabled: 1,
		pages: 2,
	});
});

test('the pages together hold every row once', () => {
	const pages = [1, 2, 3].map((page) => ids({ page }, { pageSize: 2 }));
	expect(pages).toEqual([['I0', 'I1'], ['I2', 'O2'], ['O1']]);
	expect(failureOf(build({ page: 4 }, { pageSize: 2 }))).toEqual({ kind: 'noSuchPage', query: query({ page: 4 }), pages: 3 });
});

test('nothing at all is one empty page', () => {
	expect(valueOf(build({}, { of: fetched([]) }))).toMatchObject({ matching: 0, pages: 1, rows: [], counted: {} });
});

test('hands on what was not read, why, and how old it is', () => {
	const gaps = [{ what: 'rest', why: { kind: 'rateLimited', seconds: 3 } }] as const;
	expect(valueOf(build({}, { of: { ...some, total: 12, unreadable: 1, gaps, age: 9000 } }))).toMatchObject({
		total: 9,
		read: 5,
		unreadable: 1,
		gaps,
		age: 9000,
	});
});

test.each([
	[20, 5000, 20],
	[100, 5000, 25],
	[100, 500, 1],
	[1, 5000, 1],
	[100, 1, 1],
	[100, 100_000, 100],
])('of %i wanted, a message of %i holds %i', (wanted, limit, rows) => {
	expect(fitPage(wanted, limit)).toBe(rows);
});
