/** A host and a server behind it, as `authorize` and `answer` see them. */
import type { IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnswerPorts } from '../../lib/answer';
import { createCache } from '../../lib/rest/cache';
import { createLookUps } from '../../lib/rest/lookUps';
import { createRateLimits } from '../../lib/rest/rateLimits';
import { createPlaceMemory } from '../../lib/host/places';
import { createPeopleMemory } from '../../lib/host/people';
import type { Question } from '../../lib/access/authorize';
import { success } from '../../lib/failure';
import type { Query } from '../../lib/query/query';
import { readSettings } from '../../lib/settings';
import { lineLength, query } from './builders';
import { memoryStore } from './store';

/** `li` owns every room, `root` is a workspace admin, `otto` is in none. */
async function owner() {
	return Promise.resolve([{ id: 'li', username: 'li' } as IUser]);
}
async function nobody() {
	return Promise.resolve<IUser[]>([]);
}

type Answering = (url: string, params: Readonly<Record<string, string>>) => Partial<IHttpResponse>;

function body(integrations: readonly object[]) {
	return { success: true, integrations, total: integrations.length };
}

/** The room's own list holds one integration, the workspace's the same and one that may be redirected. */
const usual: Answering = (url) => {
	const own = { _id: 'I1', type: 'webhook-incoming', name: 'Deploys', channel: ['#support'], token: 'CANARY-token' };
	const remote = { ...own, _id: 'I2', name: 'CANARY-remote', channel: ['#CANARY-room'], overrideDestinationChannelEnabled: true };
	return { data: body(url.endsWith('integrations.list') ? [own, remote] : [own]) };
};

const setUp: Readonly<Record<string, unknown>> = { user_id: 'U1', auth_token: 't' };

export interface Host {
	readonly ports: AnswerPorts;
	/** The endpoints that were called, in their order. */
	readonly requests: string[];
	readonly wait: (seconds: number) => void;
}

export function host(settings: Readonly<Record<string, unknown>> = {}, answering = usual): Host {
	const requests: string[] = [];
	let time = 1_000_000;
	const now = () => time;
	const ports: AnswerPorts = {
		appId: 'app',
		appVersion: '0.1.0',
		lineLength: async () => Promise.resolve(lineLength),
		store: memoryStore(),
		schedule: async () => Promise.resolve(true),
		now,
		cache: createCache(now),
		limits: createRateLimits(now),
		people: createPeopleMemory(now),
		places: createPlaceMemory(now),
		sendFile: async () => Promise.resolve(success({ file: 'integrations.csv', roomId: 'DM1' })),
		lookUps: createLookUps(now),
		users: {
			getById: async (id) => Promise.resolve({ id, username: id.toLowerCase() } as IUser),
			getByUsername: async (username) => Promise.resolve({ id: username.toUpperCase(), username } as IUser),
		},
		self: { getAppUser: async () => Promise.resolve({ id: 'app' } as IUser) },
		rooms: {
			getById: async () => Promise.resolve(undefined),
			getByName: async () => Promise.resolve(undefined),
			getOwners: owner,
			getModerators: nobody,
			getLeaders: nobody,
			getMessages: async () => Promise.resolve([]),
			getUserUnreadMessageCount: async (_room, id) =>
				id === 'otto' ? Promise.reject(new Error('User not subscribed to room')) : Promise.resolve(0),
		},
		roles: { getOneByIdOrName: async () => Promise.resolve(null) },
		readSettings: async () =>
			readSettings({ getValueById: async (id): Promise<unknown> => Promise.resolve<unknown>({ ...setUp, ...settings }[id]) }),
		serverSettings: { getValueById: async (id) => Promise.resolve(id === 'Site_Url' ? 'http://chat.example' : 5000) },
		http: {
			get: async (url, options?: IHttpRequest) => {
				const endpoint = url.replace('http://chat.example/api/', '');
				requests.push(endpoint);
				const params = (options?.params ?? {}) as Record<string, string>;
				return Promise.resolve({ statusCode: 200, ...answering(endpoint, params) } as IHttpResponse);
			},
		},
	};
	return {
		ports,
		requests,
		wait: (seconds) => {
			time += seconds * 1000;
		},
	};
}

export interface Typed {
	readonly query: Query;
	readonly namedRooms: readonly string[];
	/** Why there is no query. */
	readonly mistake: Question['asked'];
	readonly caller: Question['caller'];
	readonly room: Partial<Question['room']>;
	readonly now: number;
	readonly isClick: boolean;
}

/** What `li` asks in `#support`, with 25 s left. */
export function question({
	room,
	now = 1_000_000,
	query: asked = query(),
	namedRooms = [],
	mistake,
	...fields
}: Partial<Typed> = {}): Question {
	return {
		asked: mistake ?? success({ query: asked, rooms: namedRooms }),
		caller: { id: 'li', roles: ['user'] },
		isClick: false,
		deadline: now + 25_000,
		...fields,
		room: { id: 'R1', type: RoomType.CHANNEL, slugifiedName: 'support', userIds: ['ANA1', 'LI1'], ...room },
	};
}
