/** Who posted of late, beside who is known. */
import type { Activity } from '../host/roomActivity';

/** Who posted, and how much of that is by integrations that are in no list. */
export interface Recent {
	readonly activity: Activity;
	/** How many integrations posted that are not among them, and when the newest of their messages was posted. */
	readonly strangers: { readonly count: number; readonly at: number };
	/** Epoch, milliseconds. */
	readonly now: number;
}

/** How the server makes ids: clients and bots write marks of their own, like `js.SDK`, into the same field. */
const serverId = /^[A-Za-z0-9]{17,24}$/;

/** Tells who posted from who is known; `now` is an epoch in milliseconds. */
export function toRecent(activity: Activity, known: readonly string[], now: number): Recent {
	const strangers = [...activity.lastPosts].filter(([id]) => serverId.test(id) && !known.includes(id));
	return { activity, strangers: { count: strangers.length, at: Math.max(0, ...strangers.map(([, at]) => at)) }, now };
}
