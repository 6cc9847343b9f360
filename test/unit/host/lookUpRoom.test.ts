import { describe, expect, test } from '@jest/globals';
import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { type AskedRoom, isCalled, isSlug, kindOf, lookUpRoom } from '../../../lib/host/lookUpRoom';
import { failureOf, valueOf } from '../../support/builders';

function asked(fields: Partial<AskedRoom> = {}): AskedRoom {
	return {
		id: 'R1',
		type: RoomType.CHANNEL,
		slugifiedName: 'support',
		...fields,
	};
}

const users = {
	getById: async (id: string) =>
		id === 'GONE1' ? Promise.reject(new Error('CANARY')) : Promise.resolve({ username: id.toLowerCase() } as IUser),
};

describe('the kind', () => {
	test.each([
		[RoomType.CHANNEL, 'channel'],
		[RoomType.PRIVATE_GROUP, 'group'],
		[RoomType.DIRECT_MESSAGE, 'direct'],
	])('a room of type %s is a %s', (type, kind) => {
		expect(valueOf(kindOf({ type }))).toBe(kind);
	});

	test.each<string>([RoomType.LIVE_CHAT, 'v', 'constructor', ''])('%j has no integrations of its own', (type) => {
		const room: unknown = { type };
		expect(failureOf(kindOf(room as AskedRoom))).toEqual({ kind: 'omnichannelRoom' });
	});
});

describe('what integrations may call it', () => {
	const parentRoom = { id: 'P1' } as IRoom;
	test.each([
		['a channel', asked(), { title: 'support', names: ['support'] }],
		['a channel with a shown name', asked({ displayName: 'Süpport' }), { title: 'support', names: ['support'] }],
		[
			'a discussion',
			asked({ slugifiedName: 'aBcD', displayName: 'Deploy failed', parentRoom }),
			{ title: 'Deploy failed', names: ['aBcD'], discussion: true },
		],
		['a discussion without a shown name', asked({ slugifiedName: 'aBcD', parentRoom }), { title: 'aBcD', names: ['aBcD'] }],
	])('integrations find the names of %s', async (_, room, expected) => {
		expect(await lookUpRoom(room, 'group', users)).toMatchObject({ id: 'R1', kind: 'group', people: [], ...expected });
	});

	test('of a direct message the people; of one who cannot be looked up the id', async () => {
		expect(await lookUpRoom(asked({ userIds: ['ANA1', 'GONE1'] }), 'direct', users)).toMatchObject({
			id: 'R1',
			kind: 'direct',
			discussion: false,
			title: '',
			names: [],
			shownName: '',
			people: [
				{ id: 'ANA1', username: 'ana1' },
				{ id: 'GONE1', username: '' },
			],
		});
		expect(await lookUpRoom(asked(), 'direct', users)).toMatchObject({ people: [] });
	});

	test.each<[string, Partial<AskedRoom>, string]>([
		['another name is shown', { displayName: 'Customer care' }, 'Customer care'],
		['the slug is shown', { displayName: 'support' }, ''],
		['nothing is', {}, ''],
		['a discussion’s name is free text', { displayName: 'Customer care', parentRoom: asked() as IRoom }, ''],
	])('what people may take for the name: %s', async (_, fields, shownName) => {
		expect(await lookUpRoom({ ...asked(), ...fields }, 'channel', users)).toMatchObject({ shownName });
	});

	test('what it says of who may write there', async () => {
		const flags = { isReadOnly: true, _unmappedProperties_: { encrypted: true, muted: ['mia', 7], unmuted: ['li'] } };
		const found = await lookUpRoom({ ...asked(), ...flags }, 'channel', users);
		expect(found).toMatchObject({ encrypted: true, readOnly: true, muted: ['mia'], unmuted: ['li'] });
		const hostile = { _unmappedProperties_: { encrypted: 'yes', muted: 'mia', unmuted: null } };
		const open = await lookUpRoom({ ...asked(), ...hostile }, 'channel', users);
		expect(open).toMatchObject({ encrypted: false, readOnly: false, muted: [], unmuted: [] });
	});

	test('not everybody of a large one is looked up', async () => {
		const userIds = Array.from({ length: 500 }, (_, index) => `U${String(index)}`);
		expect((await lookUpRoom(asked({ userIds }), 'direct', users)).people).toHaveLength(10);
	});
});

describe('typed behind #', () => {
	const discussion = asked({ slugifiedName: 'aBcD', displayName: 'Deploy failed' });
	test.each([
		['support', asked(), true],
		['SUPPORT', asked(), true],
		['R1', asked(), true],
		['r1', asked(), false],
		['sales', asked(), false],
		['', asked(), false],
		['abcd', discussion, true],
		['deploy failed', discussion, true],
		['caf\u00e9', asked({ slugifiedName: 'cafe\u0301' }), true],
		['cafe\u0301', asked({ slugifiedName: 'caf\u00e9' }), true],
		['cafe', asked({ slugifiedName: 'caf\u00e9' }), false],
		['constructor', discussion, false],
	])('the name %j is that of the room, or not', (typed, room, expected) => {
		expect(isCalled(typed, room)).toBe(expected);
	});

	test('a direct message has no name', () => {
		const direct = { id: 'R1', type: RoomType.DIRECT_MESSAGE } as AskedRoom;
		expect(['', 'undefined', 'R1'].map((typed) => isCalled(typed, direct))).toEqual([false, false, true]);
	});
});

test.each([
	['another room has that slug', async () => Promise.resolve({ id: 'R2' } as IRoom), true],
	['no room has it', async () => Promise.resolve(undefined), false],
	['it cannot be looked up', async () => Promise.reject(new Error('CANARY')), undefined],
])('whether a shown name is another room’s: %s', async (_, getByName, expected) => {
	expect(await isSlug('Customer care', { getByName })).toBe(expected);
});
