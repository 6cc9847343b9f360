/** What is watched, and what changed, in words. */
import type { Place } from '../integrations/room';
import type { Change } from '../watch/compare';
import type { Watch } from '../watch/watch';
import type { WatchAnswer } from '../watch/watching';
import { changeLine } from './changeLine';
import { ago } from './lastPostedLine';
import { type Message, toMessage } from './message';
import { quote, wordsToType } from './names';
import { roomName } from './renderHead';
import type { Translate } from './translate';

/** The answer to one of the three words. `now`: epoch, milliseconds. */
export function renderWatch(answer: WatchAnswer, now: number, t: Translate): Message {
	switch (answer.kind) {
		case 'on':
			return toMessage([t('watch_on', { user: quote(answer.watch.by), often: t(`watch_${answer.interval}`) })]);
		case 'already': {
			const { watch, interval } = answer;
			const begun = { user: quote(watch.by), ago: ago(watch.since, now, t) };
			return toMessage([t('watch_already', { ...begun, often: t(`watch_${interval}`) })]);
		}
		case 'off':
			return toMessage([t('watch_off', { user: quote(answer.by) })]);
		case 'changes':
			return answer.changes.length > 0
				? renderChanges(answer, mostListed, t)
				: toMessage([t('changes_none', { room: roomName(answer.place, t), ago: ago(answer.watch.told, now, t) })]);
	}
}

/** So many changes are told in the room; all of them, but for what no message takes, to who asks. */
const [mostTold, mostListed] = [10, 50];

/** What changed, as the room is told. */
export function renderDigest(place: Place, changes: readonly Change[], t: Translate): Message {
	return renderChanges({ place, changes }, mostTold, t);
}

function renderChanges(
	{ place, changes }: { readonly place: Place; readonly changes: readonly Change[] },
	most: number,
	t: Translate,
): Message {
	const rest = changes.length - most;
	return toMessage([
		t('changes_head', { room: roomName(place, t), count: changes.length }),
		changes
			.slice(0, most)
			.map((change) => changeLine(change, t))
			.join('\n'),
		...(rest > 0 ? [t('changes_more', { count: rest, words: wordsToType({ action: 'changes', page: 1 }) })] : []),
	]);
}

/** To who switched it on: that rooms cannot be looked at. `reason`: sentences. */
export function renderTrouble(watches: readonly Watch[], reason: string, t: Translate): string {
	return t('watch_trouble', { count: watches.length, reason });
}
