/** From the rows that the server gave to what is said of them: a list of them, or one of them in full. */
import type { Answer, AnswerPorts } from '../answer';
import { contactsOf } from '../integrations/contacts';
import { adminUrl, type Details, pickOne } from './details';
import { type Result, success } from '../failure';
import type { Fetched, Source } from '../rest/fetchIntegrations';
import { matches } from './filter';
import type { Permit, Question } from '../access/authorize';
import type { Row } from '../integrations/reach';
import { buildReport } from './buildReport';
import { scrutinise, type Scrutiny } from './inspect';
import { visibleTo } from './selection';

/** The integration with a name or an id, in full. Fails where it is not there, or not the only one. */
export async function tellDetails(
	{ rows }: Fetched,
	wanted: string,
	question: Question,
	permitted: Permit,
	source: Source,
	ports: AnswerPorts,
): Promise<Result<Answer>> {
	const { audience, place, server, owners } = permitted;
	const picked = pickOne(rows, wanted, audience);
	if (!picked.ok) {
		return picked;
	}
	const row = picked.value;
	const { id, type } = row.integration;
	const seen = await lookBehind([row], visibleTo(audience, rows), question, permitted, source, ports);
	const { findings, people, lastRuns, recent, unchecked } = seen;
	const url = audience === 'admin' ? adminUrl(server.siteUrl, row) : undefined;
	const lastRun = type === 'outgoing' ? (lastRuns.get(id) ?? ('notAsked' as const)) : undefined;
	const contacts = contactsOf([row], findings, people, owners);
	const details: Details = { row, place, audience, lastRun, findings: findings.get(id) ?? [], contacts, unchecked, recent };
	return success({ kind: 'details', details: url === undefined ? details : { ...details, adminUrl: url } });
}

/** Looks behind some rows: into last runs and the room's messages only where what comes of it is shown. */
async function lookBehind(
	about: readonly Row[],
	rows: readonly Row[],
	question: Question,
	{ place, audience, settings }: Permit,
	{ get, keepFor }: Source,
	ports: AnswerPorts,
): Promise<Scrutiny> {
	const { query, caller } = question;
	const isCloser = query.attention === true || query.show !== undefined;
	const isAsked = (row: Row): boolean => query.show !== undefined || (row.integration.enabled && matches(row, query));
	const runsOf = isCloser ? about.filter((row) => row.integration.type === 'outgoing' && isAsked(row)) : [];
	const asksRuns = asksForRuns(question);
	const readsActivity = isCloser && settings.readActivity;
	const rules = { caller: caller.id, keepFor, fresh: query.fresh === true };
	return scrutinise({ place, audience, rows, about, runsOf, asksRuns, readsActivity }, rules, get, ports);
}

/** In the panel only *Refresh* asks the server. */
function asksForRuns({ query, click }: Question): boolean {
	return query.fresh === true || !(click && query.action === 'browse');
}

/** The list of what matches the question. Fails as the report does. */
export async function tellReport(
	fetched: Fetched,
	question: Question,
	permitted: Permit,
	source: Source,
	ports: AnswerPorts,
): Promise<Result<Answer>> {
	const { audience, place, settings, server, owners } = permitted;
	const { includeGlobal, workspaceScan, pageSize } = settings;
	const { messageLimit } = server;
	const { query } = question;
	const visible = visibleTo(audience, fetched.rows);
	const scrutiny = await lookBehind(visible, visible, question, permitted, source, ports);
	const frame = { place, query, audience, includeGlobal, workspaceScan, pageSize, messageLimit, scrutiny, owners };
	const report = buildReport(fetched, frame);
	return report.ok ? success({ kind: 'report', report: report.value }) : report;
}
