/** What is kept of an outgoing integration's target URLs: paths, queries and passwords in them are secrets. */
import { URL } from 'url';
import type { OutgoingIntegration } from '../integrations/integration';
import { isLoopback } from './connection';

type Targets = Pick<OutgoingIntegration, 'hosts' | 'plainHosts' | 'unusableTarget' | 'sameTarget'>;

/** Keeps of the stored URLs their hosts, which of these are called unencrypted, and whether one is unusable, or there twice. */
export function toTargets(stored: readonly string[]): Targets {
	const urls = stored.map((url) => url.trim()).filter((url) => url !== '');
	const parsed = urls.map(toUrl);
	const shown = parsed.map((url, index) => (url ? shownHost(url, urls[index] ?? '') : ''));
	const plain = shown.filter((_, index) => {
		const url = parsed[index];
		return url?.protocol === 'http:' && !isLoopback(url.hostname);
	});
	return {
		hosts: shown,
		plainHosts: [...new Set(plain)].filter((host) => host !== ''),
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
function shownHost({ host, hostname, pathname, search, hash }: URL, text: string): string {
	const isLogin = !(hasLabels(hostname) && hasLabels(writtenHost(text))) && `${pathname}${search}${hash}`.includes('@');
	return isLogin ? '' : host;
}

/** The parser makes an address of the login `12345`, and of others what was not written: so both are asked. */
function writtenHost(text: string): string {
	const [, authority = ''] = /^https?:\/\/([^/?#\\]*)/i.exec(text) ?? [];
	return authority.slice(authority.lastIndexOf('@') + 1).replace(/:[^:\]]*$/, '');
}

/** Whether it has a dot with something on both sides, or is an IPv6 address. */
function hasLabels(host: string): boolean {
	return /[^.\s\p{C}]\.[^.\s\p{C}]|\]/u.test(host);
}
