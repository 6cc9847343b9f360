/** What changed between two looks at a room. */
import type { FindingKind } from '../integrations/finding';
import { parts } from '../integrations/reach';
import { isOfPeople, isSameConnection, type Kept, type Snapshot } from './snapshot';

/** The fields whose change is told, in the order of telling. */
const fields = ['enabled', 'name', 'event', 'words', 'hosts', 'poster', 'reach', 'channels', 'findings'] as const;

/** A field that changed. */
export type Field = (typeof fields)[number];

/** What became of one integration. */
export type Change =
	| { readonly kind: 'new'; readonly row: Kept }
	| { readonly kind: 'gone'; readonly row: Kept }
	/** `fields`: none where only what is not shown was saved. */
	| { readonly kind: 'changed'; readonly row: Kept; readonly before: Kept; readonly fields: readonly Field[] };

const order: readonly Change['kind'][] = ['new', 'gone', 'changed'];

/**
 * Compares two looks: nothing where they are of different connections. Of a room with more integrations than are kept, only those
 * that both know of are compared.
 */
export function compareSnapshots(before: Snapshot | undefined, now: Snapshot): Change[] {
	if (!before || !isSameConnection(before, now)) {
		return [];
	}
	const ends = [before, now].flatMap(({ rows, more }) => (more > 0 ? (rows[rows.length - 1]?.id ?? []) : []));
	const known = (rows: readonly Kept[]): Kept[] => rows.filter(({ id }) => ends.every((end) => id <= end));
	const settled = (rows: readonly Kept[]): Kept[] => (before.isSure ? [...rows] : rows.map(withoutPeople));
	const changes = compare(settled(known(before.rows)), settled(known(now.rows)));
	return before.view === now.view ? changes : changes.filter((change) => change.kind === 'changed' || isNaming(change.row));
}

/** Without what is wrong with people, where that was not known before. */
function withoutPeople(row: Kept): Kept {
	return { ...row, findings: row.findings.filter((kind) => !isOfPeople(kind)) };
}

/** Whether it surely names the room: what reaches all rooms of a kind comes and goes with the setting for that. */
function isNaming({ reach }: Kept): boolean {
	return reach !== '' && parts[reach] !== 'everywhere';
}

/** Compares by id, whatever the order of the rows: what is new comes first, then what is gone, then what changed. */
export function compare(before: readonly Kept[], now: readonly Kept[]): Change[] {
	const known = new Map(before.map((row) => [row.id, row]));
	const present = new Set(now.map(({ id }) => id));
	const changes = [
		...now.flatMap((row): Change[] => toChange(known.get(row.id), row)),
		...before.filter(({ id }) => !present.has(id)).map((row): Change => ({ kind: 'gone', row })),
	];
	return changes.sort(
		(one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || (one.row.id < other.row.id ? -1 : 1),
	);
}

function toChange(before: Kept | undefined, row: Kept): Change[] {
	if (!before) {
		return [{ kind: 'new', row }];
	}
	const changed = fields.filter((field) => isChanged(field, before, row));
	return changed.length > 0 || before.updatedAt !== row.updatedAt ? [{ kind: 'changed', row, before, fields: changed }] : [];
}

function isChanged(field: Field, before: Kept, row: Kept): boolean {
	if (field === 'reach' && before.reach === '') {
		return false;
	}
	if (field === 'findings') {
		const { came, went } = changedFindings(before, row);
		return came.length > 0 || went.length > 0;
	}
	return JSON.stringify(before[field]) !== JSON.stringify(row[field]);
}

/** The findings that came, and those that went. What is switched off is not judged as exposed: what went with that is not told beside it. */
export function changedFindings(before: Kept, row: Kept): { came: FindingKind[]; went: FindingKind[] } {
	return {
		came: row.findings.filter((kind) => !before.findings.includes(kind)),
		went: before.enabled && !row.enabled ? [] : before.findings.filter((kind) => !row.findings.includes(kind)),
	};
}
