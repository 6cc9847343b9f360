/** What each control does: how it changes the question that it stands in. */
import { readTerms, withoutJoiners } from '../query/terms';
import { fail, type Result } from '../failure';
import type { ButtonValue } from './buttonValue';
import type { Touched } from './payload';
import { entriesOf, type Slots } from '../query/printQuery';
import type { Query } from '../query/query';

/** Takes the question and what was typed or chosen. What comes of it is checked like typed words. */
type Change = (query: Query, input: string) => Slots;

const same: Change = (query) => query;

const changes = {
	previous: (query) => ({ ...query, page: query.page - 1 }),
	next: (query) => ({ ...query, page: query.page + 1 }),
	browse: (query) => ({ ...query, action: 'browse', page: 1 }),
	search: (query, text) => ({ ...query, find: withoutJoiners(text), page: 1 }),
	type: (query, type) => ({ ...query, type, page: 1 }),
	state: (query, state) => ({ ...query, state, page: 1 }),
	problems: (query) => ({ ...query, attention: true, page: 1 }),
	everything: (query) => ({ ...query, attention: undefined, page: 1 }),
	details: (query, id) => ({ ...query, show: id }),
	back: (query) => ({ ...query, show: undefined }),
	refresh: (query) => ({ ...query, fresh: true }),
	again: same,
	open: same,
} as const satisfies Record<string, Change>;

export type Action = keyof typeof changes;

/** A link opens by itself; the client tells the app all the same, and nothing is to be done. */
export function isLink(action: string): boolean {
	return action === 'open';
}

/** The question that a click on a control asks, with what was typed into it. Fails for what no control asks. */
export function actOn({ action, text }: Touched, { query, choice }: ButtonValue): Result<Query, 'stale'> {
	const changed = isAction(action) ? readTerms(entriesOf(changes[action](query, text ?? choice))) : undefined;
	return changed?.ok ? changed : fail({ kind: 'stale' });
}

function isAction(id: string): id is Action {
	return Object.prototype.hasOwnProperty.call(changes, id);
}
