/** What is kept of a watched room: of each integration what its row shows, and nothing else. */
import type { Findings } from '../integrations/findFindings';
import type { FindingKind } from '../integrations/finding';
import type { Integration } from '../integrations/integration';
import type { Reason, Row } from '../integrations/reach';

/** An integration as it was when somebody looked. All texts are as stored: they must be cleaned before they are shown. */
export interface Kept {
	readonly id: string;
	readonly type: Integration['type'];
	readonly name: string;
	readonly enabled: boolean;
	/** Empty for an incoming one. */
	readonly event: string;
	readonly words: readonly string[];
	readonly hosts: readonly string[];
	/** Why it reaches the room; empty where that is not known, as in older records. */
	readonly reach: Reason | '';
	/** The other rooms and people that it serves: compared, and never told. */
	readonly channels: readonly string[];
	/** The alias, else the user, as whom it posts. */
	readonly poster: string;
	readonly createdBy: string;
	readonly updatedAt: string;
	readonly updatedBy: string;
	/** Without that it is switched off, which `enabled` says. */
	readonly findings: readonly FindingKind[];
}

/** A room at one time. */
export interface Snapshot {
	/** Of what was seen, by `viewOf`. */
	readonly view: string;
	/** Whether everybody behind the rows could be looked up, so that what is wrong with them is known. */
	readonly isSure: boolean;
	/** Epoch, milliseconds. */
	readonly at: number;
	readonly rows: readonly Kept[];
	/** How many more there are than are kept. */
	readonly more: number;
}

/** Who was asked, and whether what reaches all rooms of a kind counts. */
export function viewOf(connection: string, includeGlobal: boolean): string {
	return `${connection} ${String(includeGlobal)}`;
}

/** Whether the same server was asked as the same user: others show other integrations. */
export function isSameConnection(one: Snapshot, other: Snapshot): boolean {
	const [connection, another] = [one, other].map(({ view }) => view.replace(/ (?:true|false)$/, ''));
	return connection === another;
}

/** What may be wrong with the people behind an integration: also while it is switched off, and only while it is on. */
const always: readonly FindingKind[] = ['posterMissing', 'posterRenamed', 'creatorMissing', 'creatorInactive'];
const whileOn: readonly FindingKind[] = [
	'posterInactive',
	'posterOutside',
	'posterMuted',
	'posterReadOnly',
	'posterImpersonates',
];

/** Whether people must be looked up for a finding. */
export function isOfPeople(kind: FindingKind): boolean {
	return always.includes(kind) || whileOn.includes(kind);
}

/** As many integrations of a room are kept, and as many entries and letters of a list. */
export const mostKept = 500;
const [mostEntries, mostLetters] = [20, 120];

/** What is kept of rows, by id. `before`: what was known, where not all could be looked up now; what was wrong with people stays. */
export function toKept(rows: readonly Row[], findings: Findings, before: readonly Kept[] | undefined): Kept[] {
	const known = new Map(before?.map((kept) => [kept.id, kept.findings]));
	return rows
		.map((row) => {
			const { id, enabled } = row.integration;
			const now = (findings.get(id) ?? []).map(({ kind }) => kind);
			const stay = known.get(id)?.filter((kind) => always.includes(kind) || (enabled && whileOn.includes(kind)));
			return keep(row, stay ? [...now.filter((kind) => !isOfPeople(kind)), ...stay] : now);
		})
		.sort((one, other) => (one.id < other.id ? -1 : 1))
		.slice(0, mostKept);
}

function keep({ integration, reach }: Row, findings: readonly FindingKind[]): Kept {
	const { id, type, name, enabled, alias, username, createdBy, updatedAt, updatedBy } = integration;
	const own =
		integration.type === 'outgoing'
			? { event: integration.event, words: integration.triggerWords, hosts: integration.hosts }
			: { event: '', words: [], hosts: [] };
	return {
		...{
			id,
			type,
			enabled,
			updatedAt,
			updatedBy,
			createdBy,
			event: own.event,
			findings: findings.filter((kind) => kind !== 'disabled').sort(),
		},
		name: name.slice(0, mostLetters),
		poster: (alias || username).slice(0, mostLetters),
		words: cut(own.words),
		hosts: cut(own.hosts),
		reach: reach.reason,
		channels: cut([...reach.elsewhere].sort()),
	};
}

function cut(texts: readonly string[]): string[] {
	return texts.slice(0, mostEntries).map((text) => text.slice(0, mostLetters));
}
