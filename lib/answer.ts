/** Start here. The story of one question, from top to bottom: may the caller ask, is the app set up, what does the server say. */
import { authorize, type AuthorizePorts, type Permit, type Question } from './access/authorize';
import { fail, type ForAdmin, type Result, success, toReader } from './failure';
import { isAdmin } from './host/members';
import type { PeopleMemory } from './host/people';
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
import { readWatches } from './watch/store';
import { answerWatch, type WatchAnswer, type WatchPorts } from './watch/watching';
import { checkSetUp, type StatusPorts, type Watching } from './status/checkSetUp';

/** What answering needs of the engine, of the REST API, and of the app's memory. */
export interface AnswerPorts extends AuthorizePorts, RestPorts, StatusPorts, Pick<ComposePorts, 'lineLength'>, WatchPorts {
	readonly cache: Cache;
	readonly people: PeopleMemory;
	readonly lookUps: LookUps;
	/** The version of the app. */
	readonly appVersion: string;
}

/** An answer as data. Only a `report`, and what was switched by `watch`, can be for the room; all others are for the caller alone. */
export type Answer =
	| { readonly kind: 'report'; readonly report: Report }
	| { readonly kind: 'details'; readonly details: Details }
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
		const watching = describeWatch(permit, ports);
		const checks = await checkSetUp({ ...permit, connection, watching }, get, ports);
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

/** Undefined where no room can be watched, or that could not be read. */
async function describeWatch({ place, caller, settings }: Permit, { store, now }: AnswerPorts): Promise<Watching | undefined> {
	if (place.kind === 'direct') {
		return undefined;
	}
	return readWatches(store).then(
		(all) => ({
			watched: all.find(({ roomId }) => roomId === place.id),
			isOff: settings.watchInterval === 'off',
			rooms: isAdmin(caller) ? all.length : undefined,
			now: now(),
		}),
		() => undefined,
	);
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
	const { place, settings, query } = permit;
	const source = opened.value;
	const fetched = await fetchIntegrations(place, { ...settings, fresh: query.fresh === true }, source);
	if (!fetched.ok) {
		return fail(await nameTokenUser(fetched.failure, settings.userId, ports.users));
	}
	const inspectPorts = { ...ports, source };
	if (query.show === undefined) {
		const report = await composeReport(fetched.value, permit, inspectPorts);
		return report.ok ? success({ kind: 'report', report: report.value }) : report;
	}
	const details = await composeDetails(fetched.value, permit, inspectPorts);
	if (!details.ok && details.failure.kind === 'unlistedIntegration' && fetched.value.age > 0) {
		// It may have been made since the list was kept.
		return answerFromServer({ ...permit, query: { ...query, fresh: true } }, opened, ports);
	}
	return details.ok ? success({ kind: 'details', details: details.value }) : details;
}
