import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { fail } from '../../../lib/failure';
import { type ButtonValue, isOffered, printButtonValue, readButtonValue, readRoomId } from '../../../lib/uikit/buttonValue';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: '' };
function offer(asked: Partial<Query> = {}, fields: Partial<ButtonValue> = {}): ButtonValue {
	return {
		query: query(asked),
		origin,
		choice: '',
		...fields,
	};
}
function again(one: ButtonValue) {
	return readButtonValue(printButtonValue(one));
}
const stale = fail({ kind: 'stale' });

test('its form: another one is from another version of the app', () => {
	const asked = { type: 'outgoing', find: 'a  "b"', page: 2, fresh: true } as const;
	expect(printButtonValue(offer(asked, { choice: 'ID1' }))).toBe(
		'[1,"SUPPORT1","LI1","","ID1",["outgoing"],["page","2"],["find","a  \\"b\\""]]',
	);
});

test.each([
	[printButtonValue(offer()), 'SUPPORT1'],
	['[99,"SUPPORT1"]', 'SUPPORT1'],
	['[99,7]', ''],
	[`[1,"${'x'.repeat(101)}"]`, ''],
	[`[1,"SUPPORT1","${'x'.repeat(5000)}"]`, ''],
	['{}', ''],
	['', ''],
	[undefined, ''],
	[['1', 'SUPPORT1'], ''],
])('%j says that it is of the room %j', (value, roomId) => {
	expect(readRoomId(value)).toBe(roomId);
});

const choices: Partial<{ readonly [K in keyof Query]: readonly (Query[K] | undefined)[] }> = {
	action: ['list', 'browse', 'status'],
	type: [undefined, 'incoming', 'outgoing'],
	state: [undefined, 'enabled', 'disabled'],
	scope: [undefined, 'here', 'all'],
	find: [undefined, 'page 2 "x" \\ `@all` ação 🙂 show'],
	by: [undefined, '@find'],
	show: [undefined, '["list"] deploys'],
	sort: [undefined, 'created'],
	descending: [undefined, true],
	page: [1, 9999],
	visibility: [undefined, 'private', 'share'],
};

test('every combination is read as what was printed, but for `fresh`', () => {
	const all = Object.entries(choices).reduce<Query[]>(
		(queries, [key, values]) =>
			queries.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [key]: value }))),
		[query()],
	);
	expect(all).toHaveLength(15_552);
	const different = all.filter((asked) => {
		const printed = printButtonValue(offer({ ...asked, fresh: true }));
		const read = readButtonValue(printed);
		return !read.ok || !isDeepStrictEqual(read.value, offer(asked)) || printButtonValue(read.value) !== printed;
	});
	expect(different).toEqual([]);
});

describe('what a control may carry', () => {
	const hostile = [
		'@all',
		'`x` **y** [z](javascript:x)',
		'"]]',
		'\\',
		'__proto__',
		'constructor',
		'\u202eabc',
		'{"a":1}',
		'ß🙂é',
	];
	test.each(hostile)('%j as text, name, person, id', (text) => {
		const person = text.replace(/\s/g, '');
		const one = offer(
			{ find: text, show: text, by: person },
			{ choice: text, origin: { roomId: text, askerId: text, threadId: text } },
		);
		expect(valueOf(again(one))).toEqual(one);
	});

	test('the longest that can be typed, quotes and all', () => {
		const id = '"'.repeat(100);
		for (const letter of ['x', '"', '\\', 'é', '\u20ac', '\u0001']) {
			const text = letter.repeat(100);
			const ids = { roomId: id, askerId: id, threadId: id };
			const one = offer({ find: text, show: text, by: letter.repeat(99) }, { choice: id, origin: ids });
			expect(valueOf(again(one))).toEqual(one);
		}
	});
});

