import { expect, test } from '@jest/globals';
import { distance, nearest } from '../../../lib/query/nearest';

test.each([
	['outgoign', 'outgoing'],
	['ncoming', 'incoming'],
	['inc', 'incoming'],
	['dis', 'disabled'],
	['hlep', 'help'],
	['', 'help'],
	// One letter is no beginning that says much.
	['d', 'help'],
	['x'.repeat(100_000), 'incoming'],
])('a word that is nearly another is probably that one (row %#)', (word, expected) => {
	expect(nearest(word, ['incoming', 'outgoing', 'disabled', 'help'])).toBe(expected);
});

test('of long texts only the beginnings are compared', () => {
	expect(distance('x'.repeat(1_000_000), 'y'.repeat(1_000_000))).toBe(40);
	expect(distance(`${'x'.repeat(40)}abc`, 'x'.repeat(40))).toBe(0);
});

test.each([
	['deploy', 'deploys', 1],
	['', 'abc', 3],
	['deploy', '🚀 bot', 5],
	['🚀', '🚀', 0],
	['🚀', '🛑', 1],
])('from %j to %j it takes %i changes, a letter of two units being one', (from, to, changes) => {
	expect(distance(from, to)).toBe(changes);
	expect(distance(to, from)).toBe(changes);
});
