/** Watched rooms: what is said in them, what is kept, and when they are told. */
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import { watchAnswers } from '../workspace/host/command';
import { roomIds, tokens, userIds } from '../workspace/sample';
import { clientOf, only, readBlocks, shown } from '../support/client';
import { type Scene, setUp } from '../support/scene';

const [minute, day] = [60_000, 86_400_000];

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
	await scene.host.install(scene.host.clock.setInto(await packagedApp()));
});
afterAll(async () => scene.close());
beforeEach(async () => {
	await scene.set({
		reply_visibility: 'room',
		watch_interval: 'daily',
	});
	await scene.read('unwatch', 'li', 'support');
});

/** What the app adds while its job runs, so many milliseconds later. */
async function later(milliseconds: number) {
	scene.host.clock.advance(milliseconds);
	const added = watchAnswers(scene.workspace);
	await scene.host.runJobs();
	return added();
}

type Row = Scene['workspace']['integrations'][number];

function change(name: string, fields: Partial<Row>): void {
	scene.workspace.integrations = scene.workspace.integrations.map((row) => (row.name === name ? { ...row, ...fields } : row));
}
function remove(name: string): void {
	scene.workspace.integrations = scene.workspace.integrations.filter((row) => row.name !== name);
}

/** What changed is not told while something is in the way, and is when that is mended. */
async function expectToldAtTheNextTry(mend: () => void): Promise<void> {
	expect(await later(day)).toEqual({ messages: [], notices: [] });
	mend();
	expect(only((await later(5 * minute)).messages).text).toContain('- `Statuspage` **no longer here**');
}

describe('the words', () => {
	test('watch says in the room who began it, how often it is looked, and how to stop; again, that it is on', async () => {
		expect(await scene.read('watch', 'li', 'support')).toMatchInlineSnapshot(`
		[
		  "room: \`li\` switched on watching for this room: every day the app looks whether its integrations changed, and says so here. To stop: \`/integrations unwatch\`.",
		]
	`);
		expect(await scene.read('watch', 'mo', 'support')).toMatchInlineSnapshot(`
		[
		  "only mo: This room is watched already, every day: \`li\` switched it on just now. To stop: \`/integrations unwatch\`.",
		]
	`);
		expect(await scene.read('unwatch', 'mo', 'support')).toMatchInlineSnapshot(`
		[
		  "room: \`mo\` ended the watch of this room.",
		]
	`);
		expect(await scene.read('unwatch', 'mo', 'support')).toMatchInlineSnapshot(`
		[
		  "only mo: This room is not watched, so nothing is kept of it. To begin: \`/integrations watch\`.",
		]
	`);
	});

	test('a room that is not watched has nothing to compare with', async () => {
		expect(only(await scene.read('changes', 'li', 'support'))).toMatch(
			/^only li: This room is not watched, so nothing is kept of it/,
		);
		expect(scene.host.persistence()).toEqual([]);
	});

	test('it ends without the server, too', async () => {
		await scene.read('watch', 'li', 'support');
		await scene.set({ auth_token: '' });
		expect(await scene.read('unwatch', 'li', 'support')).toEqual(['room: `li` ended the watch of this room.']);
		expect(only(await scene.read('watch', 'li', 'support'))).toMatch(/^only li: The app is not set up yet/);
		await scene.set({ auth_token: tokens.service });
	});

	test('one job, however many rooms', async () => {
		await scene.read('watch', 'li', 'support');
		await scene.read('watch', 'li', 'busy');
		expect(new Set(scene.host.bridges.scheduler.jobs.map(({ job }) => job.id)).size).toBe(1);
		await scene.read('unwatch', 'li', 'busy');
	});

	test('not in a direct message, nor where it is switched off', async () => {
		expect(await scene.read('watch', 'ana', 'direct')).toEqual(['only ana: Only channels and private groups can be watched.']);
		await scene.set({ watch_interval: 'off' });
		expect(only(await scene.read('watch', 'li', 'support'))).toBe(
			'only li: Watching is switched off: a workspace admin has set **Look at watched rooms** to **Never**.',
		);
	});

	test('who may not ask may not watch', async () => {
		expect(only(await scene.read('watch', 'mia', 'support'))).toMatch(/^only mia: You may not ask/);
		expect(only(await scene.read('changes', 'otto', 'support'))).toMatch(/^only otto: Only members/);
		expect(scene.host.persistence()).toEqual([]);
	});
});

