import { describe, expect, test } from '@jest/globals';
import { toNetworkFailure } from '../../../lib/rest/networkFailure';

const tooSlow = { kind: 'tooSlow', seconds: 10 } as const;

/** As node-fetch says it; the address is one that is called like errors. */
function reason(text: string) {
	return new Error(`request to https://tls.certificate.redirect.proxy.example/CANARY failed, reason: ${text}`);
}

describe('what the accessor throws: mapped by the words of its libraries, never passed on', () => {
	test.each([
		[reason('getaddrinfo ENOTFOUND chat.invalid'), 'serverNotFound'],
		[reason('getaddrinfo ENOTFOUND proxy.redirect.invalid'), 'serverNotFound'],
		[reason('getaddrinfo EAI_AGAIN chat.example'), 'serverNotFound'],
		[reason('getaddrinfo EAI_FAIL chat.example'), 'serverNotFound'],
		[reason('connect ECONNREFUSED 127.0.0.1:1'), 'connectionRefused'],
		[reason(''), 'connectionRefused'],
		[reason('connect EHOSTUNREACH 10.0.0.1:443'), 'unreachable'],
		[reason('connect ENETUNREACH 10.0.0.1:443 - Local (0.0.0.0:0)'), 'unreachable'],
		[reason('write EPROTO 80FC:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/x.c:350:\n'), 'noTls'],
		[reason('write EPROTO 80FC:error:0A000102:SSL routines:ssl_choose_client_version:unsupported protocol:'), 'noTls'],
		[reason('C0FF:error:0A0000C6:SSL routines:tls_get_more_records:packet length too long'), 'noTls'],
		[reason('write EPROTO 80FC:error:0A000410:SSL routines::sslv3 alert handshake failure:'), 'certificateRefused'],
		[reason('self-signed certificate'), 'certificateRefused'],
		[reason('self signed certificate in certificate chain'), 'certificateRefused'],
		[reason('certificate has expired'), 'certificateRefused'],
		[reason("Hostname/IP does not match certificate's altnames: Host: redirect.example. is not in it"), 'certificateRefused'],
		[reason('unable to verify the first certificate'), 'certificateRefused'],
		[reason('tunneling socket could not be established, statusCode=407'), 'proxyRefuses'],
		[reason('tunneling socket could not be established, cause=connect ECONNREFUSED 10.0.0.1:3128'), 'proxyRefuses'],
		[reason('Proxy connection ended before receiving CONNECT response'), 'proxyRefuses'],
		[new Error('error-too-many-redirects'), 'redirected'],
		[new Error('redirect-response-location-header-missing'), 'redirected'],
		[new Error('maximum redirect reached at: https://chat.example/'), 'redirected'],
		[new Error('uri requested responds with a redirect, redirect mode is set to error: https://chat.example/'), 'redirected'],
		[new Error('error-ssrf-validation-failed'), 'ssrfRefused'],
		[reason('connect EMFILE 10.0.0.1:443 - Local (undefined:undefined)'), 'outOfHandles'],
		[reason('connect ENFILE'), 'outOfHandles'],
		[reason('socket hang up'), 'connectionFailed'],
		[reason('read ECONNRESET'), 'connectionFailed'],
		[reason('write EPIPE'), 'connectionFailed'],
		[new Error('fetch failed'), 'connectionFailed'],
		[new Error('Invalid URL'), 'serverUrlUnusable'],
		[new Error('CANARY is not a legal HTTP header value'), 'connectionFailed'],
		['CANARY', 'connectionFailed'],
	])('the error %s is mapped to its kind', (error, kind) => {
		expect(toNetworkFailure(error, tooSlow)).toEqual({ kind });
	});

	test.each([
		reason('connect ETIMEDOUT 10.0.0.1:443'),
		new Error('The user aborted a request.'),
		new Error('network timeout at: https://tls.certificate.redirect.example/CANARY'),
	])('the error %s is a time-out', (error) => {
		expect(toNetworkFailure(error, tooSlow)).toEqual(tooSlow);
	});
});
