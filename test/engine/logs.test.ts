/** The engine keeps a log of every app: what handlers return stands there, and whoever manages apps reads it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ShownView } from '../workspace/host/interact';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, only, readBlocks, shown } from '../support/client';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
let before = 0;
beforeEach(() => {
	before = scene.host.logs().length;
	scene.host.bridges.interactions.opened.length = 0;
});

/** What the sample's integrations are called, do and reach: names, aliases, hosts, words, rooms. */
function canaries(): string[] {
	const texts = scene.workspace.integrations.flatMap((row) => {
		const { name, alias, urls, triggerWords, channel } = row as Readonly<Record<string, unknown>>;
		const hosts = [urls].flat().map((url) => /^https?:\/\/([^/]+)/.exec(String(url))?.[1] ?? '');
		return [name, alias, hosts, triggerWords, channel].flat().map(String);
	});
	return [...new Set(texts)].filter((text) => text.length > 5 && text !== 'undefined' && !text.startsWith('all_'));
}

function inTheLog(): string[] {
	const log = JSON.stringify(scene.host.logs().slice(before));
	return canaries().filter((text) => log.includes(JSON.stringify(text).slice(1, -1)));
}

test('the sample has something to look for, and the log is kept', async () => {
	await scene.read('nonsense', 'ana');
	expect(canaries().length).toBeGreaterThan(50);
	expect(canaries()).toEqual(expect.arrayContaining(['GitHub deploys', 'tickets.example.com', '#support']));
	expect(JSON.stringify(scene.host.logs())).toContain('unknownWord');
});

test('no name, host, word or room of an integration after what an admin types', async () => {
	for (const words of ['', 'private', 'all private', 'attention', 'status', 'share', 'page 9', 'show inGithubDeploys01']) {
		expect((await scene.read(words, 'ana')).join()).not.toBe('');
	}
	expect(inTheLog()).toEqual([]);
});

test('nor after an admin’s panel, its details and its buttons, and each trigger id is used once', async () => {
	const [message] = (await scene.ask('', 'ana', 'busy')).messages;
	const { opened } = scene.host.bridges.interactions;
	const ana = (trigger: string) => clientOf(scene, 'ana', trigger);
	const text = '/integrations browse';
	await scene.host.runCommand({ userId: userIds.ana, roomId: roomIds.busy, text, triggerId: 'T0' });
	const typed = (only(opened).interaction as unknown as { view: ShownView }).view;
	const browsed = await ana('T1').click('Browse', message ?? typed);
	const details = await ana('T2').click('Details', shown(browsed.view));
	const back = await ana('T3').click('Back to the list', shown(details.view));
	const refreshed = await ana('T4').click('Refresh', shown(back.view));
	const next = await ana('T5').click('Next page', shown(refreshed.view));
	const done = [browsed, details, back, refreshed, next];
	expect(readBlocks(details.view?.blocks)).toContain('Created: ');
	expect(done.map(({ returned }) => returned)).toEqual(done.map(() => ({ success: true })));
	expect(opened.map(({ interaction }) => interaction.triggerId)).toEqual(['T0', 'T1', 'T2', 'T3', 'T4', 'T5']);
	expect(opened.map(({ interaction }) => interaction.type)).toEqual([
		'contextual_bar.open',
		'contextual_bar.open',
		...Array<string>(4).fill('contextual_bar.update'),
	]);
	expect(inTheLog()).toEqual([]);
});

test('a sent search alone returns its panel, as the client closes it otherwise: that stands in the log', async () => {
	const { view } = await clientOf(scene, 'ana').click('Browse', only((await scene.ask('', 'ana')).messages));
	const { returned } = await clientOf(scene, 'ana').search('deploys', shown(view));
	expect(returned).toMatchObject({ type: 'contextual_bar.open' });
	expect(inTheLog()).toContain('GitHub deploys');
});
