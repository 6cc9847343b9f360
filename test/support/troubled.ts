/** What can be found about integrations, and who is behind them, as the unit tests of it all need it. */
import type { Finding, FindingKind } from '../../lib/integrations/finding';
import type { Findings } from '../../lib/integrations/findFindings';
import type { Inspection } from '../../lib/report/inspect';
import type { KnownPerson, People } from '../../lib/integrations/evidence';

/** One finding of each kind. */
export const oneOfEach: { readonly [K in FindingKind]: Finding<K> } = {
	neverFires: { kind: 'neverFires', why: 'emptyWord' },
	shownName: { kind: 'shownName', name: 'Customer support' },
	noSuchPlace: { kind: 'noSuchPlace', names: ['#old-name', '@gina'] },
	scriptFailed: { kind: 'scriptFailed' },
	scriptNotCompiled: { kind: 'scriptNotCompiled' },
	noTarget: { kind: 'noTarget' },
	unusableTarget: { kind: 'unusableTarget' },
	posterMissing: { kind: 'posterMissing', user: 'gina' },
	posterOutside: { kind: 'posterOutside', user: 'monitor' },
	posterMuted: { kind: 'posterMuted', user: 'monitor' },
	posterReadOnly: { kind: 'posterReadOnly', user: 'monitor' },
	posterImpersonates: { kind: 'posterImpersonates', user: 'li' },
	targetGone: { kind: 'targetGone', at: '2025-06-04T10:00:05.000Z' },
	runFailed: { kind: 'runFailed', at: '2025-06-04T10:00:05.000Z', step: 'after-http-call' },
	plainHttp: { kind: 'plainHttp', hosts: ['plain.example', '10.0.0.5:3000'] },
	everyPrivateMessage: { kind: 'everyPrivateMessage' },
	everyMessage: { kind: 'everyMessage' },
	allPrivateGroups: { kind: 'allPrivateGroups' },
	allDirectMessages: { kind: 'allDirectMessages' },
	redirectable: { kind: 'redirectable' },
	impersonates: { kind: 'impersonates' },
	posterInactive: { kind: 'posterInactive', user: 'dora' },
	creatorMissing: { kind: 'creatorMissing', user: 'gina' },
	creatorInactive: { kind: 'creatorInactive', user: 'dora' },
	posterRenamed: { kind: 'posterRenamed', user: 'watchdog', now: 'monitor' },
	disabled: { kind: 'disabled', since: '2025-03-02T08:00:00.000Z' },
	sameWords: { kind: 'sameWords', word: '!echo', other: 'Same words' },
	sameTarget: { kind: 'sameTarget' },
	answersItself: { kind: 'answersItself' },
	wordsUnreadable: { kind: 'wordsUnreadable' },
	emptyAnswer: { kind: 'emptyAnswer', at: '2025-06-04T10:00:05.000Z' },
};

/** All of them, the worst first. */
export const eachFinding: readonly Finding[] = Object.values(oneOfEach);

/** One finding of each kind that has a name in it, all names the same. */
export function findingsNaming(name: string): Finding[] {
	return [
		{ kind: 'runFailed', at: '2025-06-04T10:00:05.000Z', step: name },
		{ kind: 'shownName', name },
		{ kind: 'posterMissing', user: name },
		{ kind: 'posterOutside', user: name },
		{ kind: 'posterMuted', user: name },
		{ kind: 'posterOutside', user: name, room: name },
		{ kind: 'posterMuted', user: name, room: name },
		{ kind: 'wordsUnreadable', room: name },
		{ kind: 'noSuchPlace', names: Array.from({ length: 300 }, () => name) },
		{ kind: 'posterReadOnly', user: name },
		{ kind: 'posterImpersonates', user: name },
		{ kind: 'posterInactive', user: name },
		{ kind: 'posterRenamed', user: name, now: name },
		{ kind: 'creatorMissing', user: name },
		{ kind: 'creatorInactive', user: name },
		{ kind: 'plainHttp', hosts: Array.from({ length: 300 }, () => name) },
		{ kind: 'sameWords', word: name, other: name },
	];
}

/** Names that try to do something where they are shown. */
export const hostileNames: readonly string[] = [
	'@all',
	'`@here` **x** _y_',
	'a\nb\r\n- c\u2028d',
	'[a](javascript:alert(1)) https://evil.example <https://evil.example|x>',
	'W'.repeat(5000),
	'🙂'.repeat(2500),
	'\u202eevil',
	'#general @channel',
];

/** What is left of a text without its code, in which names do nothing. */
export function outsideCode(text: string): string {
	return text.replace(/`[^`\n]*`/g, '');
}

export function findingsOf(findings: Readonly<Record<string, readonly Finding[]>>): Findings {
	return new Map(Object.entries(findings));
}

export function person(username: string, active = true, roles: readonly string[] = []): KnownPerson {
	return { there: true, id: username.toUpperCase(), username, active, roles };
}

/** Who was looked up, by id: all is well with the first two. */
export const people: People = new Map<string, KnownPerson>([
	['CAT1', person('rocket.cat', true, ['bot'])],
	['ANA1', person('ana')],
	['DORA1', person('dora', false)],
	['MONITOR1', person('monitor')],
	['NAMELESS1', person('')],
	['GONE1', { there: false }],
	['@rocket.cat', person('rocket.cat', true, ['bot'])],
	['@gina', { there: false }],
	['@dora', person('dora', false)],
]);

/** Where nothing was looked up. */
export const noInspection: Inspection = {
	findings: new Map(),
	people: new Map(),
	lastRuns: new Map(),
	unchecked: { people: 0, places: 0, runs: 0, rights: 0, words: 0, shortened: 0 },
	recent: undefined,
	oldScripts: 0,
};

/** Nothing was looked at but what is said. */
export function inspectionOf({ unchecked, ...fields }: InspectionFields): Inspection {
	return { ...noInspection, ...fields, unchecked: { ...noInspection.unchecked, ...unchecked } };
}

type InspectionFields = Partial<Omit<Inspection, 'unchecked'>> & { readonly unchecked?: Partial<Inspection['unchecked']> };
