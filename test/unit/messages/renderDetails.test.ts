import { describe, expect, test } from '@jest/globals';
import type { Details } from '../../../lib/report/details';
import { renderDetails } from '../../../lib/messages/renderDetails';
import { fail, success } from '../../../lib/failure';
import { translator } from '../../../lib/messages/translate';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';
import { detailsOf, directPlace, incoming, outgoing, place, rowsIn } from '../../support/builders';
import { eachFinding, findingsNaming, hostileNames, oneOfEach, outsideCode } from '../../support/troubled';
import { titled } from '../../support/titled';

function say(details: Details) {
	return `\n${renderDetails(details, translator('en')).text}\n`;
}
const reach = { reason: 'named', part: 'here', elsewhere: ['#hidden', '@ana'] } as const;

const rich = outgoing({
	id: 'ID1',
	name: 'Ticket mirror',
	enabled: false,
	alias: 'Tickets',
	emoji: ':ticket:',
	ownPicture: true,
	anywhere: true,
	onEdits: true,
	impersonates: true,
	targetRoom: '#hidden',
	retries: { count: 6, delay: 'powers-of-ten' },
	script: 'error',
	scriptError: { name: 'SyntaxError', line: 3 },
	updatedAt: '2025-03-04T05:06:07.000Z',
	updatedBy: 'li',
});

test('an outgoing one, for an admin', () => {
	const lastRun = success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' } as const);
	const adminUrl = 'https://chat.example/admin/integrations/edit/outgoing/ID1';
	expect(say(detailsOf(rich, { row: { integration: rich, reach }, audience: 'admin', lastRun, adminUrl })))
		.toMatchInlineSnapshot(`
		"
		**\`Ticket mirror\`**, outgoing: listens here
		- **disabled**
		*What it does*
		- Why here: it names this room
		- Also serves: \`#hidden\`, \`@ana\`
		- Fires: on \`!guggy\`, \`guggy\`, \`gif+\`
		- The words may stand anywhere in the message
		- Fires on edited messages, too
		- Sends to: \`text2gif.guggy.com\`
		- Its answers go to: \`#hidden\`
		- Tries again when a call fails: 6 times, after 100 ms, 1 s, 10 s, 100 s, …
		- Its answers carry the name of the person who triggers it
		- Script: did not compile (\`SyntaxError\`, line 3)
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		- Under the name: \`Tickets\`
		- With the emoji: \`:ticket:\`
		- With a picture of its own
		*History*
		- Created: 2024⁠-⁠05⁠-⁠02 by \`ana\`
		- Last changed: 2025⁠-⁠03⁠-⁠04 by \`li\`
		- Last run: 2025⁠-⁠06⁠-⁠04 10:00 UTC, **failed** at the call of its target
		- Id: \`ID1\`
		[Open in administration](https://chat.example/admin/integrations/edit/outgoing/ID1)
		"
	`);
});

test('the same for everybody else: other rooms are counted, not named', () => {
	const text = say(detailsOf(rich, { row: { integration: rich, reach }, lastRun: fail({ kind: 'forbidden' }) }));
	expect(text).not.toMatch(/hidden|@ana|https:/);
	expect(text).toMatchInlineSnapshot(`
		"
		**\`Ticket mirror\`**, outgoing: listens here
		- **disabled**
		*What it does*
		- Why here: it names this room
		- Also serves 2 other places; a workspace admin sees which
		- Fires: on \`!guggy\`, \`guggy\`, \`gif+\`
		- The words may stand anywhere in the message
		- Fires on edited messages, too
		- Sends to: \`text2gif.guggy.com\`
		- Its answers go to another room; a workspace admin sees which
		- Tries again when a call fails: 6 times, after 100 ms, 1 s, 10 s, 100 s, …
		- Its answers carry the name of the person who triggers it
		- Script: did not compile (\`SyntaxError\`, line 3)
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		- Under the name: \`Tickets\`
		- With the emoji: \`:ticket:\`
		- With a picture of its own
		*History*
		- Created: 2024⁠-⁠05⁠-⁠02 by \`ana\`
		- Last changed: 2025⁠-⁠03⁠-⁠04 by \`li\`
		- Last run: could not be looked up (the token's user may not see it)
		- Id: \`ID1\`
		"
	`);
});

test.each([
	['ana', '@li', 'Its answers go to: `@li`'],
	['li', '@ANA1', 'Its answers go to: `@ANA1`'],
	['rocket.cat', '@li', 'Its answers go to another room'],
	['ana', '@otto', 'Its answers go to another room'],
])('where answers as %s to %s go, in the direct message of ana and li', (username, targetRoom, told) => {
	const integration = outgoing({ userId: '', username, targetRoom });
	expect(say(detailsOf(integration, { row: { integration, reach }, subject: directPlace }))).toContain(told);
});

