/** The users behind integrations (who made them, whom they post as): looked up together, and kept for a while. */
import type { KnownPerson, People } from '../integrations/evidence';
import { isRecord, toText, toTexts } from '../util/guards';
import { createRecentMap } from '../util/recentMap';
import type { HostPorts } from './ports';

/** How people are looked up. */
export interface PeopleRules {
	/** The id of the caller, who certainly exists: if not even the caller is found, the app may not look users up. */
	readonly caller: string;
	/** Milliseconds for which a look-up may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Whether to look everybody up anew. */
	readonly fresh: boolean;
}

/** Users that were looked up lately. */
export interface PeopleMemory {
	/** Looks users up by their ids, or usernames with `@`, at most 50 at once. Who could not be looked up is not in what it gives. Never rejects. */
	readonly lookUp: (keys: readonly string[], rules: PeopleRules, users: HostPorts['users']) => Promise<People>;
}

/** How many people are kept: those looked up last. */
const mostKept = 500;

/** No more people than these are looked up for one answer: each is a round trip to the engine. */
const mostAtOnce = 50;

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export function createPeopleMemory(now: () => number): PeopleMemory {
	const kept = createRecentMap<{ readonly person: KnownPerson; readonly at: number }>(mostKept);
	const recall = (id: string, keepFor: number): KnownPerson | undefined => {
		const entry = kept.get(id);
		return entry && now() - entry.at < keepFor ? entry.person : undefined;
	};
	const lookUp: PeopleMemory['lookUp'] = async (keys, { caller, keepFor, fresh }, users) => {
		const wanted = [...new Set(keys)].filter((id) => id !== '').slice(0, mostAtOnce);
		const known = new Map(wanted.map((id) => [id, fresh ? undefined : recall(id, keepFor)]));
		const unknown = wanted.filter((id) => !known.get(id));
		const found = await lookUpEach(unknown, users);
		const reliable = await isReliable(found, caller, users);
		return new Map(
			wanted.flatMap((id) => {
				const person = (reliable ? found.get(id) : undefined) ?? known.get(id);
				if (person && keepFor > 0 && found.has(id)) {
					kept.set(id, { person, at: now() });
				}
				return person ? [[id, person] as const] : [];
			}),
		);
	};
	return { lookUp };
}

type Found = ReadonlyMap<string, KnownPerson | undefined>;

async function lookUpEach(keys: readonly string[], users: HostPorts['users']): Promise<Found> {
	return new Map(await Promise.all(keys.map(async (key) => [key, await lookUp(key, users).catch(() => undefined)] as const)));
}

/** The server compares names without capitals. Whether the engine does is not known: the stored form is tried, then the small one. */
async function lookUp(key: string, users: HostPorts['users']): Promise<KnownPerson> {
	const name = key.slice(1);
	if (!key.startsWith('@')) {
		return toPerson(await users.getById(key));
	}
	const person = toPerson(await users.getByUsername(name));
	return person.there || name === name.toLowerCase() ? person : toPerson(await users.getByUsername(name.toLowerCase()));
}

/** The engine gives undefined, against its types, for a user who does not exist, and also where the app lacks `user.read`. */
function toPerson(user: unknown): KnownPerson {
	return isRecord(user)
		? { there: true, username: toText(user.username), active: user.isEnabled !== false, roles: toTexts(user.roles) ?? [] }
		: { there: false };
}

/** Whether look-ups work at all: if anybody was found, they do; otherwise the caller is looked up to see. */
async function isReliable(found: Found, caller: string, users: HostPorts['users']): Promise<boolean> {
	const isThere = (people: Found): boolean => [...people.values()].some((person) => person?.there === true);
	if (found.has(caller)) {
		return found.get(caller)?.there === true;
	}
	return isThere(found) || (found.size > 0 && isThere(await lookUpEach([caller], users)));
}
