/** `workspace`: all integrations of the workspace, for its admins alone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks, shown } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

async function ask(words = '', who: Person = 'ana', where: Place = 'support'): Promise<string> {
	return only(await scene.read(`workspace ${words}`, who, where)).replace(/\u2060/g, '');
}

describe('everybody else', () => {
	const words = ['', 'attention', 'by @ana', 'find hooks', 'show Guggy', 'show nothing', 'browse', 'export', 'page 9'];

	test('gets one sentence, and the server is not asked', async () => {
		const before = scene.rest.requests.length;
		const told = new Set<string>();
		for (const typed of words) told.add(await ask(typed, 'li'));
		expect([...told]).toEqual([
			'only li: Only workspace admins may ask for the whole workspace. Without `workspace`, the app answers for this room.',
		]);
		expect(scene.rest.requests.length).toBe(before);
	});

	test('who may not ask at all gets the refusal, and who is not in the room that of others', async () => {
		expect(await ask('', 'mia')).toMatch(/^only mia: You may not ask for the integrations of this room/);
		expect(await ask('', 'otto')).toMatch(/^only otto: Only members of this room/);
	});

	test('a click that an admin could make is refused, too', async () => {
		const { host } = scene;
		const text = '/integrations workspace browse';
		await host.runCommand({ userId: userIds.ana, roomId: roomIds.support, text, triggerId: 'T1' });
		const { interaction } = host.bridges.interactions.opened.at(-1) ?? {};
		const panel = shown((interaction as unknown as { view: Parameters<typeof readBlocks>[0] }).view as never);
		const [details] = controlsIn(panel.blocks).filter(({ actionId }) => actionId === 'details');
		const value = String(details?.value).replaceAll(userIds.ana, userIds.li);
		const { view, notices } = await clientOf(scene, 'li').forge({ actionId: 'details', value }, panel);
		expect([readBlocks(view?.blocks), ...notices.map((notice) => notice.text)].join('')).toMatch(/^Only workspace admins/);
	});
});

describe('an admin sees', () => {
	test('totals, and the places that each serves, in private', async () => {
		const [head = '', heading, ...rows] = (await ask()).split('\n');
		expect(head).toBe(
			'only ana: **Integrations in the whole workspace**: 153 (96 post, 57 listen, 10 disabled), 57 need attention, 15 worth a look',
		);
		expect(heading).toBe('*Incoming: they post*');
		expect(rows).toContain('- `Legacy CRM` **exposed: post-as user deactivated**, `#general`, `#old`, as `dora`, by `dora`');
		expect(rows.at(-1)).toBe('Page 1 of 8. Next: `/integrations workspace page 2`');
	});

	test.each(['support', 'secretOps', 'hidden', 'direct', 'omnichannel', 'old'] as const)('the same in %s', async (where) => {
		expect(await ask('outgoing disabled', 'ana', where)).toMatch(
			/^only ana: \*\*Integrations in the whole workspace\*\*: 4 of 153, outgoing, disabled\n\*Outgoing/,
		);
	});

	test('the worst first, each with its link and its places', async () => {
		const lines = (await ask('attention')).split('\n');
		expect(lines[1]).toMatch(
			/^`Guggy`, outgoing, all public channels, by `graywolf336` ·\s\[Open\]\(http.*\/admin\/integrations\/edit/,
		);
		expect(lines.join('\n')).toContain(
			'- **broken**: it names `#Broken webhooks`: no room or user is called so. Correct the name, or delete it.',
		);
	});

	test('what a deactivated or a deleted person made, or is posted as', async () => {
		expect(await ask('by @dora')).toMatch(/: 3 of 153, by or as `dora`/);
		expect(await ask('by @gina')).toMatch(/: \d of 153, by or as `gina`/);
		expect(await ask('by @nobody')).toMatch(
			/: 0 of 153, by or as `nobody`\nNone matches\. All of them: `\/integrations workspace`/,
		);
	});

	test('what is under an older name of hers, too', async () => {
		const user = scene.workspace.users.find(({ id }) => id === userIds.monitor);
		Object.assign(user ?? {}, { username: 'watcher' });
		const [before, now] = [await ask('by @monitor'), await ask('by @watcher')];
		Object.assign(user ?? {}, { username: 'monitor' });
		const rows = (told: string): string[] => told.split('\n').filter((line) => line.startsWith('- '));
		expect(rows(before).length).toBeGreaterThan(0);
		expect(rows(now)).toEqual(expect.arrayContaining(rows(before)));
	});

	test('what serves a room, by its name', async () => {
		const lines = (await ask('find #secret-ops')).split('\n').filter((line) => line.startsWith('- '));
		expect(lines.length).toBeGreaterThan(0);
		expect(lines.filter((line) => !line.includes('`#secret-ops`'))).toEqual([]);
	});

	test('one in full, or which there are of one name', async () => {
		expect(await ask('show Jenkins')).toMatch(/^only ana: \*\*`Jenkins`\*\*, incoming\n\*What it does\*\n- Serves: `#general`, /);
		expect(await ask('show Guggy')).toContain('Several integrations of the workspace are called `Guggy`.');
		expect(await ask('show Guggi')).toMatch(
			/^only ana: No integration of the workspace is called `Guggi`\. Did you mean `Guggy`/,
		);
	});

	test('a room that is renamed: what still names it is broken', async () => {
		const room = scene.workspace.rooms.find(({ id }) => id === roomIds.announcements);
		Object.assign(room ?? {}, { name: 'news' });
		const told = await ask('find #announcements');
		Object.assign(room ?? {}, { name: 'announcements' });
		expect(told).toMatch(/`Jenkins` \*\*broken: names what does not exist\*\*, `#general`, `#announcements`/);
		expect(await ask('find #announcements')).not.toMatch(/does not exist/);
	});

	test('that a member of no private group cannot post there', async () => {
		expect(await ask('show inSecretOutside01')).toMatch(/is not in the private group `#[\w-]+`, so its posts there are refused/);
		expect(await ask('show Poster muted')).toContain('**broken**: `monitor`, as whom it posts, is muted in `#troubles`');
	});
});

test('the panel: search, details, back, pages', async () => {
	const text = '/integrations workspace browse';
	await scene.host.runCommand({ userId: userIds.ana, roomId: roomIds.support, text, triggerId: 'T1' });
	const { interaction } = scene.host.bridges.interactions.opened.at(-1) ?? {};
	const panel = (interaction as unknown as { view: Parameters<ReturnType<typeof clientOf>['search']>[1] }).view;
	const client = clientOf(scene, 'ana');
	expect(readBlocks(panel.blocks)).toMatch(/^\*\*Integrations in the whole workspace\*\*: 153 /);
	const next = (await client.click('Next page', panel)).view;
	expect(readBlocks(next?.blocks)).toMatch(/Page 2 of 8/);
	const found = shown((await client.search('jenkins', panel)).view);
	expect(readBlocks(found.blocks)).toMatch(/1 of 153, matching `jenkins`\n`Jenkins`\nincoming, `#general`/);
	const details = shown((await client.click('Details', found)).view);
	expect(readBlocks(details.blocks)).toMatch(/^\*\*`Jenkins`\*\*, incoming/);
	expect(readBlocks((await client.click('Back to the list', details)).view?.blocks)).toMatch(/1 of 153, matching/);
	const none = shown((await client.search('no such thing', panel)).view);
	expect(readBlocks((await client.click('Clear', none)).view?.blocks)).toMatch(/whole workspace\*\*: 153 /);
});

test('with the rate limit on, what could be read is shown, and what is missing is said', async () => {
	await scene.setServer({ API_Enable_Rate_Limiter: true, API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });
	const [head, ...rest] = (await ask()).split('\n');
	await scene.setServer({ API_Enable_Rate_Limiter: false, API_Enable_Rate_Limiter_Limit_Calls_Default: 10 });
	expect(head).toMatch(/\*\*: at least 100 \(/);
	expect(rest).toContain('Only 100 of 153 could be read: the server allows no more requests for now.');
});
