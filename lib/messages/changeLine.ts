/** What became of one integration, as one line. */
import { severities, type FindingKind } from '../integrations/finding';
import { type Change, changedFindings, type Field } from '../watch/compare';
import type { Kept } from '../watch/snapshot';
import { writer, type Writer } from './nameWidths';
import type { Translate } from './translate';
import { eventText, reasonText } from './triggerText';

/** Names are cut, and of a list only the first are named. */
const layout = { width: 40, named: 3 };

/** One line of a list: what is new, gone or other than before, and by whom, where the record tells. */
export function changeLine(change: Change, t: Translate): string {
	const write = writer(layout, t);
	const name = write.name(change.row.name) || t('row_unnamed');
	if (change.kind === 'gone') {
		return `- ${t('change_gone', { name })}`;
	}
	if (change.kind === 'new') {
		const wrong = change.row.findings.map((finding) => `**${found(finding, t)}**`);
		const off = change.row.enabled ? [] : [t('change_off')];
		return `- ${t('change_new', { name, kind: [...wrong.slice(0, 1), ...off, ...kind(change.row, write)].join(', ') })}`;
	}
	const { row, before, fields } = change;
	const what = fields.flatMap((field) => sentences[field](before, row, write));
	const editor = write.name(row.updatedBy);
	const by = editor === '' || before.updatedAt === row.updatedAt ? [] : [t('change_by', { user: editor })];
	return `- ${t('change_changed', { name, what: [...(what.length > 0 ? what : [t('change_edited')]), ...by].join(', ') })}`;
}

function kind({ type, words, hosts, poster, createdBy }: Kept, { t, name, names, hosts: places }: Writer): string[] {
	const user = name(poster);
	const creator = name(createdBy);
	const target = hosts.length > 0 ? ` → ${places(hosts, t('row_unreadable_host'))}` : '';
	return [
		type === 'outgoing' && words.length === 0 ? `${t('row_outgoing')}${target}` : t(`row_${type}`),
		...(words.length > 0 ? [`${t('trigger_words', { words: names(words, '…') })}${target}`] : []),
		...(type === 'incoming' && user !== '' ? [t('row_as', { user })] : []),
		...(creator === '' ? [] : [t('row_by', { user: creator })]),
	];
}

type Sentence = (before: Kept, row: Kept, write: Writer) => string[];

const sentences: Readonly<Record<Field, Sentence>> = {
	enabled: (_, { enabled }, { t }) => [t(enabled ? 'change_on' : 'change_off')],
	name: ({ name }, _, write) => [write.t('change_name', { from: write.name(name) || write.t('row_unnamed') })],
	event: (before, row, write) => [write.t('change_event', { from: fires(before, write), to: fires(row, write) })],
	words: ({ words }, row, write) => [
		write.t('change_words', { from: listed(words, write.names, write), to: listed(row.words, write.names, write) }),
	],
	hosts: ({ hosts }, row, write) => [
		write.t('change_hosts', { from: listed(hosts, write.hosts, write), to: listed(row.hosts, write.hosts, write) }),
	],
	poster: ({ poster }, row, write) => [
		write.t('change_poster', { from: write.name(poster) || '…', to: write.name(row.poster) || '…' }),
	],
	reach: (before, row, { t }) => [t('change_reach', { from: whyHere(before, t), to: whyHere(row, t) })],
	channels: (_, __, { t }) => [t('change_channels')],
	findings: (before, row, { t }) => {
		const { came, went } = changedFindings(before, row);
		return [
			...came.map((finding) => `**${t('change_came', { finding: found(finding, t) })}**`),
			...went.map((finding) => t('change_went', { finding: found(finding, t) })),
		];
	},
};

function fires({ event, words }: Kept, write: Writer): string {
	return eventText({ event, triggerWords: words }, write);
}

function whyHere({ reach }: Kept, t: Translate): string {
	return (reach && reasonText(reach, t)) || t('detail_reach_named');
}

function listed(texts: readonly string[], write: Writer['names'], { t }: Writer): string {
	return texts.length > 0 ? write(texts, '…') : t('change_none');
}

function found(finding: FindingKind, t: Translate): string {
	return t('list_named', { name: t(`severity_${severities[finding]}`), text: t(`short_${finding}`) });
}
