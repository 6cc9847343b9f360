/** Whether a room is watched, for the check of the set-up. */
import type { Permit } from '../access/authorize';
import { isAdmin } from '../host/members';
import { readWatches, type StorePorts } from './store';
import type { Watch } from './watch';

/** What is told of it. */
interface Described {
	/** Undefined where the room is not watched. */
	readonly watched: Watch | undefined;
	/** Whether the setting switches all watching off. */
	readonly isOff: boolean;
	/** How many rooms are watched; undefined for everybody but a workspace admin. */
	readonly rooms: number | undefined;
	/** Epoch, milliseconds. */
	readonly now: number;
}

/** Undefined where no room can be watched, or that could not be read. */
export async function describeWatch(
	{ place, caller, settings }: Permit,
	{ store, now }: { readonly store: StorePorts; readonly now: () => number },
): Promise<Described | undefined> {
	if (place.kind === 'direct') {
		return undefined;
	}
	return readWatches(store).then(
		(all) => ({
			watched: all.find(({ roomId }) => roomId === place.id),
			isOff: settings.watchInterval === 'off',
			rooms: isAdmin(caller) ? all.length : undefined,
			now: now(),
		}),
		() => undefined,
	);
}
