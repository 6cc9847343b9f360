/**
 * Picks what may be shown out of the server's records and drops the rest at once: records hold tokens, scripts and full target
 * URLs. docs/endpoint.md, "A room's own list, field by field", lists what is kept.
 */
import { URL } from 'url';
import type { Integration, IntegrationBase, OutgoingIntegration } from '../integrations/integration';
import { type Fields, isRecord, toText, toTexts } from '../util/guards';
import { isLoopback } from './connection';

/** Decodes the server's records. Those without an id or a known type are counted as unreadable. */
export function decodeIntegrations(rows: readonly unknown[]): { integrations: Integration[]; unreadable: number } {
	const integrations = rows.map(toIntegration).filter((integration) => integration !== undefined);
	return { integrations, unreadable: rows.length - integrations.length };
}

/** The ISO date, with its time if there is one, at the beginning of a value; empty where there is none. */
export function toIsoDate(value: unknown): string {
	return /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?Z?)?/.exec(toText(value))?.[0] ?? '';
}

function toIntegration(row: unknown): Integration | undefined {
	if (!isRecord(row) || typeof row._id !== 'string') {
		return undefined;
	}
	const channels = toChannels(row.channel);
	if (!channels) {
		return undefined;
	}
	const common: IntegrationBase = {
		id: row._id,
		name: toText(row.name).trim(),
		enabled: row.enabled === true,
		channels,
		userId: toText(row.userId),
		username: toText(row.username),
		alias: toText(row.alias),
		createdBy: usernameOf(row._createdBy),
		createdById: idOf(row._createdBy),
		createdAt: toIsoDate(row._createdAt),
		updatedAt: toIsoDate(row._updatedAt),
		updatedBy: usernameOf(row._updatedBy),
		emoji: toText(row.emoji),
		ownPicture: toText(row.avatar) !== '',
		script: scriptState(row),
		scriptEngine: toText(row.scriptEngine),
		scriptWillChange: willChange(row),
		scriptError: scriptError(row),
	};
	if (row.type === 'webhook-incoming') {
		return { ...common, type: 'incoming', redirectable: row.overrideDestinationChannelEnabled === true };
	}
	if (row.type === 'webhook-outgoing') {
		return { ...common, ...outgoingFields(row) };
	}
	return undefined;
}

/**
 * The server reads a plain text, of old or imported records, as the only entry, and a field that is not there as none, which means
 * all public channels (its triggerHandler). Entries count as they are: trimmed ones would match more rooms than the server's do.
 * A field that names nothing that can be read gives undefined: as "none" it would reach every public channel.
 */
function toChannels(channel: unknown): string[] | undefined {
	if (channel === undefined || channel === null || channel === '') {
		return [];
	}
	const entries: readonly unknown[] = Array.isArray(channel) ? channel : [channel];
	const texts = entries.filter((entry) => typeof entry === 'string');
	return entries.length > 0 && texts.length === 0 ? undefined : texts;
}

function usernameOf(user: unknown): string {
	return isRecord(user) ? toText(user.username) : '';
}

function idOf(user: unknown): string {
	return isRecord(user) ? toText(user._id) : '';
}

function scriptState(row: Fields): IntegrationBase['script'] {
	if (!hasScript(row)) {
		return 'none';
	}
	if (row.scriptError) {
		return 'error';
	}
	// The server runs only the compiled form, and stores one even for a script that needs no transpiling.
	return toText(row.scriptCompiled) === '' ? 'notCompiled' : 'on';
}

function hasScript({ scriptEnabled, script }: Fields): boolean {
	return scriptEnabled === true && toText(script).trim() !== '';
}

/** Keeps an error's kind and line only: its message and stack quote the script. */
function scriptError({ scriptError: error }: Fields): IntegrationBase['scriptError'] {
	if (!isRecord(error)) {
		return undefined;
	}
	const name = /^[A-Za-z]{1,40}$/.exec(toText(error.name))?.[0] ?? 'Error';
	const line = Number(/\((\d{1,6}):\d+\)/.exec(toText(error.message))?.[1]);
	return { name, line: line > 0 ? line : undefined };
}

/**
 * Rocket.Chat 9.0 no longer transpiles scripts and knows only one engine. Records say before that which scripts are concerned:
 * `skipTranspile: false` (stored since 8.5), or another `scriptEngine`. Older records say nothing: then nothing is claimed.
 */
function willChange(row: Fields): boolean {
	return hasScript(row) && (row.skipTranspile === false || !['', 'isolated-vm'].includes(toText(row.scriptEngine)));
}

function outgoingFields(row: Fields): Omit<OutgoingIntegration, keyof IntegrationBase> {
	const urls = toTexts(row.urls);
	const parsed = urls.map(toUrl);
	return {
		type: 'outgoing',
		event: toText(row.event),
		targetRoom: toText(row.targetRoom).trim(),
		triggerWords: toTexts(row.triggerWords),
		anywhere: row.triggerWordAnywhere === true,
		onEdits: row.runOnEdits === true,
		impersonates: row.impersonateUser === true,
		retries: {
			count: row.retryFailedCalls === true && typeof row.retryCount === 'number' ? row.retryCount : 0,
			delay: toText(row.retryDelay),
		},
		hosts: parsed.map((url) => url?.host ?? ''),
		plainHosts: plainHosts(parsed),
		sameTarget: new Set(urls).size < urls.length,
	};
}

/** Keeps of the target URLs only their hosts, which of these are called unencrypted, and whether two URLs are the same. */
function plainHosts(urls: readonly (URL | undefined)[]): string[] {
	const plain = urls.filter((url) => url?.protocol === 'http:' && !isLoopback(url.hostname));
	return [...new Set(plain.map((url) => url?.host ?? ''))];
}

function toUrl(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}
