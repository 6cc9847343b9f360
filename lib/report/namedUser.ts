/** Whom `by @user` means: records keep the name that a user had when they were saved, and somebody else may have it now. */
import type { Permit } from '../access/authorize';
import { findPerson } from '../host/people';
import type { Row } from '../integrations/reach';
import { sameName } from '../util/comparable';
import type { Sought } from './filter';
import type { InspectPorts } from './inspect';

/** What is looked up of a name. */
type Named = Pick<Sought, 'byId' | 'otherIds'>;

/** So many users whose records hold the name are looked up: each is a round trip to the engine. */
const mostNamesakes = 50;

/** Looks up who is called so now, and, where somebody is, who else stands behind records with that name. Never rejects. */
export async function lookUpNamed(rows: readonly Row[], { query, caller }: Permit, ports: InspectPorts): Promise<Named> {
	const { by, fresh = false } = query;
	const byId = by === undefined ? undefined : await findId(by, ports);
	if (by === undefined || byId === undefined) {
		return {};
	}
	const ids = rows.flatMap(({ integration: { type, createdBy, createdById, username, userId } }) => [
		...(sameName(createdBy, by) ? [createdById] : []),
		...(type === 'incoming' && sameName(username, by) ? [userId] : []),
	]);
	const doubtful = [...new Set(ids)].filter((id) => id !== '' && id !== byId);
	const rules = { caller: caller.id, fresh, keepFor: ports.source.keepFor, most: mostNamesakes };
	const found = await ports.people.lookUp(doubtful, rules, ports.users);
	return { byId, otherIds: doubtful.filter((id) => found.get(id)?.there === true) };
}

/** The id of the user who is called so now; undefined where there is none, or that could not be looked up. */
async function findId(username: string, { users }: InspectPorts): Promise<string | undefined> {
	const found = await findPerson(`@${username}`, users).catch(() => undefined);
	return found?.there && found.id !== '' ? found.id : undefined;
}
