/** Whether the room is watched, in words, for the check of the set-up. */
import type { Check } from '../status/checks';
import { ago } from './lastPostedLine';
import { label, quote } from './names';
import type { StatusWords } from './statusWords';

/** One line; how many rooms are watched is there for a workspace admin alone. */
export function watchStatus({ watched, isOff, rooms, crowded, now }: Check<'watch'>, { t, forAdmin }: StatusWords): string {
	if (isOff) {
		const off = t('status_switched_off', { setting: label('watch_interval', t) });
		return watched ? `${off} ${t('status_watch_off')}` : off;
	}
	const [since, looked] = [ago(watched?.since ?? now, now, t), ago(watched?.looked ?? now, now, t)];
	const own = !watched
		? t('status_watch_none')
		: watched.untold
			? t('status_watch_untold')
			: t('status_watch_on', { user: quote(watched.by), since, looked });
	return [
		own,
		...(rooms === undefined ? [] : [t('status_watch_count', { count: rooms })]),
		...(crowded ? [t('status_watch_crowded'), ...(forAdmin ? [t('mend_limit')] : [])] : []),
	].join(' ');
}
