/** Somebody who is neither a member nor a workspace admin: one answer to everything, so that nothing can be found out by asking. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printButtonValue } from '../../lib/uikit/buttonValue';
import { type Container, sendBlockAction, sendViewSubmit, type ServerAnswer } from '../workspace/host/interact';
import { watchAnswers } from '../workspace/host/command';
import { roomIds, userIds } from '../workspace/sample';
import { type Scene, setUp } from '../support/scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
	await scene.set({ allowed_roles: '*' });
	await scene.ask('', 'li', 'support');
});
afterAll(async () => scene.close());

const refusal =
	'Only members of this room may ask for its integrations, and you are not one of them. Join the room or ask one of its owners.';

/** Of each kind one that is there, and then one that is not. */
const places = ['support', 'secretOps', 'hidden', 'discussion', 'direct', 'omnichannel', 'old', 'vault', 'team'] as const;
const rooms = [...places.map((place) => roomIds[place]), 'goneRoom4Kq7Zr9Wn'];

describe('typed', () => {
	const lines = [
		'',
		'list private',
		'find x',
		'show Guggy',
		'show nothing',
		'browse',
		'status',
		'attention',
		'share',
		'fresh',
		'workspace',
		'export',
	];
	const wrong = ['nonsense', 'page', 'page x', 'incoming outgoing', '#support', '#secret-ops', '#nowhere', 'x '.repeat(101)];

	test('one text, one set of blocks, in the same place', async () => {
		const before = scene.rest.requests.length;
		const answers = new Set<string>();
		for (const place of places) {
			const thread = { id: `T-${place}`, roomId: roomIds[place], senderId: userIds.li, text: 'hi', createdAt: new Date() };
			scene.workspace.messages.push(thread);
			for (const words of [...lines, ...wrong]) {
				for (const threadId of words === '' ? [undefined, thread.id, 'nothing'] : [thread.id]) {
					const { messages, notices } = await scene.ask(words, 'otto', place, threadId);
					const told = notices.map(({ roomId, ...notice }) => [roomId === roomIds[place], notice]);
					answers.add(JSON.stringify([messages, told]));
				}
			}
		}
		expect([...answers]).toHaveLength(1);
		expect([...answers].join()).toContain(refusal);
		expect(scene.rest.requests).toHaveLength(before);
	});
});

describe('clicked', () => {
	const otto = { appId: '', userId: userIds.otto, triggerId: 'T1' };
	const actions = ['next', 'previous', 'browse', 'details', 'refresh', 'again', 'back', 'problems', 'type', 'nonsense', ''];

	/** The values that somebody may make up for a room. */
	function valuesFor(roomId: string): string[] {
		const made = ['otto', 'li'] as const;
		const query = { action: 'list', page: 1 } as const;
		return [
			...made.map((who) =>
				printButtonValue({ query, origin: { roomId, askerId: userIds[who], threadId: 'T-support' }, choice: 'x' }),
			),
			printButtonValue({
				query: { ...query, show: 'Guggy' },
				origin: { roomId, askerId: userIds.otto, threadId: '' },
				choice: '',
			}),
			JSON.stringify([99, roomId]),
			'{}',
			'',
		];
	}

	/** What comes of it: the kind of response, what is shown and what is told. */
	async function outcome(send: () => Promise<ServerAnswer>): Promise<string> {
		const { opened } = scene.host.bridges.interactions;
		opened.length = 0;
		const added = watchAnswers(scene.workspace);
		const answer = await send();
		const { messages, notices } = added();
		const shown = [answer, ...opened].map((one) =>
			JSON.stringify(one, (key, value: unknown) => (key === 'id' ? undefined : value)),
		);
		return JSON.stringify([shown, messages, notices]);
	}

	async function outcomes(containerOf: (roomId: string) => Container[]): Promise<string[]> {
		const all = new Set<string>();
		const sent = { ...otto, appId: scene.appId };
		for (const roomId of rooms) {
			for (const [index, actionId] of actions.entries()) {
				const values = index === 0 ? valuesFor(roomId) : valuesFor(roomId).slice(0, 1);
				for (const container of containerOf(roomId)) {
					for (const value of values) {
						const control = { actionId, blockId: value, value };
						all.add(await outcome(async () => sendBlockAction(scene.host, sent, control, container)));
					}
				}
			}
		}
		return [...all];
	}

	test('in a message: one that is there, one of another room, one that is not', async () => {
		const posted = scene.workspace.messages.find(({ blocks }) => blocks !== undefined)?.id ?? '';
		const before = scene.rest.requests.length;
		const all = await outcomes((roomId) => [posted, `T-${roomId}`, 'nothing'].map((messageId) => ({ roomId, messageId })));
		expect(all).toHaveLength(1);
		expect(all.join()).toContain(refusal);
		expect(scene.rest.requests).toHaveLength(before);
	});

	test('in a panel', async () => {
		const all = await outcomes(() => [{ viewId: 'V1' }]);
		expect(all).toHaveLength(1);
		expect(all.join()).toContain(refusal);
	});

	test('a search that is sent', async () => {
		const all = new Set<string>();
		for (const roomId of rooms) {
			for (const value of valuesFor(roomId)) {
				const view = { id: 'V1', blocks: [], submit: { value } };
				const state = { [value]: { search: 'x' } };
				all.add(await outcome(async () => sendViewSubmit(scene.host, { ...otto, appId: scene.appId }, view, state)));
			}
		}
		expect([...all]).toHaveLength(1);
		expect([...all].join()).toContain(refusal);
	});

	test('a workspace admin is told that the room is not there, or what it is', async () => {
		const sent = { ...otto, userId: userIds.ana, appId: scene.appId };
		const told = async (roomId: string) => {
			const [value = ''] = valuesFor(roomId);
			const control = { actionId: 'refresh', blockId: value, value };
			return outcome(async () => sendBlockAction(scene.host, sent, control, { viewId: 'V1' }));
		};
		expect(await told('goneRoom4Kq7Zr9Wn')).toContain('This button no longer works');
		expect(await told(roomIds.support)).not.toContain(refusal);
	});
});
