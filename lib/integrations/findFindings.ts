/** What is wrong with the integrations of a room. docs/findings.md explains each finding. */
import type { Places } from './evidence';
import { type Finding, worstFirst } from './finding';
import { listenerOf } from './firing';
import { findInOutgoing } from './findInOutgoing';
import { findInPeople } from './findInPeople';
import { hearersOf } from './hearers';
import type { Integration } from './integration';
import type { Found, Known, KnownWithOverlaps } from './known';
import { findOverlaps } from './overlap';
import type { Row } from './reach';
import { singlePlaces } from './places';
import type { Subject } from './room';

/** By integration id, the worst finding first; integrations without findings are not in it. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

/** What came out of looking for findings. */
export interface Searched {
	readonly findings: Findings;
	/** How many integrations have trigger words that were not compared with those of others; none where nobody asks about words. */
	readonly uncompared: number;
}

/** Finds what is wrong with the rows in `about`, which are some of `known.rows`. What could not be looked up makes no finding. */
export function findFindings(about: readonly Row[], known: Known): Searched {
	const { overlaps, skipped } = findOverlaps(hearersOf(known));
	const all = about.map((row) => [row.integration.id, judge(row, { ...known, overlaps })] as const);
	const isCompared = about.some((row) => (listenerOf(row)?.triggerWords.length ?? 0) > 0);
	return { findings: new Map(all.filter(([, findings]) => findings.length > 0)), uncompared: isCompared ? skipped : 0 };
}

function judge(row: Row, known: KnownWithOverlaps): Finding[] {
	const { integration } = row;
	const found: Found = [
		...ofReach(row, known.subject),
		...ofPlaces(row, known.places),
		...ofScript(integration),
		...findInPeople(row, known),
		...(integration.type === 'outgoing' ? findInOutgoing(integration, row, known) : []),
	];
	const isGone = found.some((finding) => finding !== false && finding.kind === 'targetGone');
	return [...found, !integration.enabled && !isGone && { kind: 'disabled' as const, since: integration.updatedAt }]
		.filter((finding) => finding !== false)
		.sort(worstFirst);
}

/** Only rows of the whole workspace have places that were looked up. */
function ofPlaces({ reach }: Row, places: Places): Found {
	const named = reach.reason === 'workspace' ? singlePlaces(reach.elsewhere) : [];
	const names = named.filter((place) => places.get(place)?.there === false);
	return [names.length > 0 && { kind: 'noSuchPlace', names }];
}

function ofReach({ integration, reach }: Row, subject: Subject): Found {
	const isRedirectable = integration.type === 'incoming' && integration.redirectable;
	return [
		subject.kind !== 'workspace' && reach.reason === 'shownName' && { kind: 'shownName', name: subject.shownName },
		isRedirectable && integration.enabled && reach.part === 'here' && { kind: 'redirectable' },
	];
}

function ofScript({ script }: Integration): Found {
	return [script === 'error' && { kind: 'scriptFailed' }, script === 'notCompiled' && { kind: 'scriptNotCompiled' }];
}
