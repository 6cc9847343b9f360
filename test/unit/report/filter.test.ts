import { describe, expect, test } from '@jest/globals';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import { matches, type Sought, sortRows } from '../../../lib/report/filter';
import { incoming, outgoing, place, query, rowsIn } from '../../support/builders';

const rows = rowsIn(place, [
	incoming({ id: 'I1', name: 'GitHub deploys', alias: 'Deploy bot', createdBy: 'ana', createdAt: '2024-05-02' }),
	incoming({ id: 'I2', name: 'nagios', enabled: false, username: 'Monitor', createdBy: 'li', createdAt: '2023-11-20' }),
	outgoing({
		id: 'O1',
		name: 'Élan',
		channels: ['all_public_channels'],
		createdBy: 'Ana',
		createdAt: '',
		updatedAt: '2025-01-01',
	}),
	outgoing({
		id: 'O2',
		name: '',
		createdBy: 'otto',
		channels: ['#support', '#secret'],
		triggerWords: ['!Deploy'],
		hosts: ['hooks.example:8443'],
	}),
	incoming({ id: 'R1', name: 'Anywhere', channels: ['#secret'], redirectable: true, createdBy: 'otto' }),
]);

function ids(asked: Parameters<typeof query>[0]) {
	return rows.filter((row) => matches(row, query(asked))).map(({ integration }) => integration.id);
}

describe('which rows a query is about', () => {
	test.each([
		[{}, ['I1', 'I2', 'O1', 'O2', 'R1']],
		[{ type: 'incoming' }, ['I1', 'I2', 'R1']],
		[{ type: 'outgoing' }, ['O1', 'O2']],
		[{ state: 'enabled' }, ['I1', 'O1', 'O2', 'R1']],
		[{ state: 'disabled' }, ['I2']],
		[{ scope: 'here' }, ['I1', 'I2', 'O2']],
		[{ scope: 'all' }, ['I1', 'I2', 'O1', 'O2', 'R1']],
		[{ by: 'ana' }, ['I1', 'O1']],
		[{ by: 'monitor' }, ['I2']],
		[{ by: 'an' }, []],
		[{ by: '' }, []],
		[{ find: 'deploy' }, ['I1', 'O2']],
		[{ find: 'DEPLOY BOT' }, ['I1']],
		[{ find: 'monitor' }, ['I2']],
		[{ find: 'li' }, ['I2']],
		[{ find: 'hooks.example' }, ['O2']],
		[{ find: 'i1' }, ['I1']],
		[{ find: 'secret' }, []],
		[{ find: '2024' }, []],
		[{ find: '.*' }, []],
		[{ type: 'outgoing', state: 'enabled', scope: 'here', find: '!deploy', by: 'rocket.cat' }, ['O2']],
		[{ page: 9, sort: 'name', descending: true, visibility: 'private', fresh: true }, ['I1', 'I2', 'O1', 'O2', 'R1']],
	] as const)('is told by the question %j', (asked, expected) => {
		expect(ids(asked)).toEqual(expected);
	});
});

describe('names are compared as people read them', () => {
	const [composed, decomposed] = ['Café', 'Café'.normalize('NFD')];
	const some = rowsIn(place, [
		incoming({ id: 'D', name: decomposed, createdBy: 'josé'.normalize('NFD') }),
		incoming({ id: 'Q', name: 'O’Brien’s  hook', createdBy: '', username: '' }),
		incoming({ id: 'P', name: "O'Neill", createdBy: '', username: '' }),
	]);
	test.each([
		[{ find: composed }, ['D']],
		[{ find: decomposed }, ['D']],
		[{ find: 'CAFÉ' }, ['D']],
		[{ find: 'Cafe' }, []],
		[{ by: 'josé' }, ['D']],
		[{ by: 'JOSÉ'.normalize('NFD') }, ['D']],
		[{ find: 'O’Brien' }, ['Q']],
		[{ find: "o'brien" }, ['Q']],
		[{ find: 'O’Neill' }, ['P']],
		[{ find: 's hook' }, ['Q']],
		[{ find: '\u200b' }, []],
		[{ by: '\u200b' }, []],
	])('%j', (asked, expected) => {
		expect(some.filter((row) => matches(row, query(asked))).map(({ integration }) => integration.id)).toEqual(expected);
	});
});

