/** Rows that name this room by its shown name: they are another room's where one has that name for a slug. */
import { isSlug } from '../host/lookUpRoom';
import type { HostPorts } from '../host/ports';
import type { Subject } from '../integrations/room';
import type { Fetched } from '../rest/combineLists';

/** Leaves out the rows that are another room's, or may be, where that could not be looked up. It is looked up only where there are such rows. */
export async function withoutNamesakes(
	fetched: Fetched,
	subject: Subject,
	rooms: Pick<HostPorts['rooms'], 'getByName'>,
): Promise<Fetched> {
	if (subject.kind === 'workspace') {
		return fetched;
	}
	const rows = fetched.rows.filter(({ reach }) => reach.reason !== 'shownName');
	const doubtful = fetched.rows.length - rows.length;
	const isOurs = doubtful === 0 || (await isSlug(subject.shownName, rooms)) === false;
	return isOurs ? fetched : { ...fetched, rows, total: fetched.total - doubtful };
}
