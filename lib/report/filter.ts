/** Which of a room's integrations the reader may see, which the query asks for, and in which order. */
import { type Audience, visibleTo } from '../integrations/audience';
import type { Integration } from '../integrations/integration';
import type { Row } from '../integrations/reach';
import type { Query } from '../query/query';
import { comparable, sameName } from '../util/comparable';

/** The rows of a room, filtered. */
export interface Filtered {
	/** The rows that the reader may see. */
	readonly visible: readonly Row[];
	/** Those of them that match the query. */
	readonly matching: readonly Row[];
	/** The other rows that match: they may be counted, never shown. */
	readonly hiddenMatching: readonly Row[];
}

/** Filters the rows for a reader and a query, all fields but page and order. What may only be pointed here is asked for by `all`. */
export function filterRows(rows: readonly Row[], audience: Audience, query: Sought): Filtered {
	const isShown = (row: Row): boolean => visibleTo(audience, row) && (row.reach.part !== 'remote' || query.scope === 'all');
	const visible = rows.filter(isShown);
	const hidden = rows.filter((row) => !isShown(row));
	const isAsked = (row: Row): boolean => matches(row, query);
	return { visible, matching: visible.filter(isAsked), hiddenMatching: hidden.filter(isAsked) };
}

/** What is asked for. Records may hold the name that a user had once. */
export interface Sought extends Query {
	/** The id of the user who is called `by` now, where there is one. */
	readonly byId?: string | undefined;
	/** Ids of others who were called so once, and exist. */
	readonly otherIds?: readonly string[];
}

/** Whether a row matches the query: type, state, scope, text and user. `attention` is filtered later, with the findings. */
export function matches(row: Row, { type, state, scope, find, by, ...named }: Sought): boolean {
	const { integration, reach } = row;
	return (
		(type === undefined || integration.type === type) &&
		(state === undefined || integration.enabled === (state === 'enabled')) &&
		(scope !== 'here' || reach.part === 'here') &&
		(find === undefined ||
			holds(scope === 'workspace' ? [...reach.elsewhere, ...texts(integration)] : texts(integration), find)) &&
		(by === undefined || isBy(integration, by, named))
	);
}

/** An incoming one posts as the user with the stored id, an outgoing one as the one with the stored name. */
function isBy(
	{ type, createdBy, createdById, userId, username }: Integration,
	by: string,
	{ byId, otherIds = [] }: Pick<Sought, 'byId' | 'otherIds'>,
): boolean {
	const isUser = (id: string, name: string): boolean =>
		(byId !== undefined && id === byId) || (sameName(name, by) && !otherIds.includes(id));
	return isUser(createdById, createdBy) || isUser(type === 'incoming' ? userId : '', username);
}

function holds(fields: readonly string[], text: string): boolean {
	const wanted = comparable(text);
	return wanted !== '' && fields.some((field) => comparable(field).includes(wanted));
}

/** The fields that `find` looks into: those that a row may show; of the whole workspace, its places, too. */
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

const keys = { name: 'name', created: 'createdAt', updated: 'updatedAt' } as const;

/** Made once, and not before it is needed: to make one costs more than to compare, and the start should not wait for it. */
let collator: Intl.Collator | undefined;

/** Sorts as the query says, by default the oldest first, as the endpoint does; equal ones by id, so that pages never overlap. */
export function sortRows(rows: readonly Row[], { sort = 'created', descending }: Query): Row[] {
	const key = keys[sort];
	const direction = descending ? -1 : 1;
	const { compare } = (collator ??= new Intl.Collator('en', { sensitivity: 'base' }));
	return [...rows].sort(
		({ integration: one }, { integration: other }) => direction * compare(one[key], other[key]) || one.id.localeCompare(other.id),
	);
}
