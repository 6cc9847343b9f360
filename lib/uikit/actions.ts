/** What each control (button, choice or text field) does: how it changes the query that it carries. */
import { readTerms } from '../query/terms';
import { tidy, toText } from '../query/tidy';
import { fail, type Result } from '../failure';
import type { ButtonValue } from './buttonValue';
import type { Touched } from './payload';
import { entriesOf, type Slots } from '../query/printQuery';
import { type Query, unfiltered } from '../query/query';

/** Gives the new query, from the old one and what was typed or chosen. It is checked like typed words afterwards. */
type Change = (query: Query, input: string) => Slots;

/** Asks the same query again. */
const same: Change = (query) => query;

const changes = {
	previous: (query) => ({ ...query, page: query.page - 1 }),
	next: (query) => ({ ...query, page: query.page + 1 }),
	browse: (query) => ({ ...query, action: 'browse', page: 1 }),
	search: (query, text) => ({ ...query, find: tidy(toText(text)), page: 1 }),
	type: (query, type) => ({ ...query, type, page: 1 }),
	state: (query, state) => ({ ...query, state, page: 1 }),
	problems: (query) => ({ ...query, attention: true, page: 1 }),
	everything: (query) => ({ ...query, attention: undefined, page: 1 }),
	details: (query, id) => ({ ...query, show: id }),
	back: (query) => ({ ...query, show: undefined }),
	clear: unfiltered,
	refresh: (query) => ({ ...query, fresh: true }),
	again: same,
	checks: (query) => ({ ...query, scope: 'all' }),
	recheck: same,
	open: same,
} as const satisfies Record<string, Change>;

/** The name of an action, as it is sent with a click (`actionId`). */
export type Action = keyof typeof changes;

/** Whether an action needs no answer: the client opens a link by itself, and only tells the app of the click. */
export function isLink(action: string): boolean {
	return action === 'open';
}

/** The query that a click asks. `stale`: the action is unknown, or what was typed or chosen makes no query. No control switches a watch. */
export function actOn({ action, text }: Touched, { query, choice }: ButtonValue): Result<Query, 'stale'> {
	const changed = isAction(action) ? readTerms(entriesOf(changes[action](query, text ?? choice))) : undefined;
	return changed?.ok && !switches(changed.value) ? changed : fail({ kind: 'stale' });
}

/** The room is told of it, and no panel can tell a room. */
function switches({ action }: Query): boolean {
	return action === 'watch' || action === 'unwatch';
}

function isAction(id: string): id is Action {
	return Object.prototype.hasOwnProperty.call(changes, id);
}
