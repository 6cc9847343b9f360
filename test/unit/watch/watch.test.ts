import { describe, expect, test } from '@jest/globals';
import { intervals, isDue } from '../../../lib/watch/watch';
import { watchOf } from '../../support/watched';

const hour = 60 * 60 * 1000;

test('looks are an hour or a day apart, or none are made', () => {
	expect(intervals).toEqual({ off: undefined, hourly: hour, daily: 24 * hour });
});

describe('a room is due', () => {
	test.each([
		['not before its interval is over', { looked: 50, untold: false }, 149, false],
		['as soon as it is', { looked: 50, untold: false }, 150, true],
		['at once where it did not take what changed', { looked: 149, untold: true }, 150, true],
	])('%s', (_, fields, now, due) => {
		expect(isDue(watchOf(fields), 100, now)).toBe(due);
	});
});
