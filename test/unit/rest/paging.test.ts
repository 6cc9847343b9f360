import { describe, expect, test } from '@jest/globals';
import { fail, type Failure, success } from '../../../lib/failure';
import { toPage } from '../../../lib/rest/page';
import { fetchList, type GetPage } from '../../../lib/rest/paging';
import { failureOf, incoming, valueOf } from '../../support/builders';
import { type Behaviour, pagedServer } from '../../support/pagedServer';

interface Asked {
	/** Whether the first page, too, is asked for with the largest count. */
	readonly full?: boolean;
	readonly most?: number;
}

/** Fetches a whole list from such a server, and tells which pages were asked for. */
async function fetchAll(behaviour: Behaviour, { full = false, most = 5000 }: Asked = {}) {
	const { get, requests, together } = pagedServer(behaviour);
	const getPage: GetPage = async (offset, count) => toPage(await get('list', { offset: String(offset), count }));
	const first = valueOf(toPage(await get('list', full ? { count: '100' } : {})));
	const list = await fetchList(getPage, first, { full, most });
	const asked = requests.slice(1).map((request) => {
		const params = new URLSearchParams(request.replace('list?', ''));
		return `${params.get('offset') ?? ''}+${params.get('count') ?? ''}`;
	});
	return { list, asked, together: together() };
}

function ids(total: number) {
	return Array.from({ length: total }, (_, index) => `id${String(index)}`);
}

describe('every row once, whatever a page really gives', () => {
	test.each<Behaviour & Asked & { pages: number }>([
		{ total: 0, pages: 1 },
		{ total: 50, pages: 1 },
		{ total: 51, pages: 2 },
		{ total: 150, pages: 2 },
		{ total: 151, pages: 3 },
		{ total: 1000, pages: 11 },
		{ total: 1200, most: 30, first: 30, pages: 40 },
		{ total: 1200, most: 30, first: 50, pages: 40 },
		{ total: 1200, most: 30, full: true, pages: 40 },
		{ total: 1200, full: true, pages: 12 },
		{ total: 99, full: true, pages: 1 },
		{ total: 10, first: 3, most: 3, pages: 4 },
		{ total: 7, first: 1, most: 1, pages: 7 },
	])('$total rows, at most $most a page', async ({ pages, full, ...behaviour }) => {
		const { list, asked } = await fetchAll(behaviour, full === undefined ? {} : { full });
		expect(list.integrations.map(({ id }) => id)).toEqual(ids(behaviour.total));
		expect(list).toMatchObject({ total: behaviour.total, unreadable: 0, whole: true });
		expect(list.cutShort).toBeUndefined();
		expect(asked).toHaveLength(pages - 1);
	});

	test('the offsets follow what the second page gave', async () => {
		expect((await fetchAll({ total: 200, most: 30 })).asked).toEqual(['50+100', '80+100', '110+100', '140+100', '170+100']);
		expect((await fetchAll({ total: 200 })).asked).toEqual(['50+100', '150+100']);
		expect((await fetchAll({ total: 100, most: 30 }, { full: true })).asked).toEqual(['30+100', '60+100', '90+100']);
	});

	test('five pages at once, not more', async () => {
		expect((await fetchAll({ total: 1200 })).together).toBe(5);
		expect((await fetchAll({ total: 150 })).together).toBe(1);
	});

	test('a row that comes twice is kept once', async () => {
		const { list } = await fetchAll({ total: 60, row: (index) => ({ _id: `id${String(Math.min(index, 50))}` }) });
		expect(list.integrations.map(({ id }) => id)).toEqual(ids(51));
	});

	test('a row that cannot be read is counted, on every page', async () => {
		const { list } = await fetchAll({ total: 120, row: (index) => (index % 60 === 0 ? { type: 'CANARY' } : {}) });
		expect(list).toMatchObject({ total: 120, unreadable: 2, whole: true });
		expect(list.integrations).toHaveLength(118);
	});

	test('nothing is asked for a list that is there, whatever the server says of its limits', async () => {
		const getPage: GetPage = async () => Promise.reject(new Error('was asked'));
		const first = { size: 1, total: 1, integrations: [incoming()], unreadable: 0, remaining: Number.NaN };
		for (const full of [true, false]) {
			expect(await fetchList(getPage, first, { full, most: 5000 })).toMatchObject({ integrations: [incoming()], whole: true });
		}
	});

	test('a server that says more than it has comes to an end', async () => {
		const getPage: GetPage = async () => Promise.reject(new Error('was asked'));
		const first = { size: 0, total: 7, integrations: [], unreadable: 0, remaining: 9 };
		for (const full of [true, false]) {
			expect(await fetchList(getPage, first, { full, most: 5000 })).toEqual({
				integrations: [],
				total: 7,
				unreadable: 0,
				whole: false,
			});
		}
	});
});

