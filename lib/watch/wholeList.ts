/** The workspace's list as watching needs it: whole, or not at all. */
import { fail, type Failure, type Result } from '../failure';
import type { Source } from '../rest/fetchIntegrations';
import { fetchSeesAll } from '../rest/fetchSeesAll';
import { fetchWorkspaceList } from '../rest/lists';
import type { List } from '../rest/paging';
import type { Change } from './compare';

/** The workspace's list, asked for anew. What was not read whole cannot be compared: it fails as that did, or as `listNotWhole`. */
export async function readWhole({ get }: Pick<Source, 'get'>): Promise<Result<List>> {
	const list = await fetchWorkspaceList(get);
	const short: Failure | undefined = list.ok && !list.value.whole ? (list.value.cutShort ?? { kind: 'listNotWhole' }) : undefined;
	return short ? fail(short) : list;
}

/** Whether all that there is was seen: no row was unreadable, and the token's user sees everything. */
export async function seesAll({ unreadable }: List, { get }: Pick<Source, 'get'>): Promise<boolean> {
	return unreadable === 0 && fetchSeesAll(get);
}

/** Takes out what is gone, unless the token's user still sees everything: what is not seen any more is not gone. */
export async function withoutUnseen(changes: readonly Change[], sees: () => Promise<boolean>): Promise<readonly Change[]> {
	const isGone = changes.some(({ kind }) => kind === 'gone');
	return isGone && !(await sees()) ? changes.filter(({ kind }) => kind !== 'gone') : changes;
}
