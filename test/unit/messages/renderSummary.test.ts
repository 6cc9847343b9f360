import { describe, expect, test } from '@jest/globals';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';
import type { Fetched } from '../../../lib/rest/combineLists';
import type { Integration } from '../../../lib/integrations/integration';
import { renderRow } from '../../../lib/messages/renderRow';
import { ageLine, renderSummary } from '../../../lib/messages/renderSummary';
import { type Locale, translator } from '../../../lib/messages/translate';
import {
	directPlace,
	everyLocale,
	type Frame,
	groupPlace,
	incoming,
	outgoing,
	place,
	reportOf,
	type Scene,
	workspace,
} from '../../support/builders';
import {
	eachFinding,
	findingsNaming,
	findingsOf,
	hostileNames,
	oneOfEach,
	outsideCode,
	people,
	person,
	inspectionOf,
} from '../../support/troubled';
import type { Query } from '../../../lib/query/query';
import type { Report } from '../../../lib/report/buildReport';
import type { Place } from '../../../lib/integrations/room';
import type { Audience } from '../../../lib/integrations/audience';
import { titled } from '../../support/titled';

const deploys = incoming({ id: '1', alias: 'Deploy bot' });
const nagios = incoming({
	id: '2',
	name: 'Nagios',
	enabled: false,
	username: 'monitor',
	createdBy: 'li',
	createdAt: '2023-11-20',
});
const guggy = outgoing({ id: '3', createdBy: 'graywolf336', createdAt: '2017-01-05', channels: ['all_public_channels'] });
const design = [deploys, nagios, guggy];

function logs(count: number) {
	return Array.from({ length: count }, (_, index) =>
		outgoing({ id: `log${String(index)}`, name: `Log ${String(index)}`, triggerWords: [], channels: ['all_public_channels'] }),
	);
}

const remote = [
	incoming({ id: 'r1', name: 'CANARY Zapier', channels: ['#CANARY-secret'], redirectable: true, createdBy: 'CANARY-maker' }),
	incoming({ id: 'r2', name: 'CANARY n8n', channels: ['@CANARY-person'], redirectable: true, createdBy: 'CANARY-maker' }),
	outgoing({ id: 'r3', name: 'CANARY audit', channels: [], event: 'roomCreated', hosts: ['CANARY.example'] }),
];

/** Of the design's integrations, where nothing else is said. */
function report(asked: Partial<Query> = {}, scene: Scene = {}) {
	return reportOf(asked, { of: design, ...scene });
}

function summary(...args: Parameters<typeof report>) {
	return `\n${inEnglish(...args)}\n`;
}
function inEnglish(...args: Parameters<typeof report>) {
	return renderSummary(report(...args), translator('en')).text;
}

test('the summary of a room', () => {
	expect(summary()).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 here (2 post)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		"
	`);
});

test('the summary counts one integration as one', () => {
	expect(summary({}, { of: [incoming()] })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 here (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		"
	`);
});

test('the whole workspace: by type, with the places that each serves', () => {
	const findings = findingsOf({ off: [oneOfEach.noSuchPlace, oneOfEach.disabled], id1: [oneOfEach.disabled] });
	const frame = {
		place: workspace,
		audience: 'admin',
		inspection: inspectionOf({ findings, unchecked: { places: 2 } }),
	} as const;
	const of = [
		...design,
		incoming({ id: 'off', name: 'Old', enabled: false, channels: ['#old-name', '@gina', 'all_private_groups', '#a', '#b'] }),
		outgoing({ id: 'far', name: 'Relay', channels: ['#support'], targetRoom: '#ops', triggerWords: [], hosts: ['a.example'] }),
	];
	expect(summary({ scope: 'workspace' }, { of, frame })).toMatchInlineSnapshot(`
		"
		**Integrations in the whole workspace**: 5 (3 post, 2 listen, 2 disabled), 1 needs attention
		*Incoming: they post*
		- \`Nagios\` **disabled**, \`#support\`, as \`monitor\`
		- \`GitHub deploys\` \`#support\`, as \`Deploy bot\`
		- \`Old\` **disabled**, **broken: names what does not exist**, \`#old-name\` +4, as \`rocket.cat\`
		*Outgoing: they listen*
		- \`Guggy\` all public channels, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, by \`graywolf336\`
		- \`Relay\` \`#support\`, \`#ops\`, on every message → \`a.example\`, by \`ana\`
		Whether 2 rooms or users that these integrations name exist was not looked up.
		"
	`);
	expect(summary({ scope: 'workspace', type: 'outgoing' }, { of, frame })).toMatchInlineSnapshot(`
		"
		**Integrations in the whole workspace**: 2 of 5, outgoing
		*Outgoing: they listen*
		- \`Guggy\` all public channels, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, by \`graywolf336\`
		- \`Relay\` \`#support\`, \`#ops\`, on every message → \`a.example\`, by \`ana\`
		Whether 2 rooms or users that these integrations name exist was not looked up.
		"
	`);
});

