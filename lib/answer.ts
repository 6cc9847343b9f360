/** Start here. The story of one question, from top to bottom: may the caller ask, is the app set up, what does the server say. */
import { authorize, type AuthorizePorts, type Permit, type Question } from './access/authorize';
import { fail, type ForAdmin, type Result, success, toReader } from './failure';
import { isAdmin } from './host/members';
import type { PeopleMemory } from './host/people';
import type { PlaceMemory } from './host/places';
import { appSettingsPath, pageAt } from './host/webPages';
import { nameTokenUser } from './host/tokenUser';
import type { Query } from './query/query';
import type { Report } from './report/buildReport';
import { composeDetails, type ComposePorts, composeReport } from './report/compose';
import type { Details } from './report/details';
import { type Cache, oldest } from './rest/cache';
import type { RestPorts } from './rest/client';
import { type Connection, toConnection } from './rest/connection';
import { fetchIntegrations, type Source } from './rest/fetchIntegrations';
import type { LookUps } from './rest/lookUps';
import { openSource } from './rest/openSource';
import type { Status } from './status/checks';
import type { Audience } from './integrations/audience';
import { describeWatch } from './watch/describeWatch';
import { answerWatch, type WatchAnswer, type WatchPorts } from './watch/watching';
import { checkSetUp, type StatusPorts } from './status/checkSetUp';

/** What answering needs of the engine, of the REST API, and of the app's memory. */
export interface AnswerPorts extends AuthorizePorts, RestPorts, StatusPorts, Pick<ComposePorts, 'lineLength'>, WatchPorts {
	readonly cache: Cache;
	readonly people: PeopleMemory;
	readonly places: PlaceMemory;
	readonly lookUps: LookUps;
	/** Sends the rows of a report as a file into the direct message of who asked; gives its name, and that room's id. */
	readonly sendFile: (report: Report) => Promise<Result<{ readonly file: string; readonly roomId: string }>>;
	readonly store: WatchPorts['store'];
	/** The version of the app. */
	readonly appVersion: string;
}

/** A file that was sent; `url`: of the direct message that it is in, empty where unknown. */
export interface Exported {
	readonly report: Report;
	readonly file: string;
	readonly url: string;
}

/** An answer as data. Only a `report`, and what was switched by `watch`, can be for the room; all others are for the caller alone. */
export type Answer =
	| { readonly kind: 'report'; readonly report: Report }
	| { readonly kind: 'details'; readonly details: Details }
	| { readonly kind: 'exported'; readonly exported: Exported }
	| { readonly kind: 'status'; readonly status: Status }
	/** `audience`: that of what was switched. `now`: epoch, milliseconds. */
	| { readonly kind: 'watch'; readonly audience: Audience; readonly now: number; readonly answer: WatchAnswer }
	| { readonly kind: 'help' };

/**
 * Answers a question about the integrations of a room. No request is made before the caller's access is proven; only help
 * needs none. Fails as `authorize`, `toConnection`, `fetchIntegrations`, `composeReport` or `composeDetails` does.
 */
export async function answer(question: Question, ports: AnswerPorts): Promise<Result<Answer>> {
	if (question.asked.ok && question.asked.value.query.action === 'help') {
		return success({ kind: 'help' });
	}
	const permitted = await authorize(question, ports);
	return permitted.ok ? answerPermitted(permitted.value, ports) : permitted;
}

async function answerPermitted(permit: Permit, ports: AnswerPorts): Promise<Result<Answer>> {
	const { about } = permit;
	if (about && about.by !== 'integration') {
		return fail({ kind: 'notByIntegration', by: about.by, name: about.by === 'unknown' ? '' : about.name });
	}
	const connection = toConnection(permit.settings, permit.server.siteUrl);
	const source = connection.ok ? success(sourceFor(permit, connection.value, ports)) : connection;
	const forAdmin: ForAdmin | undefined = isAdmin(permit.caller)
		? {
				address: connection.ok ? connection.value.baseUrl : '',
				settingsUrl: pageAt(permit.server.siteUrl, appSettingsPath(ports)),
			}
		: undefined;
	if (permit.query.action === 'status') {
		const get = source.ok ? source.value.get : undefined;
		const checks = await checkSetUp({ ...permit, connection, watching: describeWatch(permit, ports) }, get, ports);
		return success({ kind: 'status', status: { checks, isFull: permit.query.scope === 'all', ...(forAdmin && { forAdmin }) } });
	}
	const answered = await (isAboutWatch(permit.query)
		? answerAboutWatch(permit, source, ports)
		: answerFromServer(permit, source, ports));
	return answered.ok ? answered : fail(toReader(answered.failure, forAdmin));
}

function isAboutWatch({ action }: Query): boolean {
	return action === 'watch' || action === 'unwatch' || action === 'changes';
}

/** Only what looks at the room needs the server. */
async function answerAboutWatch(permit: Permit, source: Result<Source>, ports: AnswerPorts): Promise<Result<Answer>> {
	const answered = await answerWatch(permit, source, ports);
	if (!answered.ok) {
		return fail(await nameTokenUser(answered.failure, permit.settings.userId, ports.users));
	}
	return success({ kind: 'watch', audience: permit.audience, now: ports.now(), answer: answered.value });
}

/** Where the lists of one question come from. A click may use older ones: in the panel only *Refresh* asks the server anew. */
function sourceFor({ deadline, isClick, settings }: Permit, connection: Connection, ports: AnswerPorts): Source {
	const { requestTimeout, cacheSeconds } = settings;
	const keepFor = isClick && cacheSeconds > 0 ? oldest : cacheSeconds * 1000;
	return openSource(connection, { requestTimeout, deadline, keepFor }, ports);
}

/** Fetches the room's integrations, and makes the list, or one integration in full, of them. */
async function answerFromServer(permit: Permit, opened: Result<Source>, ports: AnswerPorts): Promise<Result<Answer>> {
	if (!opened.ok) {
		return opened;
	}
	const { subject, settings, query } = permit;
	const source = opened.value;
	const fetched = await fetchIntegrations(subject, { ...settings, fresh: query.fresh === true }, source);
	if (!fetched.ok) {
		return fail(await nameTokenUser(fetched.failure, settings.userId, ports.users));
	}
	const inspectPorts = { ...ports, source };
	if (query.show === undefined) {
		return answerWithReport(await composeReport(fetched.value, permit, inspectPorts), permit, ports);
	}
	const details = await composeDetails(fetched.value, permit, inspectPorts);
	if (!details.ok && details.failure.kind === 'unlistedIntegration' && fetched.value.age > 0) {
		// It may have been made since the list was kept.
		return answerFromServer({ ...permit, query: { ...query, fresh: true } }, opened, ports);
	}
	return details.ok ? success({ kind: 'details', details: details.value }) : details;
}

/** A file, where one is asked for and there is something to put into it; else the report itself. */
async function answerWithReport(
	composed: Result<Report>,
	{ query, server }: Permit,
	{ sendFile }: AnswerPorts,
): Promise<Result<Answer>> {
	if (!composed.ok || query.action !== 'export' || composed.value.rows.length === 0) {
		return composed.ok ? success({ kind: 'report', report: composed.value }) : composed;
	}
	const report = composed.value;
	const sent = await sendFile(report);
	if (!sent.ok) {
		return sent;
	}
	const { file, roomId } = sent.value;
	return success({ kind: 'exported', exported: { report, file, url: pageAt(server.siteUrl, `/direct/${roomId}`) } });
}