describe('what changed', () => {
	test('is told in the room, each in a line, and once', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		expect(await later(5 * minute)).toEqual({ messages: [], notices: [] });
		change('Nagios', { enabled: true, _updatedAt: '2026-01-01T00:00:00.000Z', _updatedBy: { _id: userIds.mo, username: 'mo' } });
		change('GitHub deploys', { alias: 'Deployer', _updatedAt: '2026-01-01T00:00:00.000Z' });
		change('Ticket mirror', { triggerWords: ['ticket', 'bug'], urls: ['http://plain.example.com/CANARY'] });
		change('Survey', { _updatedAt: '2026-01-01T00:00:00.000Z' });
		remove('Statuspage');
		expect(await later(day - 10 * minute)).toEqual({ messages: [], notices: [] });
		expect(only(await scene.read('changes', 'mo', 'support'))).toMatch(/^only mo: \*\*Integrations in #support\*\*: 5 changed\n/);
		const { messages, notices } = await later(10 * minute);
		expect(notices).toEqual([]);
		expect(only(messages)).toMatchObject({ roomId: roomIds.support });
		expect(only(messages).text).toMatchInlineSnapshot(`
		"**Integrations in #support**: 5 changed
		- \`Statuspage\` **no longer here**
		- \`GitHub deploys\` posts as \`Deployer\`, before as \`Deploy bot\`
		- \`Nagios\` switched on, by \`mo\`
		- \`Survey\` edited
		- \`Ticket mirror\` words \`ticket\` → \`ticket\`, \`bug\`, hosts \`tickets.example.com\` → \`plain.example.com\`, **now exposed: unencrypted**"
	`);
		expect(await later(2 * day)).toEqual({ messages: [], notices: [] });
		expect(only(await scene.read('changes', 'li', 'support'))).toMatch(/nothing changed since the room was last told/);
		scene.workspace.integrations = kept;
	});

	test('its button opens the panel for whoever clicks', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		change('Nagios', { name: '@all `x`' });
		const message = only((await later(day)).messages);
		expect(message.text).toContain("- `@all 'x'` renamed, before `Nagios`");
		const { view } = await clientOf(scene, 'mo').click('Browse', message);
		expect(readBlocks(shown(view).blocks)).toMatch(/^\*\*Integrations in #support/);
		scene.workspace.integrations = kept;
	});

	test('no more than ten lines; `changes` has the others, until the next message has', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'busy');
		scene.workspace.integrations = kept.map((row) => (String(row.name).startsWith('Hook') ? { ...row, enabled: false } : row));
		const list = only(await scene.read('changes', 'li', 'busy'));
		const told = only((await later(day)).messages).text;
		expect(told.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(10);
		expect(told).toMatch(/\n\d+ more: `\/integrations changes`$/);
		const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('- '));
		const rest = lines(list).slice(10);
		expect(rest.length).toBeGreaterThan(30);
		expect(lines(only(await scene.read('changes', 'li', 'busy')))).toEqual(rest);
		expect(await later(5 * minute)).toEqual({ messages: [], notices: [] });
		expect(lines(only((await later(day)).messages).text)).toEqual(rest.slice(0, 10));
		await scene.read('unwatch', 'li', 'busy');
		scene.workspace.integrations = kept;
	});
});

describe('what is not told', () => {
	test('that is gone what the token’s user no longer sees', async () => {
		await scene.read('watch', 'li', 'support');
		const permissions = scene.workspace.permissions;
		scene.workspace.permissions = { ...permissions, 'manage-incoming-integrations': [] };
		expect(await later(day)).toEqual({ messages: [], notices: [] });
		expect(only(await scene.read('changes', 'li', 'support'))).toMatch(
			/^only li: Integrations no longer seen, but perhaps still there: \d+\.$/,
		);
		scene.workspace.permissions = permissions;
		expect(await later(day)).toEqual({ messages: [], notices: [] });
	});

	test('anything, where the server takes no more requests; the next round tells', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		remove('Statuspage');
		scene.workspace.mood = '429';
		await expectToldAtTheNextTry(() => {
			scene.workspace.mood = 'well';
		});
		scene.workspace.integrations = kept;
	});

	test('anything of another connection: it begins anew, and tells what changes from then on', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		remove('Statuspage');
		await scene.set({ user_id: userIds.ops, auth_token: tokens.ops });
		expect(only(await scene.read('changes', 'li', 'support'))).toBe(
			'only li: **Integrations in #support**: the app now asks another server or user, so what changed before is not known.',
		);
		expect(await later(day)).toEqual({ messages: [], notices: [] });
		expect(only(await scene.read('changes', 'li', 'support'))).toMatch(/nothing changed/);
		remove('Nagios');
		expect(only((await later(day)).messages).text.split('\n')).toEqual([
			'**Integrations in #support**: 1 changed',
			'- `Nagios` **no longer here**',
		]);
		await scene.set({ user_id: userIds.service, auth_token: tokens.service });
		scene.workspace.integrations = kept;
	});

	test('that what reaches all rooms is shown no longer; what names the room is told all the same', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		await scene.set({ include_global: false });
		remove('Statuspage');
		expect(only((await later(day)).messages).text.split('\n')).toEqual([
			'**Integrations in #support**: 1 changed',
			'- `Statuspage` **no longer here**',
		]);
		await scene.set({ include_global: true });
		scene.workspace.integrations = kept;
		expect(only((await later(day)).messages).text).toMatch(
			/^\*\*Integrations in #support\*\*: 1 changed\n- `Statuspage` \*\*new\*\*/,
		);
	});

	test('after three failures in a row who switched it on is told, once, in a direct message', async () => {
		await scene.read('watch', 'li', 'support');
		scene.workspace.mood = '401';
		const rounds: Awaited<ReturnType<typeof later>>[] = [];
		for (let round = 0; round < 5; round += 1) rounds.push(await later(round === 0 ? day : 5 * minute));
		scene.workspace.mood = 'well';
		expect(rounds.map(({ messages }) => messages.length)).toEqual([0, 0, 1, 0, 0]);
		expect(rounds[2]?.messages[0]?.text).toMatch(
			/^Three times in a row the app could not look at rooms that are watched for you: `#support`\. The server does not accept/,
		);
		expect(scene.workspace.rooms.find(({ id }) => id === rounds[2]?.messages[0]?.roomId)?.type).toBe('d');
		expect(await later(5 * minute)).toEqual({ messages: [], notices: [] });
	});
});

