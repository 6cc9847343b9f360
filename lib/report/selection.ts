/** Which rows a reader is told one by one, and which are counted. */
import { worstFirst } from '../integrations/finding';
import type { Findings } from '../integrations/findFindings';
import type { Part, Reason, Row } from '../integrations/reach';
import type { Query } from '../query/query';
import type { Audience } from '../integrations/audience';

/** Integrations that are counted and not shown one by one, by the reason why they reach the room. */
export type Counted = Partial<Readonly<Record<Reason, number>>>;

interface Selection {
	readonly rows: readonly Row[];
	readonly counted: Counted;
}

/** What is asked for, in its order, and for whom. */
interface SelectionRequest {
	readonly query: Query;
	readonly audience: Audience;
	/** What the reader may see of it, and what not. */
	readonly matching: readonly Row[];
	readonly hiddenMatching: readonly Row[];
	readonly findings: Findings;
}

/** What reaches the room only as it reaches all of its kind is told row by row up to so many. */
const mostEverywhere = 5;

/** Selects what is told one by one; what is counted of the rest must not tell more than a number. */
export function select({ query, audience, matching, hiddenMatching, findings }: SelectionRequest): Selection {
	const { action, scope, attention, find, by } = query;
	if (attention) {
		return { rows: sortByWorst(matching, findings), counted: {} };
	}
	const everywhere = partOf(matching, 'everywhere');
	const searched = find !== undefined || by !== undefined;
	// In the panel there is room for all.
	const oneByOne = everywhere.length <= mostEverywhere || scope === 'all' || searched || action === 'browse';
	// A count under a text would tell whether another room has something of that name.
	const told = audience === 'admin' || searched ? [] : hiddenMatching;
	return {
		rows: [...byType(partOf(matching, 'here')), ...(oneByOne ? byType(everywhere) : []), ...byType(partOf(matching, 'remote'))],
		counted: countReasons([...(oneByOne ? [] : everywhere), ...told]),
	};
}

function sortByWorst(rows: readonly Row[], findings: Findings): Row[] {
	const worst = ({ integration }: Row) => findings.get(integration.id)?.[0];
	return [...rows].sort((one, other) => {
		const [first, second] = [worst(one), worst(other)];
		return first && second ? worstFirst(first, second) : 0;
	});
}

function partOf(rows: readonly Row[], part: Part): Row[] {
	return rows.filter(({ reach }) => reach.part === part);
}

function byType(rows: readonly Row[]): Row[] {
	return [
		...rows.filter(({ integration }) => integration.type === 'incoming'),
		...rows.filter(({ integration }) => integration.type === 'outgoing'),
	];
}

function countReasons(rows: readonly Row[]): Counted {
	const counted: Partial<Record<Reason, number>> = {};
	for (const { reach } of rows) {
		counted[reach.reason] = (counted[reach.reason] ?? 0) + 1;
	}
	return counted;
}