test('a private group, and a discussion by its shown name', () => {
	const of = [incoming({ channels: ['#war-room'] }), outgoing({ channels: ['all_private_groups'] })];
	expect(summary({}, { of, frame: { place: groupPlace } })).toMatchInlineSnapshot(`
		"
		**Integrations in #war-room**: 1 here (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		*All private groups, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		"
	`);
	const discussion: Place = { ...groupPlace, title: 'Deploy `failed`\n@all', names: ['aBc', 'Deploy failed'] };
	const named = [incoming({ channels: ['#Deploy failed'] })];
	expect(inEnglish({}, { of: named, frame: { place: discussion } })).toMatch(
		/^\*\*Integrations in `Deploy 'failed' \u2060@all`\*\*: 1 here/,
	);
});

test('the summary of a direct message', () => {
	const of = [
		incoming({ username: 'li', channels: ['@ana'] }),
		outgoing({ channels: ['@ana'] }),
		outgoing({ id: 'id3', name: 'Audit', triggerWords: [], channels: ['all_direct_messages'] }),
	];
	expect(summary({}, { of, frame: { place: directPlace, audience: 'caller' } })).toMatchInlineSnapshot(`
		"
		**Integrations in this direct message**: 2 here (1 posts, 1 listens)
		*Post here*
		- \`GitHub deploys\` as \`li\`, by \`ana\`
		*Listen here*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		*All direct messages, so here too: 1*
		- \`Audit\` on every message → \`text2gif.guggy.com\`
		"
	`);
});

