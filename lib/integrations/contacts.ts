/** Whom to ask about integrations that have findings. */
import type { People } from './evidence';
import type { Row } from './reach';

/** Whom to ask. */
export interface Contacts {
	/** Usernames. */
	readonly owners: readonly string[];
	readonly creators: readonly string[];
}

/** Who might be asked: the users behind the rows, and the usernames of the room's owners. */
interface Known {
	readonly people: People;
	readonly owners: readonly string[];
}

/** Gives the room's owners, and the creators, if still active, of these rows, which have findings; undefined where there is no row. */
export function contactsOf(rows: readonly Row[], { people, owners }: Known): Contacts | undefined {
	const creators = rows.flatMap(({ integration }) => {
		const person = people.get(integration.createdById);
		return person?.there && person.active && person.username !== '' ? [person.username] : [];
	});
	return rows.length === 0 ? undefined : { owners, creators: [...new Set(creators)] };
}
