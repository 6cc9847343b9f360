/** What is used of node-fetch 2, whose types are a package of their own. */
declare module 'node-fetch' {
	import type { Agent } from 'node:http';
	import type { Readable } from 'node:stream';

	export interface FetchOptions {
		method?: string;
		headers?: Record<string, string>;
		body?: string;
		redirect?: 'follow' | 'manual' | 'error';
		timeout?: number;
		agent?: Agent;
		signal?: AbortSignal;
	}

	export interface FetchResponse {
		readonly status: number;
		readonly headers: Iterable<[string, string]> & { get(name: string): string | null };
		readonly body: Readable;
		arrayBuffer(): Promise<ArrayBuffer>;
	}

	export default function fetch(url: string, options?: FetchOptions): Promise<FetchResponse>;
}