describe('what reaches all rooms of the kind', () => {
	const of = [deploys, ...logs(6)];

	test('more than five are one counted line', () => {
		expect(summary({}, { of })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 here (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 6*, one by one: \`/integrations all\`
		"
	`);
	});

	test('`all` shows them', () => {
		expect(summary({ scope: 'all' }, { of })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 here (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 6*
		- \`Log 0\` on every message → \`text2gif.guggy.com\`
		- \`Log 1\` on every message → \`text2gif.guggy.com\`
		- \`Log 2\` on every message → \`text2gif.guggy.com\`
		- \`Log 3\` on every message → \`text2gif.guggy.com\`
		- \`Log 4\` on every message → \`text2gif.guggy.com\`
		- \`Log 5\` on every message → \`text2gif.guggy.com\`
		"
	`);
	});

	test('five stand in a part of their own, after what names the room', () => {
		const lines = inEnglish({}, { of: [deploys, ...logs(5)] }).split('\n');
		expect(lines.slice(3).map((line) => line.slice(0, 20))).toEqual([
			'*All public channels',
			...['0', '1', '2', '3', '4'].map((index) => `- \`Log ${index}\` on every m`),
		]);
	});

	test('the words that show them keep what was asked', () => {
		expect(inEnglish({ type: 'outgoing', sort: 'name' }, { of })).toContain('`/integrations outgoing all sort name`');
	});

	test('none names the room', () => {
		expect(summary({}, { of: logs(6) })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: none of its own
		*All public channels, so here too: 6*, one by one: \`/integrations all\`
		"
	`);
	});

	test('the count stands on the last page', () => {
		const more = { of: [deploys, nagios, ...logs(6)], frame: { pageSize: 1 } };
		expect(inEnglish({}, more)).not.toContain('All public channels');
		expect(inEnglish({ page: 2 }, more)).toContain('*All public channels, so here too: 6*, one by one: ');
	});
});

describe('what names no room', () => {
	const of = [...design, ...remote];

	test('is counted', () => {
		expect(summary({}, { of })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 here (2 post)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		"
	`);
	});

	test('is counted where there is nothing else', () => {
		expect(summary({}, { of: remote.slice(1) })).toMatchInlineSnapshot(`
		"
		**No integrations in #support**: the app looked through all incoming and outgoing webhooks of this workspace, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.
		"
	`);
	});

	test('is named to a workspace admin in private', () => {
		expect(summary({}, { of, frame: { audience: 'admin' } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 here (2 post)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		"
	`);
	});

	const words: Partial<Query>[] = [
		{},
		{ type: 'incoming' },
		{ type: 'outgoing' },
		{ state: 'enabled' },
		{ state: 'disabled' },
		{ scope: 'here' },
		{ scope: 'all' },
		{ find: 'zapier' },
		{ find: 'secret' },
		{ find: 'r1' },
		{ by: 'rocket.cat' },
		{ sort: 'name', descending: true },
		{ sort: 'updated' },
		{ scope: 'all', find: 'example', type: 'outgoing' },
		{ fresh: true, visibility: 'private' },
	];

	test.each(words)('%j: nobody else learns a name', (asked) => {
		const served = [incoming({ id: '9', channels: ['#support', '#CANARY-a', '@CANARY-b'] }), ...of];
		for (const audience of ['room', 'caller'] as const) {
			const text = summary(asked, { of: served, frame: { audience } });
			expect(text).not.toContain('CANARY');
		}
	});

	test.each(words.filter(({ find, by }) => find ?? by))('%j: nor whether there is one', (asked) => {
		for (const audience of ['room', 'caller'] as const) {
			expect(summary(asked, { of, frame: { audience } })).toBe(summary(asked, { of: design, frame: { audience } }));
		}
	});
});

test('a page of several, with the words for the next one', () => {
	expect(summary({ state: 'enabled' }, { frame: { pageSize: 1 } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 of 2 here, enabled
		*Post here*
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		Page 1 of 2. Next: \`/integrations enabled page 2\`
		"
	`);
	const asked = { state: 'enabled', sort: 'name', fresh: true, find: 'g' } as const;
	expect(inEnglish(asked, { frame: { pageSize: 1 } })).toContain(
		'Page 1 of 2. Next: `/integrations enabled sort name page 2 find g`',
	);
});

describe('filters are named in the head line', () => {
	test('even where nothing matches', () => {
		expect(summary({ type: 'outgoing', state: 'disabled', scope: 'here' })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 0 of 2 here, outgoing, disabled, naming this room
		None matches. All of them: \`/integrations\`.
		"
	`);
	});

	test('a text and a person', () => {
		expect(summary({ find: 'deploy', by: 'ana' })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 of 2 here, matching \`deploy\`, by or as \`ana\`
		*Post here*
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		"
	`);
	});

	test.each<[Partial<Query>, string]>([
		[{ type: 'incoming' }, '2 of 2 here, incoming'],
		[{ state: 'enabled' }, '1 of 2 here, enabled'],
		[{ scope: 'here' }, '2 of 2 here, naming this room'],
		[{ find: 'guggy' }, '0 of 2 here, matching `guggy`'],
		[{ find: '`@all` **x**' }, "0 of 2 here, matching `'@all' **x**`"],
		[{ find: '\u200b' }, '0 of 2 here, matching …'],
		[{ by: 'monitor' }, '1 of 2 here, by or as `monitor`'],
		[{ scope: 'all' }, '2 here (2 post)'],
		[{ sort: 'name', descending: true }, '2 here (2 post)'],
	])('the question %j is named in the head line', (asked, head) => {
		expect(inEnglish(asked).split('\n')[0]).toBe(`**Integrations in #support**: ${head}`);
	});
});

describe('what is typed does nothing in the room', () => {
	const typed: Partial<Query>[] = [
		{ by: 'rocket.cat' },
		{ find: 'o @all' },
		{ find: '`x` [a](javascript:x)' },
		{ find: 'o\n# x' },
	];
	const many = {
		of: Array.from({ length: 3 }, (_, index) => incoming({ id: String(index), name: 'o @all `x` [a](javascript:x)' })),
	};

	test.each(typed.slice(0, 2))('%j mentions nobody in the words for the next page', (asked) => {
		const text = inEnglish(asked, { ...many, frame: { pageSize: 1 } });
		expect(text).toContain('Next:');
		expect(text).not.toMatch(/(^|\s|>)@\w/m);
	});

	test('a quote does not end the code', () => {
		const text = inEnglish(typed[2], { ...many, frame: { pageSize: 1 } });
		const footer = text.split('\n').find((line) => line.startsWith('Page')) ?? '';
		expect(footer.match(/`/g)).toHaveLength(2);
	});

	test('the head line is safe', () => {
		for (const asked of typed) {
			const head = inEnglish(asked).split('\n**')[0] ?? '';
			expect(head).not.toMatch(/(^|\s|>)@\w/m);
			expect(head.split('\n')[0]).toMatch(/^\*\*Integrations in #support\*\*: \d of 2 here, [^`]*`[^`]*`$/);
		}
	});
});

describe('nothing', () => {
	test('says where was looked, and what cannot be in these lists', () => {
		const frames: Partial<Frame>[] = [
			{},
			{ workspaceScan: false },
			{ place: groupPlace, workspaceScan: false },
			{ workspaceScan: false, includeGlobal: false },
			{ place: directPlace },
		];
		expect(frames.map((frame) => summary({}, { of: [], frame })).join('')).toMatchInlineSnapshot(`
		"
		**No integrations in #support**: the app looked through all incoming and outgoing webhooks of this workspace, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.

		**No integrations in #support**: the app looked through the incoming and outgoing webhooks that name this room or all public channels, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.

		**No integrations in #war-room**: the app looked through the incoming and outgoing webhooks that name this room or all private groups, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.

		**No integrations in #support**: the app looked through the incoming and outgoing webhooks that name this room, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.

		**No integrations in this direct message**: the app looked through all incoming and outgoing webhooks of this workspace, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.
		"
	`);
	});

	test('without what reaches all rooms not everything was looked through', () => {
		expect(inEnglish({}, { of: [], frame: { includeGlobal: false } })).not.toContain('all incoming and outgoing webhooks');
	});
});

describe('what is missing is said', () => {
	test('a scan that failed', () => {
		const gaps = [{ what: 'workspace', why: { kind: 'tooSlow', seconds: 10 } }] as const;
		expect(summary({}, { got: { gaps } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 here (2 post)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		The workspace's whole list could not be looked through (the server took too long): what reaches this room by other ways is missing.
		"
	`);
		expect(summary({}, { of: [], got: { gaps } })).toMatchInlineSnapshot(`
		"
		**No integrations in #support**: the app looked through the incoming and outgoing webhooks that name this room or all public channels, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.
		The workspace's whole list could not be looked through (the server took too long): what reaches this room by other ways is missing.
		"
	`);
	});

	test('a list of its own that the group does not show', () => {
		const gaps = [{ what: 'room', why: { kind: 'groupNotFound' } }] as const;
		const of = [incoming({ channels: ['#war-room'] })];
		expect(summary({}, { of, got: { gaps }, frame: { place: groupPlace } })).toMatchInlineSnapshot(`
		"
		**Integrations in #war-room**: 1 here (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		The room's own list could not be read (the token's user is not in this group); what is shown comes from the workspace's whole list.
		"
	`);
	});

	test('the rest of a long list', () => {
		const gaps = [{ what: 'rest', why: { kind: 'rateLimited', seconds: 9 } }] as const;
		expect(summary({}, { got: { total: 60, gaps } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: at least 2 (2 post)
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1*
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		Only 3 of 60 could be read: the server allows no more requests for now.
		"
	`);
	});

	test('of a list that was read in part, own ones are counted among own ones, and what needs attention, too', () => {
		const findings = findingsOf({ a: [oneOfEach.plainHttp], b: [oneOfEach.disabled] });
		const inspection = inspectionOf({ findings });
		const of = [
			outgoing({ id: 'a', channels: ['#support'] }),
			outgoing({ id: 'b', channels: ['#support'] }),
			outgoing({ id: 'c', channels: ['all_public_channels'] }),
		];
		const got = { total: 4, unreadable: 1 };
		const admin = { place: workspace, audience: 'admin' } as const;
		const heads = [
			inEnglish({}, { of, got, frame: { inspection } }),
			inEnglish({ scope: 'workspace' }, { of, got, frame: { ...admin, inspection } }),
			inEnglish({}, { of: of.slice(2), got }),
		];
		expect(heads.map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
		[
		  "**Integrations in #support**: at least 2 (2 listen), 1 needs attention",
		  "**Integrations in the whole workspace**: at least 3 (3 listen), 1 needs attention, 1 worth a look",
		  "**Integrations in #support**: none of its own found in what could be read",
		]
	`);
	});

	test('rows that could not be read', () => {
		expect(summary({}, { of: [incoming()], got: { total: 3, unreadable: 2 } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: at least 1 (1 posts)
		*Post here*
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		2 entries of the server's list could not be read and are left out.
		"
	`);
	});

	test('no list was read to its end: not "no integrations"', () => {
		const limited = { kind: 'rateLimited', seconds: 9 } as const;
		const room = { what: 'room', why: { kind: 'groupNotFound' } } as const;
		const rest = { what: 'workspaceRest', why: limited } as const;
		const all = [outgoing({ channels: ['all_private_groups'] })];
		const head = (asked: Partial<Query>, of: readonly Integration[], got: Partial<Fetched>, where: Place = groupPlace) =>
			inEnglish(asked, { of, got, frame: { place: where } }).split('\n')[0];
		expect([
			head({}, [], { gaps: [room, rest] }),
			head({}, all, { gaps: [room, rest] }),
			head({ type: 'outgoing' }, all, { gaps: [room, rest] }),
			head({}, [], { gaps: [rest] }, directPlace),
			head({}, [], { gaps: [{ what: 'discussion' }] }),
			head({}, [], { unreadable: 1 }),
		]).toMatchInlineSnapshot(`
		[
		  "**Integrations in #war-room**: none of its own found in what could be read",
		  "**Integrations in #war-room**: none of its own found in what could be read",
		  "**Integrations in #war-room**: none of its own found in what could be read, outgoing",
		  "**Integrations in this direct message**: none of its own found in what could be read",
		  "**Integrations in #war-room**: none of its own found in what could be read",
		  "**Integrations in #war-room**: none of its own found in what could be read",
		]
	`);
		const whole = [[room], [rest], [{ what: 'workspace', why: limited } as const]].map((gaps) => head({}, [], { gaps }));
		expect(whole).toEqual(whole.map(() => expect.stringContaining('**No integrations in #war-room**: ')));
	});

	test('nothing was readable: not "no integrations"', () => {
		expect(summary({}, { of: [], got: { total: 2, unreadable: 2 } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: none of 2 could be read
		2 entries of the server's list could not be read and are left out.
		"
	`);
	});
});

describe('how old it is', () => {
	test.each([
		[0, 'Page 1 of 3. Next: `/integrations page 2`'],
		[59_000, 'Page 1 of 3. Next: `/integrations page 2`'],
		[60_000, 'As of 60 seconds ago; `fresh` refreshes it.'],
		[119_000, 'As of 119 seconds ago; `fresh` refreshes it.'],
		[540_000, 'As of 9 minutes ago; `fresh` refreshes it.'],
	])('a summary that is %i ms old', (age, footer) => {
		expect(
			inEnglish({}, { got: { age }, frame: { pageSize: 1 } })
				.split('\n')
				.pop(),
		).toBe(footer);
	});

	test.each([
		[0, 1, 'As of 1 second ago: the server allows no more requests for now. Try again in 1 second.'],
		[180_000, 40, 'As of 3 minutes ago: the server allows no more requests for now. Try again in 40 seconds.'],
		[180_000, 119, 'As of 3 minutes ago: the server allows no more requests for now. Try again in 119 seconds.'],
		[180_000, 121, 'As of 3 minutes ago: the server allows no more requests for now. Try again in 3 minutes.'],
	])('a summary that is %i ms old, where the server takes no requests for %i s', (age, retryIn, line) => {
		expect(inEnglish({}, { got: { age, retryIn } }).split('\n').pop()).toBe(line);
		expect(ageLine({ age, retryIn }, 'panel', translator('en'))).toEqual([line]);
	});

	test('also where there is nothing', () => {
		expect(inEnglish({}, { of: [], got: { age: 540_000 } })).toContain('As of 9 minutes ago');
	});
});

describe('in a panel the button that refreshes it needs no words', () => {
	test.each([
		[59_000, []],
		[60_000, ['As of 60 seconds ago.']],
		[119_000, ['As of 119 seconds ago.']],
		[60 * 60_000, ['As of 60 minutes ago.']],
	])('a panel that is %i ms old', (age, lines) => {
		expect(ageLine({ age, retryIn: undefined }, 'panel', translator('en'))).toEqual(lines);
	});
});

test('as paragraphs: the head, the rows with their headings, the counts and notes; its page and age apart', () => {
	const gaps = [{ what: 'workspace', why: { kind: 'tooSlow', seconds: 10 } }] as const;
	const asked = { of: [...design, outgoing({ id: '4' }), ...remote], got: { gaps, age: 90_000 } };
	const { text, sections, context } = renderSummary(report({}, asked), translator('en'));
	expect(sections.map((section) => section.slice(0, 22))).toEqual([
		'**Integrations in #sup',
		'*Post here*\n- `Nagios`',
		"The workspace's whole ",
	]);
	expect(context).toEqual(['As of 90 seconds ago; `fresh` refreshes it.']);
	expect(text).toBe([...sections, ...context].join('\n'));
});

/** Pages that hold as many rows as fit in the language with the longest lines. */
const longestLines: Pick<Frame, 'pageSize' | 'lineLength'> = {
	pageSize: 100,
	lineLength: (row, listing) => Math.max(...everyLocale.map((locale) => renderRow(row, listing, translator(locale)).length)),
};

describe('within the workspace’s largest message', () => {
	const integrations = Array.from({ length: 120 }, (_, index): Integration => {
		const id = `n${String(index).padStart(3, '0')}`;
		const fields = {
			id,
			name: `${id} ${'W'.repeat(300)}`,
			enabled: index % 3 > 0,
			alias: 'x'.repeat(300),
			username: 'u'.repeat(100),
			script: 'error',
		} as const;
		return index % 2 ? incoming(fields) : outgoing({ ...fields, channels: ['all_public_channels', '#a', '#b'] });
	});

	/** The reports of all pages; here they are the same in every language. */
	const pagesOf = (limit: number, asked: Partial<Query>, audience: Audience = 'room', got: Partial<Fetched> = {}) => {
		const frame = { ...longestLines, messageLimit: limit, audience, place: { ...place, title: 'r'.repeat(60) } };
		const { pages } = report(asked, { of: integrations, got, frame });
		return Array.from({ length: pages }, (_, index) => report({ ...asked, page: index + 1 }, { of: integrations, got, frame }));
	};
	const textsOf = (pages: readonly Report[], locale: Locale) => {
		const t = translator(locale);
		return pages.map((page) => renderSummary(page, t).text);
	};
	const longest = (pages: readonly Report[]) =>
		Math.max(...everyLocale.flatMap((locale) => textsOf(pages, locale).map((text) => text.length)));

	test.each([500, 5000])('of %i letters the pages together show every row once, in every language', (limit) => {
		for (const audience of ['room', 'admin'] as const) {
			const pages = pagesOf(limit, { scope: 'all' }, audience);
			expect(longest(pages)).toBeLessThanOrEqual(limit);
			for (const locale of everyLocale) {
				const shown = textsOf(pages, locale).flatMap((text) => text.match(/`n\d{3}/g) ?? []);
				expect(shown.sort()).toEqual(integrations.map(({ id }) => `\`${id}`));
			}
		}
	});

	test('of 5,000 letters a summary with filters fits, in every language', () => {
		const asked = { scope: 'all', state: 'enabled', find: 'W'.repeat(40), by: 'ana', sort: 'name', visibility: 'share' } as const;
		expect(longest(pagesOf(5000, asked))).toBeLessThanOrEqual(5000);
	});

	test.each([1200, 1218, 1236, 1254, 1272, 1290, 5000])(
		'of %i letters the longest texts fit, which stand in the words for the next page, too, in every language',
		(limit) => {
			const asked = { scope: 'here', find: 'W'.repeat(100), by: 'u'.repeat(100), sort: 'updated', visibility: 'share' } as const;
			expect(longest(pagesOf(limit, { ...asked, type: 'incoming', descending: true }))).toBeLessThanOrEqual(limit);
		},
	);

	test.each([1000, 5000])('of %i letters filters and notes fit, in every language', (limit) => {
		const asked = { scope: 'all', find: 'W'.repeat(40), by: 'ana', sort: 'name', visibility: 'share' } as const;
		const gaps = [
			{ what: 'rest', why: { kind: 'pagingRefused' } },
			{ what: 'workspace', why: { kind: 'rateLimited', seconds: 9 } },
		] as const;
		const got = { total: 500, unreadable: 3, age: 500_000, gaps };
		expect(longest(pagesOf(limit, asked, 'room', got))).toBeLessThanOrEqual(limit);
	});
});

describe('what needs attention', () => {
	const now = Date.UTC(2026, 5, 1);
	const { posterMissing, creatorInactive, disabled, plainHttp, sameTarget } = oneOfEach;
	const findings = findingsOf({ 1: [posterMissing, creatorInactive], 2: [disabled], 3: [plainHttp, sameTarget] });
	const owners = ['li', 'root'];
	const inspection = inspectionOf({ findings, people });
	const lastPosts = new Map([
		['1', now - 3 * 3_600_000],
		['gone4567890123456', now - 60_000],
	]);
	const recent = toRecentPosts({ messages: 300, lastPosts }, ['1', '2', '3'], now);
	const closer = { frame: { audience: 'caller', owners, inspection: { ...inspection, recent } } } as const;

	test('in the summary: the head line counts, each row in trouble says its worst, and under it whom to ask', () => {
		expect(summary({}, { frame: { inspection, owners } })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 here (2 post), 1 needs attention
		*Post here*
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- \`GitHub deploys\` **broken: post-as user is gone**, as \`Deploy bot\`, by \`ana\`
		*All public channels, so here too: 1, 1 needs attention*
		- \`Guggy\` **exposed: unencrypted**, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		Ask \`li\` and \`root\` (owners), \`ana\` (creator) or an admin.
		"
	`);
	});

	test('one that needs it', () => {
		const one = {
			of: [deploys],
			frame: { inspection: inspectionOf({ findings: findingsOf({ 1: [posterMissing] }) }), owners: ['li'] },
		};
		expect(summary({}, one)).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 here (1 posts), 1 needs attention
		*Post here*
		- \`GitHub deploys\` **broken: post-as user is gone**, as \`Deploy bot\`, by \`ana\`
		Ask \`li\` (owner) or an admin.
		"
	`);
	});

	test('a healthy room’s summary is what it was, whoever was looked up', () => {
		for (const asked of [{}, { scope: 'all' }, { find: 'deploy' }, { type: 'outgoing' }] as const) {
			const well = { frame: { inspection: inspectionOf({ people }), owners } };
			expect(summary(asked, well)).toBe(summary(asked));
		}
	});

	test('what was found of others than those of the page is counted, but nobody is to be asked here', () => {
		const frame = { pageSize: 1, owners, inspection: inspectionOf({ findings: findingsOf({ 3: [plainHttp] }), people }) };
		const [first, last] = [1, 3].map((page) => inEnglish({ page }, { frame }));
		expect(first).not.toMatch(/needs attention|Ask /);
		expect(last).toContain('*All public channels, so here too: 1, 1 needs attention*\n');
		expect(last).toContain('`ana` (creator) or an admin.\nPage 3 of 3');
	});

	test('alone, for its reader: each with all that was found, the worst first', () => {
		expect(summary({ attention: true }, closer)).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 needs attention, 1 worth a look; *All public channels, so here too: 1 needs attention*
		\`GitHub deploys\`, incoming
		- **broken**: \`gina\`, as whom it posts, does not exist any more
		- **worth a look**: \`dora\`, who made it, is deactivated
		- Last posted: 3 hours ago
		\`Guggy\`, outgoing
		- **exposed**: it sends to \`plain.example\`, \`10.0.0.5:3000\` unencrypted (\`http://\`)
		- **worth a look**: it sends to the same address twice
		\`Nagios\`, incoming
		- **worth a look**: it is switched off, and was last changed on 2025⁠-⁠03⁠-⁠02
		1 more integration posted here, the last time 1 minute ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		Ask \`li\` and \`root\` (owners), \`ana\` (creator) or an admin.
		"
	`);
	});

	test('the head counts what may only be pointed here, where that is shown, apart from the room’s own', () => {
		const of = [outgoing({ id: 'own', channels: ['#support'] }), outgoing({ id: 'event', channels: [], event: 'userCreated' })];
		const head = (...exposed: readonly string[]) => {
			const found = findingsOf(Object.fromEntries(exposed.map((id) => [id, [plainHttp]])));
			const frame = { audience: 'admin', inspection: inspectionOf({ findings: found }) } as const;
			return inEnglish({ attention: true, scope: 'all' }, { of, frame }).split('\n')[0];
		};
		const alone = {
			of: of.slice(1),
			frame: { audience: 'admin', inspection: inspectionOf({ findings: findingsOf({ event: [plainHttp] }) }) },
		} as const;
		expect([head('event'), head('own', 'event'), head(), inEnglish({ attention: true, scope: 'all' }, alone).split('\n')[0]])
			.toMatchInlineSnapshot(`
		[
		  "**Integrations in #support**: *Not of this room, but may act here*: 1 needs attention",
		  "**Integrations in #support**: 1 needs attention; *Not of this room, but may act here*: 1 needs attention",
		  "**Nothing in #support needs attention**, as far as the app can see: it looked at 1 integration.",
		  "**Integrations in #support**: *Not of this room, but may act here*: 1 needs attention",
		]
	`);
	});

	test('that nothing does is told', () => {
		const frame = { audience: 'caller', owners, inspection: inspectionOf({ people }) } as const;
		expect(summary({ attention: true }, { frame })).toMatchInlineSnapshot(`
		"
		**Nothing in #support needs attention**, as far as the app can see: it looked at 3 integrations.
		"
	`);
	});

	test('nothing does, but somebody posted who is in no list', () => {
		const frame = { audience: 'caller', owners, inspection: inspectionOf({ people, recent }) } as const;
		expect(summary({ attention: true }, { frame })).toMatchInlineSnapshot(`
		"
		**Nothing in #support needs attention**, as far as the app can see: it looked at 3 integrations.
		1 more integration posted here, the last time 1 minute ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		"
	`);
	});

	test('there is nothing at all, or nothing could be read', () => {
		const texts = [summary({ attention: true }, { of: [] }), summary({ attention: true }, { of: [], got: { total: 4 } })];
		expect(texts.join('')).toMatchInlineSnapshot(`
		"
		**No integrations in #support**: the app looked through all incoming and outgoing webhooks of this workspace, as far as the user whose token it uses may see them. Apps, bots and Zapier are not in these lists.

		**Integrations in #support**: none of its own found in what could be read, needing attention
		Only 0 of 4 could be read: the server did not answer as expected.
		"
	`);
	});

	test('who posted and is in no list stands on the last page alone', () => {
		const pages = [1, 2, 3].map((page) => inEnglish({ attention: true, page }, { frame: { ...closer.frame, pageSize: 1 } }));
		expect(pages.map((text) => text.includes('1 more integration posted here'))).toEqual([false, false, true]);
		expect(pages[0]).toMatch(/\nPage 1 of 3\. Next: `\/integrations attention page 2`$/);
	});

	test('what could not be looked up is said, under the summary and where nothing was found', () => {
		const unchecked = { people: 2, runs: 4 };
		const plain = summary({}, { frame: { inspection: inspectionOf({ unchecked: { people: 1, runs: 0 } }) } });
		const closely = summary({ attention: true }, { frame: { inspection: inspectionOf({ unchecked }) } });
		const lines = (text: string) => text.split('\n').filter((line) => /looked up|could be|Nothing/.test(line));
		expect([...lines(plain), ...lines(closely)]).toMatchInlineSnapshot(`
		[
		  "1 user behind these integrations could not be looked up.",
		  "**Nothing in #support needs attention**, as far as the app can see: it looked at 3 integrations.",
		  "2 users behind these integrations could not be looked up.",
		  "The last runs of 4 integrations were not looked up.",
		]
	`);
	});

	test('as paragraphs: one an integration, then who posted, then whom to ask', () => {
		const { text, sections, context } = renderSummary(report({ attention: true }, closer), translator('en'));
		expect(sections.map((section) => section.split('\n')[0]?.slice(0, 40))).toEqual([
			'**Integrations in #support**: 1 needs at',
			'`GitHub deploys`, incoming',
			'`Guggy`, outgoing',
			'`Nagios`, incoming',
			'1 more integration posted here, the last',
			'Ask `li` and `root` (owners), `ana` (cre',
		]);
		expect(context).toEqual([]);
		expect(text).toBe([...sections, ...context].join('\n'));
	});

	test('nobody but a workspace admin in private learns what is found of other rooms', () => {
		const of = [...design, ...remote];
		const found = inspectionOf({
			findings: findingsOf({ r1: findingsNaming('CANARY'), r3: eachFinding, 1: [posterMissing] }),
			people,
		});
		for (const asked of [{}, { attention: true }, { action: 'browse' }] as const) {
			for (const audience of ['room', 'caller'] as const) {
				const text = summary(asked, { of, frame: { audience, inspection: found, owners } });
				expect(text).not.toContain('CANARY');
				expect(text).toMatch(/1 needs attention|1 of 3, needing attention/);
			}
		}
		const told = inEnglish({ attention: true, scope: 'all' }, { of, frame: { audience: 'admin', inspection: found } });
		expect(told).toMatch(/`CANARY Zapier`, incoming ·\s\[Open\]\(\S+\)\n- \*\*broken\*\*/);
	});

	test.each<Partial<Query>>([{ type: 'incoming' }, { state: 'disabled' }, { find: 'deploy' }, { scope: 'here' }])(
		'%j: that nothing of these does is not that nothing in the room does',
		(asked) => {
			const found = inspectionOf({ findings: findingsOf({ 3: [plainHttp] }) });
			expect(inEnglish({ attention: true, ...asked }, { frame: { audience: 'caller', inspection: found } })).not.toContain(
				'Nothing in #support needs attention',
			);
		},
	);

	test.each(titled(hostileNames))('names do nothing: %s', (_title, name) => {
		const textOf = (of: string, asked: Partial<Query>) => {
			const found = inspectionOf({
				findings: findingsOf({ 1: findingsNaming(of), 2: [disabled] }),
				people: new Map([['ANA1', person(of)]]),
			});
			return inEnglish(asked, { of: [incoming({ id: '1' }), nagios], frame: { inspection: found, owners: [`o${of}`] } });
		};
		for (const asked of [{}, { attention: true }] as const) {
			expect(outsideCode(textOf(name, asked))).toBe(outsideCode(textOf('x', asked)));
			expect(textOf(name, asked).match(/(^|[\s>])(@|#(?!support))\w/g)).toBeNull();
		}
	});
});

describe('within the workspace’s largest message, with findings', () => {
	const wide = 'W'.repeat(300);
	const of = Array.from({ length: 120 }, (_, index): Integration => {
		// Three letters are always shown.
		const id = `n${index.toString(36).padStart(2, '0')}`;
		const fields = { id, name: `${id} ${wide}`, alias: wide, createdById: `U${String(index)}`, script: 'error' } as const;
		return index % 2 ? incoming(fields) : outgoing({ ...fields, channels: ['all_public_channels', '#a', '#b'] });
	});
	const findings = findingsOf(
		Object.fromEntries(
			of.map(({ id }, index) => [id, eachFinding.slice(index % eachFinding.length).concat(findingsNaming(wide))]),
		),
	);
	const makers = new Map(of.map(({ createdById }) => [createdById, person(`${createdById}${wide}`)]));
	const owners = Array.from({ length: 40 }, (_, index) => `${String(index)}${wide}`);
	/** The reports of all pages; here they are the same in every language. */
	const pagesOf = (limit: number, audience: Audience) => {
		const inspection = inspectionOf({ findings, people: makers, unchecked: { people: 120, runs: 0 } });
		const frame = {
			...longestLines,
			messageLimit: limit,
			audience,
			inspection,
			owners,
			place: { ...place, title: 'r'.repeat(60) },
		};
		const { pages } = report({ scope: 'all' }, { of, frame });
		return Array.from({ length: pages }, (_, index) => report({ scope: 'all', page: index + 1 }, { of, frame }));
	};

	test.each([2000, 5000])('of %i letters the pages together show every row once, in every language', (limit) => {
		for (const audience of ['room', 'admin'] as const) {
			const pages = pagesOf(limit, audience);
			for (const locale of everyLocale) {
				const t = translator(locale);
				const texts = pages.map((page) => renderSummary(page, t).text);
				expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(limit);
				expect(texts.flatMap((text) => text.match(/`n[0-9a-z]{2}/g) ?? []).sort()).toEqual(of.map(({ id }) => `\`${id}`));
			}
		}
	});
});
