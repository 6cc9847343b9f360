/** How many integrations there are, by how they reach the room. */
import { isAlarming } from '../integrations/finding';
import type { Findings } from '../integrations/findFindings';
import { deedOf, type Row } from '../integrations/reach';
import { partOf } from './selection';

/**
 * How many integrations of a group there are; `troubled`: with a finding that needs attention; `look`: with findings that are only
 * worth a look; `disabled`: switched off.
 */
export interface Counts {
	readonly count: number;
	readonly posting: number;
	readonly listening: number;
	readonly troubled: number;
	readonly look: number;
	readonly disabled: number;
}

/** By how they reach the room. `matching`: all but what may only be pointed here. */
interface PartCounts {
	readonly matching: number;
	readonly own: Counts;
	readonly everywhere: Counts;
	readonly remote: Counts;
}

/** Those that name this room, those that reach all rooms of its kind, and what may only be pointed here. */
export function countParts(rows: readonly Row[], findings: Findings): PartCounts {
	const own = countRows(partOf(rows, 'here'), findings);
	const everywhere = countRows(partOf(rows, 'everywhere'), findings);
	const remote = countRows(partOf(rows, 'remote'), findings);
	return { matching: own.count + everywhere.count, own, everywhere, remote };
}

function countRows(rows: readonly Row[], findings: Findings): Counts {
	const listening = rows.filter((row) => deedOf(row) === 'outgoing').length;
	const troubled = rows.filter((row) => isTroubled(row, findings)).length;
	const found = rows.filter(({ integration }) => findings.has(integration.id)).length;
	const disabled = rows.filter(({ integration }) => !integration.enabled).length;
	return { count: rows.length, posting: rows.length - listening, listening, troubled, look: found - troubled, disabled };
}

/** Whether it has a finding that needs attention. */
export function isTroubled({ integration }: Row, findings: Findings): boolean {
	return findings.get(integration.id)?.some(isAlarming) === true;
}
