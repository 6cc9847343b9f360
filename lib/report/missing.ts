/** What could not be read of the lists. */
import type { Missing } from '../failure';
import type { Row } from '../integrations/reach';
import type { Fetched } from '../rest/combineLists';
import { partOf } from './selection';

/** What is missing to a reader who sees these of the rows. What may only be pointed here does not count. */
export function missingOf({ rows, total, unreadable, gaps }: Fetched, visible: readonly Row[]): Missing {
	return {
		total: total - partOf(rows, 'remote').length,
		read: visible.length - partOf(visible, 'remote').length,
		unreadable,
		gaps,
	};
}
