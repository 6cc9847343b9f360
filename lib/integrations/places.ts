/** Which rooms, people and kinds of rooms an integration serves, wherever they are. */
import type { KnownPlace, KnownRoom, Places } from './evidence';
import { firesInWorkspace, type Integration } from './integration';
import { everywhere, type Row } from './reach';

/** The row of the whole workspace's list: it serves what it names, and is of no room. */
export function toWorkspaceRow(integration: Integration): Row {
	return { integration, reach: { reason: 'workspace', part: 'here', elsewhere: placesOf(integration) } };
}

/** All that it serves, as stored: `#room`, `#roomId`, `@user` or one of the `all_…` words; first where it listens or posts, then where its answers go. */
export function placesOf(integration: Integration): string[] {
	const channels = channelsOf(integration).filter((channel) => channel.trim() !== '');
	return integration.type === 'incoming' ? channels : [...new Set([...channels, ...targetOf(integration.targetRoom)])];
}

/** Where it listens or posts. Without any channel an outgoing one takes all public channels, and events of the workspace have none, whatever is stored. */
export function channelsOf(integration: Integration): readonly string[] {
	if (firesInWorkspace(integration)) {
		return [];
	}
	const { type, channels } = integration;
	return type === 'outgoing' && channels.length === 0 ? [everywhere.channel.word] : channels;
}

/** Where answers go, if that is set: a room's name may be stored with or without `#`. */
export function targetOf(targetRoom: string): string[] {
	return targetRoom === '' ? [] : [/^[#@]/.test(targetRoom) ? targetRoom : `#${targetRoom}`];
}

/** The single rooms and people among places. */
export function singlePlaces(places: readonly string[]): string[] {
	return places.filter((place) => /^[#@]./.test(place));
}

/** The rooms that are known among those where it listens or posts, each with the name by which it is named. */
export function knownRooms({ integration }: Row, places: Places): (KnownRoom & { readonly name: string })[] {
	return channelsOf(integration).flatMap((name) => {
		const place = places.get(name);
		return place?.there && place.kind !== 'person' ? [{ ...place, name }] : [];
	});
}

/** Whether an integration listens where its own answers go. */
export function answersItself(integration: Integration, places: Places): boolean {
	const [target] = integration.type === 'outgoing' ? targetOf(integration.targetRoom) : [];
	const known = places.get(target ?? '');
	const channels = channelsOf(integration);
	return (
		target !== undefined &&
		(channels.includes(target) ||
			(known?.there === true &&
				channels.some((channel) => channel === everywhereOf(known) || isSame(places.get(channel), known))))
	);
}

type Known = Extract<KnownPlace, { there: true }>;

function everywhereOf({ kind }: Known): string | undefined {
	return kind === 'person' ? undefined : everywhere[kind].word;
}

function isSame(one: KnownPlace | undefined, other: Known): boolean {
	return one?.there === true && one.kind === other.kind && one.id === other.id;
}
