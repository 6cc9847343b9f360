/** `export`: what the words select, as a file in the direct message of who asked and the app. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CANARY, roomIds, userIds } from '../workspace/sample';
import { only } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
afterEach(() => {
	scene.workspace.uploads.length = 0;
});

/** What is told, and the rows of the file that was sent, if one was. */
async function exported(words: string, who: Person = 'li', where: Place = 'support') {
	const told = only((await scene.read(words, who, where)).filter((line) => !line.endsWith(': ')));
	const [file] = scene.workspace.uploads.splice(0);
	const text = file && Buffer.from(file.bytes).toString();
	const rows = text === undefined ? [] : parse<Record<string, string>>(text, { bom: true, columns: true });
	return { told, file, text, rows };
}

test('a room’s, for a member who may ask: in the direct message with the app, which the notice names', async () => {
	const { told, file, rows } = await exported('export');
	const room = scene.workspace.rooms.find(({ id }) => id === file?.roomId);
	expect(told).toBe(
		`only li: \`${String(file?.name)}\`, with 10 integrations, is in [your direct message with the app](${scene.rest.url}/direct/${String(file?.roomId)}).`,
	);
	expect(room?.type).toBe('d');
	expect(room?.members.map(({ userId }) => userId)).toContain(userIds.li);
	expect([file?.type, file?.name.replace(/\d/g, '0')]).toEqual(['text/csv', 'integrations-support-0000-00-00.csv']);
	expect(rows.map(({ name, type, places, link }) => [name, type, places, link])).toMatchInlineSnapshot(`
		[
		  [
		    "Nagios",
		    "incoming",
		    "#support",
		    "",
		  ],
		  [
		    "By room id",
		    "incoming",
		    "#supportRoom4Kt9Xq",
		    "",
		  ],
		  [
		    "Answers in support",
		    "outgoing",
		    "#support",
		    "",
		  ],
		  [
		    "GitHub deploys",
		    "incoming",
		    "#support",
		    "",
		  ],
		  [
		    "Statuspage",
		    "incoming",
		    "#support",
		    "",
		  ],
		  [
		    "Ticket mirror",
		    "outgoing",
		    "#support",
		    "",
		  ],
		  [
		    "Guggy",
		    "outgoing",
		    "all_public_channels",
		    "",
		  ],
		  [
		    "Guggy",
		    "outgoing",
		    "all_public_channels",
		    "",
		  ],
		  [
		    "Everywhere public",
		    "outgoing",
		    "all_public_channels",
		    "",
		  ],
		  [
		    "Survey",
		    "outgoing",
		    "all_public_channels",
		    "",
		  ],
		]
	`);
});

test.each([
	['export outgoing', 'outgoing', 6],
	['export here disabled', 'incoming', 1],
	['export find deploys', 'incoming', 1],
	['export by @li', 'incoming', 2],
])('%s: what the words select', async (words, type, count) => {
	const { rows } = await exported(words);
	expect(rows.filter((row) => row.type === type)).toHaveLength(count);
	expect(rows).toHaveLength(count);
});

test('the worst first, with the findings of last runs, too', async () => {
	const { rows } = await exported('export attention', 'ana', 'troubles');
	expect(rows.map(({ severity }) => severity)).toEqual([...rows].map(({ severity }) => severity).sort());
	expect(rows.map(({ findings }) => findings).join(' ')).toMatch(/neverFires.*runFailed/);
});

test('nothing that matches makes no file: that is said, as without `export`', async () => {
	const { told, file } = await exported('export find nothingatall');
	expect([file, told]).toEqual([
		undefined,
		'only li: **Integrations in #support**: 0 of 6 here, matching `nothingatall`\nNone matches. All of them: `/integrations export`.',
	]);
});

test('the whole workspace: each integration once, with its places; nobody’s secret is in it', async () => {
	const { rows, text } = await exported('workspace export', 'ana');
	expect(rows).toHaveLength(153);
	expect(new Set(rows.map(({ id }) => id)).size).toBe(153);
	expect(rows.find(({ name }) => name === 'Jenkins')?.places).toBe('#general, #announcements');
	expect(text).not.toContain(CANARY);
	const cells = rows.flatMap((row) => Object.values(row));
	expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
	expect(cells.filter((cell) => cell.startsWith("'@")).length).toBeGreaterThan(0);
});

test.each(['secretOps', 'team', 'discussion', 'direct'] as const)('typed in %s by an admin, too', async (where) => {
	const { told, rows } = await exported('export', 'ana', where);
	expect(told).toMatch(
		/^only ana: (`integrations-.*csv`, with \d+ integrations?, is in \[your direct message|\*\*No integrations|\*\*Integr)/,
	);
	expect(rows.length > 0).toBe(told.includes('csv`'));
});

test('no other room and no other person than the reader may see stands in a member’s file', async () => {
	const places = (await exported('export')).rows.flatMap((row) => String(row.places).split(', '));
	expect(places.filter((place) => !['#support', `#${roomIds.support}`, 'all_public_channels', ''].includes(place))).toEqual([]);
});

describe('no file, and why', () => {
	const panel = 'The panel shows the same: `/integrations outgoing browse`.';
	const admin = 'What files the workspace takes is set at *Administration > Settings > File Upload*.';

	test.each([
		[{ FileUpload_Enabled: false }, 'this workspace takes no files.'],
		[{ FileUpload_Enabled_Direct: false }, 'this workspace takes no files in direct messages.'],
		[{ FileUpload_MaxFileSize: 20 }, 'it would be larger than this workspace allows. Ask for less, for example with `disabled`.'],
		[{ FileUpload_MediaTypeBlackList: 'text/*' }, 'this workspace takes no files of this type (`text/csv`).'],
		[{ FileUpload_MediaTypeWhiteList: 'image/*' }, 'this workspace takes no files of this type (`text/csv`).'],
	])('%j', async (setting, sentence) => {
		const before = Object.fromEntries(Object.keys(setting).map((id) => [id, scene.workspace.settings[id as never]]));
		await scene.setServer(setting);
		const [member, root] = [await exported('outgoing export'), await exported('outgoing export', 'ana')];
		await scene.setServer(before);
		expect([member.file, member.told]).toEqual([
			undefined,
			`only li: No file was made: ${sentence} ${panel} A workspace admin can help.`,
		]);
		expect(root.told).toBe(`only ana: No file was made: ${sentence} ${panel} ${admin}`);
	});
});
