import { describe, expect, test } from '@jest/globals';
import type { Fetched } from '../../../lib/rest/combineLists';
import { buildReport, type Report } from '../../../lib/report/buildReport';
import { filterRows } from '../../../lib/report/filter';
import {
	buildFrom,
	failureOf,
	fetched,
	incoming,
	outgoing,
	place,
	query,
	reportOf,
	rowsIn,
	valueOf,
} from '../../support/builders';
import { findingsOf, oneOfEach, inspectionOf, noInspection, people } from '../../support/troubled';
import type { Query } from '../../../lib/query/query';
import type { Audience } from '../../../lib/integrations/audience';
import { renderRow } from '../../../lib/messages/renderRow';
import { renderSummary } from '../../../lib/messages/renderSummary';
import { translator } from '../../../lib/messages/translate';
import { cutIntoPages } from '../../../lib/report/pageSize';

function everywhere(id: string) {
	return outgoing({ id, channels: ['all_public_channels'], createdAt: '2017-01-05' });
}
function redirectable(id: string, fields = {}) {
	return incoming({ id, channels: ['#secret'], redirectable: true, ...fields });
}

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
	readonly messageLimit?: number;
}

function build(asked: Partial<Query> = {}, { of = some, audience = 'room', pageSize = 20, messageLimit = 5000 }: Asked = {}) {
	return buildFrom(of, { query: query(asked), audience, pageSize, messageLimit });
}

function idsOf({ rows }: Report) {
	return rows.map(({ integration }) => integration.id);
}
function ids(...args: Parameters<typeof build>) {
	return idsOf(valueOf(build(...args)));
}

