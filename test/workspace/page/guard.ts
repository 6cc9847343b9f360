import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { sentences } from './sentences';

/** Nothing from elsewhere, no script or style within a page, and no page within a page. */
const headers = secureHeaders({
	contentSecurityPolicy: {
		defaultSrc: ["'self'"],
		baseUri: ["'none'"],
		formAction: ["'self'"],
		frameAncestors: ["'none'"],
		objectSrc: ["'none'"],
	},
	referrerPolicy: 'no-referrer',
	// Only a page with its own address under https:// could keep this promise.
	strictTransportSecurity: false,
});

/**
 * Lets only a browser on this machine in that was pointed here by its user: another site's script, or a name that another site
 * makes lead here (DNS rebinding), gets a sentence.
 */
export function guard(port: number): MiddlewareHandler {
	const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
	const origins = hosts.map((host) => `http://${host}`);
	return async (context, next) => {
		const host = context.req.header('host') ?? '';
		if (!hosts.includes(host)) return context.text(sentences.foreignHost(host), 403);
		const origin = context.req.header('origin');
		if (origin !== undefined && !origins.includes(origin)) return context.text(sentences.foreignOrigin(origin), 403);
		return headers(context, next);
	};
}
