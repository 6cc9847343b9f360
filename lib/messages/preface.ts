/** What stands before an answer that comes otherwise than it was asked for. */
import type { Obstacle } from '../host/post';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { wordsToType } from './names';

/** Why a summary meant for the room comes to the caller alone; why an answer meant for a panel, or for a click, comes as text. */
export type Preface = Obstacle | 'late' | 'noPanel';

/** The sentence for a preface, in the reader's language, with the words that ask again. */
export function renderPreface(preface: Preface, query: Query, t: Translate): string {
	return preface === 'late' || preface === 'noPanel'
		? t(`remark_${preface}`, { words: wordsToType(query) })
		: t(`only_you_${preface}`);
}
