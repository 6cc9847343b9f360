/** Every question that can be asked. */
import fc from 'fast-check';
import type { Query } from '../../lib/query/query';
import { readTerms } from '../../lib/query/terms';
import { anyName } from './names';

type Fields = { readonly [K in keyof Query]-?: fc.Arbitrary<NonNullable<Query[K]>> };

/** A text as it is kept, of at most 100 characters: what is typed of it again is the same. */
const text = anyName.map((name) => keptOf('find', name.slice(0, 100))).filter((kept) => kept !== '');
const person = anyName.map((name) => keptOf('by', `@${name.replace(/\s/g, '')}`)).filter((kept) => kept !== '');

function keptOf(word: 'find' | 'by', typed: string): string {
	const read = readTerms([[word, typed]]);
	return read.ok ? (read.value[word] ?? '') : '';
}

/** The whole workspace is asked for alone, and a file holds all that the other words select. */
function withoutContradictions({ action, scope, visibility, show, page, ...rest }: Query): Query {
	const isWorkspace = scope === 'workspace';
	const isShared = visibility === 'share' && (isWorkspace || action === 'export');
	return {
		...rest,
		action: isWorkspace && action === 'status' ? 'list' : action,
		page: action === 'export' ? 1 : page,
		...(scope && { scope }),
		...(visibility && !isShared && { visibility }),
		...(show !== undefined && action !== 'export' && { show }),
	};
}

const { fresh, ...lasting }: Fields = {
	action: fc.constantFrom('list', 'browse', 'status', 'export'),
	type: fc.constantFrom('incoming', 'outgoing'),
	state: fc.constantFrom('enabled', 'disabled'),
	scope: fc.constantFrom('here', 'all', 'workspace'),
	attention: fc.constant(true),
	find: text,
	by: person,
	show: text,
	sort: fc.constantFrom('name', 'created', 'updated'),
	descending: fc.constant(true),
	page: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9999 })),
	visibility: fc.constantFrom('private', 'share'),
	fresh: fc.constant(true),
};

/** One that a control may carry: `find` and `show` together, but not `fresh`, which is for one answer. */
export const offeredQuery: fc.Arbitrary<Query> = fc
	.record(lasting, { requiredKeys: ['action', 'page'] })
	.map(withoutContradictions);

/** One that can be typed: both `find` and `show` would take the rest of the line. */
export const typedQuery: fc.Arbitrary<Query> = fc
	.record({ ...lasting, fresh }, { requiredKeys: ['action', 'page'] })
	.map(withoutContradictions)
	.map(({ find, ...rest }) => (find === undefined || rest.show !== undefined ? rest : { ...rest, find }));
