import type { User, Workspace } from '../model';
import type { Body } from './answers';

/** What a handler gets: a request whose sender is known. */
export interface Call {
	readonly workspace: Workspace;
	readonly user: User;
	readonly query: Readonly<Record<string, string>>;
}

/** The part of a JSON schema that the server's query schemas use. */
export interface QueryRules {
	/** One of these must be there; `exactly one`: each is refused beside the other. */
	readonly either?: { readonly keys: readonly string[]; readonly exclusive: boolean };
	readonly required?: readonly string[];
	readonly optional: readonly string[];
	readonly numbers?: readonly string[];
}

export interface Endpoint {
	/** Below `/api/v1/`. */
	readonly name: string;
	/** One of these must be held; none: every user may call. */
	readonly permissions: readonly string[];
	/** How the generation checks the query string; undefined: it does not. */
	readonly rules?: (workspace: Workspace) => QueryRules | undefined;
	readonly handle: (call: Call) => Body;
}