describe('a server that says more than it has comes to an end, and the list is not called whole', () => {
	const many = 1_000_000_000;
	test.each<{ how: string; requests: number; read: number } & Behaviour & Asked>([
		{ how: 'has a first page alone', total: many, really: 50, requests: 1, read: 50 },
		{ how: 'has one page of the largest size alone', total: many, really: 100, full: true, requests: 5, read: 100 },
		{ how: 'has one more row', total: many, really: 51, requests: 6, read: 51 },
		{ how: 'ends within the pages that are fetched together', total: many, really: 370, requests: 11, read: 370 },
		{ how: 'repeats its first page', total: many, repeats: true, first: 100, requests: 1, read: 100 },
		{ how: 'repeats it, and more', total: many, repeats: true, requests: 6, read: 100 },
		{ how: 'has no row with an id', total: many, repeats: true, row: () => ({ type: 'CANARY' }), requests: 50, read: 0 },
	])('$how', async ({ full, requests, read, ...behaviour }) => {
		const { list, asked } = await fetchAll(behaviour, { ...(full && { full }), most: 5000 });
		expect(list.integrations).toHaveLength(read);
		expect(list.whole).toBe(false);
		expect(asked).toHaveLength(requests);
	});

	test('why it is not whole is not known, though it says that it is too long', async () => {
		expect((await fetchAll({ total: many, really: 370 }, { most: 5000 })).list.cutShort).toBeUndefined();
	});

	test('one that gives single rows is not asked more than 204 times', async () => {
		const { list, asked } = await fetchAll({ total: many, most: 1 }, { most: 5000 });
		expect(asked.length).toBeLessThanOrEqual(204);
		expect(list.integrations.length).toBeGreaterThan(200);
		expect(list.whole).toBe(false);
	});

	test('one that never ends gives 5,000 rows', async () => {
		const { list, asked } = await fetchAll({ total: many }, { most: 5000 });
		expect(asked.length).toBeLessThanOrEqual(55);
		expect(list).toMatchObject({ whole: false, cutShort: { kind: 'listTooLong', most: 5000 } });
		expect(list.integrations).toHaveLength(5000);
	});
});

test('the next offset follows what a page really had, also where its size changes in between', async () => {
	const rows = ids(400).map((id) => incoming({ id }));
	const asked: number[] = [];
	const getPage: GetPage = async (offset) => {
		asked.push(offset);
		const integrations = rows.slice(offset, offset + (offset < 150 ? 50 : offset < 200 ? 20 : 100));
		return Promise.resolve(
			success({ size: integrations.length, total: 400, integrations, unreadable: 0, remaining: Number.POSITIVE_INFINITY }),
		);
	};
	const first = valueOf(await getPage(0, '100'));
	const list = await fetchList(getPage, first, { full: true, most: 5000 });
	expect(list.integrations.map(({ id }) => id)).toEqual(ids(400));
	expect(list.whole).toBe(true);
	expect(asked).toEqual([0, 50, 100, 150, 200, 250, 170, 190, 210, 230, 250, 310]);
});

describe('a limiter', () => {
	test.each<Behaviour & Asked & { pages: string[]; shown?: number }>([
		{ total: 400, calls: 10, pages: ['50+100', '150+100', '250+100', '350+100'] },
		{ total: 150, calls: 2, pages: ['50+100'] },
		{ total: 1200, calls: 10, pages: ['50+0'] },
		{ total: 1200, most: 30, calls: 10, pages: ['50+0'] },
		{ total: 800, most: 30, calls: 10, pages: ['50+100', '80+0'] },
		{ total: 1200, full: true, calls: 10, pages: ['100+0'] },
		{ total: 1000, full: true, calls: 10, pages: ids(9).map((_, index) => `${String((index + 1) * 100)}+100`) },
		{ total: 400, full: true, calls: 2, pages: ['100+0'] },
		{ total: 400, full: true, calls: 1, pages: ['100+0'], shown: 100 },
		{ total: 400, calls: 1, pages: ['50+0'], shown: 50 },
	])('$total rows, $calls calls: $pages', async ({ pages, full, shown, ...behaviour }) => {
		const { list, asked } = await fetchAll(behaviour, full === undefined ? {} : { full });
		expect(asked).toEqual(pages);
		expect(list.integrations.map(({ id }) => id)).toEqual(ids(shown ?? behaviour.total));
		expect(list).toMatchObject({ total: behaviour.total, whole: shown === undefined });
		expect(list.cutShort).toEqual(shown === undefined ? undefined : { kind: 'rateLimited', seconds: 30 });
	});

	test('with one call left after a small first page, it fetches the rest', async () => {
		const { list } = await fetchAll({ total: 400, calls: 2 });
		expect(list.integrations).toHaveLength(400);
	});

	test.each<[string, Behaviour]>([
		['ends', { total: 1_000_000_000, really: 100, calls: 10 }],
		['repeats', { total: 1_000_000_000, repeats: true, first: 100, infinite: false, calls: 10 }],
	])('is not why a list is short that says more than it has, and %s', async (_, behaviour) => {
		const { list, asked } = await fetchAll(behaviour, { full: true });
		expect(asked).toEqual(['100+0']);
		expect(list).toMatchObject({ whole: false });
		expect(list.integrations).toHaveLength(100);
		expect(list.cutShort).toBeUndefined();
	});

	test('a server that does not hand out everything leaves a list that is known to be short', async () => {
		const { list } = await fetchAll({ total: 1500, calls: 10, infinite: false }, { full: true, most: 5000 });
		expect(list.integrations).toHaveLength(150);
		expect(list).toMatchObject({ whole: false, cutShort: { kind: 'rateLimited', seconds: 60 } });
	});
});

