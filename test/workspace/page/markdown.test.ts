import { describe, expect, test } from '@jest/globals';
import { createSampleWorkspace } from '../sample';
import { renderBlockText, renderMarkdown } from './markdown';

function html(text: string): string {
	return renderMarkdown(text).toString();
}

test('everything that the parser knows', () => {
	const text = `# Heading
> quoted *well*
1. one
2. two
- [x] done
\`\`\`
const a = 1 < 2;
\`\`\`
- \`code\` _slanted_ ~gone~
[docs](https://example.com/docs?a=1&b=2) @li #general ![dot](https://example.com/dot.png)`;
	expect(html(text).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
		"<p class="heading-1">
		<strong>Heading</strong>
		</p>
		<br>
		<blockquote>
		<p>quoted <strong>well</strong>
		</p>
		</blockquote>
		<ol>
		<li value="1">one</li>
		<li value="2">two</li>
		</ol>
		<ul>
		<li>☑ done</li>
		</ul>
		<pre>
		<code>const a = 1 &lt; 2;</code>
		</pre>
		<br>
		<ul>
		<li>
		<code>code</code> <em>slanted</em> <del>gone</del>
		</li>
		</ul>
		<p>
		<a href="https://example.com/docs?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">docs</a> <span class="mention">@li</span> <span class="mention">#general</span> <a href="https://example.com/dot.png" target="_blank" rel="noopener noreferrer">dot</a>
		</p>"
	`);
});

describe('what a link may lead to', () => {
	test.each([
		['[x](https://example.com/?a=1&b="2")', 'href="https://example.com/?a=1&amp;b=%222%22"'],
		['[x](mailto:li@example.com)', 'href="mailto:li@example.com"'],
		['see example.com', 'href="https://example.com/"'],
	])('%s', (text, href) => {
		expect(html(text)).toContain(`<a ${href} target="_blank" rel="noopener noreferrer">`);
	});

	test.each([
		'[x](javascript:alert(1))',
		'[x](JaVaScRiPt:alert(1))',
		'[x](data:text/html,<script>)',
		'<vbscript:x|y>',
		'[x](file:///etc)',
	])('%s is none', (text) => {
		expect(html(text)).not.toContain('<a');
	});
});

describe('what comes from outside is a text', () => {
	const sample = createSampleWorkspace().integrations.flatMap(({ name }) => (typeof name === 'string' ? name : []));
	const names = [
		...new Set(sample),
		'<img src=x onerror=alert(1)>',
		'"><script>alert(1)</script>',
		"' onmouseover='x",
		'&lt;b&gt;',
	];

	test.each(names)('%.40j', (name) => {
		for (const text of [name, `\`${name}\``, `**${name}**`, `- ${name}`, `[${name}](https://example.com/)`, `> ${name}`]) {
			for (const shown of [html(text), renderBlockText(text).toString()]) {
				expect(
					shown.replace(/<\/?(?:p|strong|em|del|code|pre|ul|ol|li|br|blockquote|span|a)(?: [a-z]+="[^"]*")*>/g, ''),
				).not.toMatch(/[<>]/);
				expect(shown).not.toMatch(/<[^>]* on[a-z]+=|href="(?!https?:|mailto:)/);
			}
		}
	});
});

test('a smiley is one in a message, not in blocks', () => {
	expect(html('well :)')).toBe('<p>well :slight_smile:</p>');
	expect(renderBlockText('well :)').toString()).toBe('<p>well :)</p>');
});

test.each(['', ' ', '**', '`'])('%j is shown, whatever the parser makes of it', (text) => {
	expect(html(text)).toBe(`<p>${text}</p>`);
});
