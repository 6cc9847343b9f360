/** A question about the integrations of a room. */
import type { Order } from './grammar';

export interface Query {
	/** `browse`: the list, in a panel. */
	readonly action: 'list' | 'browse' | 'status' | 'help';
	readonly type?: 'incoming' | 'outgoing';
	readonly state?: 'enabled' | 'disabled';
	/** `here`: only what names this room. `all`: row by row what reaches all rooms of its kind. */
	readonly scope?: 'here' | 'all';
	/** Only those with a finding. */
	readonly attention?: true;
	/** A text that some field holds. */
	readonly find?: string;
	/** A username, without `@`. */
	readonly by?: string;
	/** A name or an id: that one in full. */
	readonly show?: string;
	readonly sort?: Order;
	readonly descending?: true;
	/** Counted from 1. */
	readonly page: number;
	readonly visibility?: 'private' | 'share';
	readonly fresh?: true;
}
