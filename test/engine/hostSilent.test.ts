/** Rocket.Chat itself never answers what the app asks of it: each question in turn, all at the same time. */
import { setTimeout as delay } from 'node:timers/promises';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { deadlines } from '../../commands/deadlines';
import { roleIds, userIds } from '../workspace/sample';
import { type Scene, setUp } from '../support/scene';

/** The engine gives up a command after so many milliseconds: it fails then. */
const engineWaits = 30_000;

/** How long the app shares a look-up under way with the next command, milliseconds. */
const shared = 5000;

interface Case {
	/** The call that hangs. */
	readonly name: string;
	readonly words?: string;
	/** Rocket.Chat does what it was asked to, but never says so. */
	readonly done?: true;
}

/** The app's user is remembered longest: it can hang for the first command only. */
const first: Case = { name: 'getAppUser' };
const others: readonly Case[] = [
	{ name: 'getSettings.getValueById' },
	{ name: 'getServerSettings.getValueById' },
	{ name: 'getRoomReader.getOwners' },
	{ name: 'getRoomReader.getModerators' },
	{ name: 'getRoomReader.getLeaders' },
	{ name: 'getUserReader.getById' },
	{ name: 'doCall' },
	{ name: 'getRoomReader.getMessages', words: ' attention' },
	{ name: 'getRoleReader.getOneByIdOrName', words: ' status' },
	{ name: 'doCreate' },
	{ name: 'doNotifyUser', words: ' help' },
	// As behind a large answer that is still on its way into the app.
	{ name: 'doNotifyUser', words: ' bogus', done: true },
];

let scene: Scene;

beforeAll(async () => {
	scene = await setUp();
	// The engine prints what a command that fails leaves.
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
	await scene.set({ allowed_roles: `admin, ${roleIds.integrationViewer}` });
});
afterAll(async () => scene.close());

/** A room for each case, so that it is known what came of it. */
function openRoom(name: string): string {
	const [id, slug] = [`room-of-${name}`, name.replace(/\W/g, '-').toLowerCase()];
	scene.workspace.rooms.push({ id, type: 'c', name: slug, members: [{ userId: userIds.ana, roles: [] }] });
	return id;
}

async function notify([user, message]: [IUser, IMessage]): Promise<void> {
	return scene.host.bridges.getMessageBridge().doNotifyUser(user, message, scene.appId);
}

/** Has the next call of that name hang for ever; resolves as soon as it does. */
async function hang({ name, done }: Case): Promise<void> {
	return new Promise((resolve) => {
		let hangs = false;
		scene.host.obstruct = (called, params) => {
			if (hangs || !called.endsWith(name)) {
				return undefined;
			}
			hangs = true;
			void (done && notify(params as [IUser, IMessage]));
			resolve();
			return new Promise<void>(() => undefined);
		};
	});
}

/** The beginning of everything that came. */
function whatCame(roomId: string): string {
	const here = <T extends { readonly roomId: string }>(all: readonly T[]) => all.filter((one) => one.roomId === roomId);
	const lines = [
		...here(scene.workspace.messages).map(({ text }) => `into the room: ${text}`),
		...here(scene.workspace.notices).map(({ text, userId }) => (userId === userIds.ana ? text : `to ${userId}: ${text}`)),
	];
	return lines.map((line) => (line.split('\n')[0] ?? '').replace(/\(`\w+`\)/, '(`ID`)').slice(0, 72)).join(' | ');
}

/** Gives, as soon as the call hangs and nothing else is under way, what comes in the end. */
async function start(one: Case, hanging: number): Promise<{ end: Promise<string> }> {
	const { name, words = '' } = one;
	// A saved setting makes the app ask for all of them anew.
	await scene.set({ page_size: 20 });
	const [roomId, hangs] = [openRoom(`${name}${words}`), hang(one)];
	const end = scene.host
		.runCommand({ userId: userIds.ana, roomId, text: `/integrations${words}` })
		.then(() => whatCame(roomId), String);
	await hangs;
	// What the app still asks for this command must not hang in place of the next one's.
	await scene.host.atRest(hanging);
	return { end };
}

test('each wait leaves the next one its share, and all of them end before the engine’s', () => {
	const waits = Object.values(deadlines);
	expect(waits).toEqual([...waits].sort((one, other) => one - other));
	expect(Math.max(...waits)).toBeLessThan(engineWaits);
});

test('one sentence for the asker alone, in time, and the next command works', async () => {
	const ends = [(await start(first, 1)).end];
	await delay(shared);
	for (const [index, one] of others.entries()) {
		ends.push((await start(one, index + 2)).end);
	}
	const works = openRoom('works');
	await scene.host.runCommand({ userId: userIds.ana, roomId: works, text: '/integrations' });
	expect(whatCame(works)).toContain('into the room: **Integrations in #works**');
	const came = await Promise.all(ends);
	const told = [first, ...others].map(({ name, words = '' }, index) => `${name}${words}: ${came[index] ?? ''}`);
	expect(told).toMatchInlineSnapshot(`
		[
		  "getAppUser: into the room: **Integrations in #getappuser**: none of its own",
		  "getSettings.getValueById: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getServerSettings.getValueById: into the room: **Integrations in #getserversettings-getvaluebyid**: none",
		  "getRoomReader.getOwners: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoomReader.getModerators: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoomReader.getLeaders: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getUserReader.getById: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doCall: into the room: **Integrations in #docall**: none of its own",
		  "getRoomReader.getMessages attention: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoleReader.getOneByIdOrName status: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doCreate: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doNotifyUser help: Something happened that the app did not foresee (\`ID\`). Try again. If it",
		  "doNotifyUser bogus: \`bogus\` is not a word that \`/integrations\` knows. For example: \`/integra",
		]
	`);
});
