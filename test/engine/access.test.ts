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

describe('served', () => {
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
	] as const)('%s: %s in #%s with %j', async (_, who, where, allowed_roles) => {
		await scene.set({ allowed_roles });
		expect(await served(who, where)).toBe(true);
	});
});

describe('refused in one private sentence, and nothing is asked', () => {
	test.each([
		['a member without a role', 'mia', 'support', '', ''],
		['a member without a role, in private', 'mia', 'support', '', 'private'],
		['a member without the custom role', 'mia', 'support', 'Integration Viewer', ''],
		['an outsider of a channel, where every member may', 'otto', 'support', '*', ''],
		['a forged private room', 'otto', 'secretOps', 'user', 'private'],
		['a forged private room, shared', 'otto', 'secretOps', '*', 'share'],
		['a role that may, but not in the room', 'vera', 'secretOps', 'Integration Viewer', 'private'],
		['an admin, where only owners may', 'ana', 'support', 'owner', ''],
	] as const)('%s: %s in #%s with %j', async (_, who, where, allowed_roles, words) => {
		await scene.set({ allowed_roles });
		const before = scene.rest.requests.length;
		const lines = await scene.read(words, who, where);
		expect(scene.rest.requests).toHaveLength(before);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchSnapshot();
	});
});

test('help is for everybody', async () => {
	expect((await scene.read('help', 'otto', 'support'))[0]).toMatch(/^only otto: \*\*What you can type\*\*/);
});
