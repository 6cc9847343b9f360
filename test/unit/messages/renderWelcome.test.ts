import { expect, test } from '@jest/globals';
import { renderWelcome } from '../../../lib/messages/renderWelcome';
import { translator } from '../../../lib/messages/translate';

const links = { siteUrl: 'https://chat.example', appId: 'APP', appVersion: '0.1.0' };

test('the welcome tells five steps, with links to where they are done', () => {
	expect(`\n${renderWelcome(links, translator('en')).text}\n`).toMatchInlineSnapshot(`
		"
		**Channel Integrations is installed.** Five steps, and people can type \`/integrations\` in their rooms:
		1. [Make a user](https://chat.example/admin/users) for the app, such as \`integrations-reader\`.
		2. [Make a role](https://chat.example/admin/permissions) with \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, and give it to that user.
		3. Log in as that user.
		4. As that user, click the avatar, open *Profile > Personal Access Tokens*, and add a token with *Ignore Two Factor Authentication*.
		5. [Fill in the app's settings](https://chat.example/marketplace/private/info/APP/0.1.0/settings) with that token and its user id, and type \`/integrations status\` in a channel.
		"
	`);
});

test('the welcome has no links where the address of the workspace is not known', () => {
	const { text } = renderWelcome({ ...links, siteUrl: '' }, translator('en'));
	expect(text).not.toContain('](');
	expect(text).toContain('1. **Make a user**');
});

test('no link leads the admin to a token of the admin’s own', () => {
	const { text } = renderWelcome(links, translator('en'));
	expect(text).not.toContain('/account');
	expect(
		text
			.split('\n')
			.filter((line) => line.includes(']('))
			.map((line) => line[0]),
	).toEqual(['1', '2', '5']);
});
