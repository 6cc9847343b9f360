/** Finds what is wrong with the integrations of a room: from their rows, the people behind them and each other, and nothing else. */
import { type Finding, worstFirst } from './finding';
import type { Integration, OutgoingIntegration } from './integration';
import { findOverlap, hearsMessages } from './overlap';
import { everywhere, type Row } from './reach';
import type { Place } from './room';
import type { Audience } from './audience';
import type { LastRuns, People } from './evidence';

/** What is known of a room. */
interface Known {
	readonly place: Place;
	/** Where else an integration listens is named to a workspace admin alone. */
	readonly audience: Audience;
	/** All rows that the reader may see, and no others. */
	readonly rows: readonly Row[];
	readonly people: People;
	readonly lastRuns: LastRuns;
}

/** By integration id, the worst first; one without findings is not in it. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

/** Judges some of the rows that a reader may see, beside all of them. */
export function findFindings(about: readonly Row[], known: Known): Findings {
	return new Map(
		about.flatMap((row) => {
			const findings = judge(row, known);
			return findings.length > 0 ? [[row.integration.id, findings] as const] : [];
		}),
	);
}

type Found = readonly (Finding | false)[];

function judge(row: Row, known: Known): Finding[] {
	const { integration, reach } = row;
	const found: Found = [
		...ofScript(integration),
		...ofPoster(integration, known.people),
		...ofCreator(integration, known.people),
		...(integration.type === 'outgoing' ? ofOutgoing(integration, row, known) : []),
		integration.type === 'incoming' &&
			integration.enabled &&
			integration.redirectable &&
			reach.part === 'here' && { kind: 'redirectable' },
		!integration.enabled && { kind: 'disabled', since: integration.updatedAt },
	];
	return found.filter((finding) => finding !== false).sort(worstFirst);
}

function ofScript({ script, scriptWillChange }: Integration): Found {
	return [
		script === 'error' && { kind: 'scriptFailed' },
		script === 'notCompiled' && { kind: 'scriptNotCompiled' },
		script !== 'none' && scriptWillChange && { kind: 'scriptWillChange' },
	];
}

function ofPoster({ userId, username }: Integration, people: People): Found {
	const person = people.get(userId);
	if (!person) {
		return [];
	}
	if (!person.there) {
		return [{ kind: 'posterMissing', user: username }];
	}
	return [
		!person.active && { kind: 'posterInactive', user: username },
		username !== '' &&
			person.username !== '' &&
			username !== person.username && { kind: 'posterRenamed', user: username, now: person.username },
	];
}

function ofCreator({ createdById, createdBy, userId }: Integration, people: People): Found {
	const person = people.get(createdById);
	// Who made it and posts is one and the same: once is enough.
	if (!person || createdById === userId) {
		return [];
	}
	if (!person.there) {
		return [{ kind: 'creatorMissing', user: createdBy }];
	}
	return [!person.active && { kind: 'creatorInactive', user: createdBy }];
}

function ofOutgoing(integration: OutgoingIntegration, row: Row, known: Known): Found {
	return [
		integration.hosts.length === 0 && { kind: 'noTarget' },
		integration.sameTarget && { kind: 'sameTarget' },
		...(integration.enabled ? whileEnabled(integration, row, known) : []),
	];
}

function whileEnabled(integration: OutgoingIntegration, row: Row, known: Known): Found {
	return [
		...ofLastRun(integration, known.lastRuns),
		...ofExposure(integration, hearsMessages(row), known),
		findOverlap(row, known.rows),
	];
}

function ofLastRun({ id }: Integration, lastRuns: LastRuns): Found {
	const asked = lastRuns.get(id);
	const run = asked?.ok ? asked.value : undefined;
	return [run?.outcome === 'failed' && { kind: 'runFailed', at: run.at, step: run.step }];
}

/** What leaves the workspace, or may: only while it is switched on. */
function ofExposure(integration: OutgoingIntegration, hears: boolean, known: Known): Found {
	const { triggerWords, hosts, plainHosts, impersonates } = integration;
	const isEvery = hears && triggerWords.length === 0 && hosts.length > 0;
	return [
		plainHosts.length > 0 && { kind: 'plainHttp', hosts: plainHosts },
		isEvery && { kind: known.place.kind === 'channel' ? 'everyMessage' : 'everyPrivateMessage' },
		listensInAll(integration, 'group', known) && { kind: 'allPrivateGroups' },
		listensInAll(integration, 'direct', known) && { kind: 'allDirectMessages' },
		impersonates && { kind: 'impersonates' },
	];
}

function listensInAll({ channels }: Integration, kind: Place['kind'], { place, audience }: Known): boolean {
	return (
		(place.kind === kind || audience === 'admin') && channels.some((channel) => channel.toLowerCase() === everywhere[kind].word)
	);
}
