import { describe, expect, test } from '@jest/globals';
import { type Finding, severities } from '../../../lib/integrations/finding';
import type { Integration } from '../../../lib/integrations/integration';
import type { Row } from '../../../lib/integrations/reach';
import { shortFinding } from '../../../lib/messages/findingLine';
import { renderPanelRow, renderRow } from '../../../lib/messages/renderRow';
import { reasonText } from '../../../lib/messages/triggerText';
import type { Order } from '../../../lib/query/grammar';
import { type Translate, translator } from '../../../lib/messages/translate';
import { directPlace, everyLocale, groupPlace, incoming, outgoing, place, rowsIn } from '../../support/builders';
import { eachFinding, findingsNaming, hostileNames, oneOfEach, outsideCode } from '../../support/troubled';
import type { Place } from '../../../lib/integrations/room';
import { rowLimit } from '../../../lib/report/pageSize';
import type { Findings } from '../../../lib/integrations/findFindings';
import { titled } from '../../support/titled';

const bare = { alias: '', createdBy: '', createdAt: '', username: '' } as const;
function of(...integrations: Integration[]) {
	return rowsIn(place, integrations);
}

const rows: Row[] = of(
	incoming({ alias: 'Deploy bot' }),
	incoming({ name: 'Nagios', enabled: false, username: 'monitor', createdBy: 'li', createdAt: '2023-11-20T00:00:00Z' }),
	incoming({ ...bare, name: '' }),
	incoming({ script: 'on', channels: ['#support', '#a'] }),
	incoming({ script: 'error', channels: ['#support', '#a', '#b', '@c'] }),
	outgoing(),
	outgoing({ triggerWords: [] }),
	outgoing({ hosts: [] }),
	outgoing({ hosts: ['a.example', '', 'a.example'], triggerWords: ['1', '2', '3', '4', '5'] }),
	outgoing({ event: '' }),
	outgoing({ event: '', triggerWords: [] }),
	...['fileUploaded', 'roomJoined', 'roomLeft', 'messageEdited'].map((event) => outgoing({ ...bare, name: event, event })),
);

function event(name: string) {
	return outgoing({ ...bare, name, event: name, channels: [], triggerWords: [] });
}

/** One row for each reason. */
const reasons: Row[] = [
	...of(
		incoming({ ...bare, name: 'named' }),
		incoming({ ...bare, name: 'namedById', channels: ['#SUPPORT1', '#CANARY-a'] }),
		outgoing({ ...bare, name: 'answersHere', channels: ['#CANARY-a', '@CANARY-b'], targetRoom: '#support' }),
		outgoing({ ...bare, name: 'publicChannels', channels: ['all_public_channels', 'all_direct_messages'] }),
	),
	...rowsIn(groupPlace, [outgoing({ ...bare, name: 'privateGroups', channels: ['all_private_groups'] })]),
	...rowsIn(directPlace, [outgoing({ ...bare, name: 'directMessages', channels: ['all_direct_messages'] })]),
	...of(
		outgoing({ ...bare, name: 'noChannel', channels: [] }),
		incoming({ ...bare, name: 'redirectable', channels: ['#CANARY-a'], redirectable: true }),
		event('roomCreated'),
		event('roomArchived'),
		event('userCreated'),
	),
];

/** What was found about one row. */
function found({ integration }: Row, findings: readonly Finding[]): Findings {
	return new Map([[integration.id, findings]]);
}

function render(all: readonly Row[], sort?: Order) {
	const query = sort ? { sort } : {};
	return `\n${all.map((row) => renderRow(row, { query, findings: new Map() }, translator('en'))).join('\n')}\n`;
}

