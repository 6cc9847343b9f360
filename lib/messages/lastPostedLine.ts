/** When integrations posted last, in words. */
import type { RecentPosts } from '../integrations/recentPosts';
import type { Integration } from '../integrations/integration';
import type { Translate } from './translate';

/** How long ago something was, in days, hours or minutes; both times are epochs in milliseconds. */
export function ago(then: number, now: number, t: Translate): string {
	const minutes = Math.max(0, Math.floor((now - then) / 60_000));
	const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
	if (days > 0) {
		return t('ago_days', { count: days });
	}
	if (hours > 0) {
		return t('ago_hours', { count: hours });
	}
	return minutes > 0 ? t('ago_minutes', { count: minutes }) : t('ago_now');
}

/** A line that says when an integration last posted; none without a post among the messages that were looked at. */
export function lastPostedLine({ id }: Integration, { activity, now }: RecentPosts, t: Translate): string[] {
	const at = activity.lastPosts.get(id);
	return at === undefined ? [] : [t('detail_posted', { ago: ago(at, now, t) })];
}

/** A line that says how many integrations posted that are in no list, and when; none where none did. */
export function unlistedLine({ unlisted, now }: RecentPosts, t: Translate): string[] {
	return unlisted.count > 0 ? [t('attention_strangers', { count: unlisted.count, ago: ago(unlisted.at, now, t) })] : [];
}
