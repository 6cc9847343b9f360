/** The requests of the set-up check. */
import type { Result } from '../failure';
import { fetchRoomList } from './lists';
import { type Page, toPage } from './page';
import type { List } from './paging';
import type { Reply } from './response';
import type { Get } from './client';
import type { Settings } from '../settings';
import type { Place } from '../integrations/room';

/** What the server answered to each. */
export interface SetUpAnswers {
	readonly info: Result<Reply>;
	readonly me: Result<Reply>;
	readonly permissions: Result<Reply>;
	/** Undefined for a direct message, which has no list of its own. */
	readonly room: Result<List> | undefined;
	/** The first row of the workspace's list, and its total; undefined where the setting switches it off. */
	readonly workspace: Result<Page> | undefined;
}

/** Sends all requests at once. Never rejects: each answer may be a failure. `toServerChecks` reads them. */
export async function fetchSetUp(place: Place, settings: Settings, get: Get): Promise<SetUpAnswers> {
	const { id, kind } = place;
	const [info, me, permissions, room, workspace] = await Promise.all([
		get('info', {}),
		get('v1/me', {}),
		get('v1/permissions.listAll', {}),
		kind === 'direct' ? undefined : fetchRoomList({ id, kind }, settings.includeGlobal, get),
		// One row is enough: its answer holds the total.
		settings.workspaceScan || kind === 'direct' ? get('v1/integrations.list', { count: '1' }).then(toPage) : undefined,
	]);
	return { info, me, permissions, room, workspace };
}

/** Whether the app lacks its permission `networking`. */
export function isDenied({ info }: SetUpAnswers): boolean {
	return !info.ok && info.failure.kind === 'networkingDenied';
}
