/** Whom to ask about an integration: names, so that nobody is called. */
import type { Findings } from './findFindings';
import type { People } from '../host/people';
import type { Row } from './reach';

export interface Contacts {
	/** Usernames. */
	readonly owners: readonly string[];
	readonly creators: readonly string[];
}

/** The room's owners, and who made the rows that have a finding, where they are still active; nobody where nothing is found. */
export function contactsOf(rows: readonly Row[], findings: Findings, people: People, owners: readonly string[]): Contacts {
	const troubled = rows.filter(({ integration }) => findings.has(integration.id));
	const creators = troubled.flatMap(({ integration }) => {
		const person = people.get(integration.createdById);
		return person?.there && person.active && person.username !== '' ? [person.username] : [];
	});
	return troubled.length === 0 ? { owners: [], creators: [] } : { owners, creators: [...new Set(creators)] };
}
