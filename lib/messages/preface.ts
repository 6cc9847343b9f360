/** The sentence before an answer that does not come where it was asked for. */
import type { Obstacle } from '../host/post';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { wordsToType } from './names';

/**
 * Why an answer comes privately: the room took no message, it was too late for a click, no panel could be opened, or another's
 * posted message was clicked, which stays as it is.
 */
export type Preface = Obstacle | 'late' | 'noPanel' | 'anothers';

/** The sentence, in the reader's language, with the words that ask again. */
export function renderPreface(preface: Preface, query: Query, t: Translate): string {
	if (preface === 'late') {
		return t('remark_late', { words: wordsToType(query) });
	}
	if (preface === 'noPanel') {
		// One that is told in full needs no words to find it, and the words are those of a room.
		return query.show === undefined && query.scope !== 'workspace'
			? `${t('remark_noPanel')} ${t('remark_noPanel_words')}`
			: t('remark_noPanel');
	}
	// What a room does not take now, it will not take from a round either.
	return query.action === 'watch' && isOfRoom(preface)
		? `${t(`only_you_${preface}`)} ${t('only_you_watch')}`
		: t(`only_you_${preface}`);
}

/** Whether nothing at all can be posted into the room. */
function isOfRoom(preface: Preface): boolean {
	return ['readOnly', 'archived', 'encrypted', 'muted'].includes(preface);
}
