import { expect, test } from '@jest/globals';
import type { AgedList } from '../../../lib/rest/cache';
import { combineLists, toFetched } from '../../../lib/rest/combineLists';
import { success } from '../../../lib/failure';
import { incoming, place } from '../../support/builders';

/** A list that was kept for so many seconds, of a server that takes the next request in so many. */
function aged(age: number, retryIn?: number, unreadable = 0): AgedList {
	const integrations = [incoming({ id: `of ${String(age)}` })];
	const value = { integrations, unreadable, total: integrations.length, whole: true };
	return { value, age, ...(retryIn !== undefined && { retryIn }) };
}

test('of two kept lists the older one’s age is told, and the longer wait', () => {
	const lists = { room: success(aged(9000, 40)), workspace: success(aged(3000, 90)), fillsUp: false };
	expect(combineLists(lists, place, true)).toMatchObject({ age: 9000, retryIn: 90 });
	const swapped = { ...lists, room: lists.workspace, workspace: lists.room };
	expect(combineLists(swapped, place, true)).toMatchObject({ age: 9000, retryIn: 90 });
});

test('where nothing is limited, nobody is told to wait', () => {
	const lists = { room: success(aged(0)), workspace: undefined, fillsUp: false };
	expect(combineLists(lists, place, true).retryIn).toBeUndefined();
});

test('what could not be read of the workspace’s list counts among its integrations', () => {
	expect(toFetched(aged(0, undefined, 2))).toMatchObject({ total: 3, unreadable: 2 });
});
