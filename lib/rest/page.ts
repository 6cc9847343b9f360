/** One page of a list, decoded. */
import { fail, type Result, success } from '../failure';
import type { Integration } from '../integrations/integration';
import { decodeIntegrations } from './decodeIntegrations';
import type { Reply } from './response';

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

/** No more rows than these are read of a list; a workspace has some hundreds. */
export const mostRows = 5000;

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
	const { integrations, unreadable } = decodeIntegrations(rows.slice(0, mostRows));
	return success({
		size: rows.length,
		// A total that cannot be one counts as unknown.
		total: Number.isSafeInteger(total) ? Math.max(Number(total), rows.length) : rows.length,
		remaining,
		integrations,
		unreadable,
	});
}
