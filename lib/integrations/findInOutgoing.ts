/** What can be wrong with an outgoing integration: what it fires on, where it sends, how its last run ended. */
import { listenerOf, whyNeverFires } from './firing';
import type { OutgoingIntegration } from './integration';
import type { Found, KnownWithOverlaps } from './known';
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
	const isEvery = listenerOf(row) !== undefined && triggerWords.length === 0 && hosts.length > 0;
	return [
		plainHosts.length > 0 && { kind: 'plainHttp', hosts: plainHosts },
		isEvery && { kind: known.place.kind === 'channel' ? 'everyMessage' : 'everyPrivateMessage' },
		listensInAll(integration, 'group', known) && { kind: 'allPrivateGroups' },
		listensInAll(integration, 'direct', known) && { kind: 'allDirectMessages' },
		impersonates && { kind: 'impersonates' },
	];
}

function listensInAll({ channels }: OutgoingIntegration, kind: Place['kind'], { place, audience }: KnownWithOverlaps): boolean {
	return (place.kind === kind || audience === 'admin') && channels.includes(everywhere[kind].word);
}

/** The server hands an integration the messages of bots, too, and of an encrypted room no readable text. */
function ofWords({ triggerWords, targetRoom }: OutgoingIntegration, row: Row, { place }: KnownWithOverlaps): Found {
	const hears = listenerOf(row) !== undefined;
	const hasWords = triggerWords.length > 0;
	return [
		hears && !hasWords && targetRoom !== '' && isCalledBy(targetRoom, place) && { kind: 'answersItself' },
		hears && hasWords && place.encrypted && { kind: 'wordsUnreadable' },
	];
}
