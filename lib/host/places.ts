/** The rooms and people that integrations name: whether they exist. Looked up together, and kept for a while. */
import type { KnownPlace, Places } from '../integrations/evidence';
import { isRecord, toText } from '../util/guards';
import { kindOf } from './lookUpRoom';
import { createLookUpMemory, type LookUpRules } from './lookUpMemory';
import { findPerson } from './people';
import type { HostPorts } from './ports';
import { readRoomFlags } from './roomFlags';

/** How they are looked up. */
interface PlaceRules extends LookUpRules {
	/** The id of the room that is asked in, which certainly exists: if not even that is found, the app may not look rooms up. */
	readonly room: string;
	/** The id of the caller, for people likewise. */
	readonly caller: string;
}

type Ports = Pick<HostPorts, 'rooms' | 'users'>;

/** Places that were looked up lately. */
export interface PlaceMemory {
	/** Looks places up by what integrations store: `#name`, `#id`, `@username` or `@id`. What could not be looked up is not in what it gives. Never rejects. */
	readonly lookUp: (entries: readonly string[], rules: PlaceRules, ports: Ports) => Promise<Places>;
}

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export function createPlaceMemory(now: () => number): PlaceMemory {
	const [rooms, people] = [createLookUpMemory<KnownPlace>(now), createLookUpMemory<KnownPlace>(now)];
	const lookUp: PlaceMemory['lookUp'] = async (entries, { room, caller, ...rules }, ports) => {
		const isPerson = (entry: string): boolean => entry.startsWith('@');
		const [foundRooms, foundPeople] = await Promise.all([
			rooms.lookUp(
				entries.filter((entry) => !isPerson(entry)),
				rules,
				{ find: async (entry) => findRoom(entry, ports), certain: `#${room}` },
			),
			people.lookUp(entries.filter(isPerson), rules, {
				find: async (entry) => findAddressee(entry, ports),
				certain: `@${caller}`,
			}),
		]);
		return new Map([...foundRooms, ...foundPeople]);
	};
	return { lookUp };
}

/** By name, as the server does first, then by id. The engine gives undefined, against its types, for a room that does not exist. */
async function findRoom(entry: string, { rooms }: Ports): Promise<KnownPlace> {
	const name = entry.slice(1);
	const named = toRoom(await rooms.getByName(name));
	return named.there ? named : toRoom(await rooms.getById(name));
}

function toRoom(room: unknown): KnownPlace {
	if (!isRecord(room)) {
		return { there: false };
	}
	const kind = kindOf({ type: toText(room.type) });
	const { muted, encrypted } = readRoomFlags(room);
	const discussion = Boolean(room.parentRoom);
	return { there: true, id: toText(room.id), kind: kind.ok ? kind.value : 'direct', discussion, muted, encrypted };
}

async function findAddressee(entry: string, { users }: Ports): Promise<KnownPlace> {
	const named = await findPerson(entry, users);
	const person = named.there ? named : await findPerson(entry.slice(1), users);
	return person.there ? { there: true, id: person.id, kind: 'person' } : { there: false };
}
