/** One integration as one line of the summary. */
import type { Finding } from '../integrations/finding';
import { shortFinding } from './findingLine';
import { matchingWords, whyNeverFires } from '../integrations/firing';
import type { Integration, OutgoingIntegration } from '../integrations/integration';
import { deedOf, type Reach, type Reason, type Row } from '../integrations/reach';
import type { Translate } from './translate';
import { layouts, writer, type Writer } from './nameWidths';
import type { Audience } from '../integrations/audience';
import type { Report } from '../report/buildReport';
import { rowLimit } from '../report/pageSize';

/** What a row needs of its report. */
type Listing = Pick<Report, 'audience' | 'findings'>;

/** The line of one integration, at most `rowLimit` UTF-16 units: the layouts are tried from wide to tight until it fits. */
export function renderRow(row: Row, listing: Listing, t: Translate): string {
	let line = '';
	for (const layout of layouts) {
		line = renderLine(row, listing, writer(layout, t));
		if (line.length <= rowLimit) {
			break;
		}
	}
	return line;
}

/** One integration in the panel: name, type and state, below them why it reaches the room, and its worst finding. */
export function renderPanelRow({ integration, reach }: Row, { audience, findings }: Listing, t: Translate): string {
	const [worst] = findings.get(integration.id) ?? [];
	const write = writer({ width: 40, named: 3, brief: false }, t);
	const state = integration.enabled ? t('row_enabled') : t('row_disabled');
	const name = write.name(integration.name) || t('row_unnamed');
	const reasons = reachParts(reach, audience, write).filter((part) => part !== '');
	return [
		t(`panel_row_${deedOf({ integration, reach })}`, { name, state }),
		(reach.reason === 'named' ? [t('detail_reach_named'), ...reasons] : reasons).join(', '),
		...(worst ? [shortFinding(worst, false, t)] : []),
	].join('\n');
}

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
export function triggerText(integration: OutgoingIntegration, { t, name, names }: Writer): string {
	const { event, triggerWords } = integration;
	if (whyNeverFires(integration)) {
		return t('trigger_never');
	}
	if (event === 'sendMessage') {
		return triggerWords.length > 0
			? t('trigger_words', { words: names(matchingWords(integration), '…') })
			: t('trigger_every_message');
	}
	const key = eventKeys.get(event);
	return key ? t(key) : t('trigger_event', { event: name(event) || '…' });
}

/** The reasons that a row says: all but `named`, which needs no explanation. */
const reasonKeys: Readonly<Record<Exclude<Reason, 'named'>, `row_reach_${Exclude<Reason, 'named'>}`>> = {
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

/** Why an integration reaches the room, as a part of a sentence; empty where it simply names the room. */
export function reasonText(reason: Reason, t: Translate): string {
	return reason === 'named' ? '' : t(reasonKeys[reason]);
}

function renderLine(row: Row, { audience, findings }: Listing, write: Writer): string {
	const { integration, reach } = row;
	const { brief, terse, t, name } = write;
	const creator = terse > 1 ? '' : name(integration.createdBy);
	const parts = [
		integration.enabled ? '' : t('row_disabled'),
		integration.type === 'outgoing' ? deed(integration, reach, write) : '',
		terse > 1 ? '' : poster(integration, write),
		creator && t('row_by', { user: creator }),
		brief || !integration.createdAt ? '' : t('row_since', { day: integration.createdAt.slice(0, 10) }),
		terse > 1 || integration.script !== 'on' ? '' : t('row_script_on'),
		...(reach.answersOnly ? [] : reachParts(reach, audience, write)),
		found(findings.get(integration.id) ?? [], write),
	].filter((part) => part !== '');
	return `- ${name(integration.name) || t('row_unnamed')} ${parts.join(', ')}`.trimEnd();
}

/** What an outgoing integration does here. That one never fires, its finding says, which it has while it is switched on. */
function deed(integration: OutgoingIntegration, { answersOnly }: Reach, write: Writer): string {
	const { t, names } = write;
	if (whyNeverFires(integration)) {
		return integration.enabled ? '' : t('short_neverFires');
	}
	const when = triggerText(integration, write);
	if (answersOnly) {
		return integration.event === 'sendMessage' ? t('row_answersOnly') : t('row_answersOnly_event', { trigger: when });
	}
	const hosts = names([...new Set(integration.hosts)], t('row_unreadable_host'));
	return hosts ? t('row_sends_to', { trigger: when, hosts }) : t('row_sends_nowhere', { trigger: when });
}

function poster({ username, alias }: Integration, { brief, t, name }: Writer): string {
	const [user, otherName] = [name(username), brief ? '' : name(alias)];
	return user && otherName ? t('row_posts_as_alias', { user, alias: otherName }) : user && t('row_posts_as', { user });
}

/** Why it reaches the room and where else it does. Other rooms are named to workspace admins only, for others counted. */
function reachParts({ reason, elsewhere }: Reach, audience: Audience, { t, names }: Writer): string[] {
	return [
		reasonText(reason, t),
		elsewhere.length > 0 && audience === 'admin' ? t('row_also', { rooms: names(elsewhere, '…') }) : '',
		elsewhere.length > 0 && audience !== 'admin' ? t('row_other_rooms', { count: elsewhere.length }) : '',
	];
}

/** The worst finding; not `disabled`, which the row says already. */
function found([worst]: readonly Finding[], { terse, t }: Writer): string {
	return !worst || worst.kind === 'disabled' ? '' : shortFinding(worst, terse > 0, t);
}
