type Row = Readonly<Record<string, unknown>>;

export type Sort = readonly { readonly key: string; readonly direction: 1 | -1 }[];

/** Section 1, "Default order". */
export const OLDEST_FIRST: Sort = [{ key: '_createdAt', direction: 1 }];

/** In no order: as the records are stored. */
export const UNSORTED: Sort = [];

/** Rows in an order; equal ones stay as they are stored, which the server does not promise (section 1: no tie-break). */
export function sortRows<T extends Row>(rows: readonly T[], sort: Sort): T[] {
	return [...rows].sort((one, other) => {
		for (const { key, direction } of sort) {
			const difference = compare(valueAt(one, key), valueAt(other, key));
			if (difference !== 0) {
				return difference * direction;
			}
		}
		return 0;
	});
}

function compare(one: unknown, other: unknown): number {
	const [rank, otherRank] = [rankOf(one), rankOf(other)];
	if (rank !== otherRank || rank === 0) {
		return rank - otherRank;
	}
	if (typeof one === 'number' && typeof other === 'number') {
		return one - other;
	}
	const [text, otherText] = [one, other].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
	return text === otherText ? 0 : (text ?? '') < (otherText ?? '') ? -1 : 1;
}

/** MongoDB orders by type first: what is missing, numbers, strings, the rest. */
function rankOf(value: unknown): number {
	return value === undefined || value === null ? 0 : ['number', 'string'].indexOf(typeof value) + 1 || 3;
}

function valueAt(row: Row, path: string): unknown {
	return path.split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row);
}
