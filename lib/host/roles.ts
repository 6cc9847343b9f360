/** What can be wrong with settings that a request does not show: who may ask, and where the token travels. */
import type { IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isLoopback } from '../rest/loopback';
import type { SettingId, Settings } from '../settings';

export interface RolePorts {
	readonly roles: Pick<IRoleRead, 'getOneByIdOrName'>;
	readonly appId: string;
}

/** Encrypted, unencrypted within the machine, or unencrypted beyond it. */
export type Transport = 'encrypted' | 'loopback' | 'plain';

/** A setting and its value as the app counts it after cleaning. */
export type Option = readonly [SettingId, number | boolean | Settings['replyVisibility']];

/** These need no look-up: the room's own, and everybody. */
const ownWords = ['owner', 'moderator', 'leader', '*'];

/** Finds the entries of `allowed_roles` that name no role; undefined where roles cannot be looked up. */
export async function findUnknownRoles(names: readonly string[], ports: RolePorts): Promise<readonly string[] | undefined> {
	const asked = names.filter((name) => !ownWords.includes(name.toLowerCase()));
	return Promise.all(asked.map(async (name) => ((await isRole(name, ports)) ? [] : [name])))
		.then((unknown) => unknown.flat())
		.catch(() => undefined);
}

/** By id in any capitals, by name as it is; a custom role of rooms is never among the roles that a caller holds. */
async function isRole(typed: string, { roles, appId }: RolePorts): Promise<boolean> {
	const spellings = [...new Set([typed, typed.toLowerCase()])];
	const found = await Promise.all(
		spellings.map(async (spelling) => {
			const role = await roles.getOneByIdOrName(spelling, appId);
			return role?.id !== undefined && role.scope !== 'Subscriptions' && (spelling === typed || role.id === spelling);
		}),
	);
	return found.includes(true);
}

/** How the token travels to a base URL that is usable. */
export function transportOf(baseUrl: string): Transport {
	if (/^https:/i.test(baseUrl)) {
		return 'encrypted';
	}
	const [, hostname = ''] = /^http:\/\/(\[[^\]]*\]|[^/:]*)/i.exec(baseUrl) ?? [];
	return isLoopback(hostname) ? 'loopback' : 'plain';
}

/** The settings that cannot be wrong, in the order of the settings page. */
export function optionsOf(settings: Settings): Option[] {
	return [
		['reply_visibility', settings.replyVisibility],
		['page_size', settings.pageSize],
		['include_global', settings.includeGlobal],
		['workspace_scan', settings.workspaceScan],
		['read_activity', settings.readActivity],
		['request_timeout', settings.requestTimeout],
		['cache_seconds', settings.cacheSeconds],
	];
}
