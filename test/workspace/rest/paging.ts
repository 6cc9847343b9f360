import { meteorRefusal, plainRefusal } from './answers';
import type { Call } from './call';
import { numberSetting } from './settings';
import { sortRows, type Sort } from './sort';

type Row = Readonly<Record<string, unknown>>;

export interface Page<T> {
	readonly rows: T[];
	readonly offset: number;
	readonly total: number;
}

interface Paging {
	readonly offset: number;
	/** 0: all. */
	readonly count: number;
}

/** One page of rows in the order asked for, or in the endpoint's own; sections 1 and 3. */
export function pageOf<T extends Row>(call: Call, rows: readonly T[], ownOrder: Sort): Page<T> {
	const paging = pagingOf(call);
	const sorted = sortRows(rows, sortOf(call) ?? ownOrder);
	return { rows: cut(sorted, paging), offset: paging.offset, total: rows.length };
}

/** Section 1, `offset` and `count` (PG): parsed as far as they are numbers; a count above the limit is lowered to it. */
function pagingOf({ workspace, query }: Call): Paging {
	const usual = numberSetting(workspace, 'API_Default_Count', 50);
	const asked = query.count === undefined ? usual : parseInt(String(query.count ?? '') || '0', 10);
	const clamped = Math.min(asked, numberSetting(workspace, 'API_Upper_Count_Limit', 100));
	const count = clamped === 0 && workspace.settings.API_Allow_Infinite_Count === false ? usual : clamped;
	return { offset: parseInt(String(query.offset), 10) || 0, count };
}

/** Section 1, `sort`: a JSON object of 1 and -1. */
function sortOf({ query }: Call): Sort | undefined {
	if (!query.sort) {
		return undefined;
	}
	try {
		const entries = Object.entries(JSON.parse(query.sort) as Record<string, unknown>);
		const sort = entries.map(([key, value]) => ({ key, direction: value === 1 || value === -1 ? value : undefined }));
		if (sort.every((part): part is Sort[number] => part.direction !== undefined)) {
			return sort;
		}
	} catch {
		// No JSON is refused below, as another direction is.
	}
	const details = { helperMethod: 'parseJsonQuery' };
	throw meteorRefusal('error-invalid-sort', `Invalid sort parameter provided: "${query.sort}"`, details);
}

/** What MongoDB does with the numbers; section 1 holds the negative count and both refusals for unconfirmed. */
function cut<T>(rows: readonly T[], { offset, count }: Paging): T[] {
	if (Number.isNaN(count)) {
		throw plainRefusal(400, 'Operation "limit" requires an integer');
	}
	if (offset < 0) {
		throw plainRefusal(400, `BSON field 'skip' value must be >= 0, actual value '${offset}'`);
	}
	return rows.slice(offset, count === 0 ? undefined : offset + Math.abs(count));
}
