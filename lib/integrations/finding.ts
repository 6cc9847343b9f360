/** What can be wrong with an integration, and how bad it is. A finding rests on facts, never on a guess. */

/** The facts of each finding. Texts are as stored: they must be cleaned (`code`) before they are shown. */
interface FindingFacts {
	scriptFailed: object;
	scriptNotCompiled: object;
	noTarget: object;
	/** `at`: ISO date and time; `step`: the server's name for the step that it reached, empty where unknown. */
	runFailed: { at: string; step: string };
	/** `user`: the stored name of who made it, or of the user it posts as. */
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
	/** `other`: the name of another integration that fires on `word`, too. */
	sameWords: { word: string; other: string };
	sameTarget: object;
	scriptWillChange: object;
}

export type FindingKind = keyof FindingFacts;

export type Finding<K extends FindingKind = FindingKind> = {
	readonly [P in K]: { readonly kind: P } & Readonly<FindingFacts[P]>;
}[K];

/** Out of order, a danger to data or trust, or just worth a look. */
type Severity = 'broken' | 'exposed' | 'look';

/** In the order of showing, the worst first: a row of the summary shows only the first finding. */
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

/** Compares two findings for `sort`: the worse comes first. */
export function worstFirst(one: Finding, other: Finding): number {
	return order.indexOf(one.kind) - order.indexOf(other.kind);
}
