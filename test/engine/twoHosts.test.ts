/** Rocket.Chat may run as several servers over one database: nothing that they must share may lie in an app's memory. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import { watchAnswers } from '../workspace/host/command';
import type { Message } from '../workspace/model';
import { roomIds, tokens, userIds } from '../workspace/sample';
import { type SecondHost, startSecondHost } from '../workspace/second/secondHost';
import { type Client, clientOf, only, readBlocks, shown } from '../support/client';
import { type Person, type Scene, setUp } from '../support/scene';

let scene: Scene;
let second: SecondHost | undefined;
/** What the settings page shows is saved once, and the server tells all of its instances. */
async function save(values: Readonly<Record<string, unknown>>): Promise<void> {
	await scene.set(values);
	await there().save(values);
}
function there(): SecondHost {
	if (!second) throw new Error('no second host');
	return second;
}

beforeAll(async () => {
	scene = await setUp();
	second = await startSecondHost(scene.host);
});
afterAll(async () => {
	await second?.close();
	await scene.close();
});
beforeEach(async () => {
	const connection = { user_id: userIds.service, auth_token: tokens.service };
	// What one host keeps the other does not know: with answers that are kept, two texts would differ by their age.
	await save({ ...connection, reply_visibility: 'room', cache_seconds: 0, page_size: 20, allowed_roles: '' });
});

function linesOf(words: string, who: Person, where: 'busy' | 'support') {
	return [{ userId: userIds[who], roomId: roomIds[where], text: `/integrations ${words}` }];
}
/** Types a command at the second host. */
async function askThere(words = '', who: Person = 'li', where: 'busy' | 'support' = 'busy') {
	const added = watchAnswers(scene.workspace);
	await there().run(linesOf(words, who, where));
	return added();
}
async function post(): Promise<Message> {
	return only((await scene.ask('', 'li', 'busy')).messages);
}
/** A person whose client is connected to the one host, or to the other. */
function clients(who: Person): { here: Client; overThere: Client } {
	return {
		here: clientOf(scene, who),
		overThere: clientOf({ ...scene, host: there() }, who),
	};
}

test('both give the same answer, as one and the same user', async () => {
	const here = await post();
	const beyond = only((await askThere()).messages);
	expect(beyond.text).toBe(here.text);
	expect(beyond.senderId).toBe(here.senderId);
});

test('the buttons of a message work in the host that did not post it, back and forth', async () => {
	const message = await post();
	const { here, overThere } = clients('li');
	const turned = await overThere.click('Next page', message);
	expect(turned).toMatchObject({ answer: { success: true }, messages: [], notices: [] });
	expect(message.text).toContain('Page 2 of 4');
	await here.click('Next page', message);
	expect(message.text).toContain('Page 3 of 4');
	await overThere.click('Previous page', message);
	expect(message.text).toContain('Page 2 of 4');
});

test('what is not offered by a message is refused there, too', async () => {
	const message = await post();
	const before = message.text;
	const { overThere } = clients('mia');
	const done = await overThere.click('Next page', message);
	expect(done.messages).toEqual([]);
	expect(message.text).toBe(before);
});

test('a panel that one host opened is gone on with in the other', async () => {
	const message = await post();
	const { here, overThere } = clients('li');
	const opened = shown((await here.click('Browse', message)).view);
	const found = shown((await overThere.search('Hook 7', opened)).view);
	expect(readBlocks(found.blocks)).toContain('`Hook 7`');
	const details = shown((await here.click('Details', found)).view);
	expect(readBlocks(details.blocks)).toContain('`Hook 7`');
	expect(readBlocks(shown((await overThere.click('Back to the list', details)).view).blocks)).toContain('`Hook 7`');
});

test('a saved setting counts in both as soon as the servers know it', async () => {
	expect((await askThere()).notices).toEqual([]);
	await save({ reply_visibility: 'sender', page_size: 5 });
	const [here, beyond] = [await scene.ask('', 'li', 'busy'), await askThere()];
	expect([here.messages, beyond.messages]).toEqual([[], []]);
	expect(only(here.notices).text).toContain('Page 1 of 13');
	expect(only(beyond.notices).text).toBe(only(here.notices).text);
});

test('access is withdrawn in both', async () => {
	const message = await post();
	await save({ allowed_roles: 'admin' });
	const { overThere } = clients('li');
	const done = await overThere.click('Next page', message);
	expect(message.text).toContain('Page 1 of 4');
	expect(only(done.notices).text).toContain('may not');
	expect(only((await askThere()).notices).text).toBe(only((await scene.ask('', 'li', 'busy')).notices).text);
});

describe('a watched room', () => {
	/** Each of these has its own memory; both read and write the same records. */
	const told = async (run: () => Promise<void>): Promise<string[]> => {
		const added = watchAnswers(scene.workspace);
		await run();
		return added().messages.map(({ text }) => text);
	};
	const here = async (): Promise<string[]> => told(async () => scene.host.runJobs());
	const beyond = async (): Promise<string[]> => told(async () => there().runJobs());
	/** Has the time come for every room. */
	const age = (): void => {
		for (const record of scene.host.bridges.persistence.records) {
			const { data } = record;
			if ('looked' in data) record.data = { ...data, looked: 0 };
		}
	};

	test('is told once, whichever server looks, through a restart and an update', async () => {
		const kept = scene.workspace.integrations;
		await scene.ask('watch', 'li', 'support');
		expect([await here(), await beyond()]).toEqual([[], []]);
		scene.workspace.integrations = kept.filter(({ name }) => name !== 'Statuspage');
		age();
		expect(await beyond()).toEqual([expect.stringContaining('- `Statuspage` **no longer here**')]);
		age();
		expect([await here(), await beyond()]).toEqual([[], []]);
		scene.workspace.integrations = kept;
		await scene.host.disable();
		await scene.host.enable();
		age();
		expect(await here()).toEqual([expect.stringContaining('- `Statuspage` **new**')]);
		await scene.host.install(await packagedApp());
		age();
		expect([await beyond(), await here()]).toEqual([[], []]);
	});

	test('is no longer watched in one when that was said in the other', async () => {
		expect((await askThere('unwatch', 'mo', 'support')).messages.map(({ text }) => text)).toEqual([
			'`mo` ended the watch of this room.',
		]);
		expect(scene.host.persistence()).toEqual([]);
		expect(only((await scene.ask('changes', 'li', 'support')).notices).text).toMatch(/^This room is not watched/);
	});
});

test('the limit that one used up is a sentence in the other', async () => {
	Object.assign(scene.workspace.settings, { API_Enable_Rate_Limiter: true, API_Enable_Rate_Limiter_Limit_Calls_Default: 2 });
	for (let asked = 0; asked < 3; asked += 1) await scene.ask('', 'li', 'support');
	const { messages, notices } = await askThere('', 'li', 'support');
	scene.workspace.settings.API_Enable_Rate_Limiter = false;
	expect(messages).toEqual([]);
	expect(only(notices).text.replace(/\d+ s/, 'N s')).toMatchInlineSnapshot(
		`"The server allows no more requests for now. Try again in N seconds. If it keeps happening, a workspace admin can help."`,
	);
});
