/** Why an integration reaches a room (server-contract.md, sections 3 and 12). */
import type { Integration } from './integration';
import { isCalledBy, type Person, type Place } from './room';

/** From the nearest to the farthest: an integration that has several has the first. */
export type Reason =
	| 'named'
	| 'namedById'
	| 'answersHere'
	| 'publicChannels'
	| 'privateGroups'
	| 'directMessages'
	| 'noChannel'
	| 'redirectable'
	| 'workspaceEvent';

/** `here`: it names the room. `everywhere`: it reaches all rooms of the kind. `remote`: it names no room, but may act here. */
export type Part = 'here' | 'everywhere' | 'remote';

export interface Reach {
	readonly reason: Reason;
	readonly part: Part;
	/** The other entries of its channel list: rooms, people, words for all rooms of a kind. */
	readonly elsewhere: readonly string[];
	/** Nothing but its answers comes here: it does not listen. */
	readonly answersOnly?: true;
}

/** An integration as it stands in a room. */
export interface Row {
	readonly integration: Integration;
	readonly reach: Reach;
}

/** The word for all rooms of a kind, and the reason that it stands for. */
export const everywhere = {
	channel: { word: 'all_public_channels', reason: 'publicChannels' },
	group: { word: 'all_private_groups', reason: 'privateGroups' },
	direct: { word: 'all_direct_messages', reason: 'directMessages' },
} as const;

const parts: Readonly<Record<Reason, Part>> = {
	named: 'here',
	namedById: 'here',
	answersHere: 'here',
	publicChannels: 'everywhere',
	privateGroups: 'everywhere',
	directMessages: 'everywhere',
	noChannel: 'everywhere',
	redirectable: 'remote',
	workspaceEvent: 'remote',
};

const order: readonly string[] = Object.keys(parts);

/** How an integration reaches a room, and how far beyond it goes; undefined where it does not. */
export function reachOf(integration: Integration, place: Place): Reach | undefined {
	const reasons = integration.channels.map((channel) => reasonOfChannel(integration, channel, place));
	const elsewhere = integration.channels.filter((channel, index) => channel.trim() !== '' && reasons[index] === undefined);
	const all = [...reasons, ...otherReasons(integration, place)].filter((one) => one !== undefined);
	const [reason] = all.sort((one, other) => order.indexOf(one) - order.indexOf(other));
	const answersOnly = all.every((one) => one === 'answersHere');
	return reason && { reason, part: parts[reason], elsewhere, ...(answersOnly && { answersOnly }) };
}

function reasonOfChannel(integration: Integration, channel: string, place: Place): Reason | undefined {
	if (place.names.some((name) => channel === `#${name}`)) {
		return 'named';
	}
	if (channel === `#${place.id}`) {
		return 'namedById';
	}
	if (channel.toLowerCase() === everywhere[place.kind].word) {
		return everywhere[place.kind].reason;
	}
	return namesPerson(integration, channel, place.people) ? 'named' : undefined;
}

/** An incoming `@ana` posts into the direct message of its post-as user and ana; an outgoing one listens in all of ana's. */
function namesPerson(integration: Integration, channel: string, people: readonly Person[]): boolean {
	const is = ({ id, username }: Person, userId: string, name: string): boolean =>
		id === userId || (username !== '' && username === name);
	const called = channel.replace(/^@/, '');
	const named = channel.startsWith('@') ? people.find((person) => is(person, called, called)) : undefined;
	if (!named || integration.type === 'outgoing') {
		return named !== undefined;
	}
	return (
		people.length === 2 && people.some((person) => person.id !== named.id && is(person, integration.userId, integration.username))
	);
}

/** These fire without looking at a channel. */
const workspaceEvents = ['roomArchived', 'roomCreated', 'userCreated'];

/** The reasons that no entry of the channel list gives. */
function otherReasons(integration: Integration, place: Place): Reason[] {
	if (integration.type === 'incoming') {
		return integration.redirectable && place.kind !== 'direct' ? ['redirectable'] : [];
	}
	const isWorkspaceEvent = workspaceEvents.includes(integration.event);
	return [
		...(integration.targetRoom !== '' && isCalledBy(integration.targetRoom, place) ? ['answersHere' as const] : []),
		...(!isWorkspaceEvent && integration.channels.length === 0 && place.kind === 'channel' ? ['noChannel' as const] : []),
		...(isWorkspaceEvent && place.kind !== 'direct' ? ['workspaceEvent' as const] : []),
	];
}
