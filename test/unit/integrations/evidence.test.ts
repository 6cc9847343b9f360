import { expect, test } from '@jest/globals';
import { membership, posterKey } from '../../../lib/integrations/evidence';
import { incoming, outgoing } from '../../support/builders';

const bot = { userId: 'BOT1', username: 'bot' };

test.each([
	['an incoming one by the id', incoming(bot), 'BOT1'],
	['an incoming one without an id by nothing', incoming({ ...bot, userId: '' }), ''],
	['an outgoing one by the stored name', outgoing(bot), '@bot'],
	['an outgoing one without a name by nothing', outgoing({ ...bot, username: '' }), ''],
	['an outgoing one that answers as whoever triggers it by nothing', outgoing({ ...bot, impersonates: true }), ''],
])('the user that it posts as is looked up: %s', (_, integration, key) => {
	expect(posterKey(integration)).toBe(key);
});

test('users and rooms are told apart', () => {
	const keys = [membership('A', 'B'), membership('B', 'A'), membership('A', 'C'), membership('D', 'B')];
	expect(new Set(keys).size).toBe(4);
});
