/** What an integration does in a room: an outgoing one fires as the server's triggerHandler decides it, others post. */
import type { OutgoingIntegration } from './integration';
import { channelsOf } from './places';
import { isMisspelt, type Row } from './reach';

/** Why an integration never fires: it has no event, an empty trigger word comes first, or its channels name nothing. */
export type Mute = 'noEvent' | 'emptyWord' | 'channelWords';

/** Why an outgoing integration never fires; undefined where it may. The first trigger word that matches counts, and an empty one ends it. */
export function whyNeverFires(integration: OutgoingIntegration): Mute | undefined {
	const { event, triggerWords } = integration;
	if (event === '') {
		return 'noEvent';
	}
	if (event === 'sendMessage' && triggerWords[0] === '') {
		return 'emptyWord';
	}
	const channels = channelsOf(integration);
	return channels.length > 0 && channels.every(isMisspelt) ? 'channelWords' : undefined;
}

/** The trigger words that can match: an empty one ends it, so those behind it never do. */
export function matchingWords({ triggerWords }: Pick<OutgoingIntegration, 'triggerWords'>): readonly string[] {
	const end = triggerWords.indexOf('');
	return end < 0 ? triggerWords : triggerWords.slice(0, end);
}

/** The outgoing integration of a row that hears the messages of this room; undefined where it does not. */
export function listenerOf({ integration, reach }: Row): OutgoingIntegration | undefined {
	const isListener =
		integration.type === 'outgoing' &&
		integration.event === 'sendMessage' &&
		!reach.answersOnly &&
		reach.reason !== 'shownName' &&
		whyNeverFires(integration) === undefined;
	return isListener ? integration : undefined;
}

/** Whether posting into this room is what the integration of a row is for. */
export function postsHere({ integration, reach }: Row): boolean {
	return integration.type === 'incoming'
		? ['named', 'namedById', 'workspace'].includes(reach.reason)
		: reach.answersOnly === true;
}
