import { describe, expect, test } from '@jest/globals';
import type { Fetched } from '../../lib/fetchIntegrations';
import { buildReport, fitPage } from '../../lib/report';
import { failureOf, incoming, outgoing, query, room, valueOf } from './builders';

const fetched: Fetched = {
	integrations: [
		outgoing({ id: 'O2', createdAt: '2024-01-01' }),
		incoming({ id: 'I2', createdAt: '2024-01-01' }),
		incoming({ id: 'I1', createdAt: '2024-01-01', enabled: false }),
		outgoing({ id: 'O1', createdAt: '2017-01-05', channels: ['all_public_channels'] }),
		incoming({ id: 'I0', createdAt: '' }),
	],
	total: 5,
	unreadable: 0,
};

const build = (asked = query(), { pageSize = 20, ...rest }: Partial<Fetched> & { pageSize?: number } = {}) =>
	buildReport({ ...fetched, ...rest }, { room, query: asked, includeGlobal: true, pageSize });

const ids = (asked = query(), pageSize = 20) => valueOf(build(asked, { pageSize })).rows.map(({ integration }) => integration.id);

test('incoming before outgoing, each the oldest first, ids where the day is the same', () => {
	expect(ids()).toEqual(['I0', 'I1', 'I2', 'O1', 'O2']);
});

describe('filters', () => {
	test.each([
		[query({ type: 'incoming' }), ['I0', 'I1', 'I2']],
		[query({ type: 'outgoing' }), ['O1', 'O2']],
		[query({ state: 'disabled' }), ['I1']],
		[query({ state: 'enabled', type: 'incoming' }), ['I0', 'I2']],
		[query({ scope: 'here' }), ['I0', 'I1', 'I2', 'O2']],
		[query({ scope: 'here', type: 'outgoing', state: 'disabled' }), []],
	])('%j', (asked, expected) => {
		expect(ids(asked)).toEqual(expected);
	});
});

test('counts what matches, on all pages', () => {
	expect(valueOf(build(query({ type: 'incoming' }), { pageSize: 2 }))).toMatchObject({
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
	const pages = [1, 2, 3].map((page) => ids(query({ page }), 2));
	expect(pages).toEqual([['I0', 'I1'], ['I2', 'O1'], ['O2']]);
	expect(failureOf(build(query({ page: 4 }), { pageSize: 2 }))).toEqual({
		kind: 'noSuchPage',
		query: query({ page: 4 }),
		pages: 3,
	});
});

test('nothing at all is one empty page', () => {
	expect(valueOf(build(query(), { integrations: [], total: 0 }))).toMatchObject({ matching: 0, pages: 1, rows: [] });
});

test('says what was not read, and why', () => {
	expect(valueOf(build(query(), { total: 9, unreadable: 1, cutShort: { kind: 'rateLimited', seconds: 3 } }))).toMatchObject({
		total: 9,
		read: 5,
		unreadable: 1,
		cutShort: 'rateLimited',
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
