/** Looks up whether those whom incoming integrations post as may post in the room. */
import { isMember } from '../host/members';
import { membership, type Places, type PostingRights } from '../integrations/evidence';
import { postsHere } from '../integrations/firing';
import { knownRooms } from '../integrations/places';
import type { Row } from '../integrations/reach';
import type { Place, Subject } from '../integrations/room';
import type { Source } from '../rest/fetchIntegrations';
import type { LookUps } from '../rest/lookUps';
import type { HostPorts } from '../host/ports';
import { fetchPosters, type Posters } from '../rest/fetchPosters';

/** Whose rights are looked up. */
export interface RightsRequest {
	readonly subject: Subject;
	/** The rows that findings are wanted for. */
	readonly about: readonly Row[];
	/** Whether the server is asked, too. */
	readonly inDepth: boolean;
	/** The ids of the room's owners, moderators and leaders; undefined: not known. */
	readonly staff: readonly string[] | undefined;
	/** Whether everything is looked up anew. */
	readonly fresh: boolean;
	/** Whether more is looked up than somebody would wait for. */
	readonly thorough?: true;
	/** The rooms that rows of the whole workspace name. */
	readonly places: Promise<Places>;
}

/** What looking them up needs. */
export interface RightsPorts extends Pick<HostPorts, 'rooms'> {
	readonly source: Source;
	readonly lookUps: LookUps;
}

/** What was found out, and for how many integrations something is missing; `isBefore9`: of the server. */
interface Rights {
	readonly rights: PostingRights;
	readonly unknown: number;
	readonly isBefore9: boolean;
}

/** Looks it up for those that are switched on and there to post here. The server is asked only in depth. Never rejects. */
export async function lookUpRights(asked: RightsRequest, ports: RightsPorts): Promise<Rights> {
	const { subject, inDepth, staff } = asked;
	const posters = postersOf(asked);
	const [{ members, missing }, held] = await Promise.all([
		closedTo(posters, asked).then(async (entries) => lookUpMembers(entries, asked.thorough ? mostThorough : mostMembers, ports)),
		inDepth && (posters.length > 0 || hasOldScripts(asked)) ? askForPosters(asked, ports) : nobodyKnown,
	]);
	const isReadOnly = subject.kind !== 'workspace' && subject.readOnly;
	const isReadOnlyInVain = isReadOnly && (held?.readOnlyPosters === undefined || staff === undefined);
	const asksInVain = inDepth && (held === undefined || isReadOnlyInVain);
	const unknown = asksInVain ? posters.length : missing;
	const { impersonators, readOnlyPosters, isBefore9 } = held ?? nobodyKnown;
	return { rights: { members, staff, impersonators, readOnlyPosters }, unknown, isBefore9: isBefore9 === true };
}

/** Only of the whole workspace it is told how many scripts 9.0 runs otherwise; of a room, the check of the set-up tells it. */
function hasOldScripts({ subject, about }: RightsRequest): boolean {
	return subject.kind === 'workspace' && about.some(({ integration }) => integration.scriptWillChange);
}

/** The integrations whose right to post matters. */
function postersOf({ about }: RightsRequest): Row[] {
	return about.filter(
		(row) => row.integration.enabled && row.integration.type === 'incoming' && row.integration.userId !== '' && postsHere(row),
	);
}

/** Who posts, and into which private group: ids. */
interface Entry {
	readonly userId: string;
	readonly roomId: string;
}

/** The private groups that integrations post into; a discussion is none, as its posters may be members of the room around it. */
async function closedTo(posters: readonly Row[], { subject, places }: RightsRequest): Promise<Entry[]> {
	const isClosed = ({ kind, discussion }: Pick<Place, 'kind' | 'discussion'>): boolean => kind === 'group' && !discussion;
	const known = await places;
	return posters.flatMap((row) => {
		const rooms = subject.kind === 'workspace' ? knownRooms(row, known) : [subject];
		return rooms.filter(isClosed).map(({ id }) => ({ userId: row.integration.userId, roomId: id }));
	});
}

/** No more users than these are looked up, the second where it is thorough: each is a round trip to the engine. */
const [mostMembers, mostThorough] = [50, 200];

/** `missing`: of how many entries it is not known. */
async function lookUpMembers(
	entries: readonly Entry[],
	most: number,
	{ rooms }: RightsPorts,
): Promise<{ readonly members: ReadonlyMap<string, boolean>; readonly missing: number }> {
	const wanted = new Map(entries.map((entry) => [membership(entry.userId, entry.roomId), entry]));
	const found = await Promise.all(
		[...wanted].slice(0, most).map(async ([key, { userId, roomId }]) => [key, await isMember(userId, roomId, rooms)] as const),
	);
	const members = new Map(found.flatMap(([key, member]) => (member === undefined ? [] : [[key, member] as const])));
	const missing = entries.filter(({ userId, roomId }) => !members.has(membership(userId, roomId))).length;
	return { members, missing };
}

const nobodyKnown: Posters = { impersonators: undefined, readOnlyPosters: undefined, isBefore9: undefined };

/** Undefined where the server does not tell. */
async function askForPosters({ fresh }: RightsRequest, { source, lookUps }: RightsPorts): Promise<Posters | undefined> {
	const { get, keepFor, connectionKey } = source;
	const asked = await lookUps.posters.get(connectionKey, async () => fetchPosters(get), { keepFor, fresh });
	return asked.ok ? asked.value : undefined;
}
