/** Which rows a reader is told one by one, which are counted, and which are nobody's business. */
import type { Audience } from '../access/checkAccess';
import { worstFirst } from '../integrations/finding';
import type { Findings } from '../integrations/findFindings';
import type { Query } from '../query/parseQuery';
import type { Part, Reason, Row } from '../integrations/reach';

/** Integrations that are counted and not shown one by one, by the reason why they reach the room. */
export type Counted = Partial<Readonly<Record<Reason, number>>>;

export interface Selection {
	readonly rows: readonly Row[];
	readonly counted: Counted;
}

/** Who sees what: what names no room is named to a workspace admin in private alone; to everyone else it is a count. */
export function visibleTo(audience: Audience, rows: readonly Row[]): Row[] {
	return rows.filter(({ reach }) => audience === 'admin' || reach.part !== 'remote');
}

/** What reaches the room only as it reaches all of its kind is told row by row up to so many. */
const mostEverywhere = 5;

/** Selects of the rows that match a query. */
export function select(rows: readonly Row[], query: Query, audience: Audience, findings: Findings): Selection {
	const { action, scope, attention, find, by } = query;
	const visible = visibleTo(audience, rows);
	if (attention) {
		return { rows: sortByWorst(visible, findings), counted: {} };
	}
	const everywhere = partOf(visible, 'everywhere');
	const searched = find !== undefined || by !== undefined;
	// Nobody opens a panel for a count.
	const oneByOne = everywhere.length <= mostEverywhere || scope === 'all' || searched || action === 'browse';
	// A count under a text would tell whether another room has something of that name.
	const told = audience === 'admin' || searched ? [] : partOf(rows, 'remote');
	return {
		rows: [...byType(partOf(visible, 'here')), ...(oneByOne ? byType(everywhere) : []), ...byType(partOf(visible, 'remote'))],
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
