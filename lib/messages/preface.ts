/** What stands before an answer that comes otherwise than it was asked for. */
import type { Obstacle } from '../host/post';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { wordsToType } from './names';

/** Why a summary meant for the room comes to the caller alone; why an answer meant for a panel, or for a click, comes as text. */
export type Remark = Obstacle | 'late' | 'noPanel';

/** The sentence for a remark, in the reader's language, with the words that ask again. */
export function renderRemark(remark: Remark, query: Query, t: Translate): string {
	return remark === 'late' || remark === 'noPanel'
		? t(`remark_${remark}`, { words: wordsToType(query) })
		: t(`only_you_${remark}`);
}