describe('no more than so many rows, and said', () => {
	const tooLong: Failure = { kind: 'listTooLong', most: 5000 };
	test.each([
		[5000, 5000, undefined],
		[5001, 5000, tooLong],
		[12_000, 5000, tooLong],
	])('%i rows: %i are read', async (total, read, cutShort) => {
		const { list } = await fetchAll({ total }, { full: true, most: 5000 });
		expect(list.integrations).toHaveLength(read);
		expect(list.whole).toBe(cutShort === undefined);
		expect(list.total).toBe(total);
		expect(list.cutShort).toEqual(cutShort);
	});

	test('also where one request fetches the rest', async () => {
		const { list } = await fetchAll({ total: 12_000, calls: 10 }, { full: true, most: 5000 });
		expect(list.integrations).toHaveLength(5000);
	});

	test('also where a page goes beyond it', async () => {
		const { list } = await fetchAll({ total: 6000, most: 30 }, { full: true, most: 5000 });
		expect(list.integrations).toHaveLength(5000);
	});

	test('what is cut short is not whole, though all of it may be there', async () => {
		const { get } = pagedServer({ total: 4, row: (index) => (index === 3 ? { type: 'CANARY' } : {}) });
		const first = valueOf(toPage(await get('list', {})));
		const list = await fetchList(async () => Promise.reject(new Error('was asked')), first, { full: true, most: 3 });
		expect(list).toMatchObject({ unreadable: 1, whole: false, cutShort: { kind: 'listTooLong', most: 3 } });
		expect(list.integrations).toHaveLength(3);
	});
});

describe('what comes after the first page may fail', () => {
	test.each([
		[50, { kind: 'pagingRefused' }, 50],
		[50, { kind: 'rateLimited', seconds: 9 }, 50],
		[150, { kind: 'tooSlow', seconds: 10 }, 150],
		[250, { kind: 'serverError', status: 502 }, 250],
	] as const)('at offset %i, and what came before is kept', async (offset, failure, shown) => {
		const { list } = await fetchAll({ total: 400, failAt: { [offset]: failure } });
		expect(list).toMatchObject({ total: 400, cutShort: failure });
		expect(list.integrations).toHaveLength(shown);
	});
});

describe('an answer as a page', () => {
	const reply = (body: object) => success({ body: { success: true, ...body }, remaining: 3 });

	test('decoded, with the server’s own count', () => {
		const rows = [{ _id: 'A', type: 'webhook-incoming', token: 'CANARY' }, null];
		const page = valueOf(toPage(reply({ integrations: rows, total: 9 })));
		expect(page).toMatchObject({ size: 2, total: 9, unreadable: 1, remaining: 3, integrations: [{ id: 'A' }] });
		expect(JSON.stringify(page)).not.toContain('CANARY');
	});

	test('without a total there is no more than the page', () => {
		expect(valueOf(toPage(reply({ integrations: [null, null] })))).toMatchObject({ size: 2, total: 2, unreadable: 2 });
	});

	test.each([undefined, null, '9', Number.NaN, Number.POSITIVE_INFINITY, 1e300, 2.5, -1, 0, 1])(
		'total: %j is none that these two rows could have',
		(total) => {
			expect(valueOf(toPage(reply({ integrations: [null, null], total }))).total).toBe(2);
		},
	);

	test.each(['CANARY', null, undefined, {}, 7])('integrations: %j is no list', (integrations) => {
		expect(failureOf(toPage(reply({ integrations })))).toEqual({ kind: 'notRocketChat' });
	});

	test('a failure stays what it is', () => {
		expect(failureOf(toPage(fail({ kind: 'unauthorized' })))).toEqual({ kind: 'unauthorized' });
	});
});

test('of a page of 100,000 rows 5,000 are read', () => {
	const rows = Array.from({ length: 100_000 }, (_, index) => ({ _id: `i${String(index)}`, type: 'webhook-incoming' }));
	const page = toPage(success({ body: { success: true, integrations: rows, total: 100_000 }, remaining: 9 }));
	expect(valueOf(page).integrations).toHaveLength(5000);
	expect(valueOf(page)).toMatchObject({ size: 100_000, total: 100_000 });
});
