/** What is watched, and what changed, in words. */
import type { Place } from '../integrations/room';
import type { Change } from '../watch/compare';
import type { WatchAnswer } from '../watch/watching';
import { changeLine } from './changeLine';
import { ago } from './lastPostedLine';
import { type Message, toMessage } from './message';
import { firstNames, quote, wordsToType } from './names';
import { roomName } from './renderHead';
import type { Translate } from './translate';

/** The answer to one of the three words. `now`: epoch, milliseconds. */
export function renderWatch(answer: WatchAnswer, now: number, t: Translate): Message {
	switch (answer.kind) {
		case 'on':
			return toMessage([begun(answer, t)]);
		case 'already': {
			const { watch, interval } = answer;
			const begun = { user: quote(watch.by), ago: ago(watch.since, now, t) };
			return toMessage([t('watch_already', { ...begun, often: t(`watch_${interval}`) })]);
		}
		case 'off':
			return toMessage([t('watch_off', { user: quote(answer.by) })]);
		case 'changes':
			return renderSeen(answer, now, t);
	}
}

function begun({ watch, interval, isPrivate }: Extract<WatchAnswer, { kind: 'on' | 'already' }>, t: Translate): string {
	const often = t(`watch_${interval}`);
	return isPrivate ? t('watch_on_private', { often }) : t('watch_on', { user: quote(watch.by), often });
}

function renderSeen(answer: Extract<WatchAnswer, { kind: 'changes' }>, now: number, t: Translate): Message {
	const room = roomName(answer.place, t);
	if (answer.isAnew) {
		return toMessage([t('changes_anew', { room })]);
	}
	const { changes, unseen, watch } = answer;
	if (changes.length > 0) {
		return renderChanges(answer, changes.length, t);
	}
	const none = unseen > 0 ? [] : [t('changes_none', { room, ago: ago(watch.told, now, t) })];
	return toMessage([...none, ...leftOut(answer, t)]);
}

/** What changed in a room. */
interface Changes {
	readonly place: Place;
	readonly changes: readonly Change[];
	/** How many are not seen any more, and perhaps not gone: for who asks alone. */
	readonly unseen?: number;
	/** How many of its integrations are not watched. */
	readonly more: number;
}

/** So many changes are told in the room at once; `changes` has the others. */
const mostTold = 10;

/** What the room is told. */
interface RenderedDigest {
	readonly message: Message;
	/** How many of the changes are told, at most: the first. */
	readonly told: number;
}

/** What changed, as the room is told: fewer lines where more would not fit into a message of `limit` UTF-16 units. */
export function renderDigest(changes: Changes, limit: number, t: Translate): RenderedDigest {
	const lengths = Array.from({ length: mostTold }, (_, index) => mostTold - index);
	const digests = lengths.map((told) => ({ message: renderChanges(changes, told, t), told }));
	return digests.find(({ message }) => message.text.length <= limit) ?? { message: renderChanges(changes, 0, t), told: 0 };
}

function renderChanges(told: Changes, most: number, t: Translate): Message {
	const { place, changes } = told;
	const rest = changes.length - most;
	const lines = changes.slice(0, most).map((change) => changeLine(change, t));
	return toMessage([
		t('changes_head', { room: roomName(place, t), count: changes.length }),
		...(lines.length > 0 ? [lines.join('\n')] : []),
		...(rest > 0 ? [t('changes_more', { count: rest, words: wordsToType({ action: 'changes', page: 1 }) })] : []),
		...leftOut(told, t),
	]);
}

function leftOut({ unseen = 0, more }: Pick<Changes, 'unseen' | 'more'>, t: Translate): string[] {
	return [
		...(unseen > 0 ? [t('changes_unseen', { count: unseen })] : []),
		...(more > 0 ? [t('changes_unwatched', { count: more })] : []),
	];
}

/** So many rooms are named; the others are counted. */
const mostRooms = 5;

/** To who switched it on: that rooms cannot be looked at. `reason`: sentences; undefined: a room that may not be named. */
export function renderTrouble(places: readonly (Place | undefined)[], reason: string, t: Translate): string {
	// Not as links: with a comma or a dot right behind it, a link would lead to another room.
	const names = places.map((place) => (place ? `${place.discussion ? '' : '#'}${place.title}` : ''));
	return t('watch_trouble', { rooms: firstNames(names, mostRooms).join(', '), reason });
}
