/** Fetches a list that the server gives page by page, several pages at once, within its rate limit. */
import type { Failure, Result } from '../failure';
import type { Integration } from '../integrations/integration';
import type { Page } from './page';

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

/** Fetches up to `count` rows from an offset on; the server may give fewer. `count` is a text because the engine drops the number 0. */
export type GetPage = (offset: number, count: string) => Promise<Result<Page>>;

/** The most rows that the server gives a page by default (`API_Upper_Count_Limit`). */
export const largestPage = '100';

/**
 * Fetches the pages after the first one, and puts all together, at most `most` rows. `full`: whether the first page was asked for
 * with the largest count; otherwise the next one may be larger. A failure ends it: `cutShort` then says why.
 */
export async function fetchList(getPage: GetPage, first: Page, { full, most }: { full: boolean; most: number }): Promise<List> {
	const to = Math.min(first.total, most);
	const { pages, ...rest } = first.size > 0 ? await fetchRest(getPage, first, { full, to }) : { pages: [first] };
	const integrations = unique(pages).slice(0, most);
	const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
	const read = integrations.length + unreadable;
	const tooLong: Failure | undefined = first.total > most && read >= most ? { kind: 'listTooLong', most } : undefined;
	const cutShort = rest.cutShort ?? tooLong;
	const whole = cutShort === undefined && read >= first.total;
	return { integrations, total: first.total, unreadable, whole, ...(cutShort && { cutShort }) };
}

/** What was fetched, and why it is not all. */
interface Pages {
	readonly pages: readonly Page[];
	readonly cutShort?: Failure;
}

/** How many pages are fetched at once: few, so as not to burden the server. */
const together = 5;

/** The most pages of a list: 5,000 rows take 167 where the server gives 30 at once, and one that gives single rows ends here. */
const mostPages = 200;

/**
 * Fetches the pages after the first one, up to the row `to`. Each offset follows what the page before really had, and a page that
 * brings nothing new ends it: the server says more than it has. Where the server does not take that many requests for now, a
 * single one asks for the rest.
 */
async function fetchRest(getPage: GetPage, first: Page, { full, to }: { full: boolean; to: number }): Promise<Pages> {
	const pages = [first];
	const isNews = createCompare(first);
	let [offset, remaining] = [first.size, first.remaining];
	// After a small page, a single one of the largest count shows how many rows the server really gives.
	let [step, atOnce] = full ? [first.size, together] : [Number(largestPage), 1];
	while (offset < to && pages.length < mostPages) {
		if (Math.ceil((to - offset) / step) > remaining) {
			const { pages: all, cutShort } = await fetchEverything(getPage, { from: offset, to });
			const news = all.filter(isNews);
			// Where it brings nothing new, it is not the limit that ends the list: the server says more than it has.
			return { pages: [...pages, ...news], ...(cutShort && news.length === all.length && { cutShort }) };
		}
		const starts = Array.from({ length: atOnce }, (_, index) => offset + index * step).filter((start) => start < to);
		for (const page of await Promise.all(starts.map(async (start) => getPage(start, largestPage)))) {
			if (!page.ok) {
				return { pages, cutShort: page.failure };
			}
			if (!isNews(page.value)) {
				return { pages };
			}
			pages.push(page.value);
			const isAsExpected = page.value.size === step;
			({ size: step, remaining } = page.value);
			[offset, atOnce] = [offset + step, together];
			if (!isAsExpected) {
				break; // What was fetched beside it begins at a wrong row.
			}
		}
	}
	return { pages };
}

/** Tells of one page after the other whether it holds a row that none before it held. A row that cannot be read has no id to compare. */
function createCompare({ integrations: first }: Page): (page: Page) => boolean {
	const known = new Set(first.map(({ id }) => id));
	return ({ integrations, unreadable }) => {
		const before = known.size;
		for (const { id } of integrations) {
			known.add(id);
		}
		return known.size > before || (integrations.length === 0 && unreadable > 0);
	};
}

/** As `count`: all rows, unless the workspace forbids that (`API_Allow_Infinite_Count`); then the server gives one page. */
const everything = '0';

/** Fetches a range in one request. If the server forbids that, it gives one page, and the rest is missing for its rate limit. */
async function fetchEverything(getPage: GetPage, { from, to }: { from: number; to: number }): Promise<Pages> {
	const rest = await getPage(from, everything);
	if (!rest.ok) {
		return { pages: [], cutShort: rest.failure };
	}
	const limited: Failure | undefined = rest.value.size < to - from ? { kind: 'rateLimited', seconds: 60 } : undefined;
	return { pages: [rest.value], ...(limited && { cutShort: limited }) };
}

/** A row may come twice where integrations are made or removed while pages are fetched. */
function unique(pages: readonly Page[]): Integration[] {
	return [...new Map(pages.flatMap((page) => page.integrations).map((integration) => [integration.id, integration])).values()];
}
