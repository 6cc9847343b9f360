import { expect, test } from '@jest/globals';
import { renderWelcome } from '../../../lib/messages/renderWelcome';
import { translator } from '../../../lib/messages/translate';

const links = { siteUrl: 'https://chat.example', appId: 'APP', version: '0.1.0' };

test('the welcome tells three steps, with links', () => {
	expect(`\n${renderWelcome(links, translator('en')).text}\n`).toMatchInlineSnapshot(`
		"
		**Channel Integrations is installed.** Three steps, and people can type \`/integrations\` in their rooms:
		1. [Create a personal access token](https://chat.example/account/tokens), as a user who may see integrations: best one of its own, with a role that holds \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`.
		2. [Fill in the app's settings](https://chat.example/marketplace/private/info/APP/0.1.0/settings) with the user id and the token.
		3. Type \`/integrations status\` in any channel that you are in: it checks the set-up and says what is missing.
		"
	`);
});

test('the welcome has no links where the address of the workspace is not known', () => {
	const { text } = renderWelcome({ ...links, siteUrl: '' }, translator('en'));
	expect(text).not.toContain('](');
	expect(text).toContain('1. **Create a personal access token**');
});
