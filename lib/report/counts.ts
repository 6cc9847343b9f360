/** How many integrations there are, by how they reach the room. */
import { isAlarming } from '../integrations/finding';
import type { Findings } from '../integrations/findFindings';
import { deedOf, type Row } from '../integrations/reach';
import { partOf } from './selection';

/** How many integrations of a group there are; `troubled`: with a finding that needs attention; `disabled`: switched off. */
export interface Counts {
	readonly count: number;
	readonly posting: number;
	readonly listening: number;
	readonly troubled: number;
	readonly disabled: number;
}

/** Those that name this room, and those that reach all rooms of its kind; what may only be pointed here counts as neither. */
export function countParts(
	rows: readonly Row[],
	findings: Findings,
): { readonly matching: number; readonly own: Counts; readonly everywhere: Counts } {
	const own = countRows(partOf(rows, 'here'), findings);
	const everywhere = countRows(partOf(rows, 'everywhere'), findings);
	return { matching: own.count + everywhere.count, own, everywhere };
}

function countRows(rows: readonly Row[], findings: Findings): Counts {
	const listening = rows.filter((row) => deedOf(row) === 'outgoing').length;
	const troubled = rows.filter((row) => isTroubled(row, findings)).length;
	const disabled = rows.filter(({ integration }) => !integration.enabled).length;
	return { count: rows.length, posting: rows.length - listening, listening, troubled, disabled };
}

/** Whether it has a finding that needs attention. */
export function isTroubled({ integration }: Row, findings: Findings): boolean {
	return findings.get(integration.id)?.some(isAlarming) === true;
}
