/** When an outgoing integration fires, and why an integration reaches a room, as parts of sentences. */
import { matchingWords, whyNeverFires } from '../integrations/firing';
import type { OutgoingIntegration } from '../integrations/integration';
import type { Reason } from '../integrations/reach';
import type { Writer } from './nameWidths';
import type { Translate } from './translate';

/** The events with a sentence of their own. */
const eventKeys = new Map<
	string,
	'trigger_fileUploaded' | `trigger_room${'Joined' | 'Left' | 'Created' | 'Archived'}` | 'trigger_userCreated'
>([
	['fileUploaded', 'trigger_fileUploaded'],
	['roomJoined', 'trigger_roomJoined'],
	['roomLeft', 'trigger_roomLeft'],
	['roomCreated', 'trigger_roomCreated'],
	['roomArchived', 'trigger_roomArchived'],
	['userCreated', 'trigger_userCreated'],
]);

/** When an outgoing integration fires, as a part of a sentence. */
export function triggerText(integration: OutgoingIntegration, write: Writer): string {
	return whyNeverFires(integration) ? write.t('trigger_never') : eventText(integration, write);
}

/** On what it fires, if it does. */
export function eventText(
	{ event, triggerWords }: Pick<OutgoingIntegration, 'event' | 'triggerWords'>,
	{ t, name, names }: Writer,
): string {
	if (event === 'sendMessage') {
		return triggerWords.length > 0
			? t('trigger_words', { words: names(matchingWords({ triggerWords }), '…') })
			: t('trigger_every_message');
	}
	const key = eventKeys.get(event);
	return key ? t(key) : t('trigger_event', { event: name(event) || '…' });
}

/** The reasons that need an explanation. */
type Explained = Exclude<Reason, 'named' | 'workspace'>;

const reasonKeys: Readonly<Record<Explained, `row_reach_${Explained}`>> = {
	namedById: 'row_reach_namedById',
	answersHere: 'row_reach_answersHere',
	publicChannels: 'row_reach_publicChannels',
	privateGroups: 'row_reach_privateGroups',
	directMessages: 'row_reach_directMessages',
	noChannel: 'row_reach_noChannel',
	shownName: 'row_reach_shownName',
	redirectable: 'row_reach_redirectable',
	workspaceEvent: 'row_reach_workspaceEvent',
};

/** Why an integration reaches the room, as a part of a sentence; empty where it simply names the room, or no room is asked about. */
export function reasonText(reason: Reason, t: Translate): string {
	return reason === 'named' || reason === 'workspace' ? '' : t(reasonKeys[reason]);
}
