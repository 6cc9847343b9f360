/** Who made the integrations and whom they post as: looked up once each, together, and kept for a while. */
import type { KnownPerson, People } from '../integrations/evidence';
import { isRecord, toText } from '../util/guards';
import { createRecentMap } from '../util/recentMap';
import type { HostPorts } from './ports';

export interface PeopleRules {
	/** Somebody who is there for certain: where nobody is found, not even by that look-up, none can be relied on. */
	readonly caller: string;
	/** Milliseconds for which a look-up may be used again; 0: nothing is kept. */
	readonly keepFor: number;
	/** Look everybody up, whoever is kept. */
	readonly fresh: boolean;
}

export interface PeopleMemory {
	/** Looks users up by their ids, at most 50 at once. One that cannot be looked up is left out. */
	readonly lookUp: (ids: readonly string[], rules: PeopleRules, users: HostPorts['users']) => Promise<People>;
}

/** How many people are kept: those looked up last. */
const mostKept = 500;

/** More people than these are not looked up for one answer. */
const mostAtOnce = 50;

/** Makes a memory of nobody; `now` gives an epoch in milliseconds. */
export function createPeopleMemory(now: () => number): PeopleMemory {
	const kept = createRecentMap<{ readonly person: KnownPerson; readonly at: number }>(mostKept);
	const recall = (id: string, keepFor: number): KnownPerson | undefined => {
		const entry = kept.get(id);
		return entry && now() - entry.at < keepFor ? entry.person : undefined;
	};
	const lookUp: PeopleMemory['lookUp'] = async (ids, { caller, keepFor, fresh }, users) => {
		const wanted = [...new Set(ids)].filter((id) => id !== '').slice(0, mostAtOnce);
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

async function lookUpEach(ids: readonly string[], users: HostPorts['users']): Promise<Found> {
	return new Map(
		await Promise.all(ids.map(async (id) => [id, await users.getById(id).then(toPerson, () => undefined)] as const)),
	);
}

/** The engine's types promise a user where the server finds none; where the app lacks the permission, it finds none either. */
function toPerson(user: unknown): KnownPerson {
	return isRecord(user) ? { there: true, username: toText(user.username), active: user.isEnabled !== false } : { there: false };
}

/** Whoever is found shows that look-ups work; the caller is asked for only where nobody is. */
async function isReliable(found: Found, caller: string, users: HostPorts['users']): Promise<boolean> {
	const isThere = (people: Found): boolean => [...people.values()].some((person) => person?.there === true);
	if (found.has(caller)) {
		return found.get(caller)?.there === true;
	}
	return isThere(found) || (found.size > 0 && isThere(await lookUpEach([caller], users)));
}
