/** A watched room, with the server and the host around it: what rounds look at, and what they do. */
import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { fail, type Failure, success } from '../../lib/failure';
import type { Get } from '../../lib/rest/client';
import type { Source } from '../../lib/rest/fetchIntegrations';
import type { Snapshot } from '../../lib/watch/snapshot';
import type { Watch } from '../../lib/watch/watch';
import { host } from './host';
import { kept } from './kept';

/** That li has `#support` watched, which was last looked at long before the clock of `host` starts. */
export function watchOf(fields: Partial<Watch> = {}): Watch {
	return { roomId: 'R1', byId: 'li', by: 'li', since: 5, looked: 9, told: 7, failures: 0, untold: false, ...fields };
}

/** `#support`, or another channel. */
export function roomOf(fields: Partial<IRoom> = {}): IRoom {
	return { id: 'R1', type: RoomType.CHANNEL, slugifiedName: 'support', ...fields } as IRoom;
}

/** As the server sends an incoming integration of `#support`, with which all is well. */
export function record(id: string, fields: Readonly<Record<string, unknown>> = {}): object {
	return {
		_id: id,
		type: 'webhook-incoming',
		name: `Named ${id}`,
		enabled: true,
		channel: ['#support'],
		userId: 'BOT',
		username: 'bot',
		_createdBy: { _id: 'ANA', username: 'ana' },
		...fields,
	};
}

/** What is kept of that integration. */
export function keptOf(id: string, fields: Parameters<typeof kept>[0] = {}) {
	return kept({ id, name: `Named ${id}`, poster: 'bot', channels: [], updatedAt: '', ...fields });
}

/** A look at `#support`, by the source of `serverWith`. */
export function look(ids: readonly string[], fields: Partial<Snapshot> = {}): Snapshot {
	return { view: 'I true', isSure: true, at: 9, rows: ids.map((id) => keptOf(id)), more: 0, ...fields };
}

const both = ['manage-incoming-integrations', 'manage-outgoing-integrations'].map((_id) => ({ _id, roles: ['reader'] }));

interface Server {
	readonly source: Source;
	/** The endpoints that were asked, in their order. */
	readonly requests: string[];
}

/** A server with these integrations; a failure instead: it gives no list. `sees`: whether the token's user sees all. */
export function serverWith(records: readonly object[] | Failure, { sees = true, total = NaN } = {}): Server {
	const requests: string[] = [];
	const bodies = (integrations: readonly object[]): Readonly<Record<string, object>> => ({
		'v1/integrations.list': { integrations, total: total || integrations.length },
		'v1/me': { roles: [sees ? 'reader' : 'user'] },
		'v1/permissions.listAll': { update: both },
	});
	const get: Get = async (path) => {
		requests.push(path);
		const body = 'kind' in records ? records : bodies(records)[path];
		return Promise.resolve(
			body === undefined || 'kind' in body
				? fail('kind' in records ? records : { kind: 'forbidden' })
				: success({ body: { success: true, ...body }, remaining: 9 }),
		);
	};
	const { cache } = host().ports;
	return { requests, source: { get, cache, connectionKey: 'C', identity: 'I', keepFor: 0 } };
}

/** Nobody can be looked up: the engine says nothing of whoever certainly exists, either. */
export const silentUsers = {
	getById: async () => Promise.resolve(undefined as unknown as IUser),
	getByUsername: async () => Promise.resolve(undefined as unknown as IUser),
};
