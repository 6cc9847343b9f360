import { meteorRefusal, Refusal } from './answers';
import type { Call, Endpoint, QueryRules } from './call';

type Query = Call['query'];

const SURPLUS = 'must NOT have additional properties';
const missing = (key: string): string => `must have required property '${key}'`;

function lacksOf(query: Query, keys: readonly string[]): string[] {
	return keys.filter((key) => !(key in query)).map(missing);
}

/** As ajv says it for `oneOf`: what is wrong with each alternative, then that none (or more than one) fits. */
function exclusiveErrors(query: Query, keys: readonly string[], optional: readonly string[]): string[] {
	const errors = keys.flatMap((key) => {
		if (!(key in query)) {
			return [missing(key)];
		}
		return Object.keys(query).some((given) => given !== key && !optional.includes(given)) ? [SURPLUS] : [];
	});
	return errors.length < keys.length ? [] : [...errors, 'must match exactly one schema in oneOf'];
}

function errorsOf(query: Query, { either, required = [], optional, numbers = [] }: QueryRules): string[] {
	const keys = either?.keys ?? [];
	if (either?.exclusive) {
		return exclusiveErrors(query, keys, optional);
	}
	const lacks = lacksOf(query, keys);
	if (keys.length > 0 && lacks.length === keys.length) {
		return [...lacks, 'must match a schema in anyOf'];
	}
	const known = [...keys, ...required, ...optional];
	// Without `allErrors`, ajv stops at the first.
	return [
		...lacksOf(query, required),
		...required.filter((key) => query[key] === '').map(() => 'must NOT have fewer than 1 characters'),
		...Object.keys(query).flatMap((key) => (known.includes(key) ? [] : [SURPLUS])),
		...numbers.filter((key) => Number.isNaN(Number(query[key] ?? 0))).map(() => 'must be number'),
	].slice(0, 1);
}

/**
 * Section 1, last row of the errors, and section 3. Routes of the 7.x kind raise `invalid-params` as a Meteor.Error, the typed
 * ones answer `error-invalid-params` with ajv's text alone.
 */
export function checkQuery({ rules }: Endpoint, { workspace, query }: Call): void {
	const schema = rules?.(workspace);
	const errors = schema ? errorsOf(query, schema) : [];
	if (errors.length === 0) {
		return;
	}
	const error = errors.join('\n ');
	if (workspace.generation === '7') {
		throw meteorRefusal('invalid-params', error);
	}
	throw new Refusal({ status: 400, body: { success: false, errorType: 'error-invalid-params', error } });
}
