/** What can be wrong with an outgoing integration: what it fires on, where it sends, how its last run ended. */
import { listenerOf, whyNeverFires } from './firing';
import type { OutgoingIntegration } from './integration';
import type { Found, KnownWithOverlaps } from './known';
import { answersItself, channelsOf, knownRooms } from './places';
import { everywhere, type Row } from './reach';
import { isCalledBy, type Place } from './room';

/** Gives the findings of an outgoing integration, in no order. One that is switched off is not judged by what it would do. */
export function findInOutgoing(integration: OutgoingIntegration, row: Row, known: KnownWithOverlaps): Found {
	return [
		integration.hosts.length === 0 && { kind: 'noTarget' },
		integration.unusableTarget && { kind: 'unusableTarget' },
		integration.sameTarget && { kind: 'sameTarget' },
		...ofLastRun(integration, known),
		...(integration.enabled ? whileEnabled(integration, row, known) : []),
	];
}

/** A target that is gone switches its integration off: the last run of one that is on again says nothing of now. */
function ofLastRun({ id, enabled }: OutgoingIntegration, { lastRuns }: KnownWithOverlaps): Found {
	const asked = lastRuns.get(id);
	const run = asked?.ok ? asked.value : undefined;
	if (!run) {
		return [];
	}
	const { at, step, outcome } = run;
	return [
		!enabled && outcome === 'gone' && { kind: 'targetGone', at },
		enabled && outcome === 'failed' && { kind: 'runFailed', at, step },
		enabled && outcome === 'emptyAnswer' && { kind: 'emptyAnswer', at },
	];
}

function whileEnabled(integration: OutgoingIntegration, row: Row, known: KnownWithOverlaps): Found {
	const why = whyNeverFires(integration);
	if (why !== undefined) {
		return [{ kind: 'neverFires', why }];
	}
	const overlap = known.overlaps.get(integration.id);
	return [
		...ofExposure(integration, row, known),
		...ofWords(integration, row, known),
		overlap !== undefined && { kind: 'sameWords', ...overlap },
	];
}

/** What messages leave the workspace, or may be faked. */
function ofExposure(integration: OutgoingIntegration, row: Row, known: KnownWithOverlaps): Found {
	const { triggerWords, hosts, plainHosts, impersonates } = integration;
	const { kind } = known.subject;
	const isEvery = listenerOf(row) !== undefined && triggerWords.length === 0 && hosts.length > 0;
	return [
		plainHosts.length > 0 && { kind: 'plainHttp', hosts: plainHosts },
		isEvery && { kind: kind === 'channel' || kind === 'workspace' ? 'everyMessage' : 'everyPrivateMessage' },
		listensInAll(integration, 'group', known) && { kind: 'allPrivateGroups' },
		listensInAll(integration, 'direct', known) && { kind: 'allDirectMessages' },
		impersonates && { kind: 'impersonates' },
	];
}

function listensInAll(integration: OutgoingIntegration, kind: Place['kind'], known: KnownWithOverlaps): boolean {
	const { subject, audience } = known;
	return (subject.kind === kind || audience === 'admin') && channelsOf(integration).includes(everywhere[kind].word);
}

/** The server hands an integration the messages of bots, too, and of an encrypted room no readable text. */
function ofWords(integration: OutgoingIntegration, row: Row, { subject, places }: KnownWithOverlaps): Found {
	const { triggerWords, targetRoom } = integration;
	if (listenerOf(row) === undefined) {
		return [];
	}
	const hasWords = triggerWords.length > 0;
	if (subject.kind === 'workspace') {
		const encrypted = hasWords ? knownRooms(row, places).find((room) => room.encrypted) : undefined;
		return [
			!hasWords && answersItself(integration, places) && { kind: 'answersItself' },
			encrypted !== undefined && { kind: 'wordsUnreadable', room: encrypted.name },
		];
	}
	return [
		!hasWords && targetRoom !== '' && isCalledBy(targetRoom, subject) && { kind: 'answersItself' },
		hasWords && subject.encrypted && { kind: 'wordsUnreadable' },
	];
}
