/** What is wrong with the integrations of a room. docs/findings.md explains each finding. */
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
	/** Who reads the findings: where else an integration listens is told to workspace admins only. */
	readonly audience: Audience;
	/** All rows that the reader may see: a finding may name another of them, and must not name any other. */
	readonly rows: readonly Row[];
	readonly people: People;
	readonly lastRuns: LastRuns;
}

/** By integration id, the worst finding first; integrations without findings are not in it. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

/** Finds what is wrong with the rows in `about`, which are some of `known.rows`. What could not be looked up makes no finding. */
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
	// The same user makes and posts: `ofPoster` reports it already.
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

/** What messages leave the workspace, or may be faked. */
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
