/** A finding in words: a few for a row, or a line with reason and cure. */
import { type Finding, type FindingKind, severities } from '../integrations/finding';
import { day, minute } from './names';
import { stageText } from './runWords';
import type { Audience } from '../integrations/audience';
import type { Translate } from './translate';
import type { Writer } from './nameWidths';

/** What the owners and moderators of a room can do: for all else, they are told whom to ask. */
const forOwners: readonly FindingKind[] = ['posterOutside', 'posterMuted', 'posterReadOnly'];

/** Whether a reader is told how to fix a finding. */
export function isToldCure({ kind }: Finding, audience: Audience): boolean {
	return audience === 'admin' || forOwners.includes(kind);
}

/** How bad it is, what is wrong, and, `cured`, how to fix it: a line of a list. */
export function findingLine(finding: Finding, cured: boolean, write: Writer): string {
	const { t } = write;
	const { kind } = finding;
	const said = { severity: t(`severity_${severities[kind]}`), finding: sentence(kind, finding, write) };
	return cured ? t('detail_finding', { ...said, cure: t(`cure_${kind}`) }) : t('detail_finding_only', said);
}

type Sentences = { readonly [K in FindingKind]: (finding: Finding<K>, write: Writer) => string };

const sentences: Sentences = {
	neverFires: ({ why }, { t }) => t(`finding_neverFires_${why}`),
	shownName: ({ name }, write) => write.t('finding_shownName', { name: shown(name, write) }),
	noSuchPlace: ({ names }, write) => write.t('finding_noSuchPlace', { names: write.names(names, '…') }),
	scriptFailed: (_, { t }) => t('finding_scriptFailed'),
	scriptNotCompiled: (_, { t }) => t('finding_scriptNotCompiled'),
	noTarget: (_, { t }) => t('finding_noTarget'),
	unusableTarget: (_, { t }) => t('finding_unusableTarget'),
	posterMissing: ({ user }, write) => write.t('finding_posterMissing', { user: shown(user, write) }),
	posterOutside: ({ user, room }, write) =>
		room === undefined
			? write.t('finding_posterOutside', { user: shown(user, write) })
			: write.t('finding_posterOutside_in', { user: shown(user, write), where: shown(room, write) }),
	posterMuted: ({ user, room }, write) =>
		room === undefined
			? write.t('finding_posterMuted', { user: shown(user, write) })
			: write.t('finding_posterMuted_in', { user: shown(user, write), where: shown(room, write) }),
	posterReadOnly: ({ user }, write) => write.t('finding_posterReadOnly', { user: shown(user, write) }),
	posterImpersonates: ({ user }, write) => write.t('finding_posterImpersonates', { user: shown(user, write) }),
	targetGone: ({ at }, { t }) => t('finding_targetGone', { time: minute(at) }),
	runFailed: ({ at, step }, { t }) => t('finding_runFailed', { time: minute(at), stage: stageText(step, t) }),
	plainHttp: ({ hosts }, write) => write.t('finding_plainHttp', { hosts: write.hosts(hosts, '…') }),
	everyPrivateMessage: (_, { t }) => t('finding_everyPrivateMessage'),
	everyMessage: (_, { t }) => t('finding_everyMessage'),
	allPrivateGroups: (_, { t }) => t('finding_allPrivateGroups'),
	allDirectMessages: (_, { t }) => t('finding_allDirectMessages'),
	redirectable: (_, { t }) => t('finding_redirectable'),
	impersonates: (_, { t }) => t('finding_impersonates'),
	posterInactive: ({ user }, write) => write.t('finding_posterInactive', { user: shown(user, write) }),
	creatorMissing: ({ user }, write) => write.t('finding_creatorMissing', { user: shown(user, write) }),
	creatorInactive: ({ user }, write) => write.t('finding_creatorInactive', { user: shown(user, write) }),
	posterRenamed: ({ user, now }, write) => write.t('finding_posterRenamed', { user: shown(user, write), now: shown(now, write) }),
	disabled: ({ since }, { t }) => t('finding_disabled', { day: day(since) }),
	sameWords: ({ word, other }, write) =>
		write.t('finding_sameWords', { word: shown(word, write), other: write.name(other) || write.t('row_unnamed') }),
	sameTarget: (_, { t }) => t('finding_sameTarget'),
	answersItself: (_, { t }) => t('finding_answersItself'),
	wordsUnreadable: ({ room }, write) =>
		room === undefined
			? write.t('finding_wordsUnreadable')
			: write.t('finding_wordsUnreadable_in', { where: shown(room, write) }),
	emptyAnswer: ({ at }, { t }) => t('finding_emptyAnswer', { time: minute(at) }),
};

function sentence<K extends FindingKind>(kind: K, finding: Finding<K>, write: Writer): string {
	return sentences[kind](finding, write);
}

/** A finding in a few words; `isTerse`: only how bad it is. */
export function shortFinding({ kind }: Finding, isTerse: boolean, t: Translate): string {
	const severity = t(`severity_${severities[kind]}`);
	return `**${isTerse ? severity : t('list_named', { name: severity, text: t(`short_${kind}`) })}**`;
}

function shown(text: string, { name }: Writer): string {
	return name(text) || '…';
}
