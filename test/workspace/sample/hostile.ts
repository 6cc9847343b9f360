import type { IntegrationDocument } from '../model';
import { incoming, outgoing, secret, target } from './documents';

/** Right-to-left override, isolates and their ends, zero-width characters. */
const BIDI = '\u202Egnp.exe\u202C \u2066isolated\u2069 \u200Bzero\u200D\uFEFF';

const hostileNames = [
	'@all',
	'@here',
	'`',
	'```\ncode\n```',
	'**x**',
	'_~*x*~_',
	'[x](javascript:alert(1))',
	'![x](https://evil.example/pixel.png)',
	'first line\nsecond line\r\n- `third`, by `nobody`\u2028fourth\u2029fifth',
	BIDI,
	'long '.repeat(1000),
	'#general',
	'<script>alert(1)</script>',
	'https://evil.example/?a=1&b=2',
	':rocket: :smile:',
	'> quote',
	'# heading',
	'|| spoiler || $$\\frac{1}{2}$$',
	'\u0000\u0007\u001B[31mred',
	'e' + '\u0301'.repeat(300),
	'👩‍👩‍👧‍👦'.repeat(50),
	'__proto__',
	'\uD800 half a pair',
];

/** Targets that are no URLs, or hosts that would break a line of text. */
const hostileTargets = [
	[target('**bold**.example.com', 'hostile-bold')],
	[target('`tick`.example.com', 'hostile-tick')],
	[`not a url ${secret('url', 'hostile')}`],
	[`javascript:alert('${secret('url', 'hostile-js')}')`],
	[target('xn--80ak6aa92e.com', 'hostile-idn'), target(`${'sub.'.repeat(60)}example.com`, 'hostile-long')],
	[`//${secret('user', 'hostile')}@evil.example/${secret('path', 'hostile')}`],
];

function dayOf(index: number): string {
	return new Date(Date.UTC(2024, 0, 1 + index)).toISOString();
}
function idOf(kind: string, index: number): string {
	return `${kind}Hostile${String(index).padStart(8, '0')}`.slice(0, 17);
}

const incomings = hostileNames.map((name, index) => incoming(idOf('in', index), dayOf(index), ['#hostile'], { name }));

const elsewhere: IntegrationDocument[] = hostileTargets.map((urls, index) => {
	const text = hostileNames[index] ?? '';
	return outgoing(idOf('ou', index), dayOf(100 + index), ['#hostile'], {
		name: `Hostile fields ${index}`,
		alias: text,
		username: text,
		_createdBy: { _id: idOf('us', index), username: text },
		triggerWords: [text, BIDI, 'two\nlines', '`', 'w'.repeat(5000)],
		urls,
	});
});

/** What names and texts from outside can be at worst, in a room of its own. */
export const hostile: IntegrationDocument[] = [...incomings, ...elsewhere];
