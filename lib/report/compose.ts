/** Makes a report, or one integration in full, of the rows that the server gave: filters, inspects, builds. */
import type { Permit } from '../access/authorize';
import { type Result, success } from '../failure';
import { contactsOf } from '../integrations/contacts';
import type { Row } from '../integrations/reach';
import type { Fetched } from '../rest/combineLists';
import { buildReport, type Report } from './buildReport';
import { adminUrl, type Details, pickIntegration } from './details';
import { filterRows } from './filter';
import { inspect, type Inspection, type InspectPorts } from './inspect';

/** One page of the list that the question asks for. */
export async function composeReport(
	fetched: Fetched,
	permit: Permit,
	ports: InspectPorts,
): Promise<Result<Report, 'noSuchPage'>> {
	const filtered = filterRows(fetched.rows, permit.audience, permit.query);
	const { visible, matching } = filtered;
	const runsOf = permit.query.attention ? matching.filter(({ integration }) => integration.enabled) : [];
	const inspection = await inspectRows({ rows: visible, about: visible, runsOf }, permit, ports);
	return buildReport(permit, { fetched, filtered, inspection });
}

/** Which rows are inspected. */
interface RowsToInspect {
	/** All rows that the reader may see. */
	readonly rows: readonly Row[];
	/** Those of them that findings are wanted for. */
	readonly about: readonly Row[];
	/** Those whose last run is wanted; incoming ones have none. */
	readonly runsOf: readonly Row[];
}

/** Inspects rows. Last runs and the room's messages are looked up only for answers that show them, because they cost requests. */
async function inspectRows({ rows, about, runsOf }: RowsToInspect, permit: Permit, ports: InspectPorts): Promise<Inspection> {
	const { query, caller, place, audience, settings } = permit;
	const showsActivity = query.attention === true || query.show !== undefined;
	const asked = {
		place,
		audience,
		rows,
		about,
		runsOf: runsOf.filter(({ integration }) => integration.type === 'outgoing'),
		asksRuns: asksForRuns(permit),
		readsActivity: showsActivity && settings.readActivity,
		caller: caller.id,
		fresh: query.fresh === true,
	};
	return inspect(asked, ports);
}

/** Whether the server may be asked for last runs: in the panel only by *Refresh*. */
function asksForRuns({ query, isClick }: Permit): boolean {
	return query.fresh === true || !(isClick && query.action === 'browse');
}

/** The integration that `show` names, in full. */
export async function composeDetails(
	fetched: Fetched,
	permit: Permit,
	ports: InspectPorts,
): Promise<Result<Details, 'noSuchIntegration' | 'severalIntegrations'>> {
	const { audience, place, query, server, owners } = permit;
	const { visible } = filterRows(fetched.rows, audience, query);
	const picked = pickIntegration(visible, query.show ?? '');
	if (!picked.ok) {
		return picked;
	}
	const row = picked.value;
	const { id, type } = row.integration;
	const inspection = await inspectRows({ rows: visible, about: [row], runsOf: [row] }, permit, ports);
	const { findings, people, lastRuns, recent, unchecked } = inspection;
	return success({
		row,
		place,
		audience,
		lastRun: type === 'outgoing' ? (lastRuns.get(id) ?? 'notAsked') : undefined,
		findings: findings.get(id) ?? [],
		contacts: contactsOf([row], findings, { people, owners }),
		unchecked,
		recent,
		adminUrl: audience === 'admin' ? adminUrl(server.siteUrl, row) : undefined,
	});
}