test('a row says what it is, who posts, who made it when, and its script', () => {
	expect(render(rows)).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` as \`Deploy bot\`, by \`ana\`
		- \`Nagios\` **disabled**, as \`monitor\`, by \`li\`
		- _unnamed_ \`id1\`
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		- \`Guggy\` on \`!guggy\` +2 → \`text2gif.guggy.com\`
		- \`Guggy\` on every message → \`text2gif.guggy.com\`
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\`, by \`ana\`
		- \`Guggy\` on \`1\` +4 → \`a.example\` +1
		- \`Guggy\` by \`ana\`
		- \`Guggy\` by \`ana\`
		- \`fileUploaded\` on every file → \`text2gif.guggy.com\`
		- \`roomJoined\` when somebody joins → \`text2gif.guggy.com\`
		- \`roomLeft\` when somebody leaves → \`text2gif.guggy.com\`
		- \`messageEdited\` on \`messageEdited\` → \`text2gif.guggy.com\`
		"
	`);
});

describe('why it reaches the room', () => {
	test('its group says that', () => {
		expect(render(reasons)).toMatchInlineSnapshot(`
		"
		- \`named\`
		- \`namedById\`
		- \`answersHere\` its answers come here, listens elsewhere
		- \`publicChannels\` on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		- \`privateGroups\` on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		- \`directMessages\` on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		- \`noChannel\` on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`
		- \`redirectable\`
		- \`roomCreated\` when a room is created → \`text2gif.guggy.com\`
		- \`roomArchived\` when a room is archived → \`text2gif.guggy.com\`
		- \`userCreated\` when a user is created → \`text2gif.guggy.com\`
		"
	`);
	});

	test('where else it reaches is said by `show` alone', () => {
		expect(render(reasons)).not.toContain('CANARY');
	});

	test('one that is named needs no words', () => {
		expect(reasonText('named', translator('en'))).toBe('');
		expect(reasonText('noChannel', translator('en'))).toBe('no channel set, so all public channels');
	});
});

