/** One integration in full, as data, and how it is found by its name. */
import type { LastRun } from '../integrations/evidence';
import type { RecentPosts } from '../integrations/recentPosts';
import type { Contacts } from '../integrations/contacts';
import { fail, type Missing, type Result, success, type Twin } from '../failure';
import type { Finding } from '../integrations/finding';
import { distance } from '../query/nearest';
import { tidy, toText } from '../query/tidy';
import type { Author } from '../host/messageAuthor';
import { comparable, sameName } from '../util/comparable';
import { longestText } from '../integrations/integration';
import type { Row } from '../integrations/reach';
import type { Inspection } from './inspect';
import type { Subject } from '../integrations/room';
import type { Audience } from '../integrations/audience';

/** What is told of one integration. */
export interface Details {
	readonly row: Row;
	readonly subject: Subject;
	readonly audience: Audience;
	/** Undefined for an incoming integration; inside, undefined: the history holds no run. */
	readonly lastRun: Result<LastRun | undefined> | undefined;
	/** The worst first. */
	readonly findings: readonly Finding[];
	/** Whom to ask; undefined where there is nothing to ask, or for a workspace admin, who can fix it. */
	readonly contacts: Contacts | undefined;
	readonly unchecked: Inspection['unchecked'];
	/** What could not be read: one of the same name may be among it. */
	readonly missing: Missing;
	/** Who posted lately; undefined where that was not looked up, or is not known. */
	readonly recent: RecentPosts | undefined;
	/** Where a message is asked about: whether its sender is whom this integration posts as, so that its mark is believable. */
	readonly mark: { readonly sender: string; readonly fits: boolean } | undefined;
	/** Its page in the administration; undefined for readers who cannot open it. */
	readonly adminUrl: string | undefined;
}

/**
 * Finds the integration with an id, or else with a name, or else the only one whose name begins so, among the rows that the
 * reader may see. A failure holds the nearest names, or the ids of all that have the name.
 */
export function pickIntegration(
	visible: readonly Row[],
	wanted: string,
): Result<Row, 'noSuchIntegration' | 'severalIntegrations'> {
	const named = visible.map((row) => ({ row, name: asTyped(row.integration.name) }));
	const typed = asTyped(wanted);
	const found = [
		visible.filter(({ integration }) => integration.id === wanted),
		named.filter(({ name }) => isCalled(name, typed)).map(({ row }) => row),
		onlyName(named.filter(({ name }) => typed !== '' && name.startsWith(typed))),
	].find((rows) => rows.length > 0);
	const [picked, ...others] = found ?? [];
	if (!picked) {
		return fail({ kind: 'noSuchIntegration', name: wanted, nearest: isId(wanted) ? [] : nearestNames(named, typed) });
	}
	const twins = [picked, ...others].map(toTwin);
	return others.length === 0 ? success(picked) : fail({ kind: 'severalIntegrations', name: wanted, twins });
}

/** Whether something has the form of the server's own ids: nobody mistypes one. */
function isId(wanted: string): boolean {
	return /^(?=.*\d)[A-Za-z0-9]{17}$/.test(wanted);
}

function toTwin({ integration }: Row): Twin {
	const { id, type, createdBy, createdAt, alias, username } = integration;
	const ends = integration.type === 'incoming' ? [alias || username] : integration.hosts;
	return { id, type, createdBy, createdAt, ends };
}

/** Finds the integration with an id, and nothing like it: a message's mark is no name that somebody typed. */
export function pickById(visible: readonly Row[], id: string): Result<Row, 'unlistedIntegration'> {
	const row = visible.find(({ integration }) => integration.id === id);
	return row ? success(row) : fail({ kind: 'unlistedIntegration' });
}

/** Compares who sent a message with whom the integration posts as. Other programs can write its mark, too. */
export function markOf({ name, senderId }: Extract<Author, { by: 'integration' }>, { integration }: Row): Details['mark'] {
	const { userId, username } = integration;
	const isAnybody = integration.type === 'outgoing' && integration.impersonates;
	return { sender: name, fits: isAnybody || (senderId !== '' && senderId === userId) || sameName(username, name) };
}

/** A row, and its name as it is compared. */
interface Named {
	readonly row: Row;
	readonly name: string;
}

/** A name as it is compared with a typed one, which is tidied; a longer one is not read to its end. */
function asTyped(name: string): string {
	return comparable(tidy(toText(name)).slice(0, longestText));
}

/** Whether somebody typed this name, which is not empty, as the app shows it: perhaps cut with an ellipsis. */
function isCalled(name: string, typed: string): boolean {
	return name !== '' && (name === typed || (typed.length > 1 && typed.endsWith('…') && name.startsWith(typed.slice(0, -1))));
}

/** The rows, if all have one name. */
function onlyName(named: readonly Named[]): Row[] {
	return new Set(named.map(({ name }) => name)).size === 1 ? named.map(({ row }) => row) : [];
}

/** How many similar names a failure offers; none that takes so many changes more than the nearest. */
const mostOffered = 3;
const furtherAway = 2;

/** The names that begin so, the shortest first; where there are none, those that take the fewest changes, or hardly more. */
function nearestNames(named: readonly Named[], typed: string): string[] {
	const others = [...new Map(named.filter(({ name }) => name !== '').map((one) => [one.name, one])).values()];
	const begun = others.filter(({ name }) => typed !== '' && name.startsWith(typed));
	// People often type only the beginning of a name: compared with that, too, the nearer counts.
	const far = (name: string): number => Math.min(distance(typed, name), distance(typed, name.slice(0, typed.length)));
	const ranked =
		begun.length > 0
			? begun.map(({ row, name }) => ({ row, rank: name.length }))
			: others.map(({ row, name }) => ({ row, rank: far(name) }));
	const [best] = ranked.sort((one, other) => one.rank - other.rank);
	return ranked
		.filter(({ rank }) => begun.length > 0 || rank <= (best?.rank ?? 0) + furtherAway)
		.slice(0, mostOffered)
		.map(({ row }) => row.integration.name);
}

/** The URL of an integration's page in the administration (the web client's `routes.tsx`); undefined where `siteUrl` is empty. */
export function adminUrl(siteUrl: string, { integration }: Row): string | undefined {
	return siteUrl === ''
		? undefined
		: `${siteUrl}/admin/integrations/edit/${integration.type}/${encodeURIComponent(integration.id)}`;
}
