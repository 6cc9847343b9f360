/** A finding in words: a few for a row, or a line with reason and cure. */
import { type Finding, type FindingKind, severities } from '../integrations/finding';
import type { Translate } from './translate';
import type { Writer } from './nameWidths';

/** How bad it is, what is wrong, who can mend it and how: a line of a list. */
export function findingLine(finding: Finding, write: Writer): string {
	const { t } = write;
	const { kind } = finding;
	const severity = t(`severity_${severities[kind]}`);
	return t('detail_finding', { severity, finding: sentence(kind, finding, write), cure: t(`cure_${kind}`) });
}

type Sentences = { readonly [K in FindingKind]: (finding: Finding<K>, write: Writer) => string };

const sentences: Sentences = {
	scriptFailed: (_, { t }) => t('finding_scriptFailed'),
	scriptNotCompiled: (_, { t }) => t('finding_scriptNotCompiled'),
	noTarget: (_, { t }) => t('finding_noTarget'),
	runFailed: ({ at, step }, write) =>
		write.t('finding_runFailed', { time: at.slice(0, 16).replace('T', ' '), step: shown(step, write) }),
	posterMissing: ({ user }, write) => write.t('finding_posterMissing', { user: shown(user, write) }),
	posterInactive: ({ user }, write) => write.t('finding_posterInactive', { user: shown(user, write) }),
	posterRenamed: ({ user, now }, write) => write.t('finding_posterRenamed', { user: shown(user, write), now: shown(now, write) }),
	creatorMissing: ({ user }, write) => write.t('finding_creatorMissing', { user: shown(user, write) }),
	creatorInactive: ({ user }, write) => write.t('finding_creatorInactive', { user: shown(user, write) }),
	plainHttp: ({ hosts }, { t, names }) => t('finding_plainHttp', { hosts: names(hosts, '…') }),
	everyPrivateMessage: (_, { t }) => t('finding_everyPrivateMessage'),
	everyMessage: (_, { t }) => t('finding_everyMessage'),
	allPrivateGroups: (_, { t }) => t('finding_allPrivateGroups'),
	allDirectMessages: (_, { t }) => t('finding_allDirectMessages'),
	redirectable: (_, { t }) => t('finding_redirectable'),
	impersonates: (_, { t }) => t('finding_impersonates'),
	disabled: ({ since }, { t }) => t('finding_disabled', { day: since.slice(0, 10) || '…' }),
	sameWords: ({ word, other }, write) =>
		write.t('finding_sameWords', { word: shown(word, write), other: write.name(other) || write.t('row_unnamed') }),
	sameTarget: (_, { t }) => t('finding_sameTarget'),
	scriptWillChange: (_, { t }) => t('finding_scriptWillChange'),
};

function sentence<K extends FindingKind>(kind: K, finding: Finding<K>, write: Writer): string {
	return sentences[kind](finding, write);
}

/** A finding in a few words; `isTerse`: only how bad it is. */
export function shortFinding({ kind }: Finding, isTerse: boolean, t: Translate): string {
	const severity = `**${t(`severity_${severities[kind]}`)}**`;
	return isTerse ? severity : t('list_named', { name: severity, text: t(`short_${kind}`) });
}

function shown(text: string, { name }: Writer): string {
	return name(text) || '…';
}
