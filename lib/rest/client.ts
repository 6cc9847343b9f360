/** Talks to Rocket.Chat's REST API: the only place that sends the token. Nothing of what an error says gets out of here. */
import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { fail, type Failure, type Result } from '../failure';
import type { Connection } from './connection';
import type { Limits } from './rateLimits';
import { isResponse, readResponse, type Reply, toNetworkFailure } from './response';
import { within } from '../util/timeout';

/** Asks an endpoint (`v1/channels.getIntegrations`) and gives the body of its answer, or why there is none. */
export type Get = (endpoint: string, params: Readonly<Record<string, string>>) => Promise<Result<Reply>>;

export interface RestPorts {
	readonly http: Pick<IHttp, 'get'>;
	readonly now: () => number;
	readonly limits: Limits;
}

/**
 * Makes the `get` of one command. Each request gets `requestTimeout` seconds, or what is left until `deadline` (epoch,
 * milliseconds). Fails with the kinds of the network, of the server's answers (`pagingRefused` for a query string that
 * the server's generation does not take), or `networkingDenied` where the accessor gives nothing.
 */
export function createGet(
	connection: Connection,
	requestTimeout: number,
	deadline: number,
	{ http, now, limits }: RestPorts,
): Get {
	const headers = { 'X-User-Id': connection.userId, 'X-Auth-Token': connection.token.reveal() };
	return async (endpoint, params) => {
		const timeout = Math.min(requestTimeout * 1000, deadline - now());
		const tooSlow: Failure = { kind: 'tooSlow', seconds: Math.max(1, Math.ceil(timeout / 1000)) };
		if (timeout <= 0) {
			return fail(tooSlow);
		}
		const limited = `${connection.baseUrl} ${connection.userId} ${endpoint}`;
		const wait = limits.secondsToWait(limited);
		if (wait > 0) {
			return fail({ kind: 'rateLimited', seconds: wait });
		}
		limits.take(limited);
		try {
			const url = `${connection.baseUrl}/api/${endpoint}`;
			// The accessor's own limit ends when the headers arrive: a body that drips would keep it waiting for ever.
			const answered = await within(http.get(url, { headers, params: { ...params }, timeout, encoding: null }), timeout);
			if (answered.late) {
				return fail(tooSlow);
			}
			if (!isResponse(answered.value)) {
				return fail({ kind: 'networkingDenied' });
			}
			limits.learn(limited, answered.value.headers);
			return readResponse(answered.value, now());
		} catch (error) {
			return fail(toNetworkFailure(error, tooSlow));
		}
	};
}
