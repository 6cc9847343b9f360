/** Whom to ask about integrations that have findings. */
import type { People } from './evidence';
import type { Findings } from './findFindings';
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

/** Gives the room's owners, and the creators, if still active, of the rows with findings; nobody where no row has any. */
export function contactsOf(rows: readonly Row[], findings: Findings, { people, owners }: Known): Contacts {
	const troubled = rows.filter(({ integration }) => findings.has(integration.id));
	const creators = troubled.flatMap(({ integration }) => {
		const person = people.get(integration.createdById);
		return person?.there && person.active && person.username !== '' ? [person.username] : [];
	});
	return troubled.length === 0 ? { owners: [], creators: [] } : { owners, creators: [...new Set(creators)] };
}
