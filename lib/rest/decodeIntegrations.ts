/**
 * Picks what may be shown out of the server's records and drops the rest at once: records hold tokens, scripts and full target
 * URLs. docs/endpoint.md, "A room's own list, field by field", lists what is kept.
 */
import type { Integration, IntegrationBase, OutgoingIntegration } from '../integrations/integration';
import { type Fields, isRecord } from '../util/guards';
import { isListShortened, isTextShortened, toEntries, toText } from './storedFields';
import { toTargets } from './targets';

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
	if (!isRecord(row) || !isId(row._id)) {
		return undefined;
	}
	const channels = toEntries(row.channel);
	if (!channels) {
		return undefined;
	}
	const script = scriptState(row);
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
		script,
		scriptEngine: toText(row.scriptEngine),
		scriptWillChange: script === 'on' && willChange(row),
		scriptError: script === 'error' ? scriptError(row) : undefined,
		shortened: isTextShortened([row.name, row.alias, row.username]) || isListShortened([row.channel, row.urls, row.triggerWords]),
	};
	if (row.type === 'webhook-incoming') {
		return { ...common, type: 'incoming', redirectable: row.overrideDestinationChannelEnabled === true };
	}
	const outgoing = row.type === 'webhook-outgoing' ? outgoingFields(row) : undefined;
	return outgoing && { ...common, ...outgoing };
}

/** The server's own ids have 17 characters; an endless one would be carried by every button. */
function isId(id: unknown): id is string {
	return typeof id === 'string' && id.length <= 100;
}

function usernameOf(user: unknown): string {
	return isRecord(user) ? toText(user.username) : '';
}

function idOf(user: unknown): string {
	return isRecord(user) ? toText(user._id) : '';
}

/** The server runs only the compiled form, even beside an old error, and stores one even for a script that needs no transpiling. */
function scriptState(row: Fields): IntegrationBase['script'] {
	if (row.scriptEnabled !== true || (isBlank(row.script) && isBlank(row.scriptCompiled))) {
		return 'none';
	}
	if (!isBlank(row.scriptCompiled)) {
		return 'on';
	}
	const { scriptError: error } = row;
	return isRecord(error) ? (Object.keys(error).length > 0 ? 'error' : 'notCompiled') : error ? 'error' : 'notCompiled';
}

function isBlank(value: unknown): boolean {
	return typeof value !== 'string' || !/\S/.test(value);
}

/** Keeps an error's kind and line only: its message and stack quote the script. */
function scriptError({ scriptError: error }: Fields): IntegrationBase['scriptError'] {
	const { name, message } = isRecord(error) ? error : {};
	const kind = /^[A-Za-z]{1,40}$/.exec(toText(name))?.[0] ?? 'Error';
	const line = Number(/\((\d{1,6}):\d+\)/.exec(toText(message))?.[1]);
	return { name: kind, line: line > 0 ? line : undefined };
}

/**
 * Rocket.Chat 9.0 no longer transpiles scripts and knows only one engine. Records say before that which scripts are concerned:
 * `skipTranspile: false` (stored since 8.5), or another `scriptEngine`. Older records say nothing: then nothing is claimed.
 */
function willChange(row: Fields): boolean {
	return row.skipTranspile === false || !['', 'isolated-vm'].includes(toText(row.scriptEngine));
}

function outgoingFields(row: Fields): Omit<OutgoingIntegration, keyof IntegrationBase> | undefined {
	const [urls, triggerWords] = [toEntries(row.urls), toEntries(row.triggerWords)];
	if (!urls || !triggerWords) {
		return undefined;
	}
	return {
		type: 'outgoing',
		event: toText(row.event),
		targetRoom: toText(row.targetRoom).trim(),
		triggerWords,
		anywhere: row.triggerWordAnywhere === true,
		onEdits: row.runOnEdits === true,
		impersonates: row.impersonateUser === true,
		retries: {
			count: row.retryFailedCalls === true && typeof row.retryCount === 'number' ? row.retryCount : 0,
			delay: toText(row.retryDelay),
		},
		...toTargets(urls),
	};
}
