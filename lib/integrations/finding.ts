/** What can be wrong with an integration, and how bad it is. A finding rests on facts, never on a guess. */

import type { Mute } from './firing';

/** The facts of each finding. Texts are as stored: they must be cleaned (`code`) before they are shown. */
interface FindingFacts {
	neverFires: { why: Mute };
	/** `name`: the shown name that it names instead of the slug. */
	shownName: { name: string };
	/** `names`: the rooms and people that it names, and that do not exist. */
	noSuchPlace: { names: readonly string[] };
	scriptFailed: object;
	scriptNotCompiled: object;
	noTarget: object;
	unusableTarget: object;
	/** `user`: the stored name of the user it posts as; empty: none is stored. */
	posterMissing: { user: string };
	/** `room`: where, if not in the room that is asked about. */
	posterOutside: { user: string; room?: string };
	posterMuted: { user: string; room?: string };
	posterReadOnly: { user: string };
	posterImpersonates: { user: string };
	targetGone: { at: string };
	/** `at`: ISO date and time; `step`: the server's name for the step that it reached, empty where unknown. */
	runFailed: { at: string; step: string };
	plainHttp: { hosts: readonly string[] };
	everyMessage: object;
	everyPrivateMessage: object;
	allPrivateGroups: object;
	allDirectMessages: object;
	redirectable: object;
	impersonates: object;
	posterInactive: { user: string };
	/** `user`: the stored name of who made it. */
	creatorMissing: { user: string };
	creatorInactive: { user: string };
	posterRenamed: { user: string; now: string };
	/** ISO date and time of the last change; empty where unknown. */
	disabled: { since: string };
	/** `other`: the name of another integration that fires on `word`, too. */
	sameWords: { word: string; other: string };
	sameTarget: object;
	answersItself: object;
	/** `room`: which, if not the room that is asked about. */
	wordsUnreadable: { room?: string };
	emptyAnswer: { at: string };
}

export type FindingKind = keyof FindingFacts;

export type Finding<K extends FindingKind = FindingKind> = {
	readonly [P in K]: { readonly kind: P } & Readonly<FindingFacts[P]>;
}[K];

/** What surely does not work; what reaches more, or fewer hands away, than its maker may know; the rest. */
type Severity = 'broken' | 'exposed' | 'look';

/** In the order of showing, the worst first: a row of the summary shows only the first finding. */
export const severities: Readonly<Record<FindingKind, Severity>> = {
	neverFires: 'broken',
	shownName: 'broken',
	noSuchPlace: 'broken',
	scriptFailed: 'broken',
	scriptNotCompiled: 'broken',
	noTarget: 'broken',
	unusableTarget: 'broken',
	posterMissing: 'broken',
	posterOutside: 'broken',
	posterMuted: 'broken',
	posterReadOnly: 'broken',
	posterImpersonates: 'broken',
	targetGone: 'broken',
	runFailed: 'broken',
	plainHttp: 'exposed',
	everyPrivateMessage: 'exposed',
	everyMessage: 'exposed',
	allPrivateGroups: 'exposed',
	allDirectMessages: 'exposed',
	redirectable: 'exposed',
	impersonates: 'exposed',
	posterInactive: 'exposed',
	creatorMissing: 'look',
	creatorInactive: 'look',
	posterRenamed: 'look',
	disabled: 'look',
	sameWords: 'look',
	sameTarget: 'look',
	answersItself: 'look',
	wordsUnreadable: 'look',
	emptyAnswer: 'look',
};

const order: readonly string[] = Object.keys(severities);

/** Compares two findings for `sort`: the worse comes first. */
export function worstFirst(one: Finding, other: Finding): number {
	return order.indexOf(one.kind) - order.indexOf(other.kind);
}

/** Whether a finding needs attention: what is only worth a look does not count. */
export function isAlarming({ kind }: Finding): boolean {
	return severities[kind] !== 'look';
}
