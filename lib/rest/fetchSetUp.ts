/** All that the set-up check asks the server. */
import type { Result } from '../failure';
import { fetchRoomList } from './lists';
import { toPage, type List, type Page } from './paging';
import type { Reply } from './response';
import type { Get } from './client';
import type { Settings } from '../settings';
import type { Place } from '../integrations/room';

/** What the server answered. */
export interface SetUpAnswers {
	readonly info: Result<Reply>;
	readonly me: Result<Reply>;
	readonly permissions: Result<Reply>;
	/** Undefined where the room has no list of its own. */
	readonly room: Result<List> | undefined;
	/** Undefined where it is not wanted. */
	readonly workspace: Result<Page> | undefined;
}

/** Asks everything at once: what a failed answer makes meaningless is sorted out afterwards. */
export async function fetchSetUp(place: Place, settings: Settings, get: Get): Promise<SetUpAnswers> {
	const { id, kind } = place;
	const [info, me, permissions, room, workspace] = await Promise.all([
		get('info', {}),
		get('v1/me', {}),
		get('v1/permissions.listAll', {}),
		kind === 'direct' ? undefined : fetchRoomList({ id, kind }, settings.includeGlobal, get),
		// Its size is in the answer for a single row.
		settings.workspaceScan || kind === 'direct' ? get('v1/integrations.list', { count: '1' }).then(toPage) : undefined,
	]);
	return { info, me, permissions, room, workspace };
}

/** Whether the app lacks the permission to send requests. */
export function isDenied({ info }: SetUpAnswers): boolean {
	return !info.ok && info.failure.kind === 'networkingDenied';
}
