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
	/** The username of who reads it alone, who is not told to ask themself. */
	readonly except?: string | undefined;
}

/**
 * Gives the creators, if still active, of these rows, and the room's owners where one of the rows is of this room: of what reaches
 * all rooms they know no more than others. Undefined where there is no row.
 */
export function contactsOf(rows: readonly Row[], { people, owners, except }: Known): Contacts | undefined {
	const creators = rows.flatMap(({ integration }) => {
		const person = people.get(integration.createdById);
		return person?.there && person.active && person.username !== '' ? [person.username] : [];
	});
	const areConcerned = rows.some(({ reach }) => reach.part === 'here');
	const isOther = (name: string): boolean => name !== except;
	return rows.length === 0
		? undefined
		: { owners: areConcerned ? owners.filter(isOther) : [], creators: [...new Set(creators)].filter(isOther) };
}
