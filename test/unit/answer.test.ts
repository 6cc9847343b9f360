import { describe, expect, test } from '@jest/globals';
import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnswerPorts, Question } from '../../lib/answer';
import { answer } from '../../lib/answer';
import { failureOf, query, valueOf } from './builders';

const owner = async () => Promise.resolve([{ id: 'li' } as IUser]);
const nobody = async () => Promise.resolve<IUser[]>([]);

/** A host where `li` owns every room, and a server with one integration; it counts the requests. */
const world = (settings: Record<string, unknown> = {}) => {
	const requests: string[] = [];
	const ports: AnswerPorts = {
		appId: 'app',
		users: { getById: async () => Promise.reject(new Error('no')) },
		now: () => 0,
		rooms: {
			getOwners: owner,
			getModerators: nobody,
			getLeaders: nobody,
			getUserUnreadMessageCount: async () => Promise.reject(new Error('no')),
		},
		roles: { getOneByIdOrName: async () => Promise.resolve(null) },
		settings: { getValueById: async (id) => Promise.resolve({ user_id: 'u', auth_token: 't', ...settings }[id]) },
		serverSettings: { getValueById: async (id) => Promise.resolve(id === 'Site_Url' ? 'http://chat.example' : 500) },
		http: {
			get: async (url) => {
				requests.push(url);
				const integrations = [{ _id: 'I1', type: 'webhook-incoming', channel: ['#support'] }];
				return Promise.resolve({ statusCode: 200, data: { success: true, integrations, total: 1 } } as IHttpResponse);
			},
		},
	};
	return { ports, requests };
};

const question = (fields: Partial<Omit<Question, 'room'>> & { type?: RoomType } = {}): Question => ({
	query: query(),
	caller: { id: 'li', roles: ['user'] },
	room: { id: 'R1', type: fields.type ?? RoomType.CHANNEL, slugifiedName: 'support' },
	deadline: 25_000,
	...fields,
});

test('a report and its audience', async () => {
	const { ports, requests } = world();
	const { report, audience } = valueOf(await answer(question(), ports));
	expect(audience).toBe('room');
	expect(report).toMatchObject({ room: { id: 'R1', name: 'support', kind: 'channel' }, matching: 1, pages: 1 });
	expect(requests).toEqual(['http://chat.example/api/v1/channels.getIntegrations']);
});

test('a private group asks its own endpoint', async () => {
	const { ports, requests } = world();
	await answer(question({ type: RoomType.PRIVATE_GROUP }), ports);
	expect(requests).toEqual(['http://chat.example/api/v1/groups.getIntegrations']);
});

describe('refused before any request', () => {
	test.each([
		['a direct message', question({ type: RoomType.DIRECT_MESSAGE }), {}, 'directMessage'],
		['an omnichannel room', question({ type: RoomType.LIVE_CHAT }), {}, 'omnichannelRoom'],
		[
			'somebody who is not in the room',
			question({ caller: { id: 'otto', roles: ['user'] } }),
			{ allowed_roles: 'user' },
			'notMember',
		],
		[
			'a forged private room, asked privately',
			question({
				type: RoomType.PRIVATE_GROUP,
				caller: { id: 'otto', roles: ['user'] },
				query: query({ visibility: 'private' }),
			}),
			{ allowed_roles: 'user' },
			'notMember',
		],
		['a role that may not', question(), { allowed_roles: 'admin' }, 'notAllowed'],
		[
			'a share that may not be',
			question({ query: query({ visibility: 'share' }) }),
			{ reply_visibility: 'sender' },
			'shareNotAllowed',
		],
		['an app that is not set up', question(), { auth_token: '' }, 'settingsMissing'],
		[
			'who may not ask does not learn that either',
			question({ caller: { id: 'otto', roles: ['user'] } }),
			{ auth_token: '' },
			'notMember',
		],
	])('%s', async (_, asked, settings, kind) => {
		const { ports, requests } = world(settings);
		expect(failureOf(await answer(asked, ports))).toMatchObject({ kind });
		expect(requests).toEqual([]);
	});
});

test('a page beyond the last', async () => {
	expect(failureOf(await answer(question({ query: query({ page: 2 }) }), world().ports))).toMatchObject({
		kind: 'noSuchPage',
		pages: 1,
	});
});
