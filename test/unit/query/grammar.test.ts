import { expect, test } from '@jest/globals';
import { isWord, normalise, ruleOf, words } from '../../../lib/query/grammar';

test('the words stand in the order in which help shows them', () => {
	expect(words.join(' ')).toBe(
		'list incoming outgoing enabled disabled here all workspace attention by sort desc page private share fresh browse watch unwatch changes export status help find show',
	);
});

test('a word that takes a value shows one; the rest of the line is taken by words that come last', () => {
	const taking = words.filter((word) => ruleOf(word).takes).map((word) => [word, ruleOf(word).shown]);
	expect(taking).toEqual([
		['by', '@user'],
		['sort', 'name'],
		['page', '2'],
		['find', 'text'],
		['show', 'name'],
	]);
});

test.each([
	['LIST', 'list'],
	['--Outgoing', 'outgoing'],
	['—page', 'page'],
	['–fresh', 'fresh'],
	['-h', 'help'],
	['?', 'help'],
	['-', ''],
	['constructor', 'constructor'],
])('%j is read as %j', (typed, word) => {
	expect(normalise(typed)).toBe(word);
});

test.each(['', 'constructor', '__proto__', 'toString', 'LIST', '?', '#support'])('%j is no word', (word) => {
	expect(isWord(word)).toBe(false);
});
