/** Whom to ask, in words. Names are inline code, so that nobody is mentioned. */
import type { Contacts } from '../integrations/contacts';
import { firstNames, list } from './names';
import type { Translate } from './translate';

/** One line, or none where nothing is to be asked. */
export function contactsLine(contacts: Contacts | undefined, t: Translate): string[] {
	if (!contacts) {
		return [];
	}
	const { owners, creators } = contacts;
	const others = creators.filter((name) => !owners.includes(name));
	const people = [
		...(owners.length > 0 ? [t('contacts_owners', { count: owners.length, names: named(owners, t) })] : []),
		...(others.length > 0 ? [t('contacts_creators', { count: others.length, names: named(others, t) })] : []),
	];
	return [people.length > 0 ? t('contacts', { people: people.join(', ') }) : t('contacts_nobody')];
}

/** How many names are shown of each group; the others are counted. */
const most = 3;

function named(names: readonly string[], t: Translate): string {
	return list(firstNames(names, most), 'and', t);
}
