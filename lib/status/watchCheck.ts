/** What the check of the set-up says of watched rooms. */
import type { Check } from './checks';

/** More integrations than these take more requests than the rate limit allows within a minute. */
const mostWithinLimit = 1000;

/** Makes the check; `checks`: the others, which tell of the rate limit and how many integrations there are. */
export function watchCheck(about: Omit<Check<'watch'>, 'check' | 'state' | 'crowded'>, checks: readonly Check[]): Check<'watch'> {
	const isLimited = checks.some((check) => check.check === 'limit' && check.limited);
	const isLarge = checks.some(
		(check) => check.check === 'workspace' && check.list?.ok === true && check.list.value.total > mostWithinLimit,
	);
	const crowded = isLimited && isLarge && !about.isOff && (about.watched !== undefined || (about.rooms ?? 0) > 0);
	const isSilent = about.watched !== undefined && (about.isOff || about.watched.untold);
	return { check: 'watch', state: crowded || isSilent ? 'warning' : 'ok', crowded, ...about };
}
