/** Which outgoing integrations hear the same messages, so that the trigger words of one may be those of another, too. */
import type { Places } from './evidence';
import { listenerOf } from './firing';
import type { OutgoingIntegration } from './integration';
import type { Known } from './known';
import type { Hearers } from './overlap';
import { channelsOf } from './places';
import { isMisspelt } from './reach';

/** So many places of an integration are compared with those of others. */
const mostPlaces = 100;

/**
 * Gives the enabled ones with trigger words: in a room all of them, in the whole workspace those that name the same room, person or
 * kind of room to listen in. Groups of the same members are one.
 */
export function hearersOf({ rows, subject, places }: Pick<Known, 'rows' | 'subject' | 'places'>): Hearers {
	const listeners = rows
		.flatMap((row) => listenerOf(row) ?? [])
		.filter(({ enabled, triggerWords }) => enabled && triggerWords.length > 0);
	if (listeners.length < 2) {
		return { groups: [], cut: [] };
	}
	return subject.kind === 'workspace'
		? { groups: byPlace(listeners, places), cut: listeners.filter(({ channels }) => channels.length > mostPlaces) }
		: { groups: [listeners], cut: [] };
}

function byPlace(listeners: readonly OutgoingIntegration[], places: Places): OutgoingIntegration[][] {
	const hearing = new Map<string, Set<OutgoingIntegration>>();
	for (const listener of listeners) {
		for (const channel of channelsOf(listener).slice(0, mostPlaces).filter(isPlace)) {
			const place = placeOf(channel, places);
			hearing.set(place, (hearing.get(place) ?? new Set()).add(listener));
		}
	}
	const shared = [...hearing.values()].filter(({ size }) => size > 1).map((members) => [...members]);
	return [...new Map(shared.map((members) => [members.map(({ id }) => id).join(' '), members])).values()];
}

function isPlace(channel: string): boolean {
	return channel.trim() !== '' && !isMisspelt(channel);
}

/** A room is named by its name or its id: they are the same place, where the id is known. */
function placeOf(channel: string, places: Places): string {
	const place = places.get(channel);
	return place?.there ? `${channel.charAt(0)}${place.id}` : channel;
}
