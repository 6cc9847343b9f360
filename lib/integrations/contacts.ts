/** Whom to ask about an integration: names, so that nobody is called. */
import type { People } from './evidence';
import type { Findings } from './findFindings';
import type { Row } from './reach';

export interface Contacts {
	/** Usernames. */
	readonly owners: readonly string[];
	readonly creators: readonly string[];
}

/** Who might be asked: the people behind the rows, and the usernames of the room's owners. */
interface Known {
	readonly people: People;
	readonly owners: readonly string[];
}

/** The room's owners, and who made the rows that have a finding, where they are still active; nobody where nothing is found. */
export function contactsOf(rows: readonly Row[], findings: Findings, { people, owners }: Known): Contacts {
	const troubled = rows.filter(({ integration }) => findings.has(integration.id));
	const creators = troubled.flatMap(({ integration }) => {
		const person = people.get(integration.createdById);
		return person?.there && person.active && person.username !== '' ? [person.username] : [];
	});
	return troubled.length === 0 ? { owners: [], creators: [] } : { owners, creators: [...new Set(creators)] };
}
