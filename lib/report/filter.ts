/** Which of a room's integrations a query is about. */
import type { Integration } from '../integrations/integration';
import type { Query } from '../query/parseQuery';
import type { Row } from '../integrations/reach';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The fields that `find` looks into: what a reader sees in a row. */
const texts = (integration: Integration): string[] => [
	integration.id,
	integration.name,
	integration.alias,
	integration.username,
	integration.createdBy,
	...(integration.type === 'outgoing' ? [...integration.triggerWords, ...integration.hosts] : []),
];

const holds = (integration: Integration, text: string): boolean =>
	texts(integration).some((field) => field.toLowerCase().includes(text.toLowerCase()));

/** Whether a row is one that the query asks for; pages, order and visibility do not matter here. */
export const matches = ({ integration, reach }: Row, { type, state, scope, find, by }: Query): boolean =>
	(type === undefined || integration.type === type) &&
	(state === undefined || integration.enabled === (state === 'enabled')) &&
	(scope !== 'here' || reach.part === 'here') &&
	(find === undefined || holds(integration, find)) &&
	(by === undefined || same(integration.createdBy, by) || same(integration.username, by));

const keys = { name: 'name', created: 'createdAt', updated: 'updatedAt' } as const;

/** Sorts by what the query says, by default the oldest first, as the endpoint answers; ids decide where that is the same. */
export const sorted = (rows: readonly Row[], { sort = 'created', descending }: Query): Row[] => {
	const key = keys[sort];
	const direction = descending ? -1 : 1;
	return [...rows].sort(
		({ integration: one }, { integration: other }) =>
			direction * one[key].localeCompare(other[key], 'en', { sensitivity: 'base' }) || one.id.localeCompare(other.id),
	);
};
