import { Ajv2020 } from 'ajv/dist/2020';
import { meteorRefusal, plainRefusal } from './answers';
import type { Call, Endpoint } from './call';
import { querySchemas } from './schemas';

/** The server's own library, with the options that it checks query strings with: `count=5` becomes a number. */
const ajv = new Ajv2020({ coerceTypes: 'array', allowUnionTypes: true });

/**
 * Refuses a query string that the generation's schema does not allow, with ajv's sentences; where it is allowed, ajv puts
 * numbers in place of the texts, as it does in the server. Routes of the 7.x kind raise `invalid-params` as a Meteor.Error,
 * the typed ones of 8.8 and later answer `error-invalid-params` with the sentences alone.
 */
export function checkQuery({ name }: Endpoint, { workspace: { generation }, query }: Call): void {
	const schema = querySchemas[name]?.[generation];
	// Compiles a schema once: ajv keeps what it made of it.
	const validate = schema && ajv.compile(schema);
	if (!validate || validate(query)) {
		return;
	}
	const error = (validate.errors ?? []).map(({ message }) => message).join('\n ');
	throw generation === '7' ? meteorRefusal('invalid-params', error) : plainRefusal(400, error, 'error-invalid-params');
}
