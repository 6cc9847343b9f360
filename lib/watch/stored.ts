/** Reads what was kept: a record of another version, or that was changed by hand, is none. */
import { severities, type FindingKind } from '../integrations/finding';
import { parts, type Reason } from '../integrations/reach';
import { type Fields, isRecord, toText, toTexts } from '../util/guards';
import { type Kept, mostKept, type Snapshot } from './snapshot';
import { version, type Watch } from './watch';

/** Reads a watch; none where the record holds no room or no person. */
export function toWatch(record: unknown): Watch[] {
	if (!isRecord(record) || record.version !== version) {
		return [];
	}
	const [roomId, byId, by] = [toText(record.roomId), toText(record.byId), toText(record.by)];
	const times = { since: toNumber(record.since), looked: toNumber(record.looked), told: toNumber(record.told) };
	const failures = toNumber(record.failures);
	return roomId === '' || byId === '' ? [] : [{ roomId, byId, by, ...times, failures, untold: record.untold === true }];
}

function toNumber(value: unknown): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Reads what was seen. */
export function toSnapshot(record: unknown): Snapshot[] {
	if (!isRecord(record) || record.version !== version || !Array.isArray(record.rows)) {
		return [];
	}
	const rows = record.rows.filter(isRecord).slice(0, mostKept).map(toKeptRow);
	return [
		{ view: toText(record.view), isSure: record.isSure === true, at: toNumber(record.at), more: toNumber(record.more), rows },
	];
}

function toKeptRow(row: Fields): Kept {
	const findings = toTexts(row.findings) ?? [];
	return {
		id: toText(row.id),
		type: row.type === 'outgoing' ? 'outgoing' : 'incoming',
		name: toText(row.name),
		enabled: row.enabled === true,
		event: toText(row.event),
		words: toTexts(row.words) ?? [],
		hosts: toTexts(row.hosts) ?? [],
		reach: toReason(toText(row.reach)),
		channels: toTexts(row.channels) ?? [],
		poster: toText(row.poster),
		createdBy: toText(row.createdBy),
		updatedAt: toText(row.updatedAt),
		updatedBy: toText(row.updatedBy),
		findings: findings.filter(isFinding),
	};
}

function toReason(text: string): Kept['reach'] {
	return isReason(text) ? text : '';
}

function isReason(text: string): text is Reason {
	return Object.prototype.hasOwnProperty.call(parts, text);
}

function isFinding(kind: string): kind is FindingKind {
	return Object.prototype.hasOwnProperty.call(severities, kind);
}
