/** Where and as whom the server is asked: the settings that a request needs, checked before anything is sent. */
import { createHash } from 'crypto';
import { fail, type Result, success } from '../failure';
import type { Secret, SettingId, Settings } from '../settings';

export interface Connection {
	/** Without a slash at its end. */
	readonly baseUrl: string;
	readonly userId: string;
	readonly token: Secret;
}

/** Encrypted, unencrypted within the machine, or unencrypted beyond it. */
export type Transport = 'encrypted' | 'loopback' | 'plain';

/**
 * Checks the settings that a request needs; an empty `server_url` means the server's own `Site_Url`.
 * Fails with `settingsMissing` (all that are empty), `credentialsMalformed` or `serverUrlUnusable`, before anything is sent.
 */
export function toConnection(settings: Settings, siteUrl: string): Result<Connection> {
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

/** A header takes these; what else is in there was pasted by mistake, and the http library quotes it in its error. */
function isPrintable(value: string): boolean {
	return /^[\x21-\x7e]+$/.test(value);
}

/** A path is fine (Rocket.Chat may live below one); credentials in an address would end up in logs. */
function isUsableUrl(url: string): boolean {
	return /^https?:\/\/[^\s/?#@\\]+(\/[^\s?#@\\]*)?$/i.test(url);
}

/** Tells connections apart without holding their secret. */
export function connectionKey({ baseUrl, userId, token }: Connection): string {
	return createHash('sha256')
		.update(JSON.stringify([baseUrl, userId, token.reveal()]))
		.digest('hex');
}

/** What does not leave the server's own machine. */

/** Whether a host name, as an address writes it, is the machine itself. */
export function isLoopback(hostname: string): boolean {
	return /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

/** How the token travels to a base URL that is usable. */
export function transportOf(baseUrl: string): Transport {
	if (/^https:/i.test(baseUrl)) {
		return 'encrypted';
	}
	const [, hostname = ''] = /^http:\/\/(\[[^\]]*\]|[^/:]*)/i.exec(baseUrl) ?? [];
	return isLoopback(hostname) ? 'loopback' : 'plain';
}
