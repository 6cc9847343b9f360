import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { packagedApp } from '../workspace/host';
import { sendMessage } from '../workspace/host/sendMessage';
import type { Message, Room } from '../workspace/model';
import { roomIds, userIds } from '../workspace/sample';
import { clientOf, controlsIn, only, readBlocks } from '../support/client';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => {
	await scene.set({ allowed_roles: '', cache_seconds: 300, reply_visibility: 'room' });
});

async function post(words = '', who: Person = 'li', where: Place = 'busy'): Promise<Message> {
	return only((await scene.ask(words, who, where)).messages);
}

function labels(message: { readonly blocks?: unknown }): string[] {
	return controlsIn(message.blocks).map(({ label }) => label);
}

test('a summary carries the same as blocks, and buttons', async () => {
	const message = await post('outgoing disabled', 'li', 'busy');
	expect(readBlocks(message.blocks)).toBe(message.text.replace(/ Next: .*/, ''));
	expect(message.text).toMatchInlineSnapshot(`
		"**Integrations in #busy**: 2 of 60 here, outgoing, disabled
		*Listen here*
		- \`Hook 30\` **disabled**, on every message → \`hook30.example.com\`, by \`ana\`
		- \`Hook 60\` **disabled**, on every message → \`hook60.example.com\`, by \`ana\`"
	`);
	expect(labels(await post('page 2'))).toEqual(['Previous page', 'Next page', 'Only problems', 'Browse']);
	expect(labels(await post('page 4'))).toEqual(['Previous page', 'Only problems', 'Browse']);
});

describe('the one who asked turns the pages of the posted message', () => {
	test('in place, and the room sees it', async () => {
		const message = await post();
		const li = clientOf(scene, 'li');
		const done = await li.click('Next page', message);
		expect(done).toMatchObject({ answer: { success: true }, messages: [], notices: [] });
		expect(message.text).toContain('Page 2 of 4');
		expect(readBlocks(message.blocks)).toContain('Page 2 of 4');
		expect(labels(message)).toEqual(['Previous page', 'Next page', 'Only problems', 'Browse']);
		await li.click('Previous page', message);
		expect(message.text).toContain('Page 1 of 4');
	});

	test('in the language of the workspace, as for the room, even if the asker is an admin', async () => {
		await scene.setServer({ Language: 'pt-BR' });
		const message = await post('', 'ana');
		await clientOf(scene, 'ana').click('Próxima página', message);
		await scene.setServer({ Language: 'en' });
		expect(message.text).toMatch(/Página 2 de 4/);
		expect(message.text).not.toContain('redirecionada para cá,');
	});

	test('with the filters of the question', async () => {
		await scene.set({ page_size: 5 });
		const message = await post('outgoing enabled sort name');
		await clientOf(scene, 'li').click('Next page', message);
		await scene.set({ page_size: 20 });
		expect(message.text.split('\n')[0]).toBe('**Integrations in #busy**: 18 of 60 here, outgoing, enabled');
		expect(message.text).toContain('Page 2 of 5');
	});

	test('after a restart of the app, too', async () => {
		const message = await post();
		const { pid } = scene.host.process();
		await scene.host.install(await packagedApp());
		expect(scene.host.process().pid).not.toBe(pid);
		await clientOf(scene, 'li').click('Next page', message);
		expect(message.text).toContain('Page 2 of 4');
	});

	test.each<[string, string, Partial<Room>]>([
		['archived', 'the room is archived', { archived: true }],
		['encrypted', 'the room is encrypted', { encrypted: true }],
		['one where the asker is muted', 'you are muted in this room', { muted: ['mo'] }],
		['read-only', 'the room is read-only', { readOnly: true, members: [{ userId: userIds.mo, roles: ['leader'] }] }],
	])('a room that is %s by now: the page comes alone, with the reason', async (_, why, flags) => {
		const message = await post('', 'mo');
		const room = scene.workspace.rooms.find(({ id }) => id === roomIds.busy);
		const before = { archived: false, encrypted: false, muted: [], readOnly: false, members: room?.members ?? [] };
		Object.assign(room ?? {}, flags);
		const { notices, messages } = await clientOf(scene, 'mo').click('Next page', message);
		Object.assign(room ?? {}, before);
		expect(messages).toEqual([]);
		expect(only(notices).text.startsWith(`Only you see this answer: ${why}`)).toBe(true);
		expect(only(notices).text).toContain('Page 2 of 4');
		expect(message.text).toContain('Page 1 of 4');
	});

	test('where summaries go to the asker alone by now, so does the page', async () => {
		const message = await post();
		await scene.set({ reply_visibility: 'sender' });
		const { notices } = await clientOf(scene, 'li').click('Next page', message);
		expect(only(notices)).toMatchObject({ userId: userIds.li });
		expect(message.text).toContain('Page 1 of 4');
	});
});

