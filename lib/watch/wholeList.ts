/** The workspace's list as watching needs it: whole, or not at all. */
import { fail, type Failure, type Result } from '../failure';
import type { Source } from '../rest/fetchIntegrations';
import { fetchWorkspaceList } from '../rest/lists';
import type { List } from '../rest/paging';
import type { Change } from './compare';

/** The workspace's list, asked for anew. What was not read whole cannot be compared: it fails as that did, or as `listNotWhole`. */
export async function readWhole({ get }: Pick<Source, 'get'>): Promise<Result<List>> {
	const list = await fetchWorkspaceList(get);
	const short: Failure | undefined = list.ok && !list.value.whole ? (list.value.cutShort ?? { kind: 'listNotWhole' }) : undefined;
	return short ? fail(short) : list;
}

/** Takes out what is gone, unless the token's user still sees everything: what is not seen any more is not gone. */
export async function withoutUnseen(changes: readonly Change[], seesAll: () => Promise<boolean>): Promise<readonly Change[]> {
	const isGone = changes.some(({ kind }) => kind === 'gone');
	return isGone && !(await seesAll()) ? changes.filter(({ kind }) => kind !== 'gone') : changes;
}