test('the trouble is told also where the first of the rooms is gone, and a room that somebody left is not named', async () => {
	const { rooms } = scene.workspace;
	for (const room of ['empty', 'support', 'busy'] as const) await scene.read('watch', 'li', room);
	const busy = rooms.find(({ id }) => id === roomIds.busy);
	const members = busy?.members ?? [];
	Object.assign(busy ?? {}, { members: members.filter(({ userId }) => userId !== userIds.li) });
	scene.workspace.rooms = rooms.filter(({ id }) => id !== roomIds.empty);
	scene.workspace.mood = '401';
	await later(day);
	await later(5 * minute);
	expect(only((await later(5 * minute)).messages).text).toMatch(/ rooms that are watched for you: `#support`, …\. /);
	scene.workspace.mood = 'well';
	scene.workspace.rooms = rooms;
	Object.assign(busy ?? {}, { members });
	for (const room of ['empty', 'busy'] as const) await scene.read('unwatch', 'li', room);
});

describe('where the room takes nothing', () => {
	test('it is tried again, and `status` says so', async () => {
		const kept = scene.workspace.integrations;
		const room = scene.workspace.rooms.find(({ id }) => id === roomIds.support);
		await scene.read('watch', 'li', 'support');
		remove('Statuspage');
		Object.assign(room ?? {}, { archived: true });
		expect(await later(day)).toEqual({ messages: [], notices: [] });
		expect(only(await scene.read('status', 'ana', 'support'))).toContain('This room is watched, but does not take what changed');
		Object.assign(room ?? {}, { archived: false });
		expect(only((await later(5 * minute)).messages).text).toContain('- `Statuspage` **no longer here**');
		expect(only(await scene.read('status all', 'ana', 'support'))).toMatch(
			/This room is watched\. `li` switched it on .*1 room is watched\./,
		);
		scene.workspace.integrations = kept;
	});

	test('nor is it looked at, where watching is switched off: `status` says so', async () => {
		await scene.read('watch', 'li', 'support');
		await scene.set({ watch_interval: 'off' });
		expect(only(await scene.read('status', 'mo', 'support'))).toContain(
			'- **look at this**: **Look at watched rooms** is switched off. This room is watched, and is told nothing meanwhile.',
		);
		await scene.read('unwatch', 'li', 'support');
		expect(only(await scene.read('status all', 'mo', 'support'))).toContain('**Look at watched rooms** is switched off.\n');
	});

	test('who begins there is told so', async () => {
		const told = only(await scene.read('watch', 'ana', 'old'));
		expect(told).toContain(
			'the room is archived, so the app does not post into it. While that is so, only `/integrations changes`',
		);
		expect(told).toContain('`ana` switched on watching for this room');
		await scene.read('unwatch', 'ana', 'old');
	});

	test('a room that is gone is no longer watched', async () => {
		await scene.read('watch', 'li', 'support');
		const rooms = scene.workspace.rooms;
		scene.workspace.rooms = rooms.filter(({ id }) => id !== roomIds.support);
		await later(day);
		scene.workspace.rooms = rooms;
		expect(scene.host.persistence()).toEqual([]);
	});
});

