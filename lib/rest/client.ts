/** Sends requests to the REST API: the only place that sends the token. Texts of errors do not leave it: they may quote the token. */
import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { fail, type Failure, type Result } from '../failure';
import type { Connection } from './connection';
import { type RateLimits, readRateHeaders } from './rateLimits';
import { toNetworkFailure } from './networkFailure';
import { isResponse, readResponse, type Reply } from './response';
import { late, withTimeout } from '../util/timeout';

/** Sends a `GET` request to an endpoint, like `v1/channels.getIntegrations`. Never rejects. */
export type Get = (endpoint: string, params: Readonly<Record<string, string>>) => Promise<Result<Reply>>;

/** What requests need. `now`: epoch, milliseconds. */
export interface RestPorts {
	readonly http: Pick<IHttp, 'get'>;
	readonly now: () => number;
	readonly limits: RateLimits;
}

/** How long requests may take. */
export interface TimeLimits {
	/** Seconds that one request may take. */
	readonly requestTimeout: number;
	/** Epoch, milliseconds: all requests end by then. */
	readonly deadline: number;
}

/**
 * Makes the `get` of one command. A request fails with `tooSlow` (no time is left, or it took too long), `rateLimited` (nothing
 * is sent then, if that is known before), `networkingDenied` (the engine gives no response where the app lacks the permission),
 * or as `toNetworkFailure` and `readResponse` say.
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
			const limit = readRateHeaders(response.headers, now());
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

/** One request. */
interface Request {
	readonly connection: Connection;
	readonly endpoint: string;
	readonly params: Readonly<Record<string, string>>;
	/** Milliseconds. */
	readonly timeout: number;
}

/**
 * Sends one request. The engine's own time limit ends when the headers arrive, so a slow body could take for ever: this adds a
 * limit for all of it. `encoding: null` asks for bytes, see `toData` in response.ts.
 */
async function send({ connection, endpoint, params, timeout }: Request, http: RestPorts['http']): Promise<unknown> {
	const { baseUrl, userId, token } = connection;
	const headers = { 'X-User-Id': userId, 'X-Auth-Token': token.reveal() };
	const options = { headers, params: { ...params }, timeout, encoding: null };
	return withTimeout<unknown, typeof late>(http.get(`${baseUrl}/api/${endpoint}`, options), timeout, late);
}
