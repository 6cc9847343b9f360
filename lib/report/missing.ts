/** What could not be read of the lists. */
import type { Row } from '../integrations/reach';
import type { Fetched, Gap } from '../rest/combineLists';
import { partOf } from './selection';

export interface Missing {
	/** How many integrations reach the room, as the server says, and how many of them were read. */
	readonly total: number;
	readonly read: number;
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
}

/** What is missing to a reader who sees these of the rows. What may only be pointed here does not count. */
export function missingOf({ rows, total, unreadable, gaps }: Fetched, visible: readonly Row[]): Missing {
	return {
		total: total - partOf(rows, 'remote').length,
		read: visible.length - partOf(visible, 'remote').length,
		unreadable,
		gaps,
	};
}