describe('a row with the longest names', () => {
	const long = 'W'.repeat(5000);
	const emoji = '🙂'.repeat(500);
	const channels = Array.from({ length: 1200 }, (_, index) => `#${String(index)}${long}`);
	const wide: [Place, readonly string[], string][] = [
		[place, ['all_public_channels', ...channels], ''],
		[place, [], ''],
		[place, ['#SUPPORT1', ...channels], ''],
		[groupPlace, ['#WAR1', ...channels], ''],
	];
	const longest = [long, emoji].flatMap((name) => {
		const fields = { name, username: name, alias: name, createdBy: name, enabled: false, script: 'error' } as const;
		const names = Array.from({ length: 1200 }, (_, index) => `${String(index)}${name}`);
		return wide.flatMap(([where, listed, targetRoom]) =>
			rowsIn(where, [outgoing({ ...fields, channels: [...listed], targetRoom, triggerWords: names, hosts: names })]),
		);
	});

	test.each(everyLocale)('is never longer than the limit, and shows a part of each name, in %s', (locale) => {
		const t = translator(locale);
		const lines = longest.map((row) => renderRow(row, { query: {}, findings: new Map() }, t));
		expect(lines).toHaveLength(8);
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(rowLimit);
		expect(lines.every((line) => (line.match(/`/g)?.length ?? 0) >= 6)).toBe(true);
	});

	test('what gives way first: who made it, then whom it posts as; a name of 40 letters stays whole', () => {
		const name = 'Escalations of the night shift to oncall!';
		const fields = { name: name.slice(0, 40), username: 'integration-reader', createdBy: 'ana.souza.administration' };
		const words = ['!escalate-to-oncall', '!page-the-manager', '!acknowledge'];
		const hosts = ['hooks.slack.example.com'];
		expect(
			render(
				of(
					incoming(fields),
					incoming({ ...fields, createdBy: 'W'.repeat(40) }),
					outgoing({ ...fields, triggerWords: words, hosts }),
				),
			),
		).toMatchInlineSnapshot(`
		"
		- \`Escalations of the night shift to oncall\` as \`integration-reader\`, by \`ana.souza.administration\`
		- \`Escalations of the night shift to oncall\` as \`integration-reader\`
		- \`Escalations of the night shift to oncall\` on \`!escalate-to-oncall\` +2 → \`hooks.slack.example.com\`
		"
	`);
	});

	test('the day that it is sorted by does not break at its hyphens', () => {
		const [row] = of(incoming({ createdAt: '2024-05-02', updatedAt: '2025-06-03' }));
		const said = (['created', 'updated', 'name'] as const).map((sort) => (row ? render([row], sort) : ''));
		expect(said.join('').replace(/\u2060/g, '~')).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`, since 2024~-~05~-~02

		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`, changed 2025~-~06~-~03

		- \`GitHub deploys\` as \`rocket.cat\`, by \`ana\`
		"
	`);
	});
});

describe('in a list to look through: name, kind and state, and under these what it does', () => {
	const panel = (all: readonly Row[]) =>
		`\n${all.map((row) => renderPanelRow(row, { query: {}, findings: new Map() }, translator('en'))).join('\n')}\n`;
	const states = of(incoming(), incoming({ name: '', enabled: false }), outgoing({ enabled: false, channels: [] }));
	const all = [...states, ...reasons.filter(({ reach }) => !['named', 'noChannel'].includes(reach.reason))];

	test('a row of the panel', () => {
		expect(panel(all)).toMatchInlineSnapshot(`
		"
		\`GitHub deploys\`
		incoming, as \`rocket.cat\`, by \`ana\`
		_unnamed_ \`id1\` **disabled**
		incoming, as \`rocket.cat\`, by \`ana\`
		\`Guggy\` **disabled**
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, by \`ana\`, no channel set, so all public channels
		\`namedById\`
		incoming
		\`answersHere\`
		its answers come here, listens elsewhere
		\`publicChannels\`
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, all public channels
		\`privateGroups\`
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, all private groups
		\`directMessages\`
		outgoing, on \`!guggy\`, \`guggy\`, \`gif+\` → \`text2gif.guggy.com\`, all direct messages
		\`redirectable\`
		incoming, may be redirected here
		\`roomCreated\`
		outgoing, when a room is created → \`text2gif.guggy.com\`, for the whole workspace
		\`roomArchived\`
		outgoing, when a room is archived → \`text2gif.guggy.com\`, for the whole workspace
		\`userCreated\`
		outgoing, when a user is created → \`text2gif.guggy.com\`, for the whole workspace
		"
	`);
	});

	test.each(titled(['@all', '`x` **y**', 'a\nb', '[a](javascript:x)', 'W'.repeat(5000), '🙂'.repeat(500), '\u202e']))(
		'%s is quoted, short, and on one line',
		(_title, name) => {
			const elsewhere = Array.from({ length: 1200 }, () => name);
			const [row] = of(incoming({ name, channels: ['#support', ...elsewhere] }));
			const text = row ? renderPanelRow(row, { query: {}, findings: new Map() }, translator('en')) : '';
			expect(text).toMatch(/^(`[^`\n]{1,40}`|_unnamed_ `id1`)\nincoming, as `rocket.cat`, by `ana`$/);
			expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/[`@]|\*\*|javascript|W{5}/);
			expect(text.length).toBeLessThan(240);
		},
	);
});

describe('what was found', () => {
	const withFindings = (all: readonly (readonly [Row | undefined, readonly Finding[]])[]) =>
		`\n${all.map(([row, findings]) => row && renderRow(row, { query: {}, findings: found(row, findings) }, translator('en'))).join('\n')}\n`;
	const [plain, off, failed, unCompiled, every, nowhere] = of(
		incoming(bare),
		incoming({ ...bare, enabled: false }),
		incoming({ ...bare, script: 'error' }),
		incoming({ ...bare, script: 'notCompiled' }),
		outgoing({ ...bare, triggerWords: [] }),
		outgoing({ ...bare, hosts: [] }),
	);
	const troubled = [
		...eachFinding.map((finding) => [plain, [finding]] as const),
		[off, [oneOfEach.disabled]],
		[off, [oneOfEach.creatorMissing, oneOfEach.disabled]],
		[off, [oneOfEach.targetGone]],
		[failed, [oneOfEach.scriptFailed]],
		[unCompiled, [oneOfEach.scriptNotCompiled, oneOfEach.posterMissing]],
		[every, [oneOfEach.everyMessage, oneOfEach.sameTarget]],
		[nowhere, [oneOfEach.noTarget, oneOfEach.plainHttp]],
		[plain, []],
	] as const;

	test('the worst of it in a few words; what the row says anyway is not said twice', () => {
		expect(withFindings(troubled)).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` **broken: never fires**
		- \`GitHub deploys\` **broken: names the shown name**
		- \`GitHub deploys\` **broken: names what does not exist**
		- \`GitHub deploys\` **broken: script does not compile**
		- \`GitHub deploys\` **broken: script never compiled**
		- \`GitHub deploys\` **broken: no target**
		- \`GitHub deploys\` **broken: unusable target**
		- \`GitHub deploys\` **broken: post-as user is gone**
		- \`GitHub deploys\` **broken: may not post**
		- \`GitHub deploys\` **broken: may not post**
		- \`GitHub deploys\` **broken: may not post**
		- \`GitHub deploys\` **broken: may not post**
		- \`GitHub deploys\` **broken: switched off, target gone**
		- \`GitHub deploys\` **broken: last run failed**
		- \`GitHub deploys\` **exposed: unencrypted**
		- \`GitHub deploys\` **exposed: hears every message**
		- \`GitHub deploys\` **exposed: hears every message**
		- \`GitHub deploys\` **exposed: all private groups**
		- \`GitHub deploys\` **exposed: all direct messages**
		- \`GitHub deploys\` **exposed: may post elsewhere**
		- \`GitHub deploys\` **exposed: answers in others' names**
		- \`GitHub deploys\` **exposed: post-as user deactivated**
		- \`GitHub deploys\` **worth a look: creator is gone**
		- \`GitHub deploys\` **worth a look: creator deactivated**
		- \`GitHub deploys\` **worth a look: post-as user renamed**
		- \`GitHub deploys\`
		- \`GitHub deploys\` **worth a look: same trigger words**
		- \`GitHub deploys\` **worth a look: same target twice**
		- \`GitHub deploys\` **worth a look: may answer itself**
		- \`GitHub deploys\` **worth a look: words cannot match**
		- \`GitHub deploys\` **worth a look: empty answer**
		- \`GitHub deploys\` **disabled**
		- \`GitHub deploys\` **disabled**, **worth a look: creator is gone**
		- \`GitHub deploys\` **disabled**, **broken: switched off, target gone**
		- \`GitHub deploys\` **broken: script does not compile**
		- \`GitHub deploys\` **broken: script never compiled**
		- \`Guggy\` **exposed: hears every message** → \`text2gif.guggy.com\`
		- \`Guggy\` **broken: no target**, on \`!guggy\` +2
		- \`GitHub deploys\`
		"
	`);
	});

	test('nothing was found: the row is as it was', () => {
		for (const row of [...rows, ...reasons]) {
			const shown = (findings: Findings) => renderRow(row, { query: {}, findings }, translator('en'));
			expect(shown(found(row, []))).toBe(shown(new Map()));
		}
	});

	test('in a panel, on a line of its own', () => {
		const panel = (findings: readonly Finding[]) =>
			off ? renderPanelRow(off, { query: {}, findings: found(off, findings) }, translator('en')) : '';
		expect(`\n${panel([oneOfEach.runFailed, oneOfEach.disabled])}\n\n${panel([oneOfEach.disabled])}\n`).toMatchInlineSnapshot(`
		"
		\`GitHub deploys\` **disabled**, **broken: last run failed**
		incoming

		\`GitHub deploys\` **disabled**
		incoming
		"
	`);
		expect(panel([])).not.toMatch(/broken|worth/);
	});

	describe('hostile names', () => {
		/** Rows with which a finding can go, as full as they get. */
		function rowsWith({ kind }: Finding, name: string, others: readonly string[]): Row[] {
			const enabled = severities[kind] === 'exposed' || kind === 'sameWords';
			const script = kind === 'scriptFailed' ? 'error' : kind === 'scriptNotCompiled' ? 'notCompiled' : 'on';
			const fields = { name, username: name, alias: name, createdBy: name, enabled, script } as const;
			const hosts = kind === 'noTarget' ? [] : others;
			const triggerWords = kind.startsWith('every') ? [] : others;
			return [
				...of(
					incoming({ ...fields, channels: ['#SUPPORT1', ...others] }),
					outgoing({ ...fields, channels: ['all_public_channels', ...others], triggerWords, hosts }),
					outgoing({ ...fields, channels: [...others], targetRoom: '#support', triggerWords, hosts }),
					outgoing({ ...fields, channels: [], event: 'fileUploaded', hosts: hosts.slice(0, 1).map(() => '') }),
				),
				...rowsIn(groupPlace, [outgoing({ ...fields, channels: ['all_private_groups', ...others], triggerWords, hosts })]),
				...rowsIn(directPlace, [outgoing({ ...fields, channels: ['all_direct_messages', ...others], triggerWords, hosts })]),
			];
		}
		function othersLike(name: string, count: number): string[] {
			return Array.from({ length: count }, (_, index) => `#${String(index)}${name}`);
		}
		function linesOf(finding: Finding, all: readonly Row[], t: Translate): string[] {
			return all.map((row) => renderRow(row, { query: {}, findings: found(row, [finding]) }, t));
		}

		const everyReader = everyLocale.map(translator);
		test.each(titled(hostileNames))('%s does nothing', (_title, name) => {
			const cut = name.slice(0, 60);
			// With the findings that have a name in them, and with one for each other shape that a row can have.
			const { scriptFailed, scriptNotCompiled, noTarget, everyMessage } = oneOfEach;
			for (const finding of [...findingsNaming(cut), scriptFailed, scriptNotCompiled, noTarget, everyMessage]) {
				const all = rowsWith(finding, cut, othersLike(cut, 5));
				for (const t of everyReader) {
					const lines = linesOf(finding, all, t);
					expect(lines).toHaveLength(6);
					expect(lines.filter((line) => /[\n\r@]|javascript|evil/.test(outsideCode(line)) || /[\s>]@/.test(line))).toEqual([]);
				}
			}
		});

		/** Of the findings that go with the same rows, the one that takes the most letters. */
		function longestOfEachShape(t: Translate): Finding[] {
			const longest = new Map<string, Finding>();
			const length = (finding: Finding) => shortFinding(finding, false, t).length;
			for (const finding of eachFinding) {
				const shape = JSON.stringify(rowsWith(finding, '', []));
				const known = longest.get(shape);
				longest.set(shape, known && length(known) >= length(finding) ? known : finding);
			}
			return [...longest.values()];
		}

		const names = ['🙂'.repeat(30), ...[60, 39, 24, 12, 8].map((width) => 'W'.repeat(width))];
		test.each(everyLocale)('the row is never longer than the limit (%s)', (locale) => {
			const t = translator(locale);
			for (const finding of longestOfEachShape(t)) {
				const lengths = names.flatMap((name) =>
					linesOf(finding, rowsWith(finding, name, othersLike(name, 1200)), t).map((line) => line.length),
				);
				expect(Math.max(...lengths)).toBeLessThanOrEqual(rowLimit);
			}
		});

		test.each(everyLocale)('with names as people give them it is not, and its own name stays whole (%s)', (locale) => {
			const fields = { name: 'Nagios escalations', username: 'rocket.cat', alias: 'Nagios', createdBy: 'ana.souza' };
			const long = [
				outgoing({ ...fields, channels: ['all_public_channels', '#a', '#b'], triggerWords: ['!page', '!escalate', '!ack'] }),
				incoming({ ...fields, channels: ['#SUPPORT1', '#a'], script: 'on' }),
			];
			for (const finding of eachFinding) {
				const lines = of(...long).map((row) =>
					renderRow(row, { query: {}, findings: found(row, [finding]) }, translator(locale)),
				);
				expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(rowLimit);
				expect(lines.filter((line) => !line.includes('`Nagios escalations`'))).toEqual([]);
			}
		});
	});
});
