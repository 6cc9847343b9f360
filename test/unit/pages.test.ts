import { expect, test } from '@jest/globals';
import { success } from '../../lib/failure';
import type { Page } from '../../lib/pages';
import { fetchRest } from '../../lib/pages';

const page = (size: number, total: number): Page => ({ size, total, integrations: [], unreadable: 0 });

/** Asks a server that gives `most` rows a page for all after the first page, and tells how many requests were under way at once. */
const watch = async (first: Page, most: number) => {
	const offsets: number[] = [];
	const together: number[] = [];
	let underWay = 0;
	await fetchRest(async (offset) => {
		offsets.push(offset);
		together.push(++underWay);
		await Promise.resolve();
		underWay -= 1;
		return success(page(Math.min(most, first.total - offset), first.total));
	}, first);
	return { offsets, most: Math.max(0, ...together) };
};

test('the offsets follow what the second page really gave', async () => {
	expect((await watch(page(50, 200), 30)).offsets).toEqual([50, 80, 110, 140, 170]);
	expect((await watch(page(50, 200), 100)).offsets).toEqual([50, 150]);
	expect((await watch(page(50, 50), 100)).offsets).toEqual([]);
	expect((await watch(page(0, 50), 100)).offsets).toEqual([]);
});

test('the second page alone, then five at once', async () => {
	expect((await watch(page(50, 1200), 100)).most).toBe(5);
	expect((await watch(page(50, 150), 100)).most).toBe(1);
});
