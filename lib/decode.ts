/**
 * Picks what may be shown out of the server's rows and drops the rest at once: the rows carry tokens, scripts and full
 * target URLs (server-contract.md, section 4).
 */
import { URL } from 'url';
import type { Integration, IntegrationBase, OutgoingIntegration } from './integration';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value from outside is an object whose fields can be looked at. */
export const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The server stores `[""]` for "none": empty entries are no entries. */
const toTexts = (value: unknown): string[] =>
	Array.isArray(value)
		? value
				.map(toText)
				.map((text) => text.trim())
				.filter((text) => text !== '')
		: [];

const toHost = (url: string): string => {
	try {
		return new URL(url).host;
	} catch {
		return '';
	}
};

const toIsoDate = (value: unknown): string =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 24) : '';

const scriptState = (row: Fields): IntegrationBase['script'] => {
	if (row.scriptEnabled !== true) {
		return 'none';
	}
	return row.scriptError ? 'error' : 'on';
};

/** Of an error its kind and line are kept: its message and stack quote the script. */
const scriptError = ({ scriptError: error }: Fields): IntegrationBase['scriptError'] => {
	if (!isRecord(error)) {
		return undefined;
	}
	const name = /^[A-Za-z]{1,40}$/.exec(toText(error.name))?.[0] ?? 'Error';
	const line = Number(/\((\d{1,6}):\d+\)/.exec(toText(error.message))?.[1]);
	return { name, ...(line > 0 && { line }) };
};

const outgoingFields = (row: Fields): Omit<OutgoingIntegration, keyof IntegrationBase> => ({
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
	hosts: toTexts(row.urls).map(toHost),
});

const usernameOf = (user: unknown): string => (isRecord(user) ? toText(user.username) : '');

const toIntegration = (row: unknown): Integration | undefined => {
	if (!isRecord(row) || typeof row._id !== 'string') {
		return undefined;
	}
	const failed = scriptError(row);
	const common: IntegrationBase = {
		id: row._id,
		name: toText(row.name).trim(),
		enabled: row.enabled === true,
		channels: toTexts(row.channel),
		userId: toText(row.userId),
		username: toText(row.username),
		alias: toText(row.alias),
		createdBy: usernameOf(row._createdBy),
		createdAt: toIsoDate(row._createdAt),
		updatedAt: toIsoDate(row._updatedAt),
		updatedBy: usernameOf(row._updatedBy),
		emoji: toText(row.emoji),
		ownPicture: toText(row.avatar) !== '',
		script: scriptState(row),
		scriptEngine: toText(row.scriptEngine),
		...(failed && { scriptError: failed }),
	};
	if (row.type === 'webhook-incoming') {
		return { ...common, type: 'incoming', redirectable: row.overrideDestinationChannelEnabled === true };
	}
	if (row.type === 'webhook-outgoing') {
		return { ...common, ...outgoingFields(row) };
	}
	return undefined;
};

/** Decodes the server's rows; what is no integration is counted as unreadable. */
export const decodeIntegrations = (rows: readonly unknown[]): { integrations: Integration[]; unreadable: number } => {
	const integrations = rows.map(toIntegration).filter((integration) => integration !== undefined);
	return { integrations, unreadable: rows.length - integrations.length };
};
