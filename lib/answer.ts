/** The story of one question, from top to bottom: may the caller ask, is the app set up, what does the server say. */
import type { Cache } from './cache';
import type { Connection } from './connection';
import { connectionKey, toConnection } from './connection';
import type { Details } from './details';
import { adminUrl, pickOne } from './details';
import type { Result } from './failure';
import { fail, success } from './failure';
import type { Fetched, Source } from './fetchIntegrations';
import { fetchIntegrations } from './fetchIntegrations';
import { fetchLastRun } from './lastRun';
import type { Permit, PermitPorts, Question } from './permit';
import { permit } from './permit';
import type { Row } from './reach';
import type { Report } from './report';
import { buildReport } from './report';
import type { RestPorts } from './restClient';
import { createGet } from './restClient';
import type { Status } from './status';
import { checkSetUp } from './status';
import { nameTokenUser } from './tokenUser';

export interface AnswerPorts extends PermitPorts, RestPorts {
	readonly cache: Cache;
}

/** What is to be said; all but the summary is for the caller alone. */
export type Answer =
	| { readonly kind: 'report'; readonly report: Report }
	| { readonly kind: 'details'; readonly details: Details }
	| { readonly kind: 'status'; readonly status: Status };

/** What every request of one question goes through. */
const openSource = ({ deadline }: Question, { settings }: Permit, connection: Connection, ports: AnswerPorts): Source => ({
	get: createGet(connection, settings.requestTimeout, deadline, ports),
	cache: ports.cache,
	connectionKey: connectionKey(connection),
	keepFor: settings.cacheSeconds * 1000,
});

const tellStatus = async (
	{ caller }: Question,
	permitted: Permit,
	source: Result<Source>,
	ports: AnswerPorts,
): Promise<Answer> => {
	const { place, settings, server } = permitted;
	const connection = toConnection(settings, server.siteUrl);
	const get = source.ok ? source.value.get : undefined;
	return { kind: 'status', status: await checkSetUp({ place, callerId: caller.id, settings, connection }, get, ports) };
};

/** One integration in full: for an outgoing one the server is asked for its last run, too. */
const tellDetails = async (
	rows: readonly Row[],
	wanted: string,
	{ audience, place, server }: Permit,
	{ get }: Source,
): Promise<Result<Answer>> => {
	const picked = pickOne(rows, wanted, audience);
	if (!picked.ok) {
		return picked;
	}
	const row = picked.value;
	const url = audience === 'admin' ? adminUrl(server.siteUrl, row) : undefined;
	const lastRun = row.integration.type === 'outgoing' ? await fetchLastRun(row.integration.id, get) : undefined;
	const details: Details = { row, place, audience, ...(lastRun && { lastRun }), ...(url !== undefined && { adminUrl: url }) };
	return success({ kind: 'details', details });
};

const tellReport = (fetched: Fetched, { query }: Question, { audience, place, settings, server }: Permit): Result<Answer> => {
	const { includeGlobal, workspaceScan, pageSize } = settings;
	const { messageLimit } = server;
	const report = buildReport(fetched, { place, query, audience, includeGlobal, workspaceScan, pageSize, messageLimit });
	return report.ok ? success({ kind: 'report', report: report.value }) : report;
};

/**
 * Answers a question about the integrations of a room. No request is made before the caller's access is proven.
 * Fails as each step does: the room, access, the audience asked for, the set-up, the server, the page or the name.
 */
export const answer = async (question: Question, ports: AnswerPorts): Promise<Result<Answer>> => {
	const { query } = question;
	const permitted = await permit(question, ports);
	if (!permitted.ok) {
		return permitted;
	}
	const { place, settings, server } = permitted.value;
	const connection = toConnection(settings, server.siteUrl);
	const source = connection.ok ? success(openSource(question, permitted.value, connection.value, ports)) : connection;
	if (query.action === 'status') {
		return success(await tellStatus(question, permitted.value, source, ports));
	}
	if (!source.ok) {
		return source;
	}
	const fetched = await fetchIntegrations(place, { ...settings, fresh: query.fresh === true }, source.value);
	if (!fetched.ok) {
		return fail(await nameTokenUser(fetched.failure, settings.userId, ports.users));
	}
	return query.show === undefined
		? tellReport(fetched.value, question, permitted.value)
		: tellDetails(fetched.value.rows, query.show, permitted.value, source.value);
};
