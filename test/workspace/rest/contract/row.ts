import type { Generation, Workspace } from '../../model';
import { tokens, userIds } from '../../sample';

export interface Expected {
	readonly status: number;
	/** Compared exactly; but lists of records are given as lists of their ids, unless the row says `whole`. */
	readonly body: unknown;
	/** Limit, remaining calls, reset; `none`: the three headers must not be there. */
	readonly limit?: readonly [limit: string, remaining: string, reset: string] | 'none';
}

export interface Given {
	readonly generation?: Generation;
	readonly headers?: Readonly<Record<string, string>>;
	readonly change?: (workspace: Workspace) => void;
	/** The same request, made so many times before. */
	readonly before?: number;
	/** How far the clock moves between those and the request. */
	readonly later?: number;
	readonly whole?: boolean;
}

export interface Row {
	/**
	 * The topic, for the test's title: 1 a channel's list, 2 `fields` and `query`, 3 the other lists, 5 the rate limit,
	 * 12 the other endpoints, 13 the newest releases.
	 */
	readonly section: string;
	readonly what: string;
	readonly path: string;
	readonly expected: Expected;
	readonly given: Given;
}

/** Where the clock of every row starts. */
export const START = 1_700_000_000_000;

/** One line of the table. */
export function row(section: string, what: string, path: string, expected: Expected, given: Given = {}): Row {
	return { section, what, path, expected, given };
}

/** The two headers of a user with a token. */
export function as(user: keyof typeof tokens): Record<string, string> {
	return { 'X-User-Id': userIds[user], 'X-Auth-Token': tokens[user] };
}

export function channels(query: string): string {
	return `/api/v1/channels.getIntegrations?${query}`;
}

export function groups(query: string): string {
	return `/api/v1/groups.getIntegrations?${query}`;
}

export function list(query: string): string {
	return `/api/v1/integrations.list?${query}`;
}

export function historyOf(query: string): string {
	return `/api/v1/integrations.history?${query}`;
}

/** The ids of the sample's many integrations in #busy, in their order. */
export function many(from: number, to: number): string[] {
	return Array.from({ length: to - from }, (_, index) => `many${String(from + index).padStart(13, '0')}`);
}

/** A page of the two room endpoints. */
export function page(ids: readonly string[], total = ids.length, offset = 0): Expected {
	return { status: 200, body: { integrations: ids, count: ids.length, offset, total, success: true } };
}

export function refused(status: number, error: string, errorType?: string, details?: object): Expected {
	return { status, body: { success: false, error, ...(errorType && { errorType }), ...(details && { details }) } };
}

/** Gives a role these of the four integration permissions (`manage-own-incoming`, without the ending) and takes the others away. */
export function grant(role: string, ...permissions: string[]) {
	return (workspace: Workspace): void => {
		for (const id of ['incoming', 'outgoing'].flatMap((kind) => [`manage-${kind}`, `manage-own-${kind}`])) {
			const roles = (workspace.permissions[`${id}-integrations`] ?? []).filter((other) => other !== role);
			workspace.permissions[`${id}-integrations`] = permissions.includes(id) ? [...roles, role] : roles;
		}
	};
}
