/** The sentence before an answer that does not come where it was asked for. */
import type { Obstacle } from '../host/post';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { wordsToType } from './names';

/** Why an answer comes privately: the room took no message, it was too late for a click, or no panel could be opened. */
export type Preface = Obstacle | 'late' | 'noPanel';

/** The sentence, in the reader's language, with the words that ask again. */
export function renderPreface(preface: Preface, query: Query, t: Translate): string {
	return preface === 'late' || preface === 'noPanel'
		? t(`remark_${preface}`, { words: wordsToType(query) })
		: t(`only_you_${preface}`);
}
