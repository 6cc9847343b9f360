import { describe, expect, test } from '@jest/globals';
import { readBlockAction, readViewSubmit } from '../../../lib/uikit/payload';

const inMessage = { type: 'message', id: 'M1' };
const inView = { type: 'view', id: 'V1' };

describe('a click', () => {
	test.each<[string, object, object]>([
		[
			'on a button of a message',
			{ actionId: 'next', blockId: 'actions', value: 'OFFER', container: inMessage },
			{ action: 'next', value: 'OFFER' },
		],
		[
			'on a button of a panel',
			{ actionId: 'details', blockId: 'row-1', value: 'OFFER', container: inView },
			{ action: 'details', value: 'OFFER', viewId: 'V1' },
		],
		[
			'on a choice: its block carries the question',
			{ actionId: 'type', blockId: 'OFFER', value: 'incoming', container: inView },
			{ action: 'type', value: 'OFFER', text: 'incoming', viewId: 'V1' },
		],
		[
			'on the other choice, which is taken back',
			{ actionId: 'state', blockId: 'OFFER', value: undefined, container: inView },
			{ action: 'state', value: 'OFFER', text: '', viewId: 'V1' },
		],
	])('a click is read: %s', (_, sent, touched) => {
		expect(readBlockAction(sent)).toStrictEqual(touched);
	});

	const garbage: [object, object][] = [
		[{}, { action: '', value: undefined }],
		[
			{ actionId: 7, value: 7, container: 'view' },
			{ action: '', value: 7 },
		],
		[
			{ actionId: null, value: null, container: null },
			{ action: '', value: null },
		],
		[
			{ actionId: ['type'], blockId: 'B', value: 'x' },
			{ action: '', value: 'x' },
		],
		[
			{ actionId: 'type', value: ['incoming'] },
			{ action: 'type', value: undefined, text: '' },
		],
		[
			{ actionId: 'state', blockId: { a: 1 }, value: 1 },
			{ action: 'state', value: { a: 1 }, text: '' },
		],
		[
			{ actionId: '__proto__', value: 'x' },
			{ action: '__proto__', value: 'x' },
		],
		[
			{ actionId: 'next', value: 'x', container: { type: 'view' } },
			{ action: 'next', value: 'x', viewId: '' },
		],
		[
			{ actionId: 'next', value: 'x', container: { type: 'view', id: 7 } },
			{ action: 'next', value: 'x', viewId: '' },
		],
		[
			{ actionId: 'next', value: 'x', container: [inView] },
			{ action: 'next', value: 'x' },
		],
		[
			{ actionId: 'next', value: 'x', container: { type: 'VIEW', id: 'V1' } },
			{ action: 'next', value: 'x' },
		],
	];
	test.each(garbage)('the click %j is read as far as it is one', (sent, touched) => {
		expect(readBlockAction(sent)).toStrictEqual(touched);
	});
});

describe('a search', () => {
	const submit = { type: 'button', value: 'NEWEST' };
	const search = (fields: object) => ({ action: 'search', viewId: 'V1', ...fields });

	test.each<[string, object, object]>([
		[
			'with the whole view, as the web client sends it',
			{ id: 'V1', submit, state: { OFFER: { search: 'deploy' }, CHOICES: { type: 'all', state: 'all' } } },
			search({ value: 'NEWEST', text: 'deploy' }),
		],
		[
			'with what was typed alone',
			{ id: 'V1', state: { OFFER: { search: 'deploy' } } },
			search({ value: 'OFFER', text: 'deploy' }),
		],
		[
			'with the choices first',
			{ id: 'V1', state: { CHOICES: { type: 'all' }, OFFER: { search: 'x' } } },
			search({ value: 'OFFER', text: 'x' }),
		],
		['for nothing', { id: 'V1', submit, state: { OFFER: { search: '' } } }, search({ value: 'NEWEST', text: '' })],
		['with nothing touched', { id: 'V1', submit, state: {} }, search({ value: 'NEWEST', text: '' })],
		['without a state', { id: 'V1', submit }, search({ value: 'NEWEST', text: '' })],
		[
			'for blanks, which are cut elsewhere',
			{ id: 'V1', submit, state: { O: { search: ' \n' } } },
			search({ value: 'NEWEST', text: ' \n' }),
		],
	])('a search is read: %s', (_, view, touched) => {
		expect(readViewSubmit(view)).toStrictEqual(touched);
	});

	const nothing = { action: 'search', value: undefined, text: '', viewId: '' };
	test.each<[unknown, object]>([
		[undefined, nothing],
		[null, nothing],
		['view', nothing],
		[7, nothing],
		[[], nothing],
		[{}, nothing],
		[{ id: 7, state: 'x', submit: 'y' }, nothing],
		[{ id: null, state: null, submit: null }, nothing],
		[
			{ id: 'V1', state: [], submit: [] },
			{ ...nothing, viewId: 'V1' },
		],
		[{ state: { OFFER: null, OTHER: 'search', THIRD: ['search'], FOURTH: {} } }, nothing],
		[{ state: { OFFER: { search: 7 } } }, { ...nothing, value: 'OFFER' }],
		[
			{ state: { OFFER: { search: ['x'] } }, submit: { value: 7 } },
			{ ...nothing, value: 7 },
		],
		[
			{ state: { OFFER: { search: 'x' } }, submit: { value: null } },
			{ ...nothing, value: null, text: 'x' },
		],
		[JSON.parse('{"state":{"__proto__":{"search":"x"}}}'), { ...nothing, value: '__proto__', text: 'x' }],
		[{ state: { constructor: { search: 'x' } } }, { ...nothing, value: 'constructor', text: 'x' }],
	])('the search %j is read as far as it is one', (view, touched) => {
		expect(readViewSubmit(view)).toStrictEqual(touched);
	});

	test('5,000 characters are handed on as they are: the question cuts them', () => {
		expect(readViewSubmit({ state: { OFFER: { search: 'x'.repeat(5000) } } }).text).toHaveLength(5000);
	});
});
