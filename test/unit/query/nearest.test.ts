import { expect, test } from '@jest/globals';
import { nearest } from '../../../lib/query/nearest';

test.each([
	['outgoign', 'outgoing'],
	['ncoming', 'incoming'],
	['inc', 'incoming'],
	['dis', 'disabled'],
	['hlep', 'help'],
	['', 'help'],
	['x'.repeat(100_000), 'incoming'],
])('%.20j is probably %j', (word, expected) => {
	expect(nearest(word, ['incoming', 'outgoing', 'disabled', 'help'])).toBe(expected);
});
