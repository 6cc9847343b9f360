/** A workspace for the set-up check, as its ports and its REST API show it: well set up, but for what a test changes. */
import { memoryStore } from './store';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { toConnection } from '../../lib/rest/connection';
import { fail, type Failure, type Result, success } from '../../lib/failure';
import type { Reply } from '../../lib/rest/response';
import type { Get } from '../../lib/rest/client';
import type { Settings } from '../../lib/settings';
import type { HostPorts } from '../../lib/host/ports';
import { checkSetUp, type StatusPorts } from '../../lib/status/checkSetUp';
import { renderStatus } from '../../lib/messages/renderStatus';
import { translator } from '../../lib/messages/translate';
import { place } from './builders';
import type { Place } from '../../lib/integrations/room';
import type { Status } from '../../lib/status/checks';

export const settings: Settings = {
	serverUrl: 'http://localhost:3000/CANARY-path',
	userId: 'CANARY-user-id',
	token: { reveal: () => 'CANARY-token' },
	allowedRoles: ['admin', 'owner', 'moderator', 'leader'],
	replyVisibility: 'room',
	pageSize: 20,
	includeGlobal: true,
	watchInterval: 'daily',
	workspaceScan: true,
	readActivity: true,
	requestTimeout: 10,
	cacheSeconds: 15,
	outOfBounds: [],
};

/** Which permission the role `viewer` has, and another role has, too. */
export function permissionList(...held: string[]) {
	return {
		update: [
			...held.map((_id) => ({ _id, roles: ['bot', 'viewer'], note: 'CANARY-row' })),
			...['manage-incoming-integrations', 'manage-outgoing-integrations'].map((_id) => ({ _id, roles: ['admin'] })),
		],
		remove: ['CANARY-removed'],
	};
}

function rows(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		_id: `CANARY-${index}`,
		type: 'webhook-incoming',
		name: 'CANARY-name',
		token: 'CANARY-webhook',
		script: 'CANARY-script',
		channel: ['#CANARY-room'],
	}));
}

/** By endpoint: a body, or a failure in its place. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>> | Failure>>;

export const well: Answers = {
	info: { version: '7.13', info: { version: 'CANARY-build' } },
	'v1/me': { _id: 'CANARY-id', username: 'reader', name: 'CANARY', roles: ['user', 'viewer'], email: 'CANARY@example.org' },
	'v1/permissions.listAll': permissionList('manage-incoming-integrations', 'manage-outgoing-integrations'),
	'v1/channels.getIntegrations': { integrations: rows(3), total: 3 },
	'v1/groups.getIntegrations': { integrations: rows(1), total: 1 },
	'v1/integrations.list': { integrations: rows(1), total: 12 },
};

/** All five requests get the same failure. */
export function allFail(failure: Failure): Answers {
	return Object.fromEntries(Object.keys(well).map((endpoint) => [endpoint, failure]));
}

function isFailure(answer: Answers[string]): answer is Failure {
	return typeof answer.kind === 'string';
}

/** Answers as the server would; `remaining` is infinite for one who is exempt from the limit. */
export function getFrom(answers: Answers, remaining = Number.POSITIVE_INFINITY): Get {
	return async (endpoint): Promise<Result<Reply>> => {
		const answer = answers[endpoint];
		if (!answer) {
			throw new Error(`${endpoint} is not known here`);
		}
		return Promise.resolve(isFailure(answer) ? fail(answer) : success({ body: { success: true, ...answer }, remaining }));
	};
}

const knownRoles: Readonly<Record<string, Pick<IRole, 'id' | 'name' | 'scope'>>> = {
	admin: { id: 'admin', name: 'admin', scope: 'Users' },
	'Support Lead': { id: 'k3Jd9sLq', name: 'Support Lead', scope: 'Users' },
	'room guide': { id: 'Zz91', name: 'room guide', scope: 'Subscriptions' },
	night: { id: 'Pq22', name: 'night', scope: 'Users' },
};

