/** The address and the credentials for requests, checked before anything is sent. */
import { createHash } from 'crypto';
import { fail, type Result, success } from '../failure';
import type { Secret, SettingId, Settings } from '../settings';

/** What a request needs. */
export interface Connection {
	/** Without a slash at its end. */
	readonly baseUrl: string;
	readonly userId: string;
	readonly token: Secret;
}

/** `loopback`: unencrypted, but within the machine. `plain`: unencrypted over a network. */
export type Transport = 'encrypted' | 'loopback' | 'plain';

/**
 * Checks the settings that a request needs. An empty `server_url` means `siteUrl`, the workspace's own address. A failure names
 * all the settings that are empty or malformed.
 */
export function toConnection(
	settings: Settings,
	siteUrl: string,
): Result<Connection, 'settingsMissing' | 'credentialsMalformed' | 'serverUrlUnusable'> {
	const baseUrl = settings.serverUrl === '' ? siteUrl : settings.serverUrl.replace(/\/+$/, '');
	const values: [SettingId, string][] = [
		['server_url', baseUrl],
		['user_id', settings.userId],
		['auth_token', settings.token.reveal()],
	];
	const missing = values.filter(([, value]) => value === '').map(([id]) => id);
	if (missing.length > 0) {
		return fail({ kind: 'settingsMissing', settings: missing });
	}
	const malformed = values.filter(([id, value]) => id !== 'server_url' && !isPrintable(value)).map(([id]) => id);
	if (malformed.length > 0) {
		return fail({ kind: 'credentialsMalformed', settings: malformed });
	}
	return isUsableUrl(baseUrl)
		? success({ baseUrl, userId: settings.userId, token: settings.token })
		: fail({ kind: 'serverUrlUnusable' });
}

/** Characters that a header takes. With others node-fetch throws an error that quotes the whole value, so they are never sent. */
function isPrintable(value: string): boolean {
	return /^[\x21-\x7e]+$/.test(value);
}

/** A path is allowed, because Rocket.Chat may live below one; credentials are not, because addresses end up in logs. */
function isUsableUrl(url: string): boolean {
	return /^https?:\/\/[^\s/?#@\\]+(\/[^\s?#@\\]*)?$/i.test(url);
}

/** A hash (SHA-256, hexadecimal) that differs where address, user or token differ: a key for the cache that holds no secret. */
export function connectionKey({ baseUrl, userId, token }: Connection): string {
	return hash([baseUrl, userId, token.reveal()]);
}

/** A hash that differs where address or user differ, whatever the token: for what is kept longer than a token. */
export function identityOf({ baseUrl, userId }: Connection): string {
	return hash([baseUrl, userId]);
}

function hash(parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Whether a host name, as written in a URL, means the machine itself. */
export function isLoopback(hostname: string): boolean {
	return /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

/** How requests to a usable base URL travel, and the token with them. */
export function transportOf(baseUrl: string): Transport {
	if (/^https:/i.test(baseUrl)) {
		return 'encrypted';
	}
	const [, hostname = ''] = /^http:\/\/(\[[^\]]*\]|[^/:]*)/i.exec(baseUrl) ?? [];
	return isLoopback(hostname) ? 'loopback' : 'plain';
}