test('where nothing matches, one click shows all, in place', async () => {
	const message = await post('share find nothing at all');
	expect(message.text).toBe(
		'**Integrations in #busy**: 0 of 60 here, matching `nothing at all`\nNone matches. All of them: `/integrations share`.',
	);
	expect(labels(message)).toEqual(['Clear', 'Browse']);
	await clientOf(scene, 'li').click('Clear', message);
	expect(message.text).toMatch(/^\*\*Integrations in #busy\*\*: 60 here \(/);
});

describe('somebody else', () => {
	test('who may ask gets the page alone, and pages on in it', async () => {
		const message = await post();
		const mo = clientOf(scene, 'mo');
		const { answer, messages, notices } = await mo.click('Next page', message);
		expect({ answer, messages }).toEqual({ answer: { success: true }, messages: [] });
		expect(only(notices)).toMatchObject({ userId: userIds.mo, roomId: roomIds.busy });
		const remark = "Only you see this page: the posted message is another person's, and stays as it is.\n";
		expect(only(notices).text.startsWith(`${remark}**Integrations in #busy**`)).toBe(true);
		expect(only(notices).text).toContain('Page 2 of 4. Next: `/integrations page 3 private`');
		expect(message.text).toContain('Page 1 of 4');
		const third = only((await mo.click('Next page', only(notices))).notices).text;
		expect(third).toContain('Page 3 of 4');
		expect(third).not.toContain('another person');
	});

	test('who may not ask is refused alone', async () => {
		const message = await post();
		const before = scene.rest.requests.length;
		for (const label of ['Next page', 'Only problems', 'Browse']) {
			const { answer, messages, notices } = await clientOf(scene, 'mia').click(label, message);
			expect({ answer, messages }).toEqual({ answer: { success: true }, messages: [] });
			expect(only(notices)).toMatchObject({ userId: userIds.mia });
			expect(only(notices).text).toMatch(/^You may not ask for the integrations of this room/);
		}
		expect(scene.rest.requests).toHaveLength(before);
	});

	test('who is not in the room is refused alone, where everybody in it may ask', async () => {
		await scene.set({ allowed_roles: '*' });
		const { view, messages, notices } = await clientOf(scene, 'otto').click('Next page', await post());
		expect(readBlocks(view?.blocks)).toMatch(/^Only members of this room may ask/);
		expect([...messages, ...notices]).toEqual([]);
	});
});

test('a private answer turns its pages privately, in the thread where it stands', async () => {
	const parent = sendMessage(scene.workspace, { roomId: roomIds.busy, senderId: userIds.li, text: 'hello' });
	const [notice] = (await scene.ask('private', 'li', 'busy', parent.id)).notices;
	if (!notice) throw new Error('no notice');
	expect(labels(notice)).toEqual(['Next page', 'Only problems', 'Browse']);
	const { messages, notices } = await clientOf(scene, 'li').click('Next page', notice);
	expect(messages).toEqual([]);
	expect(only(notices)).toMatchObject({ userId: userIds.li, threadId: parent.id });
	expect(only(notices).text).toContain('Page 2 of 4');
});

describe('stale, said to the clicker alone, and nothing is asked', () => {
	const stale = 'This button no longer works, or does not belong here. Type `/integrations` to ask again.';
	const refused = async (
		forged: Promise<{ notices: readonly { text: string; userId: string }[]; messages: readonly unknown[] }>,
	) => {
		const before = scene.rest.requests.length;
		const { notices, messages } = await forged;
		expect(notices.map(({ text, userId }) => [text, userId])).toEqual([[stale, userIds.li]]);
		expect(messages).toEqual([]);
		expect(scene.rest.requests).toHaveLength(before);
	};
	const valueOf = (message: Message, action: string): string =>
		String(controlsIn(message.blocks).find(({ actionId }) => actionId === action)?.value);

	test('a button that the message no longer has', async () => {
		const message = await post();
		const before = { ...message };
		const li = clientOf(scene, 'li');
		await li.click('Next page', message);
		await refused(li.click('Next page', before));
		expect(message.text).toContain('Page 2 of 4');
	});

	test('a value that it does not offer', async () => {
		const message = await post();
		const other = valueOf(message, 'next').replace(userIds.li, userIds.mo);
		for (const value of [other, `${valueOf(message, 'next')} `, '', '[]', '[1]', 'null', '{', 'x'.repeat(5000), undefined, 7]) {
			await refused(clientOf(scene, 'li').forge({ actionId: 'next', value }, message));
		}
	});

	test('an action that it does not offer', async () => {
		const message = await post();
		for (const actionId of ['previous', 'details', 'refresh', 'constructor', '__proto__', '']) {
			await refused(clientOf(scene, 'li').forge({ actionId, value: valueOf(message, 'next') }, message));
		}
	});

	test('a message of somebody else that looks like the app’s', async () => {
		const copy = sendMessage(scene.workspace, { ...(await post()), senderId: userIds.li });
		await refused(clientOf(scene, 'li').click('Next page', copy));
		expect(copy.text).toContain('Page 1 of 4');
	});

	test('a message of another room than the client says', async () => {
		const message = await post();
		const [next] = controlsIn(message.blocks);
		await refused(clientOf(scene, 'li').forge(next ?? {}, message, roomIds.support));
	});

	test('what somebody else was told alone', async () => {
		const notice = only((await scene.ask('private', 'mo', 'busy')).notices);
		await refused(clientOf(scene, 'li').click('Next page', notice));
	});
});

test('a failure is in the one sentence, for the clicker alone', async () => {
	const message = await post();
	await scene.set({ cache_seconds: 0, auth_token: '' });
	const { notices } = await clientOf(scene, 'li').click('Next page', message);
	expect(only(notices).text).toMatch(/^The app is not set up yet/);
	expect(message.text).toContain('Page 1 of 4');
});
