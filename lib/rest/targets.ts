/** What is kept of an outgoing integration's target URLs: paths, queries and passwords in them are secrets. */
import { URL } from 'url';
import type { OutgoingIntegration } from '../integrations/integration';
import { isLoopback } from './connection';

type Targets = Pick<OutgoingIntegration, 'hosts' | 'plainHosts' | 'unusableTarget' | 'sameTarget'>;

/** Keeps of the stored URLs their hosts, which of these are called unencrypted, and whether one is unusable, or there twice. */
export function toTargets(stored: readonly string[]): Targets {
	const urls = stored.map((url) => url.trim()).filter((url) => url !== '');
	const parsed = urls.map(toUrl);
	const plain = parsed.filter((url) => url?.protocol === 'http:' && !isLoopback(url.hostname));
	return {
		hosts: parsed.map(shownHost),
		plainHosts: [...new Set(plain.map(shownHost))].filter((host) => host !== ''),
		unusableTarget: parsed.includes(undefined),
		sameTarget: new Set(urls).size < urls.length,
	};
}

/** Undefined for what is no address that the server can call. */
function toUrl(text: string): URL | undefined {
	try {
		return /^https?:\/\//i.test(text) ? new URL(text) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Host and port; empty where that may be a login: in `https://bot:12345/67890@host/` a slash in the password makes a host of
 * the name before it. Such a name has one label, and an `@` stands somewhere behind it.
 */
function shownHost(url: URL | undefined): string {
	const isLogin = url && !/[.\]]/.test(url.hostname) && `${url.pathname}${url.search}${url.hash}`.includes('@');
	return url && !isLogin ? url.host : '';
}
