/** Asks the server for a room's integrations, page by page where there is more than one (DESIGN: "Asking the server"). */
import type { Failure, Result } from './failure';
import { fail, success } from './failure';
import type { Integration } from './integration';
import type { GetPage } from './pages';
import { asPage, fetchRest, largestPage } from './pages';
import type { Get } from './restClient';

export interface RoomToAsk {
	readonly id: string;
	readonly kind: 'channel' | 'group';
}

export interface Fetched {
	/** Each integration once, in the server's order: the oldest first. */
	readonly integrations: readonly Integration[];
	/** How many rows the server said there are; more than were fetched when something was in the way. */
	readonly total: number;
	/** How many rows were fetched but could not be read. */
	readonly unreadable: number;
	/** Why not all rows were fetched. */
	readonly cutShort?: Failure;
}

const endpoints = {
	channel: { path: 'channels.getIntegrations', flag: 'includeAllPublicChannels', notFound: 'channelNotFound' },
	group: { path: 'groups.getIntegrations', flag: 'includeAllPrivateGroups', notFound: 'groupNotFound' },
} as const;

/** A row can come twice when integrations are made or removed between two pages. */
const unique = (integrations: readonly Integration[]): Integration[] => [
	...new Map(integrations.map((integration) => [integration.id, integration])).values(),
];

/**
 * Fetches a room's integrations, with those of all rooms of its kind where `includeGlobal` says so. The first request holds
 * what every server generation takes; only where `total` tells of more, `count` and `offset` follow. What comes after the
 * first page may fail: then `cutShort` says why. Fails as the first request does, with `groupNotFound` for a private group.
 */
export const fetchIntegrations = async (room: RoomToAsk, includeGlobal: boolean, get: Get): Promise<Result<Fetched>> => {
	const { path, flag, notFound } = endpoints[room.kind];
	const base = { roomId: room.id, [flag]: String(includeGlobal) };
	const first = asPage(await get(path, base));
	if (!first.ok) {
		return first.failure.kind === 'channelNotFound' ? fail({ kind: notFound }) : first;
	}
	const getPage: GetPage = async (offset) =>
		asPage(await get(path, { ...base, count: String(largestPage), offset: String(offset) }));
	const { pages, ...rest } = await fetchRest(getPage, first.value);
	const all = [first.value, ...pages];
	return success({
		integrations: unique(all.flatMap(({ integrations }) => integrations)),
		total: first.value.total,
		unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
		...rest,
	});
};
