/** What a link may lead to; anything else, `javascript:` above all, is shown as a text. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link as the browser will read it, or undefined where it must not be one. */
export function safeAddress(address: string): string | undefined {
	const written = address.startsWith('//') ? `https:${address}` : address;
	const url = URL.canParse(written) ? new URL(written) : undefined;
	return url && SCHEMES.has(url.protocol) ? url.href : undefined;
}
