/** Which outgoing integrations hear the same messages, so that the trigger words of one may be those of another, too. */
import { listenerOf } from './firing';
import type { OutgoingIntegration } from './integration';
import type { Known } from './known';

/** So many places of an integration are compared with those of others. */
const mostPlaces = 100;

/**
 * Gives the enabled ones with trigger words, in groups that hear the same: in a room all of them, in the whole workspace those that
 * name the same room, person or kind of room. Groups of the same members are one.
 */
export function hearersOf({ rows, subject }: Pick<Known, 'rows' | 'subject'>): readonly (readonly OutgoingIntegration[])[] {
	const byPlace = new Map<string, OutgoingIntegration[]>();
	for (const row of rows) {
		const listener = listenerOf(row);
		if (!listener?.enabled || listener.triggerWords.length === 0) {
			continue;
		}
		for (const place of subject.kind === 'workspace' ? row.reach.elsewhere.slice(0, mostPlaces) : ['']) {
			const sharing = byPlace.get(place) ?? [];
			sharing.push(listener);
			byPlace.set(place, sharing);
		}
	}
	const shared = [...byPlace.values()].filter((sharing) => sharing.length > 1);
	return [...new Map(shared.map((sharing) => [sharing.map(({ id }) => id).join(' '), sharing])).values()];
}
