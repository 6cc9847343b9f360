/** What the engine's errors mean. It hands over nothing but their texts, which go no further: they may quote secrets. */
import type { Failure } from '../failure';

/**
 * Words of node-fetch, of Node, of the agents for proxies, and of the server's own fetch. The first that fits counts. A text may
 * quote a host, which may be called like an error: what could be one comes after the texts that quote hosts.
 */
const failureTexts: readonly (readonly [RegExp, Failure])[] = [
	[/tunneling socket could not|HTTP Tunneling|Proxy connection ended|statusCode=407/i, { kind: 'proxyRefuses' }],
	[/ENOTFOUND|EAI_(AGAIN|FAIL|NODATA|NONAME)/, { kind: 'serverNotFound' }],
	// Where a name has several addresses and none answers, Node's error has no text.
	[/ECONNREFUSED|reason:\s*$/, { kind: 'connectionRefused' }],
	[/EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN/, { kind: 'unreachable' }],
	[/EMFILE|ENFILE/, { kind: 'outOfHandles' }],
	[/wrong version number|unsupported protocol|unknown protocol|packet length too long|EPROTO(?!.*alert)/, { kind: 'noTls' }],
	[/certificate|self[- ]signed|altnames|SSL|TLS|CERT_/i, { kind: 'certificateRefused' }],
	[/error-ssrf/, { kind: 'ssrfRefused' }],
	[/redirect/i, { kind: 'redirected' }],
	[/invalid url|only absolute urls|only http/i, { kind: 'serverUrlUnusable' }],
];

/** The failure for an error that the engine threw; `tooSlow` is given back where the error is a time-out. */
export function toNetworkFailure(error: unknown, tooSlow: Failure): Failure {
	const text = error instanceof Error ? error.message.replace(/https?:\/\/\S+/gi, '') : '';
	const known = failureTexts.find(([pattern]) => pattern.test(text))?.[1];
	return known ?? (/aborted|timeout|timed out|ETIMEDOUT/i.test(text) ? tooSlow : { kind: 'connectionFailed' });
}
