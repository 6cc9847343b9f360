/** A list that the server hands out page by page: where each page begins, and how many are asked for at once. */
import { decodeIntegrations } from './decode';
import type { Failure, Result } from './failure';
import { fail, success } from './failure';
import type { Integration } from './integration';
import type { Body } from './restAnswer';

export interface Page {
	/** How many rows the server gave. */
	readonly size: number;
	readonly total: number;
	readonly integrations: readonly Integration[];
	readonly unreadable: number;
}

/** The most that a page can be asked for; the server may give less without saying so. */
export const largestPage = 100;

/** How many pages are under way at once: the server is everybody's. */
const together = 5;

/** Decodes at once: the rows with their secrets live no longer than this. */
export const asPage = (answer: Result<Body>): Result<Page> => {
	if (!answer.ok) {
		return answer;
	}
	const { integrations: rows, total } = answer.value;
	if (!Array.isArray(rows)) {
		return fail({ kind: 'notRocketChat' });
	}
	return success({ size: rows.length, total: typeof total === 'number' ? total : rows.length, ...decodeIntegrations(rows) });
};

/** Asks for the rows from an offset on. */
export type GetPage = (offset: number) => Promise<Result<Page>>;

export interface Pages {
	readonly pages: readonly Page[];
	/** Why the rest is missing. */
	readonly cutShort?: Failure;
}

/** Fetches what lies between two offsets in steps of one page, some pages at a time; stops at the first failure. */
const fetchSteps = async (getPage: GetPage, from: number, total: number, step: number): Promise<Pages> => {
	const pages: Page[] = [];
	for (let offset = from; offset < total; offset += step * together) {
		const offsets = Array.from({ length: together }, (_, index) => offset + index * step).filter((start) => start < total);
		for (const page of await Promise.all(offsets.map(getPage))) {
			if (!page.ok) {
				return { pages, cutShort: page.failure };
			}
			pages.push(page.value);
		}
	}
	return { pages };
};

/**
 * Fetches what the first page lacks. The second page shows how many rows the server really gives; the others follow in steps
 * of that. Never fails as a whole: what was fetched until then counts.
 */
export const fetchRest = async (getPage: GetPage, { size, total }: Page): Promise<Pages> => {
	if (size === 0 || size >= total) {
		return { pages: [] };
	}
	const second = await getPage(size);
	if (!second.ok) {
		return { pages: [], cutShort: second.failure };
	}
	const step = second.value.size;
	const others: Pages = step > 0 ? await fetchSteps(getPage, size + step, total, step) : { pages: [] };
	return { ...others, pages: [second.value, ...others.pages] };
};
