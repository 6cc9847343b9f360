/** Which integrations posted in a room lately. */

/** Who posted the newest messages of a room. */
export interface Activity {
	/** How many of the room's newest messages were looked at. */
	readonly messages: number;
	/** By integration id: when it last posted, an epoch in milliseconds. */
	readonly lastPosts: ReadonlyMap<string, number>;
}

/** The activity, compared with the integrations that are known. */
export interface RecentPosts {
	readonly activity: Activity;
	/** How many integrations posted that are in no list of the server, and when the last of them did (epoch, milliseconds). */
	readonly unlisted: { readonly count: number; readonly at: number };
	/** Epoch, milliseconds. */
	readonly now: number;
}

/** Whether a mark has the form of the server's own ids: bots write others, like `js.SDK`, into the same field of a message. */
export function isServerId(mark: string): boolean {
	return /^[A-Za-z0-9]{17,24}$/.test(mark);
}

/** Compares who posted with the ids of the known integrations; `now`: epoch, milliseconds. */
export function toRecentPosts(activity: Activity, known: readonly string[], now: number): RecentPosts {
	const others = [...activity.lastPosts].filter(([id]) => isServerId(id) && !known.includes(id));
	return { activity, unlisted: { count: others.length, at: Math.max(0, ...others.map(([, at]) => at)) }, now };
}
