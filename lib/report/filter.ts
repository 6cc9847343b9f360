/** Which of a room's integrations a query is about. */
import type { Integration } from '../integrations/integration';
import type { Query } from '../query/parseQuery';
import type { Row } from '../integrations/reach';

/** Whether a row is one that the query asks for; pages, order and visibility do not matter here. */
export function matches({ integration, reach }: Row, { type, state, scope, find, by }: Query): boolean {
	return (
		(type === undefined || integration.type === type) &&
		(state === undefined || integration.enabled === (state === 'enabled')) &&
		(scope !== 'here' || reach.part === 'here') &&
		(find === undefined || holds(integration, find)) &&
		(by === undefined || same(integration.createdBy, by) || same(integration.username, by))
	);
}

function holds(integration: Integration, text: string): boolean {
	return texts(integration).some((field) => field.toLowerCase().includes(text.toLowerCase()));
}

/** The fields that `find` looks into: what a reader sees in a row. */
function texts(integration: Integration): string[] {
	return [
		integration.id,
		integration.name,
		integration.alias,
		integration.username,
		integration.createdBy,
		...(integration.type === 'outgoing' ? [...integration.triggerWords, ...integration.hosts] : []),
	];
}

function same(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

const keys = { name: 'name', created: 'createdAt', updated: 'updatedAt' } as const;

/** Sorts by what the query says, by default the oldest first, as the endpoint answers; ids decide where that is the same. */
export function sorted(rows: readonly Row[], { sort = 'created', descending }: Query): Row[] {
	const key = keys[sort];
	const direction = descending ? -1 : 1;
	return [...rows].sort(
		({ integration: one }, { integration: other }) =>
			direction * one[key].localeCompare(other[key], 'en', { sensitivity: 'base' }) || one.id.localeCompare(other.id),
	);
}