/** 120 messages of a room, as the engine hands them over: one was posted by an integration. */
const roomMessages = Array.from({ length: 120 }, (_, index) => ({
	id: `CANARY-message-${String(index)}`,
	text: 'CANARY-text',
	createdAt: new Date('2026-01-01T00:00:00Z'),
	_unmappedProperties_: index === 110 ? { bot: { i: 'CANARY-integration' } } : {},
})) as unknown as IMessageRaw[];

/** The ports of a world that is well; of the room reader a test may change a part. */
export type PortChange = Partial<Omit<StatusPorts, 'rooms' | 'users'>> & {
	readonly rooms?: Partial<HostPorts['rooms']>;
	readonly users?: Partial<HostPorts['users']>;
};

export function ports({ rooms, users, ...fields }: PortChange = {}): StatusPorts {
	return {
		appId: 'app',
		now: () => 0,
		store: memoryStore(),
		self: { getAppUser: async () => Promise.resolve({ id: 'app' } as IUser) },
		roles: {
			getOneByIdOrName: async (idOrName) =>
				Promise.resolve(
					(Object.values(knownRoles).find(({ id, name }) => [id, name].includes(idOrName)) as IRole | undefined) ?? null,
				),
		},
		rooms: {
			getById: async () => Promise.resolve(undefined),
			getByName: async () => Promise.resolve(undefined),
			getOwners: async () => Promise.resolve([{ id: 'LI1', username: 'CANARY-owner' } as IUser]),
			getModerators: async () => Promise.resolve([]),
			getLeaders: async () => Promise.resolve([]),
			getUserUnreadMessageCount: async () => Promise.resolve(0),
			getMessages: async (_room, options) => Promise.resolve(roomMessages.slice(options?.skip, (options?.skip ?? 0) + 100)),
			...rooms,
		},
		users: {
			getById: async (id) => Promise.resolve({ id, username: 'CANARY-caller' } as IUser),
			getByUsername: async (username) => Promise.resolve({ id: 'X1', username } as IUser),
			...users,
		},
		serverSettings: { getValueById: async () => Promise.resolve('https://CANARY.example') },
		...fields,
	};
}

/** What differs from a workspace that is well set up. */
export interface Change {
	readonly where?: Place;
	readonly settings?: Partial<Settings>;
	readonly answers?: Answers;
	readonly remaining?: number;
	/** Milliseconds that the server takes to answer. */
	readonly took?: number;
	readonly ports?: PortChange;
	readonly siteUrl?: string;
	/** Whether a workspace admin asks. */
	readonly admin?: true;
	/** Whether all checks are told, and not only counted where they are well; so it is in these tests unless they say otherwise. */
	readonly isFull?: boolean;
}

/** What a workspace admin is told of failures. */
export const forAdmin = { address: 'https://chat.example', settingsUrl: 'https://chat.example/settings' };

/** A clock that goes on by so many milliseconds whenever somebody looks. */
function ticking(step: number): () => number {
	let time = 0;
	return () => (time += step);
}

export async function check(change: Change = {}): Promise<Status> {
	const given = { ...settings, ...change.settings };
	const connection = toConnection(given, change.siteUrl ?? '');
	const roles = change.admin ? ['admin'] : [];
	const checks = await checkSetUp(
		{ place: change.where ?? place, caller: { id: 'CANARY-caller', roles }, settings: given, connection },
		connection.ok ? getFrom({ ...well, ...change.answers }, change.remaining) : undefined,
		ports({ now: ticking(change.took ?? 0), ...change.ports }),
	);
	return { checks, isFull: change.isFull ?? true, ...(change.admin && { forAdmin }) };
}

export function say(status: Status): string {
	return renderStatus(status, translator('en')).text;
}

/** The lines of the named checks alone. */
export async function linesOf(change: Change, ...names: Status['checks'][number]['check'][]): Promise<string> {
	const status = await check(change);
	const [, ...lines] = say({ ...status, checks: status.checks.filter((one) => names.includes(one.check)) }).split('\n');
	return `\n${lines.join('\n')}\n`;
}
