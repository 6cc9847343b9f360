import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { HttpBridge, type IHttpBridgeRequestInfo } from '@rocket.chat/apps-engine/server/bridges/HttpBridge';
import fetch, { type FetchOptions, type FetchResponse } from 'node-fetch';

const DEFAULT_TIMEOUT = 180_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const JSON_TYPES = new Set(['application/json', 'text/javascript', 'application/javascript', 'application/x-javascript']);

function hasNoBody(method: string): boolean {
	return ['GET', 'HEAD'].includes(method.toUpperCase());
}

/** `strictSSL: false` switches the check of certificates off, and so does `rejectUnauthorized: true`. */
function allowsSelfSigned(request: IHttpRequest): boolean {
	return (Object.hasOwn(request, 'strictSSL') && !request.strictSSL) || Boolean(request.rejectUnauthorized);
}

/** The server gives its own agent only where it switches the check off. */
function agentFor(url: string, selfSigned: boolean): Pick<FetchOptions, 'agent'> {
	if (!selfSigned) return {};
	return { agent: url.startsWith('https') ? new HttpsAgent({ rejectUnauthorized: false }) : new HttpAgent() };
}

/** The address with the parameters that are not falsy, and what goes into the body. */
function prepare({ url: address, method, request }: IHttpBridgeRequestInfo): { url: string; options: FetchOptions } {
	const url = new URL(address);
	const headers: Record<string, string> = { ...request.headers };
	let body = request.content;
	if (!body && request.data !== null && typeof request.data === 'object') {
		body = JSON.stringify(request.data);
		headers['Content-Type'] = 'application/json';
	}
	if (request.auth) {
		if (!request.auth.includes(':')) throw new Error('auth option should be of the form "username:password"');
		headers.Authorization = `Basic ${Buffer.from(request.auth, 'ascii').toString('base64')}`;
	}
	if (body || hasNoBody(method)) {
		for (const [key, value] of Object.entries(request.params ?? {})) if (value) url.searchParams.append(key, value);
	} else if (request.params) {
		body = new URLSearchParams(request.params).toString();
		headers['Content-Type'] = 'application/x-www-form-urlencoded';
	}
	const timeout = request.timeout ?? DEFAULT_TIMEOUT;
	return { url: url.href, options: { method, headers, timeout, ...(body && !hasNoBody(method) && { body }) } };
}

/**
 * Follows redirects by hand and sends every header to every target. The abort timer ends when the headers are there; for the body
 * node-fetch starts the same time anew, because the server hands it the option too.
 */
async function serverFetch(address: string, options: FetchOptions, selfSigned: boolean): Promise<FetchResponse> {
	const controller = new AbortController();
	const timer = setTimeout(() => {
		controller.abort();
	}, options.timeout);
	try {
		let url = address;
		for (let count = 0; count <= MAX_REDIRECTS; count += 1) {
			const agent = agentFor(url, selfSigned);
			const response = await fetch(url, { signal: controller.signal, ...options, redirect: 'manual', ...agent });
			if (!REDIRECTS.has(response.status)) return response;
			const location = response.headers.get('location');
			if (!location) throw new Error('redirect-response-location-header-missing');
			if (count === MAX_REDIRECTS) throw new Error('error-too-many-redirects');
			url = new URL(location, url).toString();
			response.body.resume();
		}
		throw new Error('error-processing-request');
	} finally {
		clearTimeout(timer);
	}
}

/** Parsed only where the server says that it is JSON, and it is. */
function parsed(response: FetchResponse, content: string): unknown {
	const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
	if (!JSON_TYPES.has(type)) return null;
	try {
		return JSON.parse(content);
	} catch {
		return null;
	}
}

/** Calls out, with what the server's own bridge does to requests and answers. */
export class Http extends HttpBridge {
	protected override async call(info: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
		const { url, options } = prepare(info);
		const response = await serverFetch(url, options, allowsSelfSigned(info.request));
		const body = Buffer.from(await response.arrayBuffer());
		const answer = {
			url: info.url,
			method: info.method,
			statusCode: response.status,
			headers: Object.fromEntries(response.headers),
		};
		// Typed as text in the engine, but a buffer where the app asked for none.
		if (info.request.encoding === null) return { ...answer, content: body as unknown as string };
		const content = body.toString(info.request.encoding as BufferEncoding | undefined);
		return { ...answer, content, data: parsed(response, content) };
	}
}
