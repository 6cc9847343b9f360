import { describe, expect, test } from '@jest/globals';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';
import type { Integration } from '../../../lib/integrations/integration';
import { ago, lastPostedLine, unlistedLine } from '../../../lib/messages/lastPostedLine';
import { translator } from '../../../lib/messages/translate';
import { incoming, outgoing } from '../../support/builders';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const now = Date.UTC(2026, 5, 1);
const t = translator('en');

test.each([
	[0, 'just now'],
	[minute - 1, 'just now'],
	[-hour, 'just now'],
	[minute, '1 minute ago'],
	[2 * minute, '2 minutes ago'],
	[hour - 1, '59 minutes ago'],
	[hour, '1 hour ago'],
	[2 * hour - 1, '1 hour ago'],
	[3 * hour, '3 hours ago'],
	[2 * day - 1, '1 day ago'],
	[2 * day, '2 days ago'],
	[400 * day, '400 days ago'],
])('%i ms are %j', (since, text) => {
	expect(ago(now - since, now, t)).toBe(text);
});

function recent(posts: Readonly<Record<string, number>>, messages = 300, known: string[] = []) {
	return toRecentPosts({ messages, lastPosts: new Map(Object.entries(posts)) }, known, now);
}
function posted(integration: Integration, ...args: Parameters<typeof recent>) {
	return lastPostedLine(integration, recent(...args), t);
}

describe('when one posted last', () => {
	test('an incoming one, an outgoing one', () => {
		const lines = ['- Last posted: 3 hours ago'];
		expect(posted(incoming({ id: 'A' }), { A: now - 3 * hour, B: now })).toEqual(lines);
		expect(posted(outgoing({ id: 'A' }), { A: now - 3 * hour })).toEqual(lines);
	});

	test('one that did not post lately: nothing is said', () => {
		expect(posted(incoming({ id: 'A' }), { B: now })).toEqual([]);
	});
});

describe('who posted that is in no list', () => {
	const unlisted = (...args: Parameters<typeof recent>) => unlistedLine(recent(...args), t);

	const [A, B, C] = ['A', 'B', 'C'].map((letter) => letter.repeat(17)) as [string, string, string];

	test('one stranger is counted, and several are', () => {
		const lines = [
			...unlisted({ [A]: now - day, [B]: now }, 300, [B]),
			...unlisted({ [A]: now - day, [B]: now - hour, [C]: now }, 300, [C]),
		];
		expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
		"
		1 more integration posted here, the last time 1 day ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		2 more integrations posted here, the last time 1 hour ago: they were deleted, now serve other rooms, are redirected here, are left out by the app's settings, or cannot be seen by the user whose token the app uses.
		"
	`);
	});

	test('nothing is said where there are none', () => {
		expect(unlisted({ [A]: now }, 300, [A, B])).toEqual([]);
		expect(unlisted({})).toEqual([]);
	});

	test('their ids do not show', () => {
		expect(unlisted({ CANARY67890123456: now, 'CANARY@all': now }).join()).not.toContain('CANARY');
	});
});
