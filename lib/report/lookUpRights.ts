/** Looks up whether those whom incoming integrations post as may post in the room. */
import { isMember } from '../host/members';
import type { PostingRights } from '../integrations/evidence';
import { postsHere } from '../integrations/firing';
import type { Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import type { Source } from '../rest/fetchIntegrations';
import type { LookUps } from '../rest/lookUps';
import type { HostPorts } from '../host/ports';
import { fetchPosters, type Posters } from '../rest/fetchPosters';

/** Whose rights are looked up. */
export interface RightsRequest {
	readonly place: Place;
	/** The rows that findings are wanted for. */
	readonly about: readonly Row[];
	/** Whether the server is asked, too. */
	readonly inDepth: boolean;
	/** The ids of the room's owners, moderators and leaders; undefined: not known. */
	readonly staff: readonly string[] | undefined;
	/** Whether everything is looked up anew. */
	readonly fresh: boolean;
}

/** What looking them up needs. */
export interface RightsPorts extends Pick<HostPorts, 'rooms'> {
	readonly source: Source;
	readonly lookUps: LookUps;
}

/** What was found out, and for how many integrations something is missing. */
interface Rights {
	readonly rights: PostingRights;
	readonly unknown: number;
}

/** Looks it up for those that are switched on and there to post here. The server is asked only in depth. Never rejects. */
export async function lookUpRights(asked: RightsRequest, ports: RightsPorts): Promise<Rights> {
	const { place, inDepth, staff } = asked;
	const posters = postersOf(asked);
	// A discussion's posters may be members of the room around it.
	const isClosed = place.kind === 'group' && !place.discussion;
	const [members, held] = await Promise.all([
		isClosed ? lookUpMembers(posters, asked, ports) : new Map<string, boolean>(),
		inDepth && posters.length > 0 ? askForPosters(asked, ports) : nobodyKnown,
	]);
	const asksInVain = inDepth && (held === undefined || (place.readOnly && held.readOnlyPosters === undefined));
	const unknown = posters.filter((id) => asksInVain || (isClosed && !members.has(id))).length;
	return { rights: { members, staff, ...(held ?? nobodyKnown) }, unknown };
}

/** The ids of the users whose right to post matters, one for each integration. */
function postersOf({ about }: RightsRequest): string[] {
	const posting = about.filter((row) => row.integration.enabled && row.integration.type === 'incoming' && postsHere(row));
	return posting.map(({ integration }) => integration.userId).filter((id) => id !== '');
}

/** No more users than these are looked up: each is a round trip to the engine. */
const mostMembers = 50;

async function lookUpMembers(
	posters: readonly string[],
	{ place }: RightsRequest,
	{ rooms }: RightsPorts,
): Promise<ReadonlyMap<string, boolean>> {
	const ids = [...new Set(posters)].slice(0, mostMembers);
	const found = await Promise.all(ids.map(async (id) => [id, await isMember(id, place.id, rooms)] as const));
	return new Map(found.flatMap(([id, member]) => (member === undefined ? [] : [[id, member] as const])));
}

const nobodyKnown: Posters = { impersonators: undefined, readOnlyPosters: undefined };

/** Undefined where the server does not tell. */
async function askForPosters({ fresh }: RightsRequest, { source, lookUps }: RightsPorts): Promise<Posters | undefined> {
	const { get, keepFor, connectionKey } = source;
	const asked = await lookUps.posters.get(connectionKey, async () => fetchPosters(get), { keepFor, fresh });
	return asked.ok ? asked.value : undefined;
}
