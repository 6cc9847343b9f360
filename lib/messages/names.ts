/** How sentences name things: settings, names from outside, several of them. */
import { code } from '../util/inlineCode';
import type { SettingId } from '../settings';
import type { Translate } from './translate';

/** More names than these are counted. */
const mostNames = 20;

/** A name from outside; an ellipsis where nothing of it can be seen. */
export const quote = (name: string): string => code(name, 40) || '…';

/** A setting, as the settings page calls it. */
export const label = (id: SettingId, t: Translate): string => `**${t(`setting_${id}_label`, {})}**`;

/** Several things, the last one after "and" or "or". */
export const list = (items: readonly string[], kind: 'and' | 'or', t: Translate): string => {
	const last = items[items.length - 1] ?? '';
	return items.length < 2 ? last : t(`list_${kind}`, { items: items.slice(0, -1).join(', '), last });
};

/** Several things that have commas of their own. */
export const apart = (items: readonly string[], t: Translate): string =>
	items.reduce((before, last) => (before ? t('list_apart', { items: before, last }) : last), '');

/** Several names from outside. */
export const quoted = (names: readonly string[], kind: 'and' | 'or', t: Translate): string => {
	const shown = names.slice(0, mostNames).map(quote);
	return list(names.length > mostNames ? [...shown, `+${names.length - mostNames}`] : shown, kind, t);
};
