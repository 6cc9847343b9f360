/** Rocket.Chat itself never answers what the app asks of it: each question in turn, all at the same time. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { roleIds, userIds } from '../workspace/sample';
import type { Scene } from '../support/scene';
import { setUp } from '../support/scene';

/** In which an answer must be there, milliseconds. */
const most = 28_000;

/** How long the app shares a look-up under way with the next command, milliseconds. */
const shared = 5000;

interface Case {
	/** The call that hangs. */
	readonly name: string;
	readonly words?: string;
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
];

/** After which an app that has asked nothing more waits for what hangs, milliseconds. */
const quiet = 300;

let scene: Scene;
let lastCall = 0;

beforeAll(async () => {
	scene = await setUp();
	// The engine prints what a command that fails leaves.
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
	await scene.set({ allowed_roles: `admin, ${roleIds.integrationViewer}` });
});
afterAll(async () => scene.close());

/** A room for each case, so that it is known what came of it. */
const openRoom = (name: string): string => {
	const [id, slug] = [`room-of-${name}`, name.replace(/\W/g, '-').toLowerCase()];
	scene.workspace.rooms.push({ id, type: 'c', name: slug, members: [{ userId: userIds.ana, roles: [] }] });
	return id;
};

/** Has the next call of that name hang for ever; resolves as soon as it does. */
const hang = async (name: string): Promise<void> =>
	new Promise((resolve) => {
		let hangs = false;
		scene.host.obstruct = (called) => {
			lastCall = performance.now();
			if (hangs || !called.endsWith(name)) {
				return undefined;
			}
			hangs = true;
			resolve();
			return new Promise<void>(() => undefined);
		};
	});

/** Waits until the app asks nothing more: what it still asks for one command must not hang in place of the next one's. */
const settle = async (): Promise<void> => {
	while (performance.now() - lastCall < quiet) {
		await delay(quiet);
	}
};

const whatCame = (roomId: string): string => {
	const here = <T extends { readonly roomId: string }>(all: readonly T[]) => all.filter((one) => one.roomId === roomId);
	const lines = [
		...here(scene.workspace.messages).map(({ text }) => `into the room: ${text}`),
		...here(scene.workspace.notices).map(({ text, userId }) => (userId === userIds.ana ? text : `to ${userId}: ${text}`)),
	];
	return lines.join('\n').split('\n')[0] ?? '';
};

/** Gives, as soon as the call hangs, what comes in the end and after how many milliseconds. */
const start = async ({ name, words = '' }: Case): Promise<{ end: Promise<{ came: string; took: number }> }> => {
	// A saved setting makes the app ask for all of them anew.
	await scene.set({ page_size: 20 });
	const [roomId, hangs, began] = [openRoom(name), hang(name), performance.now()];
	const end = scene.host
		.runCommand({ userId: userIds.ana, roomId, text: `/integrations${words}` })
		.catch(() => undefined)
		.then(() => ({ came: whatCame(roomId), took: performance.now() - began }));
	await hangs;
	await settle();
	return { end };
};

test('one sentence for the asker alone, in time, and the next command works', async () => {
	const ends = [(await start(first)).end];
	await delay(shared);
	for (const one of others) {
		ends.push((await start(one)).end);
	}
	const works = openRoom('works');
	await scene.host.runCommand({ userId: userIds.ana, roomId: works, text: '/integrations' });
	expect(whatCame(works)).toContain('into the room: **Integrations in #works**');
	const came = await Promise.all(ends);
	const told = [first, ...others].map(
		({ name, words = '' }, index) => `${name}${words}: ${(came[index]?.came ?? '').slice(0, 72)}`,
	);
	expect(told).toMatchInlineSnapshot(`
		[
		  "getAppUser: into the room: **Integrations in #getappuser**: 4 reach this room: 4 out",
		  "getSettings.getValueById: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getServerSettings.getValueById: into the room: **Integrations in #getserversettings-getvaluebyid**: 4 re",
		  "getRoomReader.getOwners: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoomReader.getModerators: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoomReader.getLeaders: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getUserReader.getById: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doCall: into the room: **Integrations in #docall**: 4 reach this room: 4 outgoin",
		  "getRoomReader.getMessages attention: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "getRoleReader.getOneByIdOrName status: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doCreate: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. ",
		  "doNotifyUser help: Something happened that the app did not foresee. Try again. If it stays,",
		]
	`);
	for (const { took } of came) {
		expect(took).toBeLessThan(most);
	}
});
