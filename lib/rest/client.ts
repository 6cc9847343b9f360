/** Talks to Rocket.Chat's REST API: the only place that sends the token. Nothing of what an error says gets out of here. */
import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { fail, type Failure, type Result } from '../failure';
import type { Connection } from './connection';
import { type RateLimits, readRateHeaders } from './rateLimits';
import { isResponse, readResponse, type Reply, toNetworkFailure } from './response';
import { late, withTimeout } from '../util/timeout';

/** Asks an endpoint (`v1/channels.getIntegrations`) and gives the body of its answer, or why there is none. */
export type Get = (endpoint: string, params: Readonly<Record<string, string>>) => Promise<Result<Reply>>;

export interface RestPorts {
	readonly http: Pick<IHttp, 'get'>;
	readonly now: () => number;
	readonly limits: RateLimits;
}

/** For how long requests may go on. */
interface TimeLimits {
	/** Seconds that one request may take. */
	readonly requestTimeout: number;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
}

/**
 * Makes the `get` of one command. Each request gets `requestTimeout`, or what is left until `deadline`. Fails with the kinds of
 * the network, of the server's answers (`pagingRefused` for a query string that the server does not take), or
 * `networkingDenied` where the accessor gives nothing.
 */
export function createGet(connection: Connection, { requestTimeout, deadline }: TimeLimits, ports: RestPorts): Get {
	const { now, limits } = ports;
	return async (endpoint, params) => {
		const timeout = Math.min(requestTimeout * 1000, deadline - now());
		if (timeout <= 0) {
			return fail(tooSlow(timeout));
		}
		const limited = `${connection.baseUrl} ${connection.userId} ${endpoint}`;
		const wait = limits.secondsToWait(limited);
		if (wait > 0) {
			return fail({ kind: 'rateLimited', seconds: wait });
		}
		limits.take(limited);
		try {
			const response = await send({ connection, endpoint, params, timeout }, ports.http);
			if (response === late) {
				return fail(tooSlow(timeout));
			}
			if (!isResponse(response)) {
				return fail({ kind: 'networkingDenied' });
			}
			const limit = readRateHeaders(response.headers);
			limits.learn(limited, limit);
			return readResponse(response, limit, now());
		} catch (error) {
			return fail(toNetworkFailure(error, tooSlow(timeout)));
		}
	};
}

function tooSlow(timeout: number): Failure {
	return { kind: 'tooSlow', seconds: Math.max(1, Math.ceil(timeout / 1000)) };
}

interface Request {
	readonly connection: Connection;
	readonly endpoint: string;
	readonly params: Readonly<Record<string, string>>;
	/** Milliseconds. */
	readonly timeout: number;
}

/** The accessor's own limit ends when the headers arrive: a body that drips would keep it waiting for ever. */
async function send({ connection, endpoint, params, timeout }: Request, http: RestPorts['http']): Promise<unknown> {
	const { baseUrl, userId, token } = connection;
	const headers = { 'X-User-Id': userId, 'X-Auth-Token': token.reveal() };
	const options = { headers, params: { ...params }, timeout, encoding: null };
	return withTimeout<unknown, typeof late>(http.get(`${baseUrl}/api/${endpoint}`, options), timeout, late);
}
