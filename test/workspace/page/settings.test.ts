import { describe, expect, test } from '@jest/globals';
import { appTextsIn } from './appTexts';
import { saveSettings } from './saveSettings';
import { createScene, visit } from './scene';
import { settingsPage } from './settingsPage';

function setUp(who = 'ana') {
	const { inhabited, saved } = createScene();
	const html = settingsPage(inhabited, visit(inhabited, who)).toString();
	const save = async (changed: Record<string, unknown>) => saveSettings(inhabited, changed, appTextsIn(inhabited, 'en'));
	return { html, saved, save };
}

describe('the settings page', () => {
	test('shows what the app registered, section by section', () => {
		const { html } = setUp();
		expect(html.match(/<h2>.*?<\/h2>|<label for=".*?">.*?<\/label>/g)).toEqual([
			'<h2>First</h2>',
			'<label for="server_url">Address</label>',
			'<label for="auth_token">token</label>',
			'<h2>Second</h2>',
			'<label for="visibility">where</label>',
			'<label for="page_size">size</label>',
			'<label for="scan">scan</label>',
		]);
		expect(html).toContain('The &lt;App&gt;');
		expect(html).toContain('Made at <strong>My Account</strong>');
	});

	test('speaks the reader’s language, and English where that has no word', () => {
		const { html } = setUp('bia');
		expect(html).toContain('<h2>Primeira</h2>');
		expect(html).toContain('<h2>Second</h2>');
		expect(html).toContain('<form id="settings" novalidate>\n\t\t\t<div lang="pt-BR">');
	});

	test('has a field of each type', () => {
		const { html } = setUp();
		expect(html).toMatch(/<input class="field" type="text" autocomplete="off" value=""\s+id="server_url"/);
		expect(html).toMatch(/<option value="room" selected>in_room<\/option>/);
		expect(html).toMatch(/type="number" value="5"\s+id="page_size" name="page_size" data-type="int" data-default="20"/);
		expect(html).toMatch(/role="switch" class="switch" checked\s+id="scan"/);
	});

	test('offers no way back to a default before the script can go it', () => {
		const buttons = setUp().html.match(/<button [^>]*data-reset="[^>]*>/g) ?? [];
		expect(buttons.map((button) => button.endsWith(' hidden>'))).toEqual(Array.from({ length: 5 }, () => true));
	});

	test('says where the settings are in Rocket.Chat, and who does not see them there', () => {
		const where = 'In Rocket.Chat these settings are at Marketplace &gt; Private Apps &gt; The &lt;App&gt; &gt; Settings.';
		const [admin, owner] = [setUp('ana').html, setUp('li').html];
		for (const html of [admin, owner]) expect(html).toContain(where);
		expect(owner).toContain('Only a workspace admin sees them there, and li is none');
		expect(admin).not.toContain('Only a workspace admin');
	});

	test('keeps a secret', () => {
		const { html } = setUp();
		expect(html).not.toContain('CANARY');
		expect(html).toMatch(/type="password" autocomplete="new-password" value="" placeholder="Kept, and not shown"/);
	});
});

describe('saving', () => {
	test('what was changed', async () => {
		const { save, saved } = setUp();
		const changed = { server_url: 'x', visibility: 'sender', page_size: 7, scan: false, auth_token: 'new' };
		expect(await save(changed)).toEqual({ saved: 'Saved: Address, where, size, scan, token' });
		expect(Object.fromEntries(saved)).toEqual(changed);
		expect(await save({ page_size: '' })).toEqual({ saved: 'Saved: size' });
	});

	test.each([
		[{ nothing: 1 }, 'There is no setting nothing.'],
		[{ page_size: '7' }, 'The value for page_size is not of its type.'],
		[{ page_size: 1.5 }, 'The value for page_size is not of its type.'],
		[{ scan: 'true' }, 'The value for scan is not of its type.'],
		[{ visibility: 'nobody' }, 'The value for visibility is not of its type.'],
		[{ server_url: 'x', auth_token: null }, 'The value for auth_token is not of its type.'],
	])('%j is not saved', async (changed, failure) => {
		const { save, saved } = setUp();
		expect(await save(changed)).toEqual({ failure });
		expect(saved).toEqual([]);
	});
});