test('an incoming one, with little known of it', () => {
	const integration = incoming({
		name: '',
		username: '',
		createdAt: '',
		createdBy: '',
		redirectable: true,
		script: 'on',
		scriptEngine: 'isolated-vm',
	});
	expect(say(detailsOf(integration, { row: { integration, reach: { reason: 'namedById', part: 'here', elsewhere: [] } } })))
		.toMatchInlineSnapshot(`
		"
		**_unnamed_**, incoming: posts here
		*What it does*
		- Why here: by this room's id
		- May be redirected: whoever calls it can name another room
		- Script: on (secure sandbox)
		*History*
		- Created: …
		- Last changed: 2024⁠-⁠05⁠-⁠02
		- Id: \`id1\`
		"
	`);
});

test('the last run is told, or why it is not', () => {
	const runs: Details['lastRun'][] = [
		success(undefined),
		success({ at: '2025-06-04T10:00:00.000Z', outcome: 'succeeded', step: '' }),
		success({ at: '2025-06-04T10:00:00.000Z', outcome: 'unfinished', step: 'before-http-call' }),
		fail({ kind: 'tooSlow', seconds: 9 }),
	];
	const lines = runs.map((lastRun) => /^.*run.*$/m.exec(say(detailsOf(outgoing(), { lastRun })))?.[0]);
	expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
		"
		- Last run: none in the server's history
		- Last run: 2025⁠-⁠06⁠-⁠04 10:00 UTC, succeeded
		- Last run: 2025⁠-⁠06⁠-⁠04 10:00 UTC, not finished
		- Last run: could not be looked up (the server took too long)
		"
	`);
});

test('as paragraphs: what it is called and what is wrong, what it does, as whom it posts, its history', () => {
	const { sections, context, text } = renderDetails(detailsOf(outgoing()), translator('en'));
	const heads = ['**`Guggy`**, outgoing: listens here', '*What it does*', '*As whom it posts*', '*History*'];
	expect(sections.map((section) => section.split('\n')[0])).toEqual(heads);
	expect([context, text]).toEqual([[], sections.join('\n')]);
});

test('the way to the administration is in the text alone: a client with blocks has a button for it', () => {
	const { sections, text } = renderDetails(detailsOf(outgoing(), { adminUrl: 'https://chat.example/x' }), translator('en'));
	expect(text).toBe(`${sections.join('\n')}\n[Open in administration](https://chat.example/x)`);
});

test('what only may act here, or does not reach it, is not said to post or listen here', () => {
	const integrations = [
		incoming({ channels: ['#other'], redirectable: true }),
		outgoing({ channels: [], event: 'roomCreated' }),
		incoming({ channels: ['#Customer care'] }),
		outgoing({ channels: ['#Customer care'] }),
	];
	const rows = rowsIn({ ...place, shownName: 'Customer care' }, integrations);
	const heads = rows.map((row) => say(detailsOf(row.integration, { row, audience: 'admin' })).split('\n')[1]);
	expect(heads).toEqual([
		'**`GitHub deploys`**, incoming',
		'**`Guggy`**, outgoing',
		'**`GitHub deploys`**, incoming',
		'**`Guggy`**, outgoing',
	]);
});

test('all trigger words are told, also those on which it never fires', () => {
	const words = (fields: Parameters<typeof outgoing>[0]) =>
		say(detailsOf(outgoing({ triggerWords: ['!guggy', 'gif+'], ...fields })))
			.split('\n')
			.filter((line) => /Fires|words/.test(line));
	expect([{}, { event: '' }, { triggerWords: ['', 'a'], anywhere: true }, { triggerWords: ['a', '', 'b'] }].map(words))
		.toMatchInlineSnapshot(`
		[
		  [
		    "- Fires: on \`!guggy\`, \`gif+\`",
		    "- The words must begin the message",
		  ],
		  [
		    "- Fires: never",
		    "- The words must begin the message: \`!guggy\`, \`gif+\`",
		  ],
		  [
		    "- Fires: never",
		    "- The words may stand anywhere in the message: …, \`a\`",
		  ],
		  [
		    "- Fires: on \`a\`",
		    "- The words must begin the message: \`a\`, …, \`b\`",
		  ],
		]
	`);
});

test('in a direct message it names one of the people', () => {
	const { text } = renderDetails(detailsOf(outgoing(), { subject: directPlace }), translator('en'));
	expect(text).toContain('- Why here: it names one of the people here\n');
});

test('hostile names neither mention nor break the lines', () => {
	const name = '@all\n`x` **y** [z](javascript:alert(1)) https://evil.example';
	const integration = outgoing({
		...rich,
		name,
		username: name,
		alias: name,
		emoji: name,
		createdBy: name,
		updatedBy: name,
		event: name,
		triggerWords: [name],
		hosts: [name],
		targetRoom: name,
		scriptEngine: name,
	});
	const { text } = renderDetails(
		detailsOf(integration, { row: { integration, reach: { ...reach, elsewhere: [name] } }, audience: 'admin' }),
		translator('en'),
	);
	const outside = text.replace(/`[^`\n]*`/g, '');
	expect(outside).not.toMatch(/@all|https:|javascript|\*\*y/);
	expect(text.match(/(^|\s|>)@\w+/g)).toBeNull();
});

describe('what was found, when it posted last, and whom to ask', () => {
	const now = Date.UTC(2026, 5, 1);
	const recent = (posts: Readonly<Record<string, number>>, messages = 300) =>
		toRecentPosts({ messages, lastPosts: new Map(Object.entries(posts)) }, ['id1'], now);
	const contacts = { owners: ['li', 'root'], creators: ['ana'] };
	const lines = (details: Details, pattern: RegExp) =>
		say(details)
			.split('\n')
			.filter((line) => pattern.test(line));

	test('are all told in full', () => {
		const findings = [oneOfEach.posterInactive, oneOfEach.redirectable, oneOfEach.disabled];
		const integration = incoming({ enabled: false, redirectable: true });
		const details = detailsOf(integration, { findings, contacts, recent: recent({ id1: now - 26 * 3_600_000, other: now }) });
		expect(say(details)).toMatchInlineSnapshot(`
		"
		**\`GitHub deploys\`**, incoming: posts here
		- **exposed**: \`dora\`, as whom it posts, is deactivated
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see
		- **worth a look**: it is switched off, and was last changed on 2025⁠-⁠03⁠-⁠02
		*What it does*
		- Why here: it names this room
		- May be redirected: whoever calls it can name another room
		- Script: none
		*As whom it posts*
		- Posts as: \`rocket.cat\`
		*History*
		- Created: 2024⁠-⁠05⁠-⁠02 by \`ana\`
		- Last changed: 2024⁠-⁠05⁠-⁠02
		- Last posted: 1 day ago
		- Id: \`id1\`
		Ask \`li\` and \`root\` (owners), \`ana\` (creator) or an admin.
		"
	`);
	});

	test('each finding on its line, after the name, in the order in which they come', () => {
		const { text } = renderDetails(detailsOf(outgoing(), { findings: eachFinding }), translator('en'));
		const shown = text.split('\n').slice(1, 1 + eachFinding.length);
		expect(shown.every((line) => /^- \*\*(broken|exposed|worth a look)\*\*: /.test(line))).toBe(true);
		expect(text.split('\n')[1 + eachFinding.length]).toBe('*What it does*');
	});

	test('whom to ask is a paragraph of its own, the last one', () => {
		const { sections } = renderDetails(detailsOf(outgoing(), { contacts }), translator('en'));
		expect(sections.at(-1)).toBe('Ask `li` and `root` (owners), `ana` (creator) or an admin.');
	});

	test.each([
		['not lately', incoming(), recent({ other: now }), 0],
		['an outgoing one', outgoing(), recent({ id1: now }), 1],
		['it was not read, or cannot be told', incoming(), undefined, 0],
	])('when it posted last: %s', (_, integration, given, count) => {
		expect(lines(detailsOf(integration, { recent: given }), /posted/)).toHaveLength(count);
	});

	test('who else posted is not said of one', () => {
		expect(say(detailsOf(incoming(), { recent: recent({ other: now }) }))).not.toMatch(/more integration/);
	});

	test('with nothing found all is as before', () => {
		expect(say(detailsOf(rich))).not.toMatch(/broken|exposed|worth|Who can/);
	});

	test('a script that was never compiled says so', () => {
		const details = detailsOf(incoming({ script: 'notCompiled' }), { findings: [oneOfEach.scriptNotCompiled] });
		expect(lines(details, /[Ss]cript/)).toMatchInlineSnapshot(`
		[
		  "- **broken**: its script is switched on, but was never compiled",
		  "- Script: switched on, but never compiled",
		]
	`);
	});

	test.each(titled(hostileNames))('names do nothing: %s', (_title, name) => {
		const textOf = (of: string) =>
			renderDetails(
				detailsOf(incoming(), { findings: findingsNaming(of), contacts: { owners: [of], creators: [`x${of}`] } }),
				translator('en'),
			).text;
		expect(outsideCode(textOf(name))).toBe(outsideCode(textOf('ana')));
		expect(textOf(name).match(/(^|[\s>])[@#]\w/g)).toBeNull();
		expect(textOf(name).length).toBeLessThan(10_000);
	});
});

test('what could not be read is said: another one of that name may be among it', () => {
	const missing = {
		total: 60,
		read: 10,
		unreadable: 1,
		gaps: [{ what: 'workspace', why: { kind: 'rateLimited', seconds: 60 } }],
	} as const;
	expect(renderDetails(detailsOf(incoming(), { missing }), translator('en')).text.split('\n').slice(-3)).toEqual([
		"The workspace's whole list could not be looked through (the server allows no more requests for now): what reaches this room by other ways is missing.",
		'Only 10 of 60 could be read: the server did not answer as expected.',
		"1 entry of the server's list could not be read and is left out.",
	]);
});
