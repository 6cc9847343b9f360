/** JSON as any server may send it. */
import fc from 'fast-check';

/** Parsed, so that a `__proto__` in it is a field like any other. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 3, arbitrary: fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<unknown[]>({ toString: 1, valueOf: null }, { length: 3 }, [null], [[]], '', 0, true, null),
	},
);

/** A field as it should be, or anything else. */
export function orAnything(usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: anyJson });
}

const canaryText = fc
	.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }))
	.map(([before, after]) => `${before}CANARY${after}`);

/** Something secret, of any type, at any depth. */
export const { canary } = fc.letrec<{ canary: unknown }>((tie) => ({
	canary: fc.oneof(
		{ maxDepth: 3 },
		canaryText,
		fc.array(tie('canary'), { maxLength: 3 }),
		fc.dictionary(fc.oneof(canaryText, fc.constantFrom('name', 'message', 'stack', 'toString')), tie('canary'), { maxKeys: 3 }),
	),
}));

/** What holds all that is secret, in the places where the server keeps it. */
const secretFields = {
	token: canary,
	script: canary,
	scriptCompiled: canary,
	scriptError: fc.oneof(
		canaryText,
		fc.array(canary),
		fc.record({ name: orAnything(fc.constant('SyntaxError')), message: canary, stack: canary }, { requiredKeys: [] }),
	),
	avatar: canary,
	password: canary,
};

/** An address whose host may be shown and nothing else. */
const secretUrl = fc
	.tuple(
		fc.constantFrom('https:', 'http:', 'HTTP:', 'ws:', 'foo:', ''),
		fc.string({ maxLength: 4 }),
		fc.constantFrom('host.example', 'host.example:8443', '10.0.0.5', '[::1]', 'localhost'),
		fc.constantFrom('/', '?', '#', '\\', '/?', '/#'),
		fc.string({ maxLength: 4 }),
	)
	.map(([scheme, user, host, start, more]) => `${scheme}//${user}:CANARY@${host}${start}${more}CANARY`);

const optional = { requiredKeys: [] };
const user = fc.record({ _id: orAnything(fc.constant('ANA1')), username: orAnything(fc.string()), emails: canary }, optional);
const text = orAnything(fc.string());
const flag = orAnything(fc.boolean());
const date = orAnything(fc.constant('2024-05-02T10:00:00.000Z'));

/** A row of the server's list: something is wrong with any field, or it is not there. */
const row = fc.record(
	{
		...secretFields,
		...{ _id: orAnything(fc.string()), type: orAnything(fc.constantFrom('webhook-incoming', 'webhook-outgoing')) },
		...{ name: text, enabled: flag, username: text, userId: text, alias: text, emoji: text, event: text, targetRoom: text },
		...{ channel: orAnything(fc.array(text)), triggerWords: orAnything(fc.array(text)), scriptEngine: text },
		urls: fc.oneof(fc.array(fc.oneof(secretUrl, canaryText, fc.constant(null)), { maxLength: 4 }), canary),
		...{ scriptEnabled: flag, skipTranspile: flag, triggerWordAnywhere: flag, runOnEdits: flag, impersonateUser: flag },
		...{
			retryFailedCalls: flag,
			retryCount: orAnything(fc.integer()),
			retryDelay: text,
			overrideDestinationChannelEnabled: flag,
		},
		...{ _createdBy: orAnything(user), _updatedBy: orAnything(user), _createdAt: date, _updatedAt: date },
	},
	optional,
);

/** Rows, with all that is secret in them; some are none. */
export const secretRows: fc.Arbitrary<unknown[]> = fc.array(
	fc.oneof({ weight: 5, arbitrary: row }, { weight: 1, arbitrary: anyJson }),
	{
		maxLength: 5,
	},
);

/** All that is left of something, in small letters: a host is kept in these. */
export function leftOf(value: unknown): string {
	return JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : one) ?? null).toLowerCase();
}
