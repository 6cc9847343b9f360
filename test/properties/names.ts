/** Names as anybody may give them to an integration, a user or a room. */
import fc from 'fast-check';

/** What a client, the server or a terminal makes something of. */
const mischief = [
	...['@all', '@here', '@ana', '#general', '>@all', 'a@evil.example', '`', '```', '**x**', '_x_', '~x~', '||x||', '$x$', '\\'],
	...['[a](https://evil.example)', '![a](https://evil.example/x.png)', '<https://evil.example|x>', 'https://evil.example/'],
	...['evil.example', '[a](javascript:alert(1))', '<script>', '&lt;', ':rocket:', ':)', '🙂', '👩‍👩‍👧', '🏴', '<t:1700000000:R>'],
	...['\n', '\r\n', '\t', '\v', '\0', '\u0085', '\u2028', '\u2029', '\u202e', '\u2066', '\u200b', '\u2060', '\u00ad', '\ufeff'],
	...[
		'\u2800',
		'\u034f',
		'\u17b4',
		'\u180b',
		'\ufe0f',
		'\u{e0100}',
		'\u200d',
		'❤️',
		'1️⃣',
		'👋🏽',
		'שלום',
		'مرحبا',
		'\u2067',
		'\u2069',
	],
	...[
		'\n- ',
		'\n> ',
		'\n# ',
		'\n1. ',
		'\n---\n',
		'\n| a | b |\n|---|---|\n',
		'- [x] ',
		'color:#ff0000',
		'e\u0301\u0301\u0301\u0301',
	],
	...['\ud800', '\udc00', '\u3164', '{name}', '{count}', '$&', "$'", '%s', ' ', '  ', '\u00a0', 'CANARY'],
];

const piece = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...mischief) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

/** From nothing at all to 5,000 characters. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
	{ weight: 6, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')) },
	{
		weight: 1,
		arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((some) => some.join('').repeat(5000).slice(0, 5000)),
	},
);

/** Ids are made by the server: letters and digits. */
export const anyId: fc.Arbitrary<string> = fc.stringMatching(/^[a-zA-Z0-9"\\]{1,20}$/);
