/** One integration in full, among those of a room that its reader may see. */
import type { LastRun, RecentPosts } from '../integrations/evidence';
import type { Contacts } from '../integrations/contacts';
import { fail, type Result, success } from '../failure';
import type { Finding } from '../integrations/finding';
import { clean } from '../util/inlineCode';
import { distance } from '../query/nearest';
import type { Row } from '../integrations/reach';
import type { Inspection } from './inspect';
import type { Place } from '../integrations/room';
import type { Audience } from '../integrations/audience';

export interface Details {
	readonly row: Row;
	readonly place: Place;
	readonly audience: Audience;
	/** Undefined for an incoming one. */
	readonly lastRun: Result<LastRun | undefined> | 'notAsked' | undefined;
	/** What was found about it, the worst first, and whom to ask. */
	readonly findings: readonly Finding[];
	readonly contacts: Contacts;
	readonly unchecked: Inspection['unchecked'];
	/** Who posted of late, where that was asked for and can be told. */
	readonly recent: RecentPosts | undefined;
	/** Its page in the administration, for who can open it. */
	readonly adminUrl: string | undefined;
}

/**
 * Finds among the rows that the reader may see the integration with an id or a name, capitals aside. Fails with the nearest
 * names, or with the ids of those that have the name.
 */
export function pickIntegration(
	visible: readonly Row[],
	wanted: string,
): Result<Row, 'noSuchIntegration' | 'severalIntegrations'> {
	const exact = visible.filter(({ integration }) => integration.id === wanted);
	const named = visible.filter(({ integration }) => isCalled(integration.name, wanted));
	const [found, ...others] = exact.length > 0 ? exact : named;
	if (!found) {
		return fail({ kind: 'noSuchIntegration', name: wanted, nearest: nearestNames(visible, wanted) });
	}
	const ids = [found, ...others].map(({ integration }) => integration.id);
	return others.length === 0 ? success(found) : fail({ kind: 'severalIntegrations', name: wanted, ids });
}

/** People type a name as it was shown to them: cleaned, and perhaps cut. */
function isCalled(name: string, wanted: string): boolean {
	const [shown, typed] = [clean(name).toLowerCase(), clean(wanted).toLowerCase()];
	return shown === typed || (typed.length > 1 && typed.endsWith('…') && shown.startsWith(typed.slice(0, -1)));
}

/** How many names are offered instead of one that nobody has. */
const mostOffered = 3;

function nearestNames(rows: readonly Row[], wanted: string): string[] {
	const names = [...new Set(rows.map(({ integration }) => integration.name))].filter((name) => name !== '');
	const typed = wanted.toLowerCase().slice(0, 40);
	// People type the beginning of a name rather than all of it.
	const far = (name: string): number =>
		Math.min(...[name.slice(0, 40), name.slice(0, typed.length)].map((part) => distance(typed, part.toLowerCase())));
	return names.sort((one, other) => far(one) - far(other)).slice(0, mostOffered);
}

/** The administration's page of an integration; undefined where the server's address is not known. */
export function adminUrl(siteUrl: string, { integration }: Row): string | undefined {
	return siteUrl === ''
		? undefined
		: `${siteUrl}/admin/integrations/edit/${integration.type}/${encodeURIComponent(integration.id)}`;
}
