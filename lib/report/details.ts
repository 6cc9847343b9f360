/** One integration in full, as data, and how it is found by its name. */
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

/** What is told of one integration. */
export interface Details {
	readonly row: Row;
	readonly place: Place;
	readonly audience: Audience;
	/** Undefined for an incoming integration; inside, undefined: the history holds no run. */
	readonly lastRun: Result<LastRun | undefined> | undefined;
	/** The worst first. */
	readonly findings: readonly Finding[];
	readonly contacts: Contacts;
	readonly unchecked: Inspection['unchecked'];
	/** Who posted lately; undefined where that was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
	/** Its page in the administration; undefined for readers who cannot open it. */
	readonly adminUrl: string | undefined;
}

/**
 * Finds the integration with an id, or else with a name in any capitals, among the rows that the reader may see. A failure holds
 * the nearest names, or the ids of all that have the name.
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

/** Whether somebody typed this name as the app shows it: cleaned, and perhaps cut with an ellipsis. */
function isCalled(name: string, wanted: string): boolean {
	const [shown, typed] = [clean(name).toLowerCase(), clean(wanted).toLowerCase()];
	return shown === typed || (typed.length > 1 && typed.endsWith('…') && shown.startsWith(typed.slice(0, -1)));
}

/** How many similar names a failure offers. */
const mostOffered = 3;

function nearestNames(rows: readonly Row[], wanted: string): string[] {
	const names = [...new Set(rows.map(({ integration }) => integration.name))].filter((name) => name !== '');
	const typed = wanted.toLowerCase().slice(0, 40);
	// People often type only the beginning of a name: compared with that, too, the nearer counts.
	const far = (name: string): number =>
		Math.min(...[name.slice(0, 40), name.slice(0, typed.length)].map((part) => distance(typed, part.toLowerCase())));
	return names.sort((one, other) => far(one) - far(other)).slice(0, mostOffered);
}

/** The URL of an integration's page in the administration (the web client's `routes.tsx`); undefined where `siteUrl` is empty. */
export function adminUrl(siteUrl: string, { integration }: Row): string | undefined {
	return siteUrl === ''
		? undefined
		: `${siteUrl}/admin/integrations/edit/${integration.type}/${encodeURIComponent(integration.id)}`;
}
