/** Why an integration reaches a room: its channel list against the room's names. */
import type { Integration } from './integration';

export interface RoomNames {
	readonly id: string;
	/** The slug by which integrations name the room. */
	readonly name: string;
}

export interface Reach {
	/** The integration names this room. */
	readonly here: boolean;
	/** It reaches all rooms of this kind: `all_public_channels`, in a private group `all_private_groups`. */
	readonly everywhere?: 'publicChannels' | 'privateGroups';
	/** How many other entries its channel list has: rooms, people, rooms of another kind. */
	readonly elsewhere: number;
}

/** The words for all rooms of a kind, as the server compares them (server-contract.md, section 3). */
const everywhereWords: ReadonlyMap<string, NonNullable<Reach['everywhere']>> = new Map([
	['all_public_channels', 'publicChannels'],
	['all_private_groups', 'privateGroups'],
]);

/** How one of the room's integrations reaches it, and how far beyond it goes. */
export const reachOf = ({ channels }: Pick<Integration, 'channels'>, room: RoomNames): Reach => {
	const names = [`#${room.name}`, `#${room.id}`];
	const others = channels.filter((channel) => !names.includes(channel));
	const everywhere = others.map((channel) => everywhereWords.get(channel.toLowerCase())).find((kind) => kind !== undefined);
	return {
		here: others.length < channels.length,
		...(everywhere && { everywhere }),
		elsewhere: others.length - (everywhere ? 1 : 0),
	};
};
