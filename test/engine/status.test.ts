import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Notice } from '../workspace/model';
import { CANARY, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks } from '../support/client';
import { type Person, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
afterEach(async () => {
	scene.workspace.settings.API_Enable_Rate_Limiter = false;
	scene.workspace.settings.Site_Url = `${scene.rest.url}/`;
	await scene.set({ page_size: 20, server_url: '', allowed_roles: '' });
});

async function check(words = '', who: Person = 'li'): Promise<Notice> {
	return only((await scene.ask(`status ${words}`, who)).notices);
}

function labels({ blocks }: Notice): string[] {
	return controlsIn(blocks).map(({ label }) => label);
}

test('a number out of its bounds is something to look at', async () => {
	await scene.set({ page_size: 500 });
	expect((await check()).text).toMatchInlineSnapshot(`
		"**Set-up check**: it works, 1 thing to look at
		- **look at this**: **Integrations on a page**: 500 is saved, 100 counts. A workspace admin can help.
		13 checks are well."
	`);
});

describe('who reads it', () => {
	const service = () => scene.workspace.users.find(({ id }) => id === userIds.service)?.username ?? '';

	test('the address, the token’s user and the size of the workspace are for a workspace admin', async () => {
		const { text } = await check('all', 'ana');
		expect(text).toContain(`The app asked \`${scene.rest.url}\`.`);
		expect(text).toContain(`It belongs to \`${service()}\`.`);
		expect(text).toMatch(/The workspace's list can be read: \d+ integrations\./);
	});

	test('nobody else is told any of it', async () => {
		const { text } = await check('all');
		expect(service()).not.toBe('');
		expect(text).not.toContain(service());
		expect(text).not.toContain(scene.rest.url);
		expect(text).toContain("The workspace's list can be read.");
	});

	test('an admin gets the link to the app’s settings, everybody else is told whom to ask', async () => {
		await scene.set({ allowed_roles: 'admin, owner, amdin' });
		const page = `${scene.rest.url}/marketplace/private/info/${scene.appPath}/settings`;
		expect((await check('', 'ana')).text).toContain(`Correct that [in the app's settings](${page}).`);
		const { text } = await check();
		expect(text).toContain('`amdin`. A workspace admin can help.');
		expect(text).not.toContain('](');
	});
});

describe('its buttons', () => {
	test('show all, as a new private answer', async () => {
		const short = await check();
		expect(labels(short)).toEqual(['Show all', 'Check again']);
		const { answer, messages, notices, view } = await clientOf(scene, 'li').click('Show all', short);
		expect([answer, messages, view]).toEqual([{ success: true }, [], undefined]);
		expect(only(notices)).toMatchObject({ userId: userIds.li, roomId: short.roomId });
		expect(only(notices).text).toBe((await check('all')).text);
		expect(labels(only(notices))).toEqual(['Check again']);
	});

	test('check again, as a new private answer, with the settings as they are now', async () => {
		scene.workspace.settings.Site_Url = 'chat.example';
		const broken = await check('all');
		expect(broken.text).toContain('The address to ask is not usable.');
		scene.workspace.settings.Site_Url = scene.rest.url;
		const { messages, notices } = await clientOf(scene, 'li').click('Check again', broken);
		expect(messages).toEqual([]);
		expect(only(notices).text).toBe((await check('all')).text);
		expect(only(notices).text).toMatch(/^\*\*Set-up check\*\*: all is well/);
	});
});

describe('a click that is made up is refused alone, and nothing is asked', () => {
	const refusedTo = async (who: Person, forged: Promise<{ notices: readonly Notice[]; messages: readonly unknown[] }>) => {
		const before = scene.rest.requests.length;
		const { notices, messages } = await forged;
		expect([messages, notices.map(({ userId }) => userId)]).toEqual([[], [userIds[who]]]);
		expect(scene.rest.requests).toHaveLength(before);
		return only(notices).text;
	};
	const stale = 'This button no longer works, or does not belong here. Type `/integrations` to ask again.';

	test('a check that somebody else was told', async () => {
		const [all, again] = controlsIn((await check('', 'ana')).blocks);
		for (const control of [all ?? {}, again ?? {}]) {
			expect(await refusedTo('li', clientOf(scene, 'li').forge(control, await check()))).toBe(stale);
		}
	});

	test('values and actions that are not the app’s', async () => {
		const short = await check();
		const [control] = controlsIn(short.blocks);
		const value = String(control?.value);
		const li = clientOf(scene, 'li');
		for (const one of ['', '[]', 'null', '{', `${value} `.repeat(2), value.replace('status', 'constructor'), 7, undefined]) {
			expect(await refusedTo('li', li.forge({ actionId: 'checks', value: one }, short))).toBe(stale);
		}
		for (const actionId of ['Checks', 'recheck ', '__proto__']) {
			expect(await refusedTo('li', li.forge({ actionId, value }, short))).toBe(stale);
		}
	});

	test('by who may not ask', async () => {
		const short = await check();
		const [all] = controlsIn(short.blocks);
		const value = String(all?.value).replace(userIds.li, userIds.mia);
		const said = await refusedTo('mia', clientOf(scene, 'mia').forge({ actionId: 'checks', value }, short));
		expect(said).toMatch(/^You may not ask for the integrations of this room/);
	});
});

test('no secret comes out of it, nor of a secret in the wrong setting', async () => {
	await scene.set({ page_size: `${CANARY}-token` });
	for (const who of ['li', 'ana'] as const) {
		const short = await check('', who);
		expect(short.text).toContain('no number is saved, 20 counts');
		const { notices } = await clientOf(scene, who).click('Show all', short);
		expect(JSON.stringify([short, notices])).not.toContain(CANARY);
	}
	expect(JSON.stringify(scene.host.logs())).not.toContain(CANARY);
});

// The last one: the app remembers for a minute how many requests are left.
test('a healthy install with the server’s rate limit is well', async () => {
	scene.workspace.settings.API_Enable_Rate_Limiter = true;
	const { text, blocks } = await check();
	expect(text).toBe('**Set-up check**: all is well\n13 checks are well.');
	expect(readBlocks(blocks)).toBe(text);
	expect((await check('all')).text).toContain('- **ok**: The server limits the app');
});
