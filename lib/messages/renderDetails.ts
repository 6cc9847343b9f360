/** One integration in full, in words: every field that is no secret, one line each. */
import { contactsLine } from './contactsLine';
import type { Details } from '../report/details';
import { findingLine, isToldCure } from './findingLine';
import { lastRunLine, waitsText } from './runWords';
import { scriptLine } from './scriptLine';
import { whyNeverFires } from '../integrations/firing';
import type { IncomingIntegration, Integration, OutgoingIntegration } from '../integrations/integration';
import { type Message, toMessage } from './message';
import { missingLines, uncheckedLines } from './gapLines';
import { lastPostedLine } from './lastPostedLine';
import { day } from './names';
import { reasonText, triggerText } from './triggerText';
import type { Translate } from './translate';
import { writer, type Writer } from './nameWidths';
import { answersInto, deedOf } from '../integrations/reach';

/** Names are shown long, and many of a list: only the caller reads it, and private messages have no limit. */
const layout = { width: 120, named: 20 };

type Lines = readonly (string | false)[];

/** Everything about one integration that may be shown, in the reader's language. */
export function renderDetails(details: Details, t: Translate): Message {
	const { integration } = details.row;
	const write = writer(layout, t);
	const message = toMessage([
		[head(details, write), ...state(details, write)].join('\n'),
		...group(t('detail_group_does'), [
			...reach(details, write),
			...(integration.type === 'incoming' ? incoming(integration, write) : outgoing(integration, details, write)),
			scriptLine(integration, write),
		]),
		...group(t('detail_group_posts'), poster(integration, write)),
		...group(t('detail_group_history'), [
			...dates(integration, write),
			lastRunLine(details, t),
			...(details.recent ? lastPostedLine(integration, details.recent, t) : []),
			t('detail_id', { id: write.name(integration.id) }),
		]),
		...missingLines(details.missing, t),
		...uncheckedLines(details.unchecked, t),
		...contactsLine(details.contacts, t),
	]);
	// Only in the text: clients that show blocks have a button for it.
	const link = details.adminUrl === undefined ? '' : `\n${t('detail_admin', { url: details.adminUrl })}`;
	return { ...message, text: `${message.text}${link}` };
}

/** Its name, and what it does here; not in the whole workspace, where there is no here, nor where it only may act here, or does not. */
function head({ row, subject }: Details, { t, name: write }: Writer): string {
	const name = write(row.integration.name) || t('row_unnamed');
	const { part, reason } = row.reach;
	return subject.kind === 'workspace' || part === 'remote' || reason === 'shownName'
		? t('attention_row', { name: `**${name}**`, kind: t(`row_${row.integration.type}`) })
		: t(`detail_head_${deedOf(row)}`, { name });
}

/** A paragraph with a heading; none where there is nothing to say. */
function group(heading: string, lines: Lines): string[] {
	const said = lines.filter((line) => line !== false);
	return said.length > 0 ? [[heading, ...said].join('\n')] : [];
}

/** What is wrong, the worst first: that it is switched off, if only as a finding. */
function state({ row, findings, audience, mark }: Details, write: Writer): string[] {
	const isFound = findings.some(({ kind }) => kind === 'disabled' || kind === 'targetGone');
	return [
		...(mark ? [markLine(mark, write)] : []),
		...(row.integration.enabled || isFound ? [] : [`- ${write.t('row_disabled')}`]),
		...findings.map((finding) => findingLine(finding, isToldCure(finding, audience), write)),
	];
}

/** By what a message is told to be of this integration, and how far that goes. */
function markLine({ sender, fits }: NonNullable<Details['mark']>, { t, name }: Writer): string {
	return fits ? t('detail_mark') : t('detail_mark_doubtful', { user: name(sender) || '…' });
}

function reach({ row, subject, audience }: Details, { t, names, places }: Writer): Lines {
	const { elsewhere } = row.reach;
	if (subject.kind === 'workspace') {
		return [elsewhere.length > 0 && t('detail_serves', { places: places(elsewhere) })];
	}
	const named = subject.kind === 'direct' ? t('detail_reach_named_direct') : t('detail_reach_named');
	const also =
		audience === 'admin'
			? t('detail_also', { rooms: names(elsewhere, '…') })
			: t('detail_also_count', { count: elsewhere.length });
	return [t('detail_reach', { reason: reasonText(row.reach.reason, t) || named }), elsewhere.length > 0 && also];
}

function incoming({ redirectable }: IncomingIntegration, { t }: Writer): Lines {
	return [redirectable && t('detail_redirectable')];
}

function outgoing(integration: OutgoingIntegration, details: Details, write: Writer): Lines {
	const { t } = write;
	const { onEdits, hosts, targetRoom, retries, impersonates } = integration;
	const isElsewhere = details.row.reach.answersOnly && integration.event === 'sendMessage';
	const fires = isElsewhere ? 'detail_trigger_elsewhere' : 'detail_trigger';
	return [
		t(fires, { trigger: triggerText(integration, write) }),
		wordsLine(integration, write),
		onEdits && t('detail_edits'),
		hosts.length > 0 ? t('detail_hosts', { hosts: write.hosts(hosts, t('row_unreadable_host')) }) : t('detail_no_hosts'),
		targetRoom !== '' && target(integration, details, write),
		retries.count > 0
			? t('detail_retries', { count: retries.count, waits: waitsText(retries.count, retries.delay) })
			: t('detail_no_retries'),
		impersonates && t('detail_impersonates'),
	];
}

/** How its words match; and which they are, where the line on what it fires does not name them all. */
function wordsLine(integration: OutgoingIntegration, { t, names }: Writer): string | false {
	const { event, triggerWords, anywhere } = integration;
	const name = t(anywhere ? 'detail_words_anywhere' : 'detail_words_start');
	const isTold = event === 'sendMessage' && !whyNeverFires(integration) && !triggerWords.includes('');
	return triggerWords.length > 0 && (isTold ? name : t('list_named', { name, text: names(triggerWords, '…') }));
}

function target(integration: OutgoingIntegration, { subject, audience }: Details, { t, name }: Writer): string {
	const mayBeNamed = audience === 'admin' || (subject.kind !== 'workspace' && answersInto(integration, subject));
	return mayBeNamed ? t('detail_target', { room: name(integration.targetRoom) || '…' }) : t('detail_target_elsewhere');
}

function poster({ username, alias, emoji, ownPicture }: Integration, { t, name }: Writer): Lines {
	return [
		name(username) !== '' && t('detail_poster', { user: name(username) }),
		name(alias) !== '' && t('detail_alias', { alias: name(alias) }),
		name(emoji) !== '' && t('detail_emoji', { emoji: name(emoji) }),
		ownPicture && t('detail_avatar'),
	];
}

function dates({ createdAt, createdBy, updatedAt, updatedBy }: Integration, { t, name }: Writer): Lines {
	const [creator, editor] = [name(createdBy), name(updatedBy)];
	const [created, updated] = [day(createdAt), day(updatedAt)];
	return [
		creator === '' ? t('detail_created', { day: created }) : t('detail_created_by', { day: created, user: creator }),
		updatedAt !== '' &&
			(editor === '' ? t('detail_updated', { day: updated }) : t('detail_updated_by', { day: updated, user: editor })),
	];
}
