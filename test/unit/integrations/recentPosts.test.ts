import { describe, expect, test } from '@jest/globals';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';

const [A, B, C, D] = ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(17)) as [string, string, string, string];
function at(day: number) {
	return Date.UTC(2026, 0, day);
}

describe('beside those that are known, and marks that clients write themselves', () => {
	const activity = {
		messages: 300,
		lastPosts: new Map(
			Object.entries({ [A]: at(9), [B]: at(5), [C]: at(7), 'js.SDK': at(9), short: at(9), [`-${D}`]: at(9), [`${D}-`]: at(9) }),
		),
	};

	test.each([
		[[A, B, C, 'D'], 0, 0],
		[[A, B], 1, at(7)],
		[[A], 2, at(7)],
		[[], 3, at(9)],
	])('where %j are known the others are strangers', (known, count, newest) => {
		expect(toRecentPosts(activity, known, at(10))).toEqual({ activity, unlisted: { count, at: newest }, now: at(10) });
	});

	test('there are no strangers where nobody posted', () => {
		const silent = { messages: 9, lastPosts: new Map<string, number>() };
		expect(toRecentPosts(silent, ['A'], 1)).toEqual({ activity: silent, unlisted: { count: 0, at: 0 }, now: 1 });
	});
});
