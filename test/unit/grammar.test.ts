import { expect, test } from '@jest/globals';
import { isWord, normalise, words } from '../../lib/grammar';

test('the words stand in the order in which help shows them', () => {
	expect(words.join(' ')).toBe('list incoming outgoing enabled disabled here page private share help');
});

test.each([
	['LIST', 'list'],
	['--Outgoing', 'outgoing'],
	['—page', 'page'],
	['-h', 'help'],
	['?', 'help'],
	['-', ''],
	['constructor', 'constructor'],
])('%j is read as %j', (typed, word) => {
	expect(normalise(typed)).toBe(word);
});

test.each(['', 'constructor', '__proto__', 'toString', 'LIST', '?'])('%j is no word', (word) => {
	expect(isWord(word)).toBe(false);
});
