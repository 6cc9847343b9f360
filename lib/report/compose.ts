/** From the rows that the server gave to what is said of them: a list of them, or one of them in full. */
import type { Permit } from '../access/authorize';
import { type Result, success } from '../failure';
import { contactsOf } from '../integrations/contacts';
import type { Row } from '../integrations/reach';
import type { Fetched } from '../rest/combineLists';
import { buildReport, type Report } from './buildReport';
import { adminUrl, type Details, pickIntegration } from './details';
import { filterRows } from './filter';
import { inspect, type Inspection, type InspectPorts } from './inspect';

/** The list of what matches the question. Fails as the report does. */
export async function composeReport(fetched: Fetched, permit: Permit, ports: InspectPorts): Promise<Result<Report>> {
	const filtered = filterRows(fetched.rows, permit.audience, permit.query);
	const { visible, matching } = filtered;
	const runsOf = permit.query.attention ? matching.filter(({ integration }) => integration.enabled) : [];
	const inspection = await inspectRows({ rows: visible, about: visible, runsOf }, permit, ports);
	return buildReport(permit, { fetched, filtered, inspection });
}

interface RowsToInspect {
	/** All rows that the reader may see. */
	readonly rows: readonly Row[];
	readonly about: readonly Row[];
	/** Those whose last run matters, if they are outgoing. */
	readonly runsOf: readonly Row[];
}

/** Looks behind some rows: into last runs and the room's messages only where what comes of it is shown. */
async function inspectRows({ rows, about, runsOf }: RowsToInspect, permit: Permit, ports: InspectPorts): Promise<Inspection> {
	const { query, caller, place, audience, settings } = permit;
	const isCloser = query.attention === true || query.show !== undefined;
	const asked = {
		place,
		audience,
		rows,
		about,
		runsOf: runsOf.filter(({ integration }) => integration.type === 'outgoing'),
		asksRuns: asksForRuns(permit),
		readsActivity: isCloser && settings.readActivity,
		caller: caller.id,
		fresh: query.fresh === true,
	};
	return inspect(asked, ports);
}

/** In the panel only *Refresh* asks the server. */
function asksForRuns({ query, isClick }: Permit): boolean {
	return query.fresh === true || !(isClick && query.action === 'browse');
}

/** The integration that the question names, in full. Fails where it is not there, or not the only one. */
export async function composeDetails(fetched: Fetched, permit: Permit, ports: InspectPorts): Promise<Result<Details>> {
	const { audience, place, query, server, owners } = permit;
	const { visible } = filterRows(fetched.rows, audience, query);
	const picked = pickIntegration(visible, query.show ?? '');
	if (!picked.ok) {
		return picked;
	}
	const row = picked.value;
	const { id, type } = row.integration;
	const seen = await inspectRows({ rows: visible, about: [row], runsOf: [row] }, permit, ports);
	const { findings, people, lastRuns, recent, unchecked } = seen;
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
