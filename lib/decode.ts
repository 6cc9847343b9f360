/**
 * Picks what may be shown out of the server's rows and drops the rest at once: the rows carry tokens, scripts and full
 * target URLs (server-contract.md, section 4).
 */
import { URL } from 'url';
import type { Integration, IntegrationBase } from './integration';

/** Whether a value from outside is an object whose fields can be looked at. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

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

const scriptState = (row: Readonly<Record<string, unknown>>): IntegrationBase['script'] => {
	if (row.scriptEnabled !== true) {
		return 'none';
	}
	return row.scriptError ? 'error' : 'on';
};

const toIntegration = (row: unknown): Integration | undefined => {
	if (!isRecord(row) || typeof row._id !== 'string') {
		return undefined;
	}
	const common: IntegrationBase = {
		id: row._id,
		name: toText(row.name).trim(),
		enabled: row.enabled === true,
		channels: toTexts(row.channel),
		username: toText(row.username),
		alias: toText(row.alias),
		createdBy: isRecord(row._createdBy) ? toText(row._createdBy.username) : '',
		createdAt: toIsoDate(row._createdAt),
		script: scriptState(row),
	};
	if (row.type === 'webhook-incoming') {
		return { ...common, type: 'incoming' };
	}
	if (row.type === 'webhook-outgoing') {
		const hosts = toTexts(row.urls).map(toHost);
		return { ...common, type: 'outgoing', event: toText(row.event), triggerWords: toTexts(row.triggerWords), hosts };
	}
	return undefined;
};

/** Decodes the server's rows; what is no integration is counted as unreadable. */
export const decodeIntegrations = (rows: readonly unknown[]): { integrations: Integration[]; unreadable: number } => {
	const integrations = rows.map(toIntegration).filter((integration) => integration !== undefined);
	return { integrations, unreadable: rows.length - integrations.length };
};
