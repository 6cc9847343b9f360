import { describe, expect, test } from '@jest/globals';
import { isFiltered, type Query, unfiltered } from '../../../lib/query/query';
import { query } from '../../support/builders';

describe('only some of the integrations are asked for', () => {
	test.each<Partial<Query>>([
		{ type: 'incoming' },
		{ state: 'disabled' },
		{ scope: 'here' },
		{ find: 'deploy' },
		{ by: 'ana' },
		{ type: 'outgoing', scope: 'all' },
	])('by %j', (fields) => {
		expect(isFiltered(query(fields))).toBe(true);
	});
});

describe('all of them are asked for, whatever is wrong with them', () => {
	test.each<Partial<Query>>([
		{},
		{ scope: 'all' },
		{ scope: 'workspace' },
		{ attention: true },
		{ sort: 'name', descending: true, page: 3, visibility: 'private', fresh: true },
	])('by %j', (fields) => {
		expect(isFiltered(query(fields))).toBe(false);
	});
});

describe('the same question about all of them', () => {
	test('keeps what is asked for, in which order, and who sees it', () => {
		const kept = query({ action: 'browse', scope: 'workspace', sort: 'name', descending: true, visibility: 'private' });
		expect(unfiltered(kept)).toEqual(kept);
	});

	test('says nothing that was not said', () => {
		expect(Object.keys(unfiltered(query()))).toEqual(['action', 'page']);
	});

	test('begins at the first page, with what is kept of the server, and selects nothing', () => {
		const narrow: Partial<Query> = { type: 'incoming', state: 'enabled', attention: true, find: 'x', by: 'ana', show: 'y' };
		expect(unfiltered(query({ ...narrow, scope: 'all', page: 3, fresh: true }))).toEqual(query());
		expect(unfiltered(query({ scope: 'here' }))).toEqual(query());
	});
});
