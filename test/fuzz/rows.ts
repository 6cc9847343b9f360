/** Integrations as a server may have them: whatever a field holds, and a secret in each that is for one. */
import fc from 'fast-check';
import type { IntegrationDocument } from '../workspace/model';
import { createSampleWorkspace, manyIntegrations, roomIds, userIds } from '../workspace/sample';
import { incoming, outgoing, secret } from '../workspace/sample/documents';
import { canary, orAnything } from '../properties/json';
import { markedText } from './names';

const sample = createSampleWorkspace(0);

const roomNames = sample.rooms.flatMap(({ name, displayName }) => [name, displayName]).filter((name) => name !== undefined);

/** What an integration names as its place. */
const place = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...roomNames.map((name) => `#${name}`)) },
	{ weight: 2, arbitrary: fc.constantFrom('all_public_channels', 'all_private_groups', 'all_direct_messages') },
	fc.constantFrom(...Object.values(roomIds).map((id) => `#${id}`)),
	fc.constantFrom(...sample.users.map(({ username }) => `@${username}`), '#gone', '@gone', ''),
	markedText,
);

const person = fc.oneof(fc.constantFrom(...sample.users.map(({ username }) => username)), markedText);
const personId = fc.oneof(fc.constantFrom(...Object.values(userIds)), fc.constantFrom('', 'gone'));
const maker = fc.record({ _id: personId, username: person }, { requiredKeys: [] });
const date = orAnything(
	fc.date({ min: new Date('2015-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((at) => at.toISOString()),
);
const flag = orAnything(fc.boolean());
const text = orAnything(markedText);

/** The host of an address may be shown, what stands around it may not. */
const url = fc
	.tuple(
		fc.constantFrom('https', 'http', 'token', 'javascript', 'HTTPS'),
		fc.constantFrom('hooks.example.com', 'localhost', '10.0.0.5:8080', '[::1]', 'xn--80ak6aa92e.com', '**b**.example', '@all'),
		fc.constantFrom('/', '?', '#', '\\'),
	)
	.map(
		([scheme, host, start]) => `${scheme}://${secret('user', 'u')}:${secret('pass', 'p')}@${host}${start}${secret('path', 'x')}`,
	);

/** Fields in place of a good row's own. */
const odd: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
	{
		...{ name: text, alias: text, username: orAnything(person), userId: orAnything(personId), emoji: text, event: text },
		...{ enabled: flag, scriptEnabled: flag, skipTranspile: flag, triggerWordAnywhere: flag, runOnEdits: flag },
		...{ impersonateUser: flag, overrideDestinationChannelEnabled: flag, retryFailedCalls: flag, scriptEngine: text },
		...{ channel: orAnything(fc.array(fc.oneof(place, text), { maxLength: 5 })), targetRoom: orAnything(place) },
		...{ triggerWords: orAnything(fc.array(text, { maxLength: 4 })), urls: fc.oneof(fc.array(url, { maxLength: 4 }), canary) },
		...{ retryCount: orAnything(fc.integer()), retryDelay: text, _createdAt: date, _updatedAt: date },
		...{ _createdBy: orAnything(maker), _updatedBy: orAnything(maker) },
		...{ token: canary, script: canary, scriptCompiled: canary, scriptError: canary, avatar: canary, password: canary },
	},
	{ requiredKeys: [] },
);

const made: fc.Arbitrary<IntegrationDocument> = fc
	.record({
		id: fc.stringMatching(/^[a-zA-Z0-9]{17}$/),
		kind: fc.constantFrom(incoming, outgoing),
		channel: fc.array(place, { minLength: 1, maxLength: 4 }),
		fields: odd,
	})
	.map(({ id, kind, channel, fields }) => kind(id, '2024-01-01T00:00:00.000Z', channel, { name: id, ...fields }));

/** One that the sample has, or another. */
export const anyRow: fc.Arbitrary<IntegrationDocument> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...sample.integrations) },
	{ weight: 4, arbitrary: made },
	fc.tuple(fc.constantFrom(...sample.integrations), odd).map(([row, fields]) => ({ ...row, ...fields, _id: row._id })),
);

/** Some, or so many that they have pages. An id is there once. */
export const anyRows: fc.Arbitrary<IntegrationDocument[]> = fc
	.oneof(
		{ weight: 6, arbitrary: fc.array(anyRow, { maxLength: 25 }) },
		{ weight: 1, arbitrary: fc.constantFrom(sample.integrations, manyIntegrations(120)) },
	)
	.map((rows) => [...new Map(rows.map((row) => [row._id, row])).values()]);
