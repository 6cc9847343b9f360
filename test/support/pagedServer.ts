/** A server that hands out lists as the real one does (docs/endpoint.md), and the requests that it got. */
import { fail, type Failure, success } from '../../lib/failure';
import type { Get } from '../../lib/rest/client';

export interface Behaviour {
	/** How many rows a list has, as the server says; each is an incoming integration of its own. */
	readonly total: number;
	/** How many it really has, if that is another number. */
	readonly really?: number;
	/** Whether it gives the first page again and again, whatever the offset. */
	readonly repeats?: boolean;
	/** `API_Default_Count`: the rows of a page where no count was asked for. */
	readonly first?: number;
	/** `API_Upper_Count_Limit`: the rows of a page at most. */
	readonly most?: number;
	/** `API_Allow_Infinite_Count`: whether a count of 0 stands for everything. */
	readonly infinite?: boolean;
	/** How many calls the limiter takes; no limit where it is left out. */
	readonly calls?: number;
	/** What the request from an offset on fails with. */
	readonly failAt?: Readonly<Record<number, Failure>>;
	readonly row?: (index: number) => object;
}

function incomingRow(index: number): object {
	return { channel: ['#support'], name: `n${String(index)}`, token: 'CANARY-token' };
}

function sizeOf(count: string | undefined, { first = 50, most = 100, infinite = true }: Behaviour): number {
	if (count === undefined || (count === '0' && !infinite)) {
		return first;
	}
	return count === '0' ? Number.POSITIVE_INFINITY : Math.min(Number(count), most);
}

function rowsFrom({ total, really = total, row = incomingRow }: Behaviour, offset: number, size: number): object[] {
	return Array.from({ length: Math.max(0, Math.min(size, really - offset)) }, (_, index) => ({
		_id: `id${String(offset + index)}`,
		type: 'webhook-incoming',
		...row(offset + index),
	}));
}

interface PagedServer {
	readonly get: Get;
	/** `endpoint?parameters`, in the order in which they came. */
	readonly requests: string[];
	/** The most requests that were under way at once. */
	readonly together: () => number;
}

export function pagedServer(behaviour: Behaviour): PagedServer {
	const requests: string[] = [];
	let [left, underWay, together] = [behaviour.calls ?? Number.POSITIVE_INFINITY, 0, 0];
	const get: Get = async (endpoint, params) => {
		requests.push(`${endpoint}?${new URLSearchParams(params).toString()}`);
		left -= 1;
		const remaining = left;
		together = Math.max(together, ++underWay);
		await Promise.resolve();
		underWay -= 1;
		if (remaining < 0) {
			return fail({ kind: 'rateLimited', seconds: 30 });
		}
		const offset = Number(params.offset ?? 0);
		const failure = behaviour.failAt?.[offset];
		const integrations = rowsFrom(behaviour, behaviour.repeats ? 0 : offset, sizeOf(params.count, behaviour));
		const body = { success: true, integrations, count: integrations.length, offset, total: behaviour.total };
		return failure ? fail(failure) : success({ body, remaining });
	};
	return { get, requests, together: () => together };
}
