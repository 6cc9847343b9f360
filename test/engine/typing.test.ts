/** What keyboards add to what is typed, and what old records lack of the person who types it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ShownView } from '../workspace/host/interact';
import type { IntegrationDocument, User } from '../workspace/model';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Person, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => scene.set({ allowed_roles: '' }));

/** The first line that the words give. */
async function line(words: string, who: Person = 'li'): Promise<string> {
	return (await scene.read(words, who)).join('\n').split('\n')[0] ?? '';
}

/** The panel that opens for the words. */
async function browse(words = ''): Promise<ShownView> {
	const { opened } = scene.host.bridges.interactions;
	opened.length = 0;
	const text = `/integrations browse ${words}`;
	await scene.host.runCommand({ userId: userIds.li, roomId: roomIds.support, text, triggerId: 'T1' });
	return (only(opened).interaction as unknown as { view: ShownView }).view;
}

describe('typing is forgiven', () => {
	test.each([
		['find “github”', 'find github'],
		['find\u00a0„github“,', 'find github'],
		['find «\u202fgithub\u202f»', 'find github'],
		['by “ana”', 'by @ana'],
		['by @ana,', 'by @ana'],
		['by « @ana »', 'by @ana'],
		['by "ana"', 'by @ana'],
		['Incoming, —Disabled', 'incoming disabled'],
		['incoming\u00a0disabled', 'incoming disabled'],
		['#support, outgoing', 'outgoing'],
		['show “GitHub\u00a0deploys”', 'show GitHub deploys'],
		['show github', 'show GitHub deploys'],
	])('%j is the same as %j', async (typed, plain) => {
		const [given] = await scene.read(typed);
		expect(given).toBe((await scene.read(plain))[0]);
		expect(given).toMatch(/Integrations in #support\*\*: [1-9]|^only li: \*\*`GitHub/);
	});
});

describe('a name is found as it is read', () => {
	const long = `Long ${'name '.repeat(58)}end`;
	const names = ['Café au lait'.normalize('NFD'), 'O’Brien', long, `${long}s`];
	let stored: IntegrationDocument[];
	beforeAll(() => {
		stored = scene.workspace.integrations;
		const like = stored.find(({ name }) => name === 'GitHub deploys');
		const added = names.map((name, index) => ({ ...like, _id: `named${String(index)}`, name }));
		scene.workspace.integrations = [...stored, ...added];
	});
	afterAll(() => {
		scene.workspace.integrations = stored;
	});

	test.each(['find Café', 'find CAFÉ'.normalize('NFD'), 'find O’Brien', "find o'brien"])('%j', async (words) => {
		expect(await line(words)).toMatch(/^only li: \*\*Integrations in #support\*\*: 1 of 10 here/);
	});

	test.each([
		['Café au lait', 'named0'],
		['café', 'named0'],
		['“O’Brien”', 'named1'],
		[long, 'named2'],
		[`${long}s`, 'named3'],
	])('show %j', async (name, id) => {
		expect((await scene.read(`show ${name}`)).join()).toContain(`\`${id}\``);
	});

	test('where several begin so, these are offered, and no others', async () => {
		expect(await line('show Long')).toMatch(/Did you mean `Long name [^`]*…` or `Long name [^`]*…`\?$/);
	});

	test('the panel asks again by the id, however long the name is', async () => {
		const view = await browse(`show ${long}`);
		const refresh = controlsIn(view.blocks).find(({ actionId }) => actionId === 'refresh');
		expect(String(refresh?.value)).toContain('["show","named2"]');
	});
});

/** Changes what apps get of somebody's record, while something is done. */
async function storedAs<T>(who: Person, fields: User['stored'], work: () => Promise<T>): Promise<T> {
	const user = scene.workspace.users.find(({ id }) => id === userIds[who]);
	if (!user) throw new Error(who);
	user.stored = fields ?? {};
	return work().finally(() => {
		delete user.stored;
	});
}

describe('a record without roles counts as one that holds none', () => {
	test.each([undefined, null, 'admin', {}])('roles: %j', async (roles) => {
		const said = await storedAs('li', { roles }, async () => scene.read());
		expect(said.join()).toMatch(/^room: \*\*Integrations in #support\*\*/);
		const refused = await storedAs('mia', { roles }, async () => scene.read('', 'mia'));
		expect(refused.join()).toMatch(/^only mia: You may not ask/);
		const outside = await storedAs('otto', { roles }, async () => scene.read('', 'otto'));
		expect(outside.join()).toMatch(/^only otto: Only members of this room/);
	});

	test('whoever made or posts as an integration may have none, too', async () => {
		const before = await scene.read('attention');
		expect(await storedAs('ana', { roles: null }, async () => scene.read('attention'))).toEqual(before);
	});
});

describe('a language that is no text is that of the workspace', () => {
	const kinds = [
		{ preferences: { language: 7 } },
		{ preferences: { language: { tag: 'de' } } },
		{ preferences: { language: ['de'] } },
		{ preferences: { language: null } },
		{ preferences: null },
		null,
		undefined,
		'de',
	];

	test.each(kinds)('settings: %j', async (settings) => {
		await scene.setServer({ Language: 'pt-BR' });
		expect((await storedAs('li', { settings }, async () => scene.read('help'))).join()).toContain('O que você pode digitar');
		await scene.setServer({ Language: 'en' });
	});

	test.each([7, null, { tag: 'de' }])('and English, where the workspace has %j', async (Language) => {
		await scene.setServer({ Language });
		expect((await storedAs('li', { settings: null }, async () => scene.read('help'))).join()).toContain('What you can type');
		await scene.setServer({ Language: 'en' });
	});

	test('also in a panel whose room is gone', async () => {
		const view = await browse();
		await scene.setServer({ Language: 'pt-BR' });
		const click = async () => clientOf(scene, 'li').forge({ actionId: 'refresh', value: '{}' }, view);
		const { view: lost } = await storedAs('li', { settings: { preferences: { language: 7 } } }, click);
		expect(readBlocks(shown(lost).blocks)).toMatch(/^Só membros/);
		await scene.setServer({ Language: 'en' });
	});
});
