/** Fetches a list that the server gives page by page, several pages at once, within its rate limit. */
import { decodeIntegrations } from './decodeIntegrations';
import { fail, type Failure, type Result, success } from '../failure';
import type { Integration } from '../integrations/integration';
import type { Reply } from './response';

/** A decoded list, as far as it was fetched. */
export interface List {
	/** Each integration once. */
	readonly integrations: readonly Integration[];
	/** How many rows there are, as the server says. */
	readonly total: number;
	/** How many of the fetched rows could not be decoded. */
	readonly unreadable: number;
	/** Whether all rows were fetched; if not, `cutShort` says why, where that is known. */
	readonly whole: boolean;
	readonly cutShort?: Failure;
}

/** One decoded page. */
export interface Page {
	/** How many rows it has. */
	readonly size: number;
	/** How many rows the list has, as the server says. */
	readonly total: number;
	readonly integrations: readonly Integration[];
	readonly unreadable: number;
	/** How many more requests the server takes for now; infinite where it does not count. */
	readonly remaining: number;
}

/** Fetches up to `count` rows from an offset on; the server may give fewer. `count` is a text because the engine drops the number 0. */
export type GetPage = (offset: number, count: string) => Promise<Result<Page>>;

/** The most rows that the server gives a page by default (`API_Upper_Count_Limit`). */
export const largestPage = '100';

/** Decodes an answer. The records, with their secrets, go no further. Fails with `notRocketChat` where it holds no list. */
export function toPage(answer: Result<Reply>): Result<Page> {
	if (!answer.ok) {
		return answer;
	}
	const { body, remaining } = answer.value;
	const { integrations: rows, total } = body;
	if (!Array.isArray(rows)) {
		return fail({ kind: 'notRocketChat' });
	}
	const { integrations, unreadable } = decodeIntegrations(rows);
	return success({
		size: rows.length,
		// A total that cannot be one counts as unknown.
		total: Number.isSafeInteger(total) ? Math.max(Number(total), rows.length) : rows.length,
		remaining,
		integrations,
		unreadable,
	});
}

/**
 * Fetches the pages after the first one, and puts all together, at most `most` rows. `full`: whether the first page was asked for
 * with the largest count; otherwise the next one may be larger. A failure ends it: `cutShort` then says why.
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

/** Offsets: from one row to before another. */
interface Range {
	readonly from: number;
	readonly to: number;
}

/** What was fetched, and why it is not all. */
interface Pages {
	readonly pages: readonly Page[];
	readonly cutShort?: Failure;
}

/** Fetches a range page by page, or, where the server does not take that many requests for now, in a single one. */
async function fetchFrom(getPage: GetPage, { from, to }: Range, { size, remaining }: Page): Promise<Pages> {
	if (size === 0 || from >= to) {
		return { pages: [] };
	}
	if (Math.ceil((to - from) / size) <= remaining) {
		return fetchSteps(getPage, { from, to }, size);
	}
	return fetchEverything(getPage, { from, to });
}

/** How many pages are fetched at once: few, so as not to burden the server. */
const together = 5;

/** Fetches a range in steps of one page, some pages at a time; stops at the first failure. */
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

/** As `count`: all rows, unless the workspace forbids that (`API_Allow_Infinite_Count`); then the server gives one page. */
const everything = '0';

/** Fetches a range in one request. If the server forbids that, it gives one page, and the rest is missing for its rate limit. */
async function fetchEverything(getPage: GetPage, { from, to }: Range): Promise<Pages> {
	const rest = await getPage(from, everything);
	if (!rest.ok) {
		return { pages: [], cutShort: rest.failure };
	}
	const limited: Failure | undefined = rest.value.size < to - from ? { kind: 'rateLimited', seconds: 60 } : undefined;
	return { pages: [rest.value], ...(limited && { cutShort: limited }) };
}

/** After a first page of the default size: the second, of the largest count, shows how many rows the server really gives a page. */
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

/** A row may come twice where integrations are made or removed while pages are fetched. */
function unique(integrations: readonly Integration[]): Integration[] {
	return [...new Map(integrations.map((integration) => [integration.id, integration])).values()];
}
