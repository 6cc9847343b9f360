/** What is kept of an outgoing integration's target URLs: paths, queries and passwords in them are secrets. */
import { URL } from 'url';
import type { OutgoingIntegration } from '../integrations/integration';
import { isLoopback } from './connection';

type Targets = Pick<OutgoingIntegration, 'hosts' | 'plainHosts' | 'unusableTarget' | 'sameTarget'>;

/** As it is written, and as it is read. */
interface Target {
	readonly text: string;
	/** Undefined for what is no address that the server can call. */
	readonly url: URL | undefined;
}

/** Keeps of the stored URLs their hosts, which of these are called unencrypted, and whether one is unusable, or there twice. */
export function toTargets(stored: readonly string[]): Targets {
	const urls = stored.map((url) => url.trim()).filter((url) => url !== '');
	const targets = urls.map((text) => ({ text, url: toUrl(text) }));
	const plain = targets.filter(({ url }) => url?.protocol === 'http:' && !isLoopback(url.hostname));
	return {
		hosts: targets.map(shownHost),
		plainHosts: [...new Set(plain.map(shownHost))].filter((host) => host !== ''),
		unusableTarget: targets.some(({ url }) => url === undefined),
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
function shownHost({ text, url }: Target): string {
	if (!url) {
		return '';
	}
	const { host, hostname, pathname, search, hash } = url;
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
