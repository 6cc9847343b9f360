import { describe, expect, test } from '@jest/globals';
import { words } from '../../../lib/query/grammar';
import { renderHelp } from '../../../lib/messages/renderHelp';
import { printQuery } from '../../../lib/query/printQuery';
import { parseQuery } from '../../../lib/query/parseQuery';
import { translator } from '../../../lib/messages/translate';
import { everyLocale, valueOf } from '../../support/builders';

test('help explains each word', () => {
	expect(`\n${renderHelp(translator('en')).text}\n`).toMatchInlineSnapshot(`
		"
		**What you can type**: \`/integrations\` shows which integrations post into this room and which listen to it. These words can follow, in any order:
		- \`list\`: the summary of this room, as without a word
		- \`incoming\`: only those that post here
		- \`outgoing\`: only those that listen here
		- \`enabled\`: only those that are switched on
		- \`disabled\`: only those that are switched off
		- \`here\`: only those that name this room, not those of all rooms
		- \`all\`: also those of all rooms of this kind, one by one
		- \`workspace\`: all integrations of the workspace instead of this room's, with the places that each serves; for workspace admins alone
		- \`attention\`: only those with something to fix or to look at, for you alone
		- \`by @user\`: only those made by that user, or posting as that user; for you alone
		- \`sort name\`: sorted by name; also \`sort created\`, \`sort updated\`
		- \`desc\`: the other way round
		- \`page 2\`: the second page, and so on
		- \`private\`: the answer for you alone
		- \`share\`: the answer into the room, that of a search, too
		- \`fresh\`: refreshed from the server, not from the app's memory
		- \`browse\`: a panel to search and look through, for you alone
		- \`watch\`: from now on, tell this room when its integrations change
		- \`unwatch\`: no longer tell this room
		- \`changes\`: what changed since this room was last told, for you alone
		- \`export\`: what the other words select as a file (CSV), in your direct message with the app
		- \`status\`: a check of the app's set-up, for you alone; \`status all\` also lists what is well
		- \`help\`: this text
		- \`find text\`: only those matching the text: name, alias, user, trigger word or host; for you alone; other words go before it
		- \`show name\`: one integration in full, for you alone; comes last
		Examples: \`/integrations outgoing disabled\`, \`/integrations here private\`, \`/integrations sort name page 2\`, \`/integrations enabled find github.com\`, \`/integrations show GitHub deploys\`, \`/integrations workspace attention\`
		"
	`);
});

describe.each(everyLocale)('made of the table (%s)', (locale) => {
	const { text } = renderHelp(translator(locale));

	test('a line for each word, in its order, and none is left unexplained', () => {
		const lines = text.split('\n').filter((line) => line.startsWith('- '));
		expect(lines.map((line) => /^- `(\w+)/.exec(line)?.[1])).toEqual(words);
		expect(lines.filter((line) => /: (help_|$)/.test(line))).toEqual([]);
	});

	test('each example is understood as it was meant', () => {
		const examples = [...text.slice(text.lastIndexOf('\n')).matchAll(/`(\/integrations [^`]+)`/g)].map(([, typed = '']) => typed);
		expect(examples).toHaveLength(6);
		expect(examples.map((typed) => printQuery(valueOf(parseQuery(typed.split(' ').slice(1))).query))).toEqual(examples);
	});

	test('fits into one message', () => {
		expect(text.length).toBeLessThan(5000);
	});
});
