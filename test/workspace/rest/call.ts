import type { User, Workspace } from '../model';
import type { Body } from './answers';

/** A number of the query string: a text until a schema has made a number of it, null for an empty text that it lets be none. */
type QueryNumber = string | number | null;

/** Every key of the query string that some endpoint reads. */
interface Query {
	readonly roomId?: string;
	readonly roomName?: string;
	readonly includeAllPublicChannels?: string;
	readonly includeAllPrivateGroups?: string;
	readonly id?: string;
	readonly name?: string;
	readonly type?: string;
	readonly sort?: string;
	readonly offset?: QueryNumber;
	readonly count?: QueryNumber;
}

/** What a handler gets: a request whose sender is known. */
export interface Call {
	readonly workspace: Workspace;
	readonly user: User;
	readonly query: Query;
}

export interface Endpoint {
	/** Below `/api/v1/`; schemas.ts holds the endpoint's query string under the same name. */
	readonly name: string;
	/** One of these must be held; none: every user may call. */
	readonly permissions: readonly string[];
	readonly handle: (call: Call) => Body;
}
