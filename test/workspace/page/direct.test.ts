import { expect, test } from '@jest/globals';
import { roomIds, userIds } from '../sample';
import { createPage } from './page';
import { createScene } from './scene';

const PORT = 4321;

/** Where the page leads from an address, or what it says instead. */
async function follow(path: string): Promise<unknown[]> {
	const { inhabited } = createScene();
	inhabited.workspace.rooms.push({
		...{ id: 'of-mia', type: 'd' as const },
		members: ['bot', userIds.mia].map((userId) => ({ userId, roles: [] })),
	});
	const answer = await createPage(inhabited, { port: PORT }).request(path, { headers: { host: `127.0.0.1:${PORT}` } });
	return [answer.status, answer.headers.get('location') ?? (await answer.text())];
}

test.each([
	['the one whom the app writes to, whom its link does not name', '/direct/of-mia', '/?as=mia&in=app'],
	['her, where she is named', '/direct/of-mia?as=mia', '/?as=mia&in=app'],
	['one of two people', `/direct/${roomIds.direct}?as=ana`, '/?as=ana&in=direct'],
	['the other', `/direct/${roomIds.direct}?as=li`, '/?as=li&in=direct'],
])('a direct message’s address leads %s into it', async (_, path, room) => {
	expect(await follow(path)).toEqual([302, room]);
});

test.each([
	['somebody else', '/direct/of-mia?as=li'],
	['the app', '/direct/of-mia?as=the.bot'],
	['nobody', '/direct/of-mia?as='],
	['whoever it may be of two', `/direct/${roomIds.direct}`],
	['a channel', `/direct/${roomIds.general}?as=mia`],
	['what is not there', '/direct/other?as=mia'],
])('for %s there is none', async (_, path) => {
	expect(await follow(path)).toEqual([404, 'There is no such direct message for this person.']);
});
