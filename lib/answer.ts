/** The story of one question, from top to bottom: may the caller ask, is the app set up, what does the server say. */
import { type Cache, oldest } from './rest/cache';
import { type Connection, connectionKey, toConnection } from './rest/connection';
import type { Details } from './report/details';
import { fail, type Result, success } from './failure';
import { fetchIntegrations, type Source } from './rest/fetchIntegrations';
import { permit, type Permit, type PermitPorts, type Question } from './access/authorize';
import type { Report } from './report/buildReport';
import { createGet, type RestPorts } from './rest/client';
import type { ScrutinyPorts } from './report/inspect';
import { checkSetUp, type Status } from './status/checkSetUp';
import { tellDetails, tellReport } from './report/compose';
import { nameTokenUser } from './host/tokenUser';

export interface AnswerPorts extends PermitPorts, RestPorts, ScrutinyPorts {
	readonly rooms: PermitPorts['rooms'] & ScrutinyPorts['rooms'];
	readonly cache: Cache;
}

/** What is to be said; all but the summary is for the caller alone. */
export type Answer =
	| { readonly kind: 'report'; readonly report: Report }
	| { readonly kind: 'details'; readonly details: Details }
	| { readonly kind: 'status'; readonly status: Status }
	| { readonly kind: 'help' };

/**
 * Answers a question about the integrations of a room. No request is made before the caller's access is proven; help is for
 * everybody.
 * Fails as each step does: the room, access, the audience asked for, the set-up, the server, the page or the name.
 */
export async function answer(question: Question, ports: AnswerPorts): Promise<Result<Answer>> {
	const { query } = question;
	if (query.action === 'help') {
		return success({ kind: 'help' });
	}
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
		? tellReport(fetched.value, question, permitted.value, source.value, ports)
		: tellDetails(fetched.value, query.show, question, permitted.value, source.value, ports);
}

/** What every request of one question goes through. */
function openSource(
	{ deadline, click }: Question,
	{ settings: { requestTimeout, cacheSeconds } }: Permit,
	connection: Connection,
	ports: AnswerPorts,
): Source {
	return {
		get: createGet(connection, requestTimeout, deadline, ports),
		cache: ports.cache,
		connectionKey: connectionKey(connection),
		keepFor: click && cacheSeconds > 0 ? oldest : cacheSeconds * 1000,
	};
}

async function tellStatus({ caller }: Question, permitted: Permit, source: Result<Source>, ports: AnswerPorts): Promise<Answer> {
	const { place, settings, server } = permitted;
	const connection = toConnection(settings, server.siteUrl);
	const get = source.ok ? source.value.get : undefined;
	return { kind: 'status', status: await checkSetUp({ place, callerId: caller.id, settings, connection }, get, ports) };
}