describe('where something goes wrong with one room', () => {
	test('the others are told all the same', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		await scene.read('watch', 'li', 'busy');
		remove('Statuspage');
		const rooms = scene.host.bridges.getRoomBridge();
		const getById = rooms.doGetById.bind(rooms);
		const failing = jest
			.spyOn(rooms, 'doGetById')
			.mockImplementation(async (id, appId) =>
				id === roomIds.busy ? Promise.reject(new Error('no room today')) : getById(id, appId),
			);
		expect(only((await later(day)).messages).text).toContain('- `Statuspage` **no longer here**');
		failing.mockRestore();
		await scene.read('unwatch', 'li', 'busy');
		scene.workspace.integrations = kept;
	});

	test('a watch that ends while the room is looked at stays ended', async () => {
		const kept = scene.workspace.integrations;
		await scene.read('watch', 'li', 'support');
		remove('Statuspage');
		const rooms = scene.host.bridges.getRoomBridge();
		const getById = rooms.doGetById.bind(rooms);
		const ending = jest.spyOn(rooms, 'doGetById').mockImplementation(async (id, appId) => {
			ending.mockRestore();
			await scene.read('unwatch', 'mo', 'support');
			return getById(id, appId);
		});
		expect((await later(day)).messages.map(({ text }) => text)).toEqual(['`mo` ended the watch of this room.']);
		expect(scene.host.persistence()).toEqual([]);
		scene.workspace.integrations = kept;
	});
});

describe('where summaries go to the asker alone', () => {
	test('so do the changes, in a direct message; whoever left is told no more', async () => {
		const kept = scene.workspace.integrations;
		await scene.set({ reply_visibility: 'sender' });
		expect(only(await scene.read('watch', 'mo', 'support'))).toMatch(
			/^only mo: You switched on watching for this room: .* tells you in a direct message/,
		);
		remove('Statuspage');
		const message = only((await later(day)).messages);
		const room = scene.workspace.rooms.find(({ id }) => id === message.roomId);
		expect([room?.type, message.text.includes('`Statuspage` **no longer here**')]).toEqual(['d', true]);
		const support = scene.workspace.rooms.find(({ id }) => id === roomIds.support);
		const members = support?.members ?? [];
		Object.assign(support ?? {}, { members: members.filter(({ userId }) => userId !== userIds.mo) });
		scene.workspace.integrations = kept;
		expect(await later(day)).toEqual({ messages: [], notices: [] });
		Object.assign(support ?? {}, { members });
		expect(scene.host.persistence()).toEqual([]);
	});
});

test('whoever may no longer ask is no longer told in private', async () => {
	const kept = scene.workspace.integrations;
	await scene.set({ reply_visibility: 'sender' });
	await scene.read('watch', 'mo', 'support');
	remove('Statuspage');
	await scene.set({ allowed_roles: 'admin' });
	expect(await later(day)).toEqual({ messages: [], notices: [] });
	expect(scene.host.persistence()).toEqual([]);
	await scene.set({ allowed_roles: '' });
	scene.workspace.integrations = kept;
});

test('where who switched it on cannot be looked up, nobody is told in private, and the room is tried again', async () => {
	const kept = scene.workspace.integrations;
	await scene.set({ reply_visibility: 'sender' });
	await scene.read('watch', 'mo', 'support');
	remove('Statuspage');
	const users = scene.host.bridges.getUserBridge();
	const getById = users.doGetById.bind(users);
	const failing = jest
		.spyOn(users, 'doGetById')
		.mockImplementation(async (id, appId) =>
			id === userIds.mo ? Promise.reject(new Error('no user today')) : getById(id, appId),
		);
	await expectToldAtTheNextTry(() => {
		failing.mockRestore();
	});
	scene.workspace.integrations = kept;
});

test('a restart and an update in between: nothing is lost, and nothing told twice', async () => {
	const kept = scene.workspace.integrations;
	await scene.read('watch', 'li', 'support');
	remove('Statuspage');
	await scene.host.disable();
	await scene.host.enable();
	await scene.host.install(scene.host.clock.setInto(await packagedApp()));
	expect(only((await later(day)).messages).text).toContain('- `Statuspage` **no longer here**');
	expect(await later(day)).toEqual({ messages: [], notices: [] });
	scene.workspace.integrations = kept;
});

test('no secret is kept', async () => {
	await scene.read('watch', 'li', 'support');
	await scene.read('watch', 'li', 'troubles');
	expect(JSON.stringify(scene.host.persistence())).not.toMatch(/CANARY/);
	await scene.read('unwatch', 'li', 'troubles');
});