describe('of what is no value of the app', () => {
	const good = printButtonValue(offer({ type: 'outgoing', find: 'x' }, { choice: 'ID1' }));

	test.each<[string, unknown]>([
		['nothing', undefined],
		['nothing at all', null],
		['no text', 7],
		['an object', { length: 5 }],
		['a list that was read already', JSON.parse(good)],
		['no words', ''],
		['the action', 'next'],
		['no list', '{}'],
		['an empty list', '[]'],
		['a number', '1'],
		['a list of lists', '[[1]]'],
		['`__proto__`', '{"__proto__":[1]}'],
		['no JSON', 'list page 2'],
		['5,000 characters', 'x'.repeat(5000)],
		['too long, blanks and all', `${good}${' '.repeat(4000)}`],
		['something after it', `${good}x`],
	])('%s is stale', (_, value) => {
		expect(readButtonValue(value)).toEqual(stale);
	});

	const parts: unknown[] = [1, 'SUPPORT1', 'LI1', '', 'ID1'];
	const wrong: unknown[] = [0, 2, null, true, '1', [], {}, 'x'.repeat(101)];
	test.each(parts.map((_, index) => index))('a value whose part %i is another is stale', (index) => {
		for (const value of index > 0 ? wrong.filter((one) => one !== '1') : wrong) {
			expect(readButtonValue(JSON.stringify(parts.map((part, at) => (at === index ? value : part))))).toEqual(stale);
		}
		expect(readButtonValue(JSON.stringify(parts.slice(0, index)))).toEqual(stale);
	});

	test.each<[unknown[]]>([
		[['outgoing']],
		[[[]]],
		[[['nonsense']]],
		[[['__proto__']]],
		[[['constructor', 'x']]],
		[[['OUTGOING']]],
		[[['--outgoing']]],
		[[['#sales']]],
		[[['page', 2]]],
		[[['page', '0']]],
		[[['page', '-1']]],
		[[['page', '1e3']]],
		[[['page', '10000']]],
		[[['page']]],
		[[['page', '2', '3']]],
		[[['find', '  ']]],
		[[['find', null]]],
		[[['by', 'ana li']]],
		[[['sort', 'size']]],
		[[['incoming'], ['outgoing']]],
		[
			[
				['page', '2'],
				['page', '3'],
			],
		],
		[[{ 0: 'incoming', length: 1 }]],
		[[null]],
	])('a value with the words %j is stale', (entries) => {
		expect(readButtonValue(JSON.stringify([...parts, ...entries]))).toEqual(stale);
	});

	test('cut, or with a letter less or another: never an error', () => {
		for (const index of Array.from({ length: good.length }).keys()) {
			expect(readButtonValue(good.slice(0, index))).toEqual(stale);
			for (const letter of ['', '"', '\\', '[', '\u0000', '🙂']) {
				const { ok } = readButtonValue(good.slice(0, index) + letter + good.slice(index + 1));
				expect(typeof ok).toBe('boolean');
			}
		}
	});

	test('a text that is too long is cut, as a typed one', () => {
		const forged = JSON.stringify([...parts, ['find', 'x'.repeat(1500)]]);
		expect(valueOf(readButtonValue(forged)).query.find).toHaveLength(100);
	});

	test('of a long name to show it carries the beginning, which asks for the same one, and stays as it is', () => {
		const name = `Deploys ${'x'.repeat(292)}`;
		const shown = valueOf(again(offer({ show: name })));
		expect(shown.query.show).toBe(name.slice(0, 101));
		expect(valueOf(again(shown))).toEqual(shown);
		expect(printButtonValue(offer({ show: '"'.repeat(2000) })).length).toBeLessThan(300);
	});

	test('a name is carried composed, however it was typed', () => {
		const decomposed = 'Déploiements'.normalize('NFD');
		const read = valueOf(readButtonValue(JSON.stringify([...parts, ['find', decomposed], ['show', decomposed]]))).query;
		expect([read.find, read.show]).toEqual([decomposed.normalize('NFC'), decomposed.normalize('NFC')]);
	});
});

describe('what the blocks of a message offer', () => {
	const value = printButtonValue(offer());
	const control = { type: 'button', actionId: 'next', value };
	const other = { type: 'button', actionId: 'previous', value: printButtonValue(offer({ page: 2 })) };

	test.each<[string, unknown[]]>([
		['among the elements', [{ type: 'section' }, { type: 'actions', elements: [other, control] }]],
		['as an accessory', [{ type: 'section', accessory: control, elements: 'none' }]],
		[
			'in what a server has added to',
			[{ elements: [null, 7, { ...control, text: { type: 'plain_text' }, extra: 1 }], _id: 'x' }],
		],
	])('a control is found %s', (_, blocks) => {
		expect(isOffered(blocks, 'next', value)).toBe(true);
	});

	test.each<[string, unknown[], string, string]>([
		['no blocks', [], 'next', value],
		['the value of another action', [{ elements: [control, other] }], 'previous', value],
		['another value', [{ elements: [control, other] }], 'next', other.value],
		['one blank more', [{ elements: [control] }], 'next', `${value} `],
		['a part of it', [{ elements: [control] }], 'next', value.slice(0, -1)],
		['capitals', [{ elements: [control] }], 'NEXT', value],
		['no control', [{ type: 'section', text: { type: 'mrkdwn', text: value } }], 'next', value],
		['a control that is deeper inside', [{ blocks: [{ elements: [control] }] }, { element: control }], 'next', value],
		['a value that is only like it', [{ elements: [{ ...control, value: [value] }] }], 'next', value],
		['none of what is no block', [null, undefined, 7, 'next', [control], { elements: [[control]] }], 'next', value],
		['`__proto__`', [{ elements: [{}] }], '__proto__', 'undefined'],
		['what is not there', [{ elements: [{}] }], 'undefined', 'undefined'],
	])('a control is not found in %s', (_, blocks, action, asked) => {
		expect(isOffered(blocks, action, asked)).toBe(false);
	});
});
