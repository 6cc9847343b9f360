/** What can be wrong with an integration, and how bad it is: facts, never a guess. */

/** What each finding rests on. Names are as stored: nothing of them is safe to show yet. */
interface FindingFacts {
	scriptFailed: object;
	scriptNotCompiled: object;
	noTarget: object;
	/** ISO date and time; the server's word for where the run was, empty where it said none. */
	runFailed: { at: string; step: string };
	/** `user`: the stored name of who made it, or of who it posts as. */
	posterMissing: { user: string };
	posterInactive: { user: string };
	posterRenamed: { user: string; now: string };
	creatorMissing: { user: string };
	creatorInactive: { user: string };
	plainHttp: { hosts: readonly string[] };
	everyMessage: object;
	everyPrivateMessage: object;
	allPrivateGroups: object;
	allDirectMessages: object;
	redirectable: object;
	impersonates: object;
	/** ISO date and time of the last change; empty where unknown. */
	disabled: { since: string };
	/** Another one's name fires on a word that this one fires on. */
	sameWords: { word: string; other: string };
	sameTarget: object;
	scriptWillChange: object;
}

export type FindingKind = keyof FindingFacts;

export type Finding<K extends FindingKind = FindingKind> = {
	readonly [P in K]: { readonly kind: P } & Readonly<FindingFacts[P]>;
}[K];

type Severity = 'broken' | 'exposed' | 'look';

/** From the worst to the least: an integration is shown with its first. */
export const severities: Readonly<Record<FindingKind, Severity>> = {
	scriptFailed: 'broken',
	scriptNotCompiled: 'broken',
	noTarget: 'broken',
	runFailed: 'broken',
	posterMissing: 'broken',
	posterInactive: 'broken',
	posterRenamed: 'broken',
	creatorMissing: 'broken',
	creatorInactive: 'broken',
	plainHttp: 'exposed',
	everyPrivateMessage: 'exposed',
	everyMessage: 'exposed',
	allPrivateGroups: 'exposed',
	allDirectMessages: 'exposed',
	redirectable: 'exposed',
	impersonates: 'exposed',
	disabled: 'look',
	sameWords: 'look',
	sameTarget: 'look',
	scriptWillChange: 'look',
};

const order: readonly string[] = Object.keys(severities);

/** Sorts findings, the worst first. */
export function worstFirst(one: Finding, other: Finding): number {
	return order.indexOf(one.kind) - order.indexOf(other.kind);
}