describe('the order', () => {
	test('what names the room, incoming before outgoing; then what reaches all rooms; then what names none', () => {
		expect(ids({ scope: 'all' }, { audience: 'admin' })).toEqual(['I0', 'I1', 'I2', 'O2', 'O1', 'R1', 'R2', 'E1']);
		expect(ids({ scope: 'all', descending: true }, { audience: 'admin' })).toEqual([
			'I1',
			'I2',
			'I0',
			'O2',
			'O1',
			'R1',
			'R2',
			'E1',
		]);
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
	])('the question %j shows them one by one, or counts them', (asked, expected) => {
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

	test.each<[Partial<Query>, Audience]>([
		[{}, 'caller'],
		[{}, 'admin'],
		[{ type: 'outgoing' }, 'caller'],
	])('in a panel they are shown one by one: %j, for %s', (asked, audience) => {
		const report = valueOf(build({ ...asked, action: 'browse' }, { of: many, audience }));
		expect(report.rows.filter(({ reach }) => reach.part === 'everywhere')).toHaveLength(6);
		expect(report.counted).toEqual({});
	});

	test('the counted ones match, too', () => {
		expect(valueOf(build({}, { of: many }))).toMatchObject({
			matching: 10,
			own: { count: 4, posting: 3, listening: 1 },
			everywhere: { count: 6, posting: 0, listening: 6 },
			total: 10,
		});
	});
});

describe('what names no room', () => {
	const remote = (report: Report) => report.rows.filter(({ reach }) => reach.part === 'remote').map((row) => row.integration.id);
	test.each<[Partial<Query>, object]>([
		[{}, {}],
		[{ scope: 'all' }, { redirectable: 2, workspaceEvent: 1 }],
		[{ scope: 'here' }, {}],
		[{ type: 'outgoing' }, {}],
		[{ type: 'outgoing', scope: 'all' }, { workspaceEvent: 1 }],
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
		[{}, []],
		[{ scope: 'all' }, ['R1', 'R2', 'E1']],
		[{ scope: 'here' }, []],
		[{ scope: 'all', state: 'disabled' }, ['R2']],
		[{ find: 'R1' }, []],
		[{ scope: 'all', find: 'R1' }, ['R1']],
		[{ scope: 'all', by: 'ana' }, ['R1', 'R2', 'E1']],
	])('%j: named to a workspace admin in private who asks for all', (asked, expected) => {
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
		expect(valueOf(build({ scope: 'all' }, { audience: 'admin' }))).toMatchObject({ total: 5, read: 5, matching: 5 });
	});

	test('it makes no page', () => {
		const of = fetched(
			rowsIn(
				place,
				Array.from({ length: 9 }, (_, index) => redirectable(String(index))),
			),
		);
		expect(failureOf(build({ page: 2 }, { of, pageSize: 2 }))).toMatchObject({ kind: 'noSuchPage', pages: 1 });
		expect(valueOf(build({ page: 5, scope: 'all' }, { of, pageSize: 2, audience: 'admin' })).rows).toHaveLength(1);
	});
});

test('counts what matches, on all pages', () => {
	expect(valueOf(build({ type: 'incoming' }, { pageSize: 2 }))).toMatchObject({
		total: 5,
		read: 5,
		matching: 3,
		own: { count: 3, posting: 3, listening: 0 },
		everywhere: { count: 0 },
		pages: 2,
	});
});

test('the pages together hold every row once', () => {
	const pages = [1, 2, 3].map((page) => ids({ page }, { pageSize: 2 }));
	expect(pages).toEqual([['I0', 'I1'], ['I2', 'O2'], ['O1']]);
	expect(failureOf(build({ page: 4 }, { pageSize: 2 }))).toEqual({
		kind: 'noSuchPage',
		page: 4,
		pages: 3,
		words: '/integrations page 3',
	});
});

describe('what a message takes is measured on the lines, where the wanted number might not fit', () => {
	const of = fetched(
		rowsIn(
			place,
			Array.from({ length: 200 }, (_, index) => incoming({ id: String(index).padStart(3, '0'), name: `hook ${index}` })),
		),
	);

	test.each(['en', 'ru'] as const)('each page in %s is full and fits, and none is lost', (locale) => {
		const t = translator(locale);
		const page = (number: number) =>
			valueOf(
				buildFrom(of, {
					query: query({ page: number }),
					pageSize: 100,
					lineLength: (row, listing) => renderRow(row, listing, t).length,
				}),
			);
		const first = page(1);
		const all = Array.from({ length: first.pages }, (_, index) => page(index + 1));
		expect(new Set(all.flatMap(idsOf)).size).toBe(200);
		for (const report of all) {
			expect(renderSummary(report, t).text.length).toBeLessThanOrEqual(5000);
		}
		// 180 a line would leave room for 25.
		expect(first.rows.length).toBeGreaterThan(50);
	});

	test('where it surely fits, nothing is measured', () => {
		const measured: unknown[] = [];
		const lineLength = (row: unknown) => measured.push(row);
		expect(valueOf(buildFrom(of, { query: query(), pageSize: 20, lineLength })).pages).toBe(10);
		expect(measured).toEqual([]);
	});
});

describe('where lines are measured', () => {
	const seven = rowsIn(
		place,
		Array.from({ length: 7 }, (_, index) => incoming({ id: String(index) })),
	);
	/** How many rows are on each page, beside the 320 that are kept free, where each line takes so much, with its end. */
	const sizes = (wanted: number, space: number, length: number) => {
		const frame = {
			...{
				query: query(),
				fetched: { gaps: [], unreadable: 0, age: 0, retryIn: undefined },
				inspection: noInspection,
				counted: {},
			},
			...{ wanted, messageLimit: 320 + space, lineLength: () => length - 1 },
		};
		return cutIntoPages(seven, frame).map((page) => page.length);
	};

	test('each page is as full as the first', () => {
		expect(sizes(20, 200, 100)).toEqual([2, 2, 2, 1]);
		expect(sizes(20, 199, 100)).toEqual([1, 1, 1, 1, 1, 1, 1]);
	});

	test('no page holds more than are wanted', () => {
		expect(sizes(3, 500, 10)).toEqual([3, 3, 1]);
	});

	test('a line that is longer than a message has a page of its own', () => {
		expect(sizes(3, 50, 100)).toEqual([1, 1, 1, 1, 1, 1, 1]);
	});

	test('they are measured only where the longest would not fit', () => {
		// Too long to be true: measured, it would take a page of its own.
		expect(sizes(3, 3 * 181, 1000)).toEqual([3, 3, 1]);
		expect(sizes(3, 3 * 181 - 1, 1000)).toEqual([1, 1, 1, 1, 1, 1, 1]);
	});
});

describe('a panel is scrolled: its pages hold 20 rows, whatever a message may hold', () => {
	const of = fetched(
		rowsIn(
			place,
			Array.from({ length: 45 }, (_, index) => incoming({ id: String(index).padStart(2, '0') })),
		),
	);
	test.each([
		[100, 5000, [20, 20, 5]],
		[100, 500, [20, 20, 5]],
		[20, 1, [20, 20, 5]],
		[15, 5000, [15, 15, 15]],
	])('a page of %i, a message of %i: %j', (pageSize, messageLimit, sizes) => {
		const pages = [1, 2, 3].map((page) =>
			valueOf(build({ action: 'browse', page }, { of, pageSize, messageLimit, audience: 'caller' })),
		);
		expect(pages.map(({ rows }) => rows.length)).toEqual(sizes);
		expect(new Set(pages.flatMap(idsOf)).size).toBe(45);
		expect(pages.map((report) => report.pages)).toEqual([3, 3, 3]);
	});

	test('a page beyond the last is none', () => {
		const asked = { action: 'browse', page: 4 } as const;
		expect(failureOf(build(asked, { of }))).toEqual({
			kind: 'noSuchPage',
			page: 4,
			pages: 3,
			words: '/integrations page 3 browse',
		});
	});
});

test('nothing at all is one empty page', () => {
	expect(valueOf(build({}, { of: fetched([]) }))).toMatchObject({ matching: 0, pages: 1, rows: [], counted: {} });
});

describe('that nothing is there which was asked for is told', () => {
	const none = { find: 'nobody has this' };

	test.each<[string, Partial<Query>, Fetched, boolean]>([
		['where there is something else', none, some, true],
		['not where something is', { type: 'incoming' }, some, false],
		['not where nothing is there at all', none, fetched([]), false],
		['not where nothing was left out', {}, fetched([]), false],
		['not where only what may be pointed here is left out', none, fetched(rowsIn(place, [redirectable('R1')])), false],
	])('%s', (_, asked, of, noMatch) => {
		expect(valueOf(build(asked, { of, audience: 'caller' })).noMatch).toBe(noMatch);
	});

	test('not where they are only counted, which is something', () => {
		expect(valueOf(build({}, { of: many })).noMatch).toBe(false);
	});
});

test('how many of those that were read name the room is told apart from those that reach all rooms', () => {
	expect(valueOf(build())).toMatchObject({ read: 5, ownRead: 4 });
});

describe('where a workspace admin finds what is shown', () => {
	const links = (audience: Audience, siteUrl?: string) =>
		valueOf(
			buildReport(
				{
					...{ subject: place, query: query(), audience, owners: [] },
					...{ settings: { includeGlobal: true, workspaceScan: true, pageSize: 1 } },
					server: { messageLimit: 5000, siteUrl: siteUrl ?? 'https://chat.example' },
				},
				{ fetched: some, filtered: filterRows(some.rows, audience, query()), inspection: noInspection, lineLength: () => 180 },
			),
		).links;

	test('is told of the rows of the page, to admins alone', () => {
		expect([...links('admin')]).toEqual([['I0', 'https://chat.example/admin/integrations/edit/incoming/I0']]);
		expect([...links('caller')]).toEqual([]);
	});

	test('is left out where the workspace’s address is not known', () => {
		expect([...links('admin', '')]).toEqual([]);
	});
});

describe('whom to ask', () => {
	const broken = incoming({ id: 'I1', createdById: 'ANA1', createdBy: 'ana' });
	const inspection = inspectionOf({ findings: findingsOf({ I1: [oneOfEach.scriptFailed] }), people });
	const contacts = (audience: Audience) =>
		valueOf(
			buildReport(
				{
					...{ subject: place, query: query(), audience, owners: ['li', 'mo'], caller: { username: 'li' } },
					settings: { includeGlobal: true, workspaceScan: true, pageSize: 20 },
					server: { messageLimit: 5000, siteUrl: '' },
				},
				{
					fetched: fetched(rowsIn(place, [broken])),
					filtered: filterRows(rowsIn(place, [broken]), audience, query()),
					inspection,
					lineLength: () => 180,
				},
			),
		).contacts;

	test('is not the reader, who reads it alone', () => {
		expect(contacts('caller')).toEqual({ owners: ['mo'], creators: ['ana'] });
	});

	test('is whoever asked, too, where the room reads it', () => {
		expect(contacts('room')).toEqual({ owners: ['li', 'mo'], creators: ['ana'] });
	});
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
	const plain = {
		query: query(),
		fetched: { gaps: [], unreadable: 0, age: 0, retryIn: undefined },
		inspection: noInspection,
		counted: {},
		lineLength: () => 180,
	};
	const all = rowsIn(
		place,
		Array.from({ length: 100 }, (_, index) => incoming({ id: String(index) })),
	);
	expect(cutIntoPages(all, { ...plain, wanted, messageLimit: limit })[0]).toHaveLength(rows);
});

describe('what was found', () => {
	const of = [
		incoming({ id: 'I1', createdAt: '2024-01-01' }),
		incoming({ id: 'I2', createdAt: '2024-01-02', createdById: 'DORA1' }),
		outgoing({ id: 'O1', createdAt: '2024-01-03', createdById: 'CAT1' }),
		incoming({ id: 'I3', createdAt: '2024-01-04', enabled: false }),
		...['1', '2', '3', '4', '5', '6'].map((id) =>
			outgoing({ id: `E${id}`, channels: ['all_public_channels'], createdAt: '2024-01-05' }),
		),
		incoming({ id: 'R1', channels: ['#CANARY'], redirectable: true, createdAt: '2024-01-06', createdById: 'MONITOR1' }),
	];
	const { creatorMissing, disabled, plainHttp, scriptFailed, sameTarget } = oneOfEach;
	const findings = findingsOf({ I3: [creatorMissing, disabled], O1: [plainHttp], E4: [scriptFailed], I1: [sameTarget] });
	const owners = ['li'];
	const told = (asked: Partial<Query> = {}, audience: Audience = 'room', of2 = of, found = findings, pageSize = 20) =>
		reportOf(asked, { of: of2, frame: { audience, pageSize, owners, inspection: inspectionOf({ findings: found, people }) } });

	test('is counted among what matches; the rows and their order stay as they are', () => {
		const report = told();
		expect(report).toMatchObject({
			matching: 10,
			found: 4,
			own: { troubled: 1 },
			everywhere: { troubled: 1 },
			counted: { publicChannels: 6 },
		});
		expect(idsOf(report)).toEqual(['I1', 'I2', 'I3', 'O1']);
		expect(report.findings).toBe(findings);
	});

	test.each<[Partial<Query>, number]>([
		[{ type: 'incoming' }, 2],
		[{ type: 'outgoing' }, 2],
		[{ state: 'disabled' }, 1],
		[{ scope: 'here' }, 3],
		[{ find: 'nobody has this' }, 0],
	])('%j: only what matches counts', (asked, troubled) => {
		expect(told(asked).found).toBe(troubled);
	});

	test('of what its reader may not see nothing counts', () => {
		const found = findingsOf({ R1: [scriptFailed], O1: [plainHttp] });
		for (const asked of [{}, { attention: true }] as const) {
			expect(told(asked, 'caller', of, found)).toMatchObject({ found: 1, total: 10, read: 10 });
			expect(told({ ...asked, scope: 'all' }, 'admin', of, found)).toMatchObject({ found: 2, total: 10, read: 10 });
		}
	});

	test.each<[Partial<Query>, string[]]>([
		[{ attention: true }, ['E4', 'O1', 'I3', 'I1']],
		[{ attention: true, type: 'incoming' }, ['I3', 'I1']],
		[{ attention: true, state: 'enabled', scope: 'here' }, ['O1', 'I1']],
		[{ attention: true, find: 'guggy' }, ['E4', 'O1']],
		[{ attention: true, action: 'browse' }, ['E4', 'O1', 'I3', 'I1']],
		[{ attention: true, sort: 'name', descending: true }, ['E4', 'O1', 'I3', 'I1']],
		[{ attention: true, by: 'nobody' }, []],
	])('%j: only those, the worst first', (asked, expected) => {
		const report = told(asked, 'caller');
		expect(idsOf(report)).toEqual(expected);
		expect(report).toMatchObject({ matching: expected.length, found: expected.length, counted: {}, total: 10, read: 10 });
	});

	test('whom to ask is about the rows of the page', () => {
		const pages = [1, 2, 3, 4].map((page) => told({ page }, 'room', of, findings, 1).contacts);
		expect(pages).toEqual([undefined, undefined, undefined, { owners, creators: ['rocket.cat'] }]);
		expect(told({ attention: true, type: 'incoming' }).contacts).toEqual({ owners, creators: ['ana'] });
		expect(told({ attention: true }, 'admin').contacts).toBeUndefined();
	});

	test('where the owners are not known, who made it is asked', () => {
		const inspection = inspectionOf({ findings, people });
		expect(reportOf({}, { of, frame: { inspection } }).contacts).toEqual({ owners: [], creators: ['rocket.cat'] });
	});

	test('without a look behind the rows there is nothing of it', () => {
		const { rows, ...report } = reportOf({}, { of });
		expect(report).toMatchObject({ found: 0, contacts: undefined, unchecked: { people: 0, runs: 0 } });
		expect([report.findings.size, report.recent, rows.length]).toEqual([0, undefined, 4]);
	});

	test('a page of findings holds ten at most, and no fewer where a message is short', () => {
		const many = Array.from({ length: 25 }, (_, index) => incoming({ id: `n${String(index).padStart(2, '0')}` }));
		const found = findingsOf(Object.fromEntries(many.map(({ id }) => [id, [disabled]])));
		for (const [pageSize, sizes] of [
			[100, [10, 10, 5]],
			[9, [9, 9, 7]],
		] as const) {
			const pages = [1, 2, 3].map((page) =>
				reportOf(
					{ attention: true, page },
					{ of: many, frame: { audience: 'caller', pageSize, messageLimit: 500, inspection: inspectionOf({ findings: found }) } },
				),
			);
			expect(pages.map(({ rows }) => rows.length)).toEqual(sizes);
			expect(new Set(pages.flatMap(idsOf)).size).toBe(25);
		}
	});

	test('a healthy room has as many rows on a page as before; what is said beside them takes some', () => {
		const many = Array.from({ length: 60 }, (_, index) => incoming({ id: `n${String(index)}` }));
		const rowsOf = (inspection: ReturnType<typeof inspectionOf>) =>
			reportOf({}, { of: many, frame: { pageSize: 100, inspection, lineLength: () => 180 } }).rows.length;
		expect([
			rowsOf(noInspection),
			rowsOf(inspectionOf({ people })),
			rowsOf(inspectionOf({ findings: findingsOf({ n1: [disabled] }) })),
			rowsOf(inspectionOf({ findings: findingsOf({ n1: [disabled] }), unchecked: { people: 3, runs: 0 } })),
		]).toEqual([25, 25, 23, 23]);
	});
});

describe('what is kept free of a message for the lines beside its rows', () => {
	const twenty = rowsIn(
		place,
		Array.from({ length: 20 }, (_, index) => incoming({ id: String(index), username: 'u'.repeat(100), name: 'W'.repeat(100) })),
	);
	const every = rowsIn(
		place,
		Array.from({ length: 6 }, (_, index) => everywhere(`E${String(index)}`)),
	);
	const gap = { what: 'rest', why: { kind: 'pagingRefused' } } as const;
	const findings = findingsOf({ 1: [oneOfEach.disabled] });

	/** How many rows a message takes that has so much room beside ten rows, each 180 long and with the line's end. */
	const held = (
		free: number,
		asked: Partial<Query>,
		got: Partial<Fetched>,
		inspection: Parameters<typeof inspectionOf>[0],
	): number => {
		const frame = { pageSize: 100, messageLimit: 1810 + free, inspection: inspectionOf(inspection), lineLength: () => 180 };
		return reportOf(asked, { got: { rows: twenty, ...got }, frame }).rows.length;
	};

	test.each<[string, Partial<Query>, Partial<Fetched>, Parameters<typeof inspectionOf>[0], number]>([
		['the head and the footer', {}, {}, {}, 320],
		['words that stand in both', { type: 'incoming', sort: 'name', descending: true, visibility: 'share' }, {}, {}, 320],
		['a text of one letter', { find: 'W' }, {}, {}, 392],
		['a text of a hundred letters', { find: 'W'.repeat(100) }, {}, {}, 540],
		['a name of a hundred letters', { by: 'u'.repeat(100) }, {}, {}, 540],
		['both', { find: 'W'.repeat(100), by: 'u'.repeat(100) }, {}, {}, 760],
		['what was not read', {}, { gaps: [gap] }, {}, 580],
		['twice what was not read', {}, { gaps: [gap, gap] }, {}, 840],
		['what is unreadable', {}, { unreadable: 1 }, {}, 440],
		['an age', {}, { age: 1 }, {}, 380],
		['an age of what was asked for in vain', {}, { age: 1, retryIn: 9 }, {}, 470],
		['findings', {}, {}, { findings }, 660],
		['who was not looked up', {}, {}, { unchecked: { people: 1 } }, 445],
		['who may not post, perhaps', {}, {}, { unchecked: { rights: 1 } }, 445],
		['what is longer than it is read', {}, {}, { unchecked: { shortened: 1 } }, 445],
		['words that were not compared', {}, {}, { unchecked: { words: 1 } }, 445],
		['what is counted', {}, { rows: [...twenty, ...every] }, {}, 640],
		[
			'all of it',
			{},
			{ rows: [...twenty, ...every], gaps: [gap], unreadable: 2, age: 9 },
			{ findings, unchecked: { people: 3, runs: 9 } },
			1545,
		],
	])('room is kept for %s', (_, asked, got, inspection, free) => {
		expect([free - 1, free].map((units) => held(units, asked, got, inspection))).toEqual([9, 10]);
	});
});