describe('the order', () => {
	const same = rowsIn(place, [incoming({ id: 'B' }), incoming({ id: 'A' }), incoming({ id: 'C' })]);
	test.each([
		[{}, ['O1', 'I2', 'I1', 'O2', 'R1']],
		[{ sort: 'created' }, ['O1', 'I2', 'I1', 'O2', 'R1']],
		[{ descending: true }, ['O2', 'R1', 'I1', 'I2', 'O1']],
		[{ sort: 'name' }, ['O2', 'R1', 'O1', 'I1', 'I2']],
		[{ sort: 'name', descending: true }, ['I2', 'I1', 'O1', 'R1', 'O2']],
		[{ sort: 'updated' }, ['I1', 'I2', 'O2', 'R1', 'O1']],
		[{ sort: 'updated', descending: true }, ['O1', 'I1', 'I2', 'O2', 'R1']],
	] as const)('is that of the question %j', (asked, expected) => {
		expect(sortRows(rows, query(asked)).map(({ integration }) => integration.id)).toEqual(expected);
	});

	test('capitals do not matter', () => {
		const named = rowsIn(place, [
			incoming({ id: 'B', name: 'ana' }),
			incoming({ id: 'A', name: 'Ana' }),
			incoming({ id: 'C', name: 'ANA' }),
		]);
		expect(sortRows(named, query({ sort: 'name' })).map(({ integration }) => integration.id)).toEqual(['A', 'B', 'C']);
	});

	test('ids decide where the rest is the same, and what came in stays as it was', () => {
		expect(sortRows(same, query()).map(({ integration }) => integration.id)).toEqual(['A', 'B', 'C']);
		expect(same.map(({ integration }) => integration.id)).toEqual(['B', 'A', 'C']);
	});
});

describe('what is found by places and by people', () => {
	const served = [
		incoming({ id: 'I', channels: ['#support', '@ana'], userId: 'MO1', username: 'old-mo', createdById: 'LI1', createdBy: 'li' }),
		outgoing({
			id: 'O',
			channels: [],
			targetRoom: 'vault',
			userId: 'MO1',
			username: 'bot',
			createdById: 'MO1',
			createdBy: 'old-mo',
		}),
		outgoing({ id: 'N', channels: ['#other'], userId: 'MO1', username: 'bot' }),
	].map(toWorkspaceRow);
	const found = (asked: Sought) => served.filter((row) => matches(row, asked)).map(({ integration }) => integration.id);

	test.each([
		['#support', ['I']],
		['@ANA', ['I']],
		['vault', ['O']],
		['all_public', ['O']],
	])('in the whole workspace, %j in a place', (find, expected) => {
		expect(found(query({ scope: 'workspace', find }))).toEqual(expected);
		expect(found(query({ find }))).toEqual([]);
	});

	test('who is called otherwise now: made by the id, posted by an incoming one as the id, by an outgoing one as the name', () => {
		expect(found({ ...query({ by: 'mo' }), byId: 'MO1' })).toEqual(['I', 'O']);
		expect(found({ ...query({ by: 'old-mo' }), byId: undefined })).toEqual(['I', 'O']);
		expect(found(query({ by: 'mo' }))).toEqual([]);
		// Another user who exists, and was called so once, is not meant; an outgoing one posts as the name all the same.
		const now = { ...query({ by: 'old-mo' }), byId: 'NEW1' };
		expect(found({ ...now, otherIds: [] })).toEqual(['I', 'O']);
		expect(found({ ...now, otherIds: ['MO1'] })).toEqual([]);
		expect(found({ ...query({ by: 'bot' }), byId: 'NEW1', otherIds: ['MO1'] })).toEqual(['O', 'N']);
		// A user whose id is not known is nobody's, not even of what names no user.
		const nameless = [incoming({ id: 'X', userId: '', createdById: '' })].map(toWorkspaceRow);
		expect(nameless.some((row) => matches(row, { ...query({ by: 'mo' }), byId: undefined }))).toBe(false);
		expect(nameless.some((row) => matches(row, { ...query({ by: 'mo' }), byId: 'MO1' }))).toBe(false);
	});
});
