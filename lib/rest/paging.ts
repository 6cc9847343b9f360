/** A list that the server hands out page by page: where each page begins, and how many are asked for at once. */
import { decodeIntegrations } from './decodeIntegrations';
import { fail, type Failure, type Result, success } from '../failure';
import type { Integration } from '../integrations/integration';
import type { Reply } from './response';

/** Integrations as the server lists them. */
export interface List {
	/** Each once. */
	readonly integrations: readonly Integration[];
	/** How many rows the server said there are; more than were fetched when something was in the way. */
	readonly total: number;
	/** How many rows were fetched but could not be read. */
	readonly unreadable: number;
	/** Whether all rows were fetched that the server said there are; `cutShort`: why not, where that is known. */
	readonly whole: boolean;
	readonly cutShort?: Failure;
}

export interface Page {
	/** How many rows the server gave. */
	readonly size: number;
	readonly total: number;
	readonly integrations: readonly Integration[];
	readonly unreadable: number;
	/** How many more requests the server takes for now. */
	readonly remaining: number;
}

/** Asks for `count` rows from an offset on; the server may give fewer without saying so. */
export type GetPage = (offset: number, count: string) => Promise<Result<Page>>;

/** The most that a page can be asked for. */
export const largestPage = '100';

/** Decodes at once: the rows with their secrets live no longer than this. */
export function toPage(answer: Result<Reply>): Result<Page> {
	if (!answer.ok) {
		return answer;
	}
	const { body, remaining } = answer.value;
	const { integrations: rows, total } = body;
	if (!Array.isArray(rows)) {
		return fail({ kind: 'notRocketChat' });
	}
	return success({
		size: rows.length,
		total: typeof total === 'number' ? total : rows.length,
		remaining,
		...decodeIntegrations(rows),
	});
}

/**
 * Fetches what a list has beyond its first page, at most `most` rows. `full`: whether the first page was asked for with the
 * largest count. What comes after the first page may fail: then `cutShort` says why.
 */
export async function fetchList(getPage: GetPage, first: Page, { full, most }: { full: boolean; most: number }): Promise<List> {
	const to = Math.min(first.total, most);
	const { pages, ...rest } = full
		? await fetchFrom(getPage, { from: first.size, to }, first)
		: await fetchAfterSmall(getPage, first, to);
	const all = [first, ...pages];
	const tooLong: Failure | undefined = first.total > most ? { kind: 'listTooLong', most } : undefined;
	const cutShort = rest.cutShort ?? tooLong;
	const integrations = unique(all.flatMap((page) => page.integrations)).slice(0, most);
	const unreadable = all.reduce((sum, page) => sum + page.unreadable, 0);
	const whole = cutShort === undefined && integrations.length + unreadable >= first.total;
	return { integrations, total: first.total, unreadable, whole, ...(cutShort && { cutShort }) };
}

/** From one row to before another. */
interface Range {
	readonly from: number;
	readonly to: number;
}

interface Pages {
	readonly pages: readonly Page[];
	readonly cutShort?: Failure;
}

/** Where more pages are left than the server will take requests for, one request asks for everything. */
async function fetchFrom(getPage: GetPage, { from, to }: Range, { size, remaining }: Page): Promise<Pages> {
	if (size === 0 || from >= to) {
		return { pages: [] };
	}
	if (Math.ceil((to - from) / size) <= remaining) {
		return fetchSteps(getPage, { from, to }, size);
	}
	return fetchEverything(getPage, { from, to });
}

/** How many pages are under way at once: the server is everybody's. */
const together = 5;

/** Fetches what lies between two offsets in steps of one page, some pages at a time; stops at the first failure. */
async function fetchSteps(getPage: GetPage, { from, to }: Range, step: number): Promise<Pages> {
	const pages: Page[] = [];
	for (let offset = from; offset < to; offset += step * together) {
		const offsets = Array.from({ length: together }, (_, index) => offset + index * step).filter((start) => start < to);
		for (const page of await Promise.all(offsets.map(async (start) => getPage(start, largestPage)))) {
			if (!page.ok) {
				return { pages, cutShort: page.failure };
			}
			pages.push(page.value);
		}
	}
	return { pages };
}

/** Everything at once: a number the accessor would drop, and where the server does not allow it, it gives one page. */
const everything = '0';

/** A server that does not allow it gives one page: what is missing then is what the limit is in the way of. */
async function fetchEverything(getPage: GetPage, { from, to }: Range): Promise<Pages> {
	const rest = await getPage(from, everything);
	if (!rest.ok) {
		return { pages: [], cutShort: rest.failure };
	}
	const limited: Failure | undefined = rest.value.size < to - from ? { kind: 'rateLimited', seconds: 60 } : undefined;
	return { pages: [rest.value], ...(limited && { cutShort: limited }) };
}

/** The first page may be smaller than one that was asked for: the second shows how many rows the server really gives. */
async function fetchAfterSmall(getPage: GetPage, first: Page, to: number): Promise<Pages> {
	if (first.size === 0 || first.size >= to) {
		return { pages: [] };
	}
	if (Math.ceil((to - first.size) / Number(largestPage)) > first.remaining) {
		return fetchEverything(getPage, { from: first.size, to });
	}
	const second = await getPage(first.size, largestPage);
	if (!second.ok) {
		return { pages: [], cutShort: second.failure };
	}
	const others = await fetchFrom(getPage, { from: first.size + second.value.size, to }, second.value);
	return { ...others, pages: [second.value, ...others.pages] };
}

/** A row can come twice when integrations are made or removed between two pages. */
function unique(integrations: readonly Integration[]): Integration[] {
	return [...new Map(integrations.map((integration) => [integration.id, integration])).values()];
}
