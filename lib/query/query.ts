/** What is asked about the integrations of a room. A field that is not there: not asked for. */
import type { Order } from './grammar';

export interface Query {
	/** `browse`: the list in a panel. `status`: the check of the set-up. `watch`, `unwatch`, `changes`: telling what changed. `export`: a file. */
	readonly action: 'list' | 'browse' | 'status' | 'help' | 'watch' | 'unwatch' | 'changes' | 'export';
	readonly type?: 'incoming' | 'outgoing';
	readonly state?: 'enabled' | 'disabled';
	/**
	 * `here`: only what names this room. `all`: rows instead of a count for what reaches all rooms of this kind. `workspace`: all that
	 * there is, instead of a room's.
	 */
	readonly scope?: 'here' | 'all' | 'workspace';
	/** Only integrations with findings. */
	readonly attention?: true;
	/** Only integrations with this text in one of their fields. */
	readonly find?: string;
	/** Only integrations made by, or posting as, this username, without `@`. */
	readonly by?: string;
	/** A name or an id: this integration in full. */
	readonly show?: string;
	readonly sort?: Order;
	readonly descending?: true;
	/** Counted from 1. */
	readonly page: number;
	readonly visibility?: 'private' | 'share';
	/** Ask the server anew instead of using a kept answer. */
	readonly fresh?: true;
}

/** Whether only some of the integrations are asked for, whatever is wrong with them. */
export function isFiltered({ type, state, scope, find, by }: Query): boolean {
	return [type, state, find, by].some((word) => word !== undefined) || scope === 'here';
}

/** The same question about all of them. */
export function unfiltered({ action, scope, sort, descending, visibility }: Query): Query {
	return {
		action,
		page: 1,
		...(scope === 'workspace' && { scope }),
		...(sort && { sort }),
		...(descending && { descending }),
		...(visibility && { visibility }),
	};
}
