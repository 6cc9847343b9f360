import type { Generation, Room } from '../model';
import { meteorRefusal, plainRefusal, type Body, type Refusal } from './answers';
import { holds, INTEGRATION_PERMISSIONS } from './auth';
import type { Call, Endpoint } from './call';
import { pageOf } from './paging';
import { visibleIntegrations } from './scope';
import { OLDEST_FIRST } from './sort';

/** Sections 1 and 13. */
export const channelsEndpoint: Endpoint = {
	name: 'channels.getIntegrations',
	permissions: INTEGRATION_PERMISSIONS,
	handle: handleChannels,
};

/** Sections 3 and 13. */
export const groupsEndpoint: Endpoint = {
	name: 'groups.getIntegrations',
	permissions: INTEGRATION_PERMISSIONS,
	handle: handleGroups,
};

function handleChannels(call: Call): Body {
	const { workspace, query } = call;
	const room = findRoom(call);
	if (room?.type !== 'c' && room?.type !== 'l') {
		throw notFound('channel');
	}
	if (workspace.generation !== '7' && !canAccess(call, room)) {
		throw noAccess(workspace.generation);
	}
	// Any other word than `true`, even none at all, turns it off. Omnichannel rooms have no name: the server looks for `#undefined`.
	const flag = query.includeAllPublicChannels;
	return answerFor(call, [`#${String(room.name)}`, ...(flag === undefined || flag === 'true' ? ['all_public_channels'] : [])]);
}

function handleGroups(call: Call): Body {
	const { query } = call;
	if (!query.roomId && !query.roomName) {
		throw meteorRefusal('error-room-param-not-provided', 'The parameter "roomId" or "roomName" is required');
	}
	const room = findRoom(call);
	if (room?.type !== 'p' || !canAccess(call, room)) {
		throw notFound('group');
	}
	// Unlike with channels, an empty flag leaves it on, and a discussion goes by the name that people see.
	const flag = query.includeAllPrivateGroups;
	const name = room.parentRoomId === undefined ? room.name : room.displayName;
	return answerFor(call, [`#${String(name)}`, ...(!flag || flag === 'true' ? ['all_private_groups'] : [])]);
}

/** `roomId` is looked at first, even when it is empty. */
function findRoom({ workspace, query }: Call): Room | undefined {
	return 'roomId' in query
		? workspace.rooms.find(({ id }) => id === query.roomId)
		: workspace.rooms.find(({ name }) => name !== undefined && name === query.roomName);
}

function canAccess({ workspace, user }: Call, { type, members }: Room): boolean {
	return members.some(({ userId }) => userId === user.id) || (type === 'c' && holds(workspace, user, 'view-c-room'));
}

function notFound(kind: 'channel' | 'group'): Refusal {
	const reason = `The required "roomId" or "roomName" param provided does not match any ${kind}`;
	return meteorRefusal('error-room-not-found', reason);
}

/** Sections 1 and 13: another word from 9 on, and the type of a refusal. That this refusal has one is not confirmed. */
function noAccess(generation: Generation): Refusal {
	return generation === '9' ? plainRefusal(403, 'forbidden', 'error-forbidden') : plainRefusal(403, 'unauthorized');
}

function answerFor(call: Call, channels: readonly string[]): Body {
	// As Mongo's `$in`: a plain text is matched, too, and an entry as it is.
	const acting = visibleIntegrations(call.workspace, call.user).filter(({ channel }) =>
		[channel].flat().some((entry: unknown) => channels.some((wanted) => wanted === entry)),
	);
	const { rows, offset, total } = pageOf(call, acting, OLDEST_FIRST);
	return { integrations: rows, count: rows.length, offset, total };
}
