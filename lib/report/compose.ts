/** Makes a report, or one integration in full, of the rows that the server gave: filters, inspects, builds. */
import type { Permit } from '../access/authorize';
import { fail, type Result, success } from '../failure';
import { contactsOf } from '../integrations/contacts';
import type { Row } from '../integrations/reach';
import type { Place } from '../integrations/room';
import type { Fetched } from '../rest/combineLists';
import type { Audience } from '../integrations/audience';
import { buildReport, type Report } from './buildReport';
import { adminUrl, type Details, markOf, pickById, pickIntegration } from './details';
import { filterRows } from './filter';
import { lookUpNamed } from './namedUser';
import { withoutNamesakes } from './namesakes';
import { missingOf } from './missing';
import type { LineLength } from './pageSize';
import { inspect, type Inspection, type InspectPorts, type InspectRequest } from './inspect';

/** What a report is composed with: `lineLength` measures in the language of an audience. */
export interface ComposePorts extends InspectPorts {
	readonly lineLength: (audience: Audience) => Promise<LineLength>;
}

/** One page of the list that the question asks for. */
export async function composeReport(
	fetched: Fetched,
	permit: Permit,
	ports: ComposePorts,
): Promise<Result<Report, 'noSuchPage'>> {
	const { subject, audience, query } = permit;
	const [own, named] = await Promise.all([
		withoutNamesakes(fetched, subject, ports.rooms),
		lookUpNamed(fetched.rows, permit, ports),
	]);
	const filtered = filterRows(own.rows, audience, { ...query, ...named });
	const inspection = await inspectRows({ rows: filtered.visible, about: filtered.matching }, permit, ports);
	const lineLength = await ports.lineLength(audience);
	return buildReport(permit, { fetched: own, filtered, inspection, lineLength });
}

/** All rows of a room that everybody there may see, with what they and the people behind them tell: no request is made. */
export async function composeRows(
	fetched: Fetched,
	{ place, caller }: { readonly place: Place; readonly caller: string },
	ports: InspectPorts,
): Promise<{ readonly rows: readonly Row[]; readonly inspection: Inspection }> {
	const own = await withoutNamesakes(fetched, place, ports.rooms);
	const { visible: rows } = filterRows(own.rows, 'room', { action: 'list', page: 1 });
	const asked = {
		subject: place,
		room: place.id,
		audience: 'room',
		rows,
		about: rows,
		inDepth: false,
		thorough: true,
		readsActivity: false,
		caller,
		staff: undefined,
	} as const;
	return { rows, inspection: await inspect({ ...asked, fresh: true }, ports) };
}

/** Which rows are inspected: those in `about`, which are some of `rows`. */
type RowsToInspect = Pick<InspectRequest, 'rows' | 'about'>;

/** Inspects the rows in `about`, of all that the reader may see; in depth only for answers that show what it brings. */
async function inspectRows({ rows, about }: RowsToInspect, permit: Permit, ports: InspectPorts): Promise<Inspection> {
	const { query, caller, subject, room, audience, settings, staff } = permit;
	const asked = {
		subject,
		room: room.id,
		audience,
		rows,
		about,
		inDepth: query.attention === true || query.show !== undefined,
		readsActivity: settings.readActivity,
		caller: caller.id,
		staff,
		fresh: query.fresh === true,
	};
	return inspect(asked, ports);
}

/** The integration that `show` names, in full. */
export async function composeDetails(
	fetched: Fetched,
	permit: Permit,
	ports: InspectPorts,
): Promise<Result<Details, 'noSuchIntegration' | 'severalIntegrations' | 'unlistedIntegration'>> {
	const { audience, subject, query, server, owners, about, caller } = permit;
	const own = await withoutNamesakes(fetched, subject, ports.rooms);
	// A workspace admin is told of one that may only be pointed here, too.
	const { visible } = filterRows(own.rows, audience, { ...query, scope: 'all' });
	const wanted = query.show ?? '';
	const picked = about ? pickById(visible, wanted) : pickIntegration(visible, wanted);
	const missing = missingOf(own, visible);
	if (!picked.ok) {
		const failure = picked.failure.kind === 'noSuchIntegration' ? { ...picked.failure, missing } : picked.failure;
		return fail(subject.kind === 'workspace' ? { ...failure, among: subject.kind } : failure);
	}
	const row = picked.value;
	const { id, type } = row.integration;
	const inspection = await inspectRows({ rows: visible, about: [row] }, permit, ports);
	const { findings, people, lastRuns, recent, unchecked } = inspection;
	return success({
		row,
		subject,
		audience,
		lastRun: type === 'outgoing' ? lastRuns.get(id) : undefined,
		findings: findings.get(id) ?? [],
		contacts:
			audience === 'admin'
				? undefined
				: contactsOf(findings.has(id) || about ? [row] : [], { people, owners, except: caller.username }),
		mark: about?.by === 'integration' ? markOf(about, row) : undefined,
		unchecked,
		missing,
		recent,
		adminUrl: audience === 'admin' ? adminUrl(server.siteUrl, row) : undefined,
	});
}
