/** Opens where lists come from: one server, asked as one user. */
import type { Cache } from './cache';
import { createGet, type RestPorts, type TimeLimits } from './client';
import { type Connection, connectionKey, identityOf } from './connection';
import type { Source } from './fetchIntegrations';

/** How long requests may take, and lists be used again. */
type Limits = TimeLimits & Pick<Source, 'keepFor'>;

/** No request is made yet. */
export function openSource(connection: Connection, limits: Limits, ports: RestPorts & { readonly cache: Cache }): Source {
	return {
		get: createGet(connection, limits, ports),
		cache: ports.cache,
		connectionKey: connectionKey(connection),
		identity: identityOf(connection),
		keepFor: limits.keepFor,
	};
}
