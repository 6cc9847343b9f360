/** Which rows are shown one by one, and which are only counted. */
import { worstFirst } from '../integrations/finding';
import type { Findings } from '../integrations/findFindings';
import { deedOf, type Part, type Reason, type Row } from '../integrations/reach';
import type { Query } from '../query/query';
import type { Audience } from '../integrations/audience';

/** How many integrations are not shown one by one, by the reason why they reach the room. */
export type Counted = Partial<Readonly<Record<Reason, number>>>;

/** All rows to be shown, of all pages, and what is counted beside them. */
interface Selection {
	readonly rows: readonly Row[];
	readonly counted: Counted;
}

/** What rows are selected from, already in the order asked for. */
interface SelectionRequest {
	readonly query: Query;
	readonly audience: Audience;
	/** The matching rows that the reader may see, and those that not. */
	readonly matching: readonly Row[];
	readonly hiddenMatching: readonly Row[];
	readonly findings: Findings;
}

/** Up to so many integrations that reach all rooms of this kind are shown one by one; more are counted. */
const mostEverywhere = 5;

/** Selects the rows to show, and counts the rest. Of rows that the reader may not see only a number by reason comes out. */
export function select({ query, audience, matching, hiddenMatching, findings }: SelectionRequest): Selection {
	const { action, scope, attention, find, by } = query;
	if (attention) {
		return { rows: sortByWorst(matching, findings), counted: {} };
	}
	const everywhere = partOf(matching, 'everywhere');
	const searched = find !== undefined || by !== undefined;
	const oneByOne =
		everywhere.length <= mostEverywhere || scope === 'all' || searched || action === 'browse' || action === 'export';
	// With a search even a count would tell whether another room has an integration of that name.
	const hidden = scope !== 'all' || audience === 'admin' || searched ? [] : hiddenMatching;
	return {
		rows: [...byDeed(partOf(matching, 'here')), ...(oneByOne ? byDeed(everywhere) : []), ...byDeed(partOf(matching, 'remote'))],
		counted: countReasons([...(oneByOne ? [] : everywhere), ...hidden]),
	};
}

/** Rows whose worst findings are of the same kind keep the order asked for. */
function sortByWorst(rows: readonly Row[], findings: Findings): Row[] {
	const worst = ({ integration }: Row) => findings.get(integration.id)?.[0];
	return [...rows].sort((one, other) => {
		const [first, second] = [worst(one), worst(other)];
		return first && second ? worstFirst(first, second) : 0;
	});
}

/** The rows that reach the room in this way. */
export function partOf(rows: readonly Row[], part: Part): Row[] {
	return rows.filter(({ reach }) => reach.part === part);
}

/** What posts here before what listens here. */
function byDeed(rows: readonly Row[]): Row[] {
	const listens = (row: Row): boolean => deedOf(row) === 'outgoing';
	return [...rows.filter((row) => !listens(row)), ...rows.filter(listens)];
}

function countReasons(rows: readonly Row[]): Counted {
	const counted: Partial<Record<Reason, number>> = {};
	for (const { reach } of rows) {
		counted[reach.reason] = (counted[reach.reason] ?? 0) + 1;
	}
	return counted;
}
