import { describe, expect, test } from '@jest/globals';
import { createSampleWorkspace } from '../sample';
import { type Entry, plainLook, renderEntry } from './conversation';
import { renderMarkdown } from './markdown';
import { ansi, clean, plain, wrap } from './style';

const SEQUENCES = /\u001b\[\d+m/g; // eslint-disable-line no-control-regex -- the very thing that is looked for
const HARMFUL = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
function visible(lines: readonly string[]): string {
	return lines.join('\n').replaceAll('\u001b', '^');
}

const SUMMARY = `**Integrations in #support**: 2 here
*Post here*
- \`GitHub deploys\` **disabled**, as \`rocket.cat\`

_the end_`;

const EVERYTHING = `# Heading
> quoted *well*
1. one
2. two
- [x] done
- [ ] open
\`\`\`
const a = 1;
\`\`\`
[docs](https://example.com/docs) https://example.com @li #general ~gone~ :smile: ![dot](https://example.com/dot.png)`;

describe('a message', () => {
	test('in a file or a pipe', () => {
		expect(visible(renderMarkdown(SUMMARY, plain))).toMatchInlineSnapshot(`
		"Integrations in #support: 2 here
		Post here
		• \`GitHub deploys\` disabled, as \`rocket.cat\`

		the end"
	`);
		expect(visible(renderMarkdown(EVERYTHING, plain))).toMatchInlineSnapshot(`
		"Heading

		│ quoted well
		1. one
		2. two
		[x] done
		[ ] open
		\`const a = 1;\`

		docs (https://example.com/docs) https://example.com @li #general gone :smile: dot (https://example.com/dot.png)"
	`);
	});

	test('in a terminal', () => {
		expect(visible(renderMarkdown(SUMMARY, ansi))).toMatchInlineSnapshot(`
		"^[1mIntegrations in ^[1m#support^[22m^[1m^[22m: 2 here
		^[1mPost here^[22m
		• ^[36mGitHub deploys^[39m ^[1mdisabled^[22m, as ^[36mrocket.cat^[39m

		^[3mthe end^[23m"
	`);
	});

	test.each(['', '   ', '**', '`', '- '])('%j is shown, whatever the parser makes of it', (text) => {
		expect(renderMarkdown(text, plain).join('')).toBe(text);
	});
});

describe('what comes from outside cannot steer the terminal', () => {
	const sample = createSampleWorkspace().integrations.flatMap(({ name }) => (typeof name === 'string' ? name : []));
	const names = [...new Set(sample), '\u001b]0;title\u0007', '\u009b31m', 'a\rb', '\u001b[2J`\u001b[8m`', '**\u001b[5mx**'];

	test.each(names)('%.40j', (name) => {
		for (const text of [name, `- \`${name}\` posts`, `**${name}**`, `\`\`\`\n${name}\n\`\`\``]) {
			expect(renderMarkdown(text, plain).join('\n')).not.toMatch(HARMFUL);
			expect(renderMarkdown(text, ansi).join('\n').replace(SEQUENCES, '')).not.toMatch(HARMFUL);
		}
		const entries: Entry[] = [
			{ kind: 'room', label: name },
			{ kind: 'typed', who: name, text: name },
			{ kind: 'message', who: name, text: name, onlyYou: true },
			{ kind: 'note', text: name },
			{ kind: 'refusal', text: name },
		];
		for (const entry of entries) expect(renderEntry(entry, plainLook)).not.toMatch(HARMFUL);
	});

	test('line breaks of any kind are one', () => {
		expect(clean('a\r\nb\rc\td\u2028e')).toBe('a\nb\nc de');
	});
});

test('a message is below its sender, and says when nobody else sees it', () => {
	const message = { kind: 'message', who: 'app.bot', text: '**Hello**\n- `x`', onlyYou: true } as const;
	expect(renderEntry(message, plainLook)).toBe('app.bot  Only you can see this message\n  Hello\n  • `x`');
	expect(renderEntry({ ...message, onlyYou: false }, plainLook)).toBe('app.bot\n  Hello\n  • `x`');
	expect(renderEntry({ kind: 'typed', who: 'li', text: '/integrations' }, plainLook)).toBe('li  /integrations');
});

test('lines are broken between words, and hang behind their bullet', () => {
	expect(wrap('  • one two three four', 12)).toBe('  • one two\n    three\n    four');
	expect(wrap(`  ${ansi.bold('one two')} three`, 9)).toBe(`  ${ansi.bold('one two')}\n  three`);
	expect(wrap('  averyverylongword x', 8)).toBe('  averyverylongword\n  x');
	expect(wrap('  short', 80)).toBe('  short');
});
