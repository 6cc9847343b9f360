/** How sentences name things: settings, names from outside, several of them. */
import { code } from '../util/inlineCode';
import type { SettingId } from '../settings';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { printQuery } from '../query/printQuery';

/** A name from outside; an ellipsis where nothing of it can be seen. */
export function quote(name: string): string {
	return code(name, 40) || '…';
}

/** A setting, as the settings page calls it. */
export function label(id: SettingId, t: Translate): string {
	return `**${t(`setting_${id}_label`)}**`;
}

/** Several things, the last one after "and" or "or". */
export function list(items: readonly string[], kind: 'and' | 'or', t: Translate): string {
	const last = items[items.length - 1] ?? '';
	return items.length < 2 ? last : t(`list_${kind}`, { items: items.slice(0, -1).join(', '), last });
}

/** Several things that have commas of their own. */
export function apart(items: readonly string[], t: Translate): string {
	return items.reduce((before, last) => (before ? t('list_apart', { items: before, last }) : last), '');
}

/** More names than these are counted. */
const mostNames = 20;

/** Several names from outside. */
export function quoted(names: readonly string[], kind: 'and' | 'or', t: Translate): string {
	const shown = names.slice(0, mostNames).map(quote);
	return list(names.length > mostNames ? [...shown, `+${names.length - mostNames}`] : shown, kind, t);
}

/** Longer than any query that can be typed. */
const longestQuery = 300;

/** What to type, as code, because a query may hold names from outside. */
export function typed(words: string): string {
	return code(words, longestQuery);
}

/** What to type for a query; without `fresh`, which was for one answer. */
export function wordsToType(query: Query): string {
	return typed(printQuery({ ...query, fresh: undefined }));
}
