/** The users behind integrations (who made them, whom they post as): looked up together, and kept for a while. */
import type { KnownPerson, People } from '../integrations/evidence';
import { isRecord, toText, toTexts } from '../util/guards';
import { createLookUpMemory, type LookUpRules } from './lookUpMemory';
import type { HostPorts } from './ports';

/** How people are looked up. */
export interface PeopleRules extends LookUpRules {
	/** The id of the caller, who certainly exists: if not even the caller is found, the app may not look users up. */
	readonly caller: string;
}

/** Users that were looked up lately. */
export interface PeopleMemory {
	/** Looks users up by their ids, or usernames with `@`. Who could not be looked up is not in what it gives. Never rejects. */
	readonly lookUp: (keys: readonly string[], rules: PeopleRules, users: HostPorts['users']) => Promise<People>;
}

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export function createPeopleMemory(now: () => number): PeopleMemory {
	const memory = createLookUpMemory<KnownPerson>(now);
	return {
		lookUp: async (keys, { caller, ...rules }, users) =>
			memory.lookUp(keys, rules, { find: async (key) => findPerson(key, users), certain: caller }),
	};
}

/**
 * The user with an id, or a username with `@`. The server compares names without capitals. Whether the engine does is not known: the
 * stored form is tried, then the small one. Rejects as the engine does.
 */
export async function findPerson(key: string, users: HostPorts['users']): Promise<KnownPerson> {
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
		? {
				there: true,
				id: toText(user.id),
				username: toText(user.username),
				active: user.isEnabled !== false,
				roles: toTexts(user.roles) ?? [],
			}
		: { there: false };
}
