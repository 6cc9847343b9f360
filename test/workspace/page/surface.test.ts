import { describe, expect, test } from '@jest/globals';
import { renderBlocks, type SurfaceName } from './surface';

const HOSTILE = '<img src=x onerror="alert(1)">';

function html(surface: SurfaceName, ...blocks: object[]): string {
	return renderBlocks(surface, blocks)
		.map((block) => block.toString().replace(/>\s+</g, '><'))
		.join('\n');
}

const ids = { appId: 'app', blockId: 'block', actionId: 'act' };
function text(shown: string) {
	return { type: 'plain_text', text: shown };
}
const button = { ...ids, type: 'button', text: text('Go'), value: 'v' };
const select = { ...ids, type: 'static_select', placeholder: text('Kind'), options: [{ text: text('One'), value: '1' }] };
const field = { ...ids, type: 'plain_text_input', placeholder: text('Some letters') };

describe('blocks', () => {
	test('a section with an accessory and fields', () => {
		const block = {
			...{ type: 'section', text: { type: 'mrkdwn', text: '*Name*' }, fields: [text('a'), text('b')] },
			accessory: { ...button, style: 'primary' },
		};
		expect(html('message', block)).toMatchInlineSnapshot(
			`"<div class="block section"><div class="body"><div class="text"><p><strong>Name</strong></p></div><div class="fields"><div>a</div><div>b</div></div></div><div class="accessory"><button type="button" class="button primary" data-app-id="app" data-block-id="block" data-action-id="act" data-dispatch="at-once" data-value="v">Go</button></div></div>"`,
		);
	});

	test('context, divider, picture, callout', () => {
		const picture = { type: 'image', imageUrl: 'https://example.com/a.png', altText: 'A picture' };
		const blocks = [
			{ type: 'context', elements: [{ type: 'mrkdwn', text: 'page `1`' }, picture] },
			{ type: 'divider' },
			picture,
			{ type: 'callout', variant: 'danger', title: text('Careful'), text: text('hot') },
		];
		expect(html('message', ...blocks)).toMatchInlineSnapshot(`
		"<div class="block context"><div><p>page <code>1</code></p></div><div><a class="image" href="https://example.com/a.png" target="_blank" rel="noopener noreferrer">A picture</a></div></div>
		<hr class="block">
		<div class="block"><a class="image" href="https://example.com/a.png" target="_blank" rel="noopener noreferrer">A picture</a></div>
		<div class="block callout danger"><strong>Careful</strong>hot</div>"
	`);
	});

	test('what a surface does not allow is dropped, as in Rocket.Chat', () => {
		const [input, callout] = [
			{ type: 'input', label: text('x'), element: field },
			{ type: 'callout', text: text('x') },
		];
		expect([html('message', input), html('contextual_bar', callout), html('modal', { type: 'video_conf' })]).toEqual([
			'',
			'',
			'',
		]);
	});

	test('what the page cannot show is said', () => {
		const picker = { ...ids, type: 'datepicker' };
		const shown = html('modal', { type: 'actions', elements: [picker] }, { type: 'input', label: text('When'), element: picker });
		expect(shown.match(/\(datepicker: not part of this page\)/g)).toHaveLength(2);
	});
});

describe('controls', () => {
	test('a button', () => {
		expect(html('message', { type: 'actions', elements: [button] })).toBe(
			'<div class="block actions"><button type="button" class="button secondary" data-app-id="app" data-block-id="block" ' +
				'data-action-id="act" data-dispatch="at-once" data-value="v">Go</button></div>',
		);
	});

	test('a button that is a link', () => {
		const link = (url: string): string => html('message', { type: 'actions', elements: [{ ...button, url }] });
		expect(link('https://example.com/a')).toMatch(
			/<a href="https:\/\/example.com\/a" target="_blank" rel="noopener noreferrer" class="button/,
		);
		expect(link('javascript:alert(1)')).toMatch(/<button type="button" class="button secondary"/);
	});

	test('a choice: at once in actions, with its form in an input', () => {
		expect(html('modal', { type: 'actions', elements: [{ ...select, initialValue: '1' }] })).toMatch(
			/<select class="field" aria-label="Kind" .*data-dispatch="at-once"><option value="1" selected>One<\/option>/,
		);
		const shown = html('modal', { type: 'input', label: text('Which'), element: select });
		expect(shown).toMatch(/<label for="(field-\d+)">Which<\/label><select class="field" id="\1" .*data-dispatch="with-form">/);
		expect(shown).toContain('<option value="" disabled selected>Kind</option>');
	});

	test('a field: one line or several, with its form or while it is typed into', () => {
		const input = (element: object): string => html('contextual_bar', { type: 'input', label: text('Name'), element });
		expect(input({ ...field, initialValue: '"a"' })).toMatch(
			/<label for="(field-\d+)">Name<\/label><input class="field" type="text" value="&quot;a&quot;" id="\1" placeholder="Some letters" .*data-dispatch="with-form">/,
		);
		const long = { ...field, multiline: true, maxLength: 9, dispatchActionConfig: ['on_character_entered'] };
		expect(input(long)).toMatch(/<textarea class="field" rows="6" .*maxlength="9" .*data-dispatch="while-typing"><\/textarea>/);
	});

	test('a menu', () => {
		const options = [
			{ text: text('Copy'), value: 'copy' },
			{ text: text('Open'), value: 'open', url: 'https://example.com' },
		];
		const shown = html('message', { type: 'section', text: text('x'), accessory: { ...ids, type: 'overflow', options } });
		expect(shown).toContain('<summary class="button secondary" aria-label="More">');
		expect(shown).toMatch(
			/<li><button type="button" .*data-value="copy">Copy<\/button><\/li><li><a href="https:\/\/example.com\/" /,
		);
	});
});

test('nothing that an app sends becomes markup', () => {
	const hostile = { appId: HOSTILE, blockId: HOSTILE, actionId: HOSTILE };
	const said = text(HOSTILE);
	const option = { text: said, value: HOSTILE, url: `javascript:${HOSTILE}` };
	const elements = [
		{ ...hostile, type: 'button', text: said, value: HOSTILE, url: `https://example.com/${HOSTILE}` },
		{ ...hostile, type: 'static_select', placeholder: said, options: [option] },
		{ ...hostile, type: 'overflow', options: [option] },
		{ ...hostile, type: HOSTILE },
	];
	const blocks = [
		{ type: 'section', text: said, fields: [{ type: 'mrkdwn', text: HOSTILE }] },
		{ type: 'context', elements: [said] },
		{ type: 'actions', elements },
		{ type: 'input', label: said, hint: said, element: { ...field, ...hostile, placeholder: said, initialValue: HOSTILE } },
		{ type: 'image', imageUrl: HOSTILE, altText: HOSTILE },
		{ type: 'callout', title: said, text: said },
	];
	const shown = html('modal', ...blocks);
	expect(shown).not.toMatch(/<img|<[^>"]*(?:"[^"]*"[^>"]*)* onerror=|javascript:[^"]*"/);
	expect(shown).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});
