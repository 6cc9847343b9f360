import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Person, type Place, type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());
beforeEach(async () => scene.set({ allowed_roles: '' }));

async function served(who: Person, where: Place, words = '') {
	return (await scene.read(words, who, where)).join().includes('**Integrations in #');
}

describe('who is served', () => {
	test.each([
		['the owner', 'li', 'support', ''],
		['a moderator', 'mo', 'support', ''],
		['a leader', 'lea', 'support', ''],
		['a workspace admin', 'ana', 'support', ''],
		['a workspace admin who is not in the room', 'ops', 'secretOps', ''],
		['a member, where every member may', 'mia', 'support', '*'],
		['a member with a workspace role', 'mia', 'support', 'user'],
		['a member with a custom role, by its name', 'vera', 'support', 'Integration Viewer'],
		['a member with a custom role, by its id', 'vera', 'support', 'nobody, k3Jd9sLq2Pw7XzTbN'],
	] as const)('%s: %s in #%s where the roles are %j', async (_, who, where, allowed_roles) => {
		await scene.set({ allowed_roles });
		expect(await served(who, where)).toBe(true);
	});
});

const noMember =
	'only otto: Only members of this room may ask for its integrations, and you are not one of them. Join the room or ask one of its owners.';

/** What somebody without one of the roles is told. */
function noRole(who: Person, roles: string, next = 'Ask `li`, who owns this room, or a workspace admin.'): string {
	return `only ${who}: You may not ask for the integrations of this room: that takes the role ${roles}. ${next}`;
}
const byAdmin = "A workspace admin can change **Who may ask** in the app's settings.";
const usualRoles = '`admin`, `owner`, `moderator` or `leader`';

describe('refused in one private sentence, and nothing is asked', () => {
	test.each([
		['a member without a role', 'mia', 'support', '', '', noRole('mia', usualRoles)],
		['a member without a role, in private', 'mia', 'support', '', 'private', noRole('mia', usualRoles)],
		[
			'a member without the custom role',
			'mia',
			'support',
			'Integration Viewer',
			'',
			noRole('mia', '`Integration Viewer`', byAdmin),
		],
		['an outsider of a channel, where every member may', 'otto', 'support', '*', '', noMember],
		['a forged private room', 'otto', 'secretOps', 'user', 'private', noMember],
		['a forged private room, shared', 'otto', 'secretOps', '*', 'share', noMember],
		[
			'a role that may, but not in the room',
			'vera',
			'secretOps',
			'Integration Viewer',
			'private',
			noMember.replace('otto', 'vera'),
		],
		[
			'an admin, where only owners may',
			'ana',
			'support',
			'owner',
			'',
			"only ana: You may not ask for the integrations of this room: that takes the role `owner`. You can change **Who may ask** in the app's settings.",
		],
	] as const)('%s: %s in #%s where the roles are %j', async (_, who, where, allowed_roles, words, sentence) => {
		await scene.set({ allowed_roles });
		const before = scene.rest.requests.length;
		const lines = await scene.read(words, who, where);
		expect(scene.rest.requests).toHaveLength(before);
		expect(lines).toEqual([sentence]);
	});
});

test('a line of 250,000 words is not read, whoever types it', async () => {
	const before = scene.rest.requests.length;
	const line = 'x '.repeat(250_000);
	expect(await scene.read(line, 'otto', 'secretOps')).toEqual([noMember]);
	expect(await scene.read(line, 'mia', 'support')).toEqual([
		'only mia: What you typed is too long: at most 2000 characters and 100 words. For example: `/integrations find github.com`.',
	]);
	expect(scene.rest.requests).toHaveLength(before);
});

test('help is for everybody', async () => {
	expect((await scene.read('help', 'otto', 'support'))[0]).toMatch(/^only otto: \*\*What you can type\*\*/);
});
