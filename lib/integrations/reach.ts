/**
 * Why an integration reaches a room, as docs/messages.md, "What reaches a room", tells. It follows the server's triggerHandler for
 * outgoing integrations, and the stored channels for incoming ones.
 */
import { firesInWorkspace, type Integration, type OutgoingIntegration } from './integration';
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
	/** It names the room's shown name instead of its slug, so it does not reach it, although that was meant. */
	| 'shownName'
	| 'redirectable'
	| 'workspaceEvent'
	/** It is one of all that there are: it is not asked for a room. */
	| 'workspace';

/** `here`: it names this room. `everywhere`: it reaches all rooms of this kind. `remote`: it does not name it, but may act on it. */
export type Part = 'here' | 'everywhere' | 'remote';

/** How an integration reaches a room. */
export interface Reach {
	readonly reason: Reason;
	readonly part: Part;
	/** The other entries of its channel list: other rooms, people, or words for all rooms of a kind. With `workspace`, all that it serves. */
	readonly elsewhere: readonly string[];
	/** Set where it does not listen here, but elsewhere or to events of the workspace, and only posts its answers here. */
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

/** By reason, whether it names the room. */
export const parts: Readonly<Record<Reason, Part>> = {
	named: 'here',
	namedById: 'here',
	answersHere: 'here',
	publicChannels: 'everywhere',
	privateGroups: 'everywhere',
	directMessages: 'everywhere',
	noChannel: 'everywhere',
	shownName: 'here',
	redirectable: 'remote',
	workspaceEvent: 'remote',
	workspace: 'here',
};

const order: readonly string[] = Object.keys(parts);

/** What the integration of a row does in the room; `answers`: an outgoing one that only posts its answers there. */
export function deedOf({ integration, reach }: Row): 'incoming' | 'outgoing' | 'answers' {
	return reach.answersOnly ? 'answers' : integration.type;
}

/** How an integration reaches a room, and where else it reaches; undefined where it does not reach it. */
export function reachOf(integration: Integration, place: Place): Reach | undefined {
	const channels = firesInWorkspace(integration) ? [] : integration.channels;
	const reasons = channels.map((channel) => reasonOfChannel(integration, channel, place));
	const others = channels.filter((_, index) => reasons[index] === undefined);
	const elsewhere = others.filter((channel) => channel.trim() !== '' && !isMisspelt(channel));
	const all = [...reasons, ...otherReasons(integration, place)].filter((one) => one !== undefined);
	const [reason] = all.sort((one, other) => order.indexOf(one) - order.indexOf(other));
	const answersOnly = reason === 'answersHere' && all.every((one) => hearsNothing.includes(one));
	return reason && { reason, part: parts[reason], elsewhere, ...(answersOnly && { answersOnly }) };
}

/** The reasons of those that do not listen in the room. */
const hearsNothing: readonly Reason[] = ['answersHere', 'workspaceEvent', 'shownName'];

const channelWords: readonly string[] = Object.values(everywhere).map(({ word }) => word);

/** Whether an entry is a word for all rooms of a kind in other capitals: the server compares letter by letter, so it names nothing. */
export function isMisspelt(channel: string): boolean {
	return !channelWords.includes(channel) && channelWords.includes(channel.toLowerCase());
}

/** Compares letter by letter, as the server does: `All_Public_Channels` is no such word. */
function reasonOfChannel(integration: Integration, channel: string, place: Place): Reason | undefined {
	if (place.names.some((name) => channel === `#${name}`)) {
		return 'named';
	}
	if (channel === `#${place.id}`) {
		return 'namedById';
	}
	if (channel === everywhere[place.kind].word) {
		return everywhere[place.kind].reason;
	}
	if (place.shownName !== '' && channel === `#${place.shownName}`) {
		return 'shownName';
	}
	const named = personIn(channel, place.people);
	return named && (integration.type === 'outgoing' || isOtherPerson(named, integration, place.people)) ? 'named' : undefined;
}

/** The reasons that are not in the channel list. Without any channel the triggerHandler takes all public channels. */
function otherReasons(integration: Integration, place: Place): Reason[] {
	if (integration.type === 'incoming') {
		return integration.redirectable && isWithinReach(integration, place) ? ['redirectable'] : [];
	}
	const isAnywhere = firesInWorkspace(integration);
	return [
		...(answersInto(integration, place) ? ['answersHere' as const] : []),
		...(!isAnywhere && integration.channels.length === 0 && place.kind === 'channel' ? ['noChannel' as const] : []),
		...(isAnywhere && place.kind !== 'direct' ? ['workspaceEvent' as const] : []),
	];
}

/** Whether the room where its answers go (`targetRoom`) is this place. */
export function answersInto(integration: OutgoingIntegration, place: Place): boolean {
	const { targetRoom } = integration;
	const addressee = personIn(targetRoom, place.people);
	return addressee ? isOtherPerson(addressee, integration, place.people) : targetRoom !== '' && isCalledBy(targetRoom, place);
}

/** The person whom an entry like `@ana` names, by username or id. An outgoing one listens in all direct messages of that person. */
function personIn(entry: string, people: readonly Person[]): Person | undefined {
	const name = entry.slice(1);
	return entry.startsWith('@') ? people.find((person) => isPerson(person, name, name)) : undefined;
}

/** What is posted to a person lands in the direct message of that person and the user whom it is posted as. */
function isOtherPerson(addressee: Person, { userId, username }: Integration, people: readonly Person[]): boolean {
	return people.length === 2 && people.some((person) => person.id !== addressee.id && isPerson(person, userId, username));
}

/** Whether a caller of the webhook can name this room: a direct message only where one of the two is its post-as user. */
function isWithinReach(integration: Integration, { kind, people }: Place): boolean {
	return kind !== 'direct' || people.some((person) => isOtherPerson(person, integration, people));
}

function isPerson({ id, username }: Person, userId: string, name: string): boolean {
	return id === userId || (username !== '' && username === name);
}
