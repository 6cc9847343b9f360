/**
 * Why an integration reaches a room, as docs/messages.md, "What reaches a room", tells. It follows the server's triggerHandler for
 * outgoing integrations, and the stored channels for incoming ones.
 */
import type { Integration } from './integration';
import { isCalledBy, type Person, type Place } from './room';

/** In the order of their weight: where several apply, the first is given. */
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

/** `here`: it names this room. `everywhere`: it reaches all rooms of this kind. `remote`: it does not name it, but may act on it. */
export type Part = 'here' | 'everywhere' | 'remote';

/** How an integration reaches a room. */
export interface Reach {
	readonly reason: Reason;
	readonly part: Part;
	/** The other entries of its channel list: other rooms, people, or words for all rooms of a kind. */
	readonly elsewhere: readonly string[];
	/** Set where it does not listen here and only posts its answers here. */
	readonly answersOnly?: true;
}

/** An integration, and how it reaches the room that is asked about. */
export interface Row {
	readonly integration: Integration;
	readonly reach: Reach;
}

/** By kind of room: the channel word for all such rooms, and the reason that it gives. */
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

/** How an integration reaches a room, and where else it reaches; undefined where it does not reach it. */
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

/** Incoming `@ana`: posts into the direct message of ana and its post-as user. Outgoing `@ana`: listens in all direct messages of ana. */
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

/** Events that have no channel, by the server's outgoingEvents: they fire wherever they happen. */
const workspaceEvents = ['roomArchived', 'roomCreated', 'userCreated'];

/** The reasons that are not in the channel list. Without any channel the triggerHandler takes all public channels. */
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
